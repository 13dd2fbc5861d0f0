-- One opening of a record is one look, however many people's lines it has: they share an id, by which the log is read page by page.

-- The owner is bound by the policies too, and what is written stays: both are lifted for this one change of form.
alter table access_log no force row level security;
alter table access_log disable trigger access_log_stays;
alter table access_log add column opening uuid;
update access_log as l set opening = o.opening from (
  select county, id, first_value(id) over (
    partition by county, at, actor_id, actor_name, office, duty, what, purpose, purpose_ref, matter_kind, matter_id, family_id order by id) as opening
  from access_log) o
where o.county = l.county and o.id = l.id;
alter table access_log alter column opening set not null;
alter table access_log enable trigger access_log_stays;
alter table access_log force row level security;
drop index access_log_by_family;
drop index access_log_by_time;
create index access_log_by_family on access_log (county, family_id, at, opening);
create index access_log_by_time on access_log (county, at, opening);

-- A correction of a case is filled in page by page as an application is, and is none.
alter table application_draft add column kind text not null default 'application'
  constraint a_draft_is_an_application_or_a_correction check (kind in ('application', 'correction'));
alter table application_draft alter column kind drop default;

-- Who pays is each county's own; how the bank wants its files has a standard. Nobody read the profile's name.
alter table bank_profile no force row level security;
alter table bank_profile add column payer jsonb;
update bank_profile set payer = layout -> 'payer', layout = layout - 'payer';
alter table bank_profile alter column payer set not null;
alter table bank_profile alter column layout drop not null;
alter table bank_profile drop column name;
alter table bank_profile force row level security;
