-- What was done, and who looked at whom. Both are written in the transaction of the act or look itself, and never changed.

create table audit_entry (
  county char(6) not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  duty text,
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  purpose text,
  detail jsonb not null default '{}',
  primary key (county, id),
  constraint an_actor_is_known check (actor_kind in ('staff', 'family', 'system'))
);
create index audit_by_subject on audit_entry (county, subject_kind, subject_id);
create index audit_by_time on audit_entry (county, at);

create table access_log (
  county char(6) not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  duty text,
  office_zh text not null,
  office_en text not null,
  person_id uuid not null,
  family_id uuid not null,
  residence char(12) not null,
  case_id uuid,
  what text not null,
  purpose text not null,
  primary key (county, id),
  constraint a_look_has_a_purpose check (purpose <> ''),
  constraint a_looker_is_known check (actor_kind in ('staff', 'family', 'system'))
);
create index access_log_by_family on access_log (county, family_id, at);
create index access_log_by_time on access_log (county, at);

create trigger audit_entry_stays before update or delete on audit_entry for each row execute function refuse_change();
create trigger access_log_stays before update or delete on access_log for each row execute function refuse_change();

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
alter table access_log enable row level security;
alter table access_log force row level security;
-- Nobody writes down an act in another's name; at a sign-in, the transaction learns who it is only while it runs.
create policy audit_is_added_by_every_act on audit_entry for insert with check (
  acting_for_county(county) and (
    acting('kind') in ('system', 'sign-in') or actor_kind = acting('kind') and actor_id::text is not distinct from acting('who') and duty is not distinct from acting('duty'))
);
create policy audit_for_supervision on audit_entry for select using (acting_for_county(county) and (acting_as_staff(array['supervise']) or acting_as_system()));
create policy a_look_is_added_by_the_looker on access_log for insert with check (
  acting_for_county(county) and (acting_as_system() or acting('kind') = 'staff' and actor_kind = 'staff' and is_oneself(actor_id) and duty is not distinct from acting('duty'))
);
create policy looks_for_the_family on access_log for select using (acting_for_county(county) and is_own_family(family_id));
create policy looks_for_supervision on access_log for select using (
  acting_for_county(county) and (acting_as_system() or acting_as_staff(array['supervise']) and acting_within(residence))
);
select grant_to_doors('select, insert', 'audit_entry, access_log');
