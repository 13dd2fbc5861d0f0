-- A province sees figures of its counties, never people. Its staff, their sign-ins and their audit stand below its own code (`990000`), so that
-- whatever is asked of a county's rows is refused to them as it is to another county.

create table province (
  code char(6) primary key,
  served_since timestamptz not null default now(),
  constraint a_province_has_four_noughts check (code ~ '^[0-9]{2}0000$' and code <> '000000')
);
select grant_to_doors('select, insert', 'province');
alter table county add constraint a_county_is_no_province check (code not like '__0000');

-- One name is one county's or one province's.
alter table county_host rename to served_host;
alter table served_host rename column code to of_county;
alter table served_host alter column of_county drop not null;
alter table served_host add column of_province char(6) references province (code);
alter table served_host add constraint a_host_is_one_authoritys check (num_nonnulls(of_county, of_province) = 1);
alter index hosts_by_county rename to hosts_of_counties;
create index hosts_of_provinces on served_host (of_province);

insert into duty (key) values ('oversight/province-figures');
alter table staff_duty add constraint a_province_has_figures_and_nothing_else
  check ((duty = 'oversight/province-figures') = (county like '__0000'));

alter table audit_entry drop constraint an_actor_is_known;
alter table audit_entry add constraint an_actor_is_known check (actor_kind in ('staff', 'family', 'system', 'province'));

-- What the province gets: one figure of one county on one day. Where it is about few people, neither value nor number is written at all, so
-- that nobody can work them out from what stands beside them.
create table county_figure (
  county char(6) not null,
  day date not null,
  key text not null,
  -- Whole numbers (people, cases, fen) or a share between 0 and 1.
  value numeric,
  -- Of how many people or cases it is.
  of_how_many integer,
  written_at timestamptz not null,
  primary key (county, day, key),
  constraint a_withheld_figure_tells_nothing check ((value is null) = (of_how_many is null)),
  constraint a_figure_about_few_is_withheld check (of_how_many = 0 or of_how_many >= 10)
);

-- A province within its own division: the counties whose code begins with its two digits.
create function acting_for_province_of(county char) returns boolean language sql stable parallel safe as $$
  select coalesce(acting('kind') = 'province' and acting('duty') = 'oversight/province-figures' and acting('county') like '__0000'
    and left(county::text, 2) = left(acting('county'), 2), false)
$$;

alter table county_figure enable row level security;
alter table county_figure force row level security;
create policy figures_by_the_county on county_figure using (
  acting_for_county(county) and (acting_as_system() or acting_as_staff(array['supervise']))
);
create policy figures_for_the_province on county_figure for select using (acting_for_province_of(county));
select grant_to_doors('select, insert, update', 'county_figure');
