-- What a family is told is one row, with how far its text message has come: two rows of one telling could be told apart from two tellings of one
-- moment by nothing.

alter table notice no force row level security;
-- Both rows were made one after the other, in the same order for the site and for the messages. The message's row stays: jobs name it.
with numbered as (
  select county, id, channel, family_id, person_id, created_at, kind,
    row_number() over (partition by county, family_id, person_id, created_at, kind, channel order by id) as nth
  from notice
)
delete from notice using numbered as told, numbered as message
  where notice.county = told.county and notice.id = told.id and told.channel = 'site' and message.channel = 'sms'
    and (message.county, message.family_id, message.person_id, message.created_at, message.kind, message.nth)
      = (told.county, told.family_id, told.person_id, told.created_at, told.kind, told.nth);
-- Told on the site alone: there never was a message.
update notice set failed = 'no-phone' where channel = 'site';
alter table notice force row level security;

alter table notice drop column channel;
-- Until then a worker has the message in hand, and no other sends it.
alter table notice add column sending_until timestamptz;
create index notices_to_send on notice (county, created_at) where sent_at is null and failed is null;

-- Invented counties show codes on the screen and let their day be chosen: no real county is ever served beside one.
do $$ begin
  if exists (select from county where code ~ '^9[89]') and exists (select from county where code !~ '^9[89]') then
    raise exception 'This database holds real and invented counties. Real counties need a database of their own.';
  end if;
end $$;
-- Two ranges that touch are of different kinds: [0,1) is invented, [1,2) is real.
alter table county add constraint real_and_invented_counties_stand_apart
  exclude using gist (int4range((code !~ '^9[89]')::int, (code !~ '^9[89]')::int + 1) with -|-);
