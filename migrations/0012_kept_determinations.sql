-- A case keeps what its determination came to, why, by which articles and on which facts; how it came about is worked out again from the
-- facts and the text of the law. A digest over these proves that it comes out the same.

-- Canonical JSON (RFC 8785) of what a determination holds: sorted keys, no spaces. Only for the cases that are there already.
create function canonical(held jsonb) returns text language plpgsql immutable as $$ begin
  return case jsonb_typeof(held)
    when 'object' then (
      select '{' || coalesce(string_agg(to_json(key)::text || ':' || canonical(value), ',' order by key collate "C"), '') || '}'
      from jsonb_each(held))
    when 'array' then (
      select '[' || coalesce(string_agg(canonical(value), ',' order by place), '') || ']'
      from jsonb_array_elements(held) with ordinality as of (value, place))
    else held::text
  end;
end $$;

-- The articles of the decisive steps and of the reasons.
create function articles_of(determination jsonb) returns text[] language sql immutable as $$
  select coalesce(array_agg(distinct article collate "C" order by article collate "C"), '{}') from (
    select concat(law ->> 'source', ' ', law ->> 'place') as article from (
      select jsonb_path_query(determination, 'strict $.trace.** ? (@.decisive == true && exists (@.law)).law', silent => true)
      union all select jsonb_path_query(determination, 'strict $.because[*] ? (exists (@.law)).law', silent => true)
    ) as laws (law)) as articles
$$;

create function digest_of(determination jsonb, facts jsonb) returns text language sql immutable as $$
  select encode(sha256(convert_to(canonical(jsonb_build_object(
    'policyText', determination -> 'version', 'period', determination -> 'period', 'outcome', determination -> 'outcome',
    'amountFen', determination -> 'amountFen', 'articles', to_jsonb(articles_of(determination)), 'facts', facts, 'engine', null
  )), 'UTF8')), 'hex')
$$;

-- `using` rewrites the rows as they are: no policy hides one, and no trigger stands in the way.
alter table benefit_case
  add column outcome text, add column because jsonb, add column articles text[], add column determination_digest char(64);
alter table benefit_case
  alter column outcome type text using determination ->> 'outcome',
  alter column because type jsonb using coalesce(determination -> 'because', '[]'),
  alter column articles type text[] using articles_of(determination),
  alter column determination_digest type char(64) using digest_of(determination, facts);

-- The letter names the same digest, where nothing is ever changed.
create function digest_of_case(of_county char, of_case uuid) returns text language sql stable as $$
  select determination_digest from benefit_case where county = of_county and id = of_case
$$;
alter table decision add column determination_digest char(64);
alter table benefit_case no force row level security;
alter table decision alter column determination_digest type char(64) using digest_of_case(county, case_id);
alter table benefit_case force row level security;

alter table benefit_case
  alter column outcome set not null,
  alter column because set not null,
  alter column articles set not null,
  alter column determination_digest set not null,
  -- Names the engine that worked it out. Null: a case from before it was written down.
  add column engine text,
  drop column determination,
  add constraint an_outcome_is_known check (outcome in ('eligible', 'not-eligible', 'undetermined'));
alter table decision alter column determination_digest set not null;

drop function digest_of_case(char, uuid);
drop function digest_of(jsonb, jsonb);
drop function articles_of(jsonb);
drop function canonical(jsonb);
