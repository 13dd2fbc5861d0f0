-- The counties of this database, and the names at which each answers. They are public, as divisions are: whoever comes is told by their address
-- which county they have come to, before anybody is known.

create table county (
  code char(6) primary key,
  -- Its data are older than counties' own keys: the house's first key opens what it sealed, and its blind indexes stay that key's.
  keeps_first_key boolean not null default false,
  served_since timestamptz not null default now(),
  constraint a_county_has_six_digits check (code ~ '^[0-9]{6}$')
);
select grant_to_doors('select, insert (code, served_since)', 'county');

create table county_host (
  host text primary key,
  code char(6) not null references county (code),
  constraint a_host_is_written_in_small_letters check (host ~ '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$')
);
create index hosts_by_county on county_host (code);
select grant_to_doors('select, insert, update, delete', 'county_host');

insert into county (code, keeps_first_key) select distinct county, true from office;
