-- What the office tells a family: one row a message, with the words as they were said.

create table notice (
  county char(6) not null,
  id uuid not null,
  person_id uuid not null,
  family_id uuid not null,
  residence char(12) not null,
  case_id uuid,
  kind text not null,
  channel text not null,
  words_zh text not null,
  words_en text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  failed text,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id),
  constraint a_channel_is_known check (channel in ('sms', 'site'))
);
create index notices_by_family on notice (county, family_id, created_at);
create index notices_to_send on notice (county, created_at) where sent_at is null and channel = 'sms';
alter table notice enable row level security;
alter table notice force row level security;
create policy notice_for_duty on notice for select using (acting_for_county(county) and (sees_families_of(residence) or acting_as_staff(array['manage-funds', 'pay-out']) or acting_as_system()));
create policy notice_for_own_family on notice for select using (acting_for_county(county) and is_own_family(family_id));
create policy notice_is_written_with_its_act on notice for insert with check (
  acting_for_county(county) and (is_own_family(family_id) or acting_as_staff(array['receive', 'review', 'confirm']) and sees_families_of(residence)
    or acting_as_staff(array['manage-funds', 'pay-out']) or acting_as_system())
);
create policy notice_is_sent_by_the_worker on notice for update using (acting_for_county(county) and acting_as_system());
select grant_to_doors('select, insert, update', 'notice');
