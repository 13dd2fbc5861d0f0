-- What people left behind at the office, and a duty of keeping it.
create table lost_thing (
  county char(6) not null,
  id uuid not null,
  what text not null,
  found_on date not null,
  kept_by uuid not null,
  primary key (county, id)
);
alter table lost_thing enable row level security;
alter table lost_thing force row level security;
create policy lost_thing_for_its_keeper on lost_thing using (
  acting_for_county(county) and (acting_as_system() or acting_as_staff(array['lost-property/keep']))
);
select grant_to_doors('select, insert, delete', 'lost_thing');
insert into duty (key) values ('lost-property/keep');
insert into hand_step (key, duty) values ('lost-property/take-in', 'lost-property/keep'), ('lost-property/give-back', 'lost-property/keep');
