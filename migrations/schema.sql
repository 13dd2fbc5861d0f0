-- Written by `npm run schema` from the migrations. Do not edit.

create domain localized as jsonb
  constraint words_are_in_chinese_and_english CHECK (((VALUE IS NULL) OR COALESCE(((jsonb_typeof((VALUE -> 'zh-CN'::text)) = 'string'::text) AND (jsonb_typeof((VALUE -> 'en'::text)) = 'string'::text)), false)));

CREATE OR REPLACE FUNCTION public.acting(key text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('huijia.' || key, true), '') $function$
;
CREATE OR REPLACE FUNCTION public.acting_as_staff(duties text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(acting('kind') = 'staff' and acting('duty') = any (duties), false) $function$
;
CREATE OR REPLACE FUNCTION public.acting_as_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(acting('kind') = 'system', false) $function$
;
CREATE OR REPLACE FUNCTION public.acting_for_county(county character)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select county = acting('county')::bpchar $function$
;
CREATE OR REPLACE FUNCTION public.acting_for_province_of(county character)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(acting('kind') = 'province' and acting('duty') = 'oversight/province-figures' and acting('county') like '__0000'
    and left(county::text, 2) = left(acting('county'), 2), false)
$function$
;
CREATE OR REPLACE FUNCTION public.acting_within(division text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(division between acting('division_from') and acting('division_to'), false) $function$
;
CREATE OR REPLACE FUNCTION public.check_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare difference numeric;
begin
  select sum(debit_fen) - sum(credit_fen) into difference from ledger_entry where county = new.county and transaction_id = new.transaction_id;
  if difference is distinct from 0 then
    raise exception 'entries of transaction % differ by % fen', new.transaction_id, difference
      using errcode = 'check_violation', constraint = 'entries_of_a_transaction_balance';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.check_hand_in_case()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  if not exists (select from benefit_case c where c.county = new.county and c.id = new.matter_id)
    and not exists (select from payment p where p.county = new.county and p.matter_kind = new.matter_kind and p.matter_id = new.matter_id) then
    raise exception 'case % is not there', new.matter_id using errcode = 'foreign_key_violation', constraint = 'a_hand_in_a_case_is_in_one_that_is_there';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.check_has_entries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  if not exists (select from ledger_entry where county = new.county and transaction_id = new.id) then
    raise exception 'transaction % has no entries', new.id using errcode = 'check_violation', constraint = 'a_transaction_has_entries';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.check_line_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  if old.outcome is not null or (to_jsonb(new) - array['outcome', 'return_reason', 'settled_on']) <> (to_jsonb(old) - array['outcome', 'return_reason', 'settled_on']) then
    raise exception 'line % of batch % is signed', old.line, old.batch_id using errcode = 'restrict_violation', constraint = 'a_signed_line_only_learns_its_outcome';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.check_payment_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  if (new.matter_kind, new.matter_id, new.order_id, new.family_id, new.period, new.amount_fen)
      is distinct from (old.matter_kind, old.matter_id, old.order_id, old.family_id, old.period, old.amount_fen)
    or old.state <> 'returned' and (new.account_id, new.payee_id) is distinct from (old.account_id, old.payee_id) then
    raise exception 'payment % keeps what it is for', old.id using errcode = 'restrict_violation', constraint = 'a_payment_keeps_what_it_is_for';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.check_payment_of_case()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  if not exists (select from entitlement e where e.county = new.county and e.id = new.order_id and e.case_id = new.matter_id) then
    raise exception 'payment % is of no entitlement', new.id using errcode = 'foreign_key_violation', constraint = 'a_payment_of_a_case_is_of_its_entitlement';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.check_releases()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare powers integer;
begin
  select count(*) into powers from batch_release where county = new.county and batch_id = new.id;
  if powers <> (case when new.state = 'funds-released' then 1 else 2 end) then
    raise exception 'batch % is % with % releases', new.number, new.state, powers
      using errcode = 'check_violation', constraint = 'money_leaves_by_both_powers';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.grant_to_doors(rights text, tables text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$ begin
  if exists (select from pg_roles where rolname = 'huijia_door') then
    execute format('grant %s on %s to huijia_door', rights, tables);
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION public.is_oneself(who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(who::text = acting('who'), false) $function$
;
CREATE OR REPLACE FUNCTION public.is_own_family(family uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(acting('kind') = 'family' and family::text = acting('family'), false) $function$
;
CREATE OR REPLACE FUNCTION public.next_receipt(for_county character, of_year integer, OUT running integer, OUT mark text)
 RETURNS record
 LANGUAGE plpgsql
AS $function$ begin
  insert into receipt_number as given (county, year, last) values (for_county, of_year, 1)
    on conflict (county, year) do update set last = given.last + 1
    returning given.last into running;
  select left(name->>'zh-CN', 1) into mark from division where code = for_county || '000000';
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation', constraint = 'what_is_written_stays';
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_change_of_closed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  if old.closed_on is not null then
    raise exception 'case % is closed', old.receipt using errcode = 'restrict_violation', constraint = 'a_closed_case_stays';
  end if;
  if (new.receipt, new.policy, new.period, new.subject_id, new.applicant_id, new.family_id, new.account_id, new.submission_key)
    is distinct from (old.receipt, old.policy, old.period, old.subject_id, old.applicant_id, old.family_id, old.account_id, old.submission_key) then
    raise exception 'case % keeps whom it is for', old.receipt using errcode = 'restrict_violation', constraint = 'a_case_keeps_whom_it_is_for';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.sees_families_of(division text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$ begin
  return acting_as_staff(array['receive', 'review', 'confirm', 'pay-out', 'supervise']) and acting('purpose') is not null and acting_within(division);
end $function$
;

create table access_log (
  county character(6) not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  duty text,
  office localized not null,
  person_id uuid not null,
  family_id uuid not null,
  residence character(12) not null,
  matter_id uuid,
  what text not null,
  purpose text not null,
  purpose_ref text,
  matter_kind text,
  opening uuid not null,
  constraint access_log_pkey PRIMARY KEY (county, id),
  constraint a_look_has_a_purpose CHECK ((purpose <> ''::text)),
  constraint a_looker_is_known CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'family'::text, 'system'::text]))),
  constraint a_matter_has_a_kind_and_an_id CHECK (((matter_kind IS NULL) = (matter_id IS NULL))),
  constraint a_purpose_is_a_key CHECK ((purpose ~ '^[a-z][a-z0-9/-]*$'::text))
);
CREATE INDEX access_log_by_family ON public.access_log USING btree (county, family_id, at, opening);
CREATE INDEX access_log_by_time ON public.access_log USING btree (county, at, opening);
alter table access_log enable row level security;
alter table access_log force row level security;

create table account (
  county character(6) not null,
  id uuid not null,
  person_id uuid not null,
  family_id uuid not null,
  residence character(12) not null,
  bank text not null,
  holder_name text not null,
  number_sealed bytea not null,
  number_blind character(64) not null,
  number_last4 character(4) not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint account_pkey PRIMARY KEY (county, id),
  constraint an_account_is_recorded_once_per_person UNIQUE (county, person_id, number_blind),
  constraint account_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id)
);
CREATE INDEX account_by_family ON public.account USING btree (county, family_id);
alter table account enable row level security;
alter table account force row level security;

create table application_draft (
  county character(6) not null,
  id uuid not null,
  phone_blind character(64) not null,
  body_sealed bytea not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  kind text not null,
  constraint application_draft_pkey PRIMARY KEY (county, id),
  constraint a_draft_is_an_application_or_a_correction CHECK ((kind = ANY (ARRAY['application'::text, 'correction'::text])))
);
alter table application_draft enable row level security;
alter table application_draft force row level security;

create table audit_entry (
  county character(6) not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  duty text,
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  purpose text,
  detail jsonb not null default '{}'::jsonb,
  purpose_ref text,
  constraint audit_entry_pkey PRIMARY KEY (county, id),
  constraint a_purpose_of_an_act_is_a_key CHECK ((purpose ~ '^[a-z][a-z0-9/-]*$'::text)),
  constraint an_actor_is_known CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'family'::text, 'system'::text, 'province'::text])))
);
CREATE INDEX audit_by_subject ON public.audit_entry USING btree (county, subject_kind, subject_id);
CREATE INDEX audit_by_time ON public.audit_entry USING btree (county, at);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;

create table bank_file (
  county character(6) not null,
  batch_id uuid not null,
  format text not null,
  file_digest character(64) not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint bank_file_pkey PRIMARY KEY (county, batch_id, format),
  constraint a_bank_file_format_is_known CHECK ((format = ANY (ARRAY['csv'::text, 'pain.001'::text]))),
  constraint bank_file_county_batch_id_fkey FOREIGN KEY (county, batch_id) REFERENCES payment_batch(county, id)
);
alter table bank_file enable row level security;
alter table bank_file force row level security;

create table bank_profile (
  county character(6) not null,
  key text not null,
  layout jsonb,
  payer jsonb not null,
  constraint bank_profile_pkey PRIMARY KEY (county, key)
);
alter table bank_profile enable row level security;
alter table bank_profile force row level security;

create table batch_line (
  county character(6) not null,
  batch_id uuid not null,
  line integer not null,
  payment_id uuid not null,
  end_to_end text not null,
  payee_name text not null,
  bank text not null,
  number_sealed bytea not null,
  number_last4 character(4) not null,
  remark text not null,
  amount_fen bigint not null,
  outcome text,
  return_reason text,
  settled_on date,
  constraint batch_line_pkey PRIMARY KEY (county, batch_id, line),
  constraint an_end_to_end_reference_belongs_to_one_line UNIQUE (county, end_to_end),
  constraint a_line_ends_paid_returned_or_cancelled CHECK ((outcome = ANY (ARRAY['paid'::text, 'returned'::text, 'cancelled'::text]))),
  constraint a_return_gives_its_reason CHECK ((((outcome = 'returned'::text) = (return_reason IS NOT NULL)) OR (outcome IS NULL))),
  constraint batch_line_county_batch_id_fkey FOREIGN KEY (county, batch_id) REFERENCES payment_batch(county, id),
  constraint batch_line_county_payment_id_fkey FOREIGN KEY (county, payment_id) REFERENCES payment(county, id)
);
CREATE UNIQUE INDEX a_payment_is_in_one_batch_at_a_time ON public.batch_line USING btree (county, payment_id) WHERE ((outcome IS NULL) OR (outcome = 'paid'::text));
alter table batch_line enable row level security;
alter table batch_line force row level security;

create table batch_release (
  county character(6) not null,
  batch_id uuid not null,
  power text not null,
  staff_id uuid not null,
  at timestamp with time zone not null,
  digest character(64) not null,
  constraint batch_release_pkey PRIMARY KEY (county, batch_id, power),
  constraint two_releases_by_two_people UNIQUE (county, batch_id, staff_id),
  constraint a_release_is_of_funds_or_of_payment CHECK ((power = ANY (ARRAY['manage-funds'::text, 'pay-out'::text]))),
  constraint a_release_signs_the_lines_of_its_batch FOREIGN KEY (county, batch_id, digest) REFERENCES payment_batch(county, id, digest),
  constraint batch_release_county_staff_id_fkey FOREIGN KEY (county, staff_id) REFERENCES staff(county, id)
);
alter table batch_release enable row level security;
alter table batch_release force row level security;

create table benefit_case (
  county character(6) not null,
  id uuid not null,
  receipt text not null,
  policy text not null,
  period text not null,
  subject_id uuid not null,
  applicant_id uuid not null,
  family_id uuid not null,
  account_id uuid not null,
  residence character(12) not null,
  origin text not null,
  state text not null,
  received_on date not null,
  due_on date not null,
  due_provisional boolean not null,
  waiting_since date,
  facts jsonb not null,
  amount_fen bigint,
  submission_key uuid not null,
  version integer not null default 1,
  closed_on date,
  policy_digest character(64),
  outcome text not null,
  because jsonb not null,
  articles text[] not null,
  determination_digest character(64) not null,
  engine text,
  constraint benefit_case_pkey PRIMARY KEY (county, id),
  constraint a_receipt_belongs_to_one_case UNIQUE (county, receipt),
  constraint the_same_form_is_one_case UNIQUE (county, submission_key),
  constraint a_case_state_is_known CHECK ((state = ANY (ARRAY['received'::text, 'correcting'::text, 'reviewed'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint a_closed_case_has_its_day CHECK (((closed_on IS NOT NULL) = (state = ANY (ARRAY['granted'::text, 'refused'::text, 'withdrawn'::text])))),
  constraint an_origin_is_known CHECK ((origin = ANY (ARRAY['phone'::text, 'counter'::text]))),
  constraint an_outcome_is_known CHECK ((outcome = ANY (ARRAY['eligible'::text, 'not-eligible'::text, 'undetermined'::text]))),
  constraint only_a_granted_case_has_a_certain_amount CHECK (((state <> 'granted'::text) OR (amount_fen > 0))),
  constraint the_clock_is_paused_while_the_family_corrects CHECK (((waiting_since IS NOT NULL) = (state = 'correcting'::text))),
  constraint benefit_case_county_account_id_fkey FOREIGN KEY (county, account_id) REFERENCES account(county, id),
  constraint benefit_case_county_applicant_id_fkey FOREIGN KEY (county, applicant_id) REFERENCES person(county, id),
  constraint benefit_case_county_family_id_fkey FOREIGN KEY (county, family_id) REFERENCES family(county, id),
  constraint benefit_case_county_subject_id_fkey FOREIGN KEY (county, subject_id) REFERENCES person(county, id),
  constraint benefit_case_residence_fkey FOREIGN KEY (residence) REFERENCES division(code),
  constraint the_law_of_a_case_is_kept FOREIGN KEY (policy_digest) REFERENCES policy_text(digest)
);
CREATE INDEX cases_by_applicant ON public.benefit_case USING btree (county, applicant_id);
CREATE INDEX cases_by_closing ON public.benefit_case USING btree (county, closed_on) WHERE (closed_on IS NOT NULL);
CREATE INDEX cases_by_family ON public.benefit_case USING btree (county, family_id);
CREATE INDEX cases_by_receipt_day ON public.benefit_case USING btree (county, received_on, id);
CREATE INDEX cases_by_residence ON public.benefit_case USING btree (county, residence, received_on);
CREATE INDEX cases_by_subject ON public.benefit_case USING btree (county, subject_id);
CREATE UNIQUE INDEX one_live_case_per_subject_and_period ON public.benefit_case USING btree (county, policy, subject_id, period) WHERE (state <> ALL (ARRAY['refused'::text, 'withdrawn'::text]));
CREATE INDEX open_cases_by_deadline ON public.benefit_case USING btree (county, due_on, residence) WHERE (closed_on IS NULL);
alter table benefit_case enable row level security;
alter table benefit_case force row level security;

create table case_document (
  county character(6) not null,
  id uuid not null,
  case_id uuid not null,
  requirement text not null,
  file_digest character(64) not null,
  media_type text not null,
  size_bytes integer not null,
  added_at timestamp with time zone not null,
  constraint case_document_pkey PRIMARY KEY (county, id),
  constraint a_photo_is_added_once_per_requirement UNIQUE (county, case_id, requirement, file_digest),
  constraint case_document_county_case_id_fkey FOREIGN KEY (county, case_id) REFERENCES benefit_case(county, id)
);
alter table case_document enable row level security;
alter table case_document force row level security;

create table case_event (
  county character(6) not null,
  case_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  duty text,
  office localized,
  kind text not null,
  body jsonb not null default '{}'::jsonb,
  constraint case_event_pkey PRIMARY KEY (county, case_id, seq),
  constraint an_event_kind_is_known CHECK ((kind = ANY (ARRAY['received'::text, 'correction-asked'::text, 'corrected'::text, 'review-passed'::text, 'review-refused'::text, 'sent-back'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text, 'deadline-moved'::text]))),
  constraint case_event_county_case_id_fkey FOREIGN KEY (county, case_id) REFERENCES benefit_case(county, id)
);
CREATE UNIQUE INDEX everything_missing_is_said_once ON public.case_event USING btree (county, case_id) WHERE (kind = 'correction-asked'::text);
alter table case_event enable row level security;
alter table case_event force row level security;

create table county (
  code character(6) not null,
  keeps_first_key boolean not null default false,
  served_since timestamp with time zone not null default now(),
  constraint county_pkey PRIMARY KEY (code),
  constraint a_county_has_six_digits CHECK ((code ~ '^[0-9]{6}$'::text)),
  constraint a_county_is_no_province CHECK ((code !~~ '__0000'::text)),
  constraint real_and_invented_counties_stand_apart EXCLUDE USING gist (int4range(((code !~ '^9[89]'::text))::integer, (((code !~ '^9[89]'::text))::integer + 1)) WITH -|-)
);
alter table county enable row level security;
alter table county force row level security;

create table county_figure (
  county character(6) not null,
  day date not null,
  key text not null,
  value numeric,
  of_how_many integer,
  written_at timestamp with time zone not null,
  constraint county_figure_pkey PRIMARY KEY (county, day, key),
  constraint a_figure_about_few_is_withheld CHECK (((of_how_many = 0) OR (of_how_many >= 10))),
  constraint a_share_of_few_is_withheld CHECK (((value = trunc(value)) OR ((round((value * (of_how_many)::numeric)) >= (10)::numeric) AND (((of_how_many)::numeric - round((value * (of_how_many)::numeric))) >= (10)::numeric)))),
  constraint a_withheld_figure_tells_nothing CHECK (((value IS NULL) = (of_how_many IS NULL)))
);
alter table county_figure enable row level security;
alter table county_figure force row level security;

create table decision (
  county character(6) not null,
  case_id uuid not null,
  number text not null,
  outcome text not null,
  amount_fen bigint,
  reasons jsonb not null,
  remedies jsonb not null,
  decided_on date not null,
  decided_by uuid not null,
  determination_digest character(64) not null,
  constraint decision_pkey PRIMARY KEY (county, case_id),
  constraint a_decision_number_belongs_to_one UNIQUE (county, number),
  constraint a_decision_gives_its_reasons CHECK (((jsonb_array_length(reasons) > 0) AND (jsonb_array_length(remedies) > 0))),
  constraint a_decision_grants_or_refuses CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text]))),
  constraint only_a_grant_has_an_amount CHECK (((outcome = 'granted'::text) = (amount_fen IS NOT NULL))),
  constraint decision_county_case_id_fkey FOREIGN KEY (county, case_id) REFERENCES benefit_case(county, id),
  constraint decision_county_decided_by_fkey FOREIGN KEY (county, decided_by) REFERENCES staff(county, id)
);
alter table decision enable row level security;
alter table decision force row level security;

create table division (
  code character(12) not null,
  name localized not null,
  constraint division_pkey PRIMARY KEY (code),
  constraint a_division_code_has_twelve_digits CHECK ((code ~ '^[0-9]{12}$'::text))
);
alter table division enable row level security;
alter table division force row level security;

create table duty (
  key text not null,
  constraint duty_pkey PRIMARY KEY (key),
  constraint a_duty_has_a_plain_name CHECK ((key ~ '^[a-z][a-z-]*(/[a-z][a-z-]*)?$'::text))
);

create table entitlement (
  county character(6) not null,
  id uuid not null,
  case_id uuid not null,
  policy text not null,
  subject_id uuid not null,
  family_id uuid not null,
  residence character(12) not null,
  period text not null,
  amount_fen bigint not null,
  account_id uuid not null,
  granted_on date not null,
  constraint entitlement_pkey PRIMARY KEY (county, id),
  constraint one_grant_per_subject_per_period UNIQUE (county, policy, subject_id, period),
  constraint a_grant_is_of_money CHECK ((amount_fen > 0)),
  constraint entitlement_county_account_id_fkey FOREIGN KEY (county, account_id) REFERENCES account(county, id),
  constraint entitlement_county_case_id_fkey FOREIGN KEY (county, case_id) REFERENCES benefit_case(county, id),
  constraint entitlement_county_subject_id_fkey FOREIGN KEY (county, subject_id) REFERENCES person(county, id)
);
alter table entitlement enable row level security;
alter table entitlement force row level security;

create table family (
  county character(6) not null,
  id uuid not null,
  residence character(12) not null,
  created_at timestamp with time zone not null,
  constraint family_pkey PRIMARY KEY (county, id),
  constraint a_family_lives_in_its_county CHECK (("left"((residence)::text, 6) = (county)::text)),
  constraint family_residence_fkey FOREIGN KEY (residence) REFERENCES division(code)
);
CREATE INDEX family_by_residence ON public.family USING btree (county, residence);
alter table family enable row level security;
alter table family force row level security;

create table hand (
  county character(6) not null,
  matter_id uuid not null,
  staff_id uuid not null,
  step text not null,
  matter_kind text not null,
  constraint hand_pkey PRIMARY KEY (county, matter_kind, matter_id, staff_id, step),
  constraint nobody_acts_twice_on_one_matter UNIQUE (county, matter_kind, matter_id, staff_id),
  constraint a_step_is_known FOREIGN KEY (step) REFERENCES hand_step(key),
  constraint hand_county_staff_id_fkey FOREIGN KEY (county, staff_id) REFERENCES staff(county, id)
);
alter table hand enable row level security;
alter table hand force row level security;

create table hand_step (
  key text not null,
  duty text not null,
  constraint hand_step_pkey PRIMARY KEY (key),
  constraint a_step_has_a_plain_name CHECK ((key ~ '^[a-z][a-z-]*(/[a-z][a-z-]*)?$'::text)),
  constraint hand_step_duty_fkey FOREIGN KEY (duty) REFERENCES duty(key)
);

create table kinship (
  county character(6) not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null,
  family_id uuid not null,
  residence character(12) not null,
  constraint kinship_pkey PRIMARY KEY (county, from_id, to_id, kind),
  constraint kinship_is_known CHECK ((kind = ANY (ARRAY['parent'::text, 'spouse'::text, 'guardian'::text]))),
  constraint nobody_is_their_own_kin CHECK ((from_id <> to_id)),
  constraint kinship_county_from_id_fkey FOREIGN KEY (county, from_id) REFERENCES person(county, id),
  constraint kinship_county_to_id_fkey FOREIGN KEY (county, to_id) REFERENCES person(county, id)
);
CREATE INDEX kinship_family ON public.kinship USING btree (county, family_id);
CREATE INDEX kinship_to ON public.kinship USING btree (county, to_id);
alter table kinship enable row level security;
alter table kinship force row level security;

create table ledger_account (
  county character(6) not null,
  code text not null,
  name localized not null,
  kind text not null,
  constraint ledger_account_pkey PRIMARY KEY (county, code),
  constraint a_ledger_account_kind_is_known CHECK ((kind = ANY (ARRAY['asset'::text, 'liability'::text, 'expense'::text, 'source'::text])))
);
alter table ledger_account enable row level security;
alter table ledger_account force row level security;

create table ledger_entry (
  county character(6) not null,
  transaction_id uuid not null,
  line integer not null,
  account text not null,
  debit_fen bigint not null default 0,
  credit_fen bigint not null default 0,
  constraint ledger_entry_pkey PRIMARY KEY (county, transaction_id, line),
  constraint an_entry_is_on_one_side CHECK (((debit_fen >= 0) AND (credit_fen >= 0) AND ((debit_fen = 0) <> (credit_fen = 0)))),
  constraint ledger_entry_county_account_fkey FOREIGN KEY (county, account) REFERENCES ledger_account(county, code),
  constraint ledger_entry_county_transaction_id_fkey FOREIGN KEY (county, transaction_id) REFERENCES ledger_transaction(county, id)
);
CREATE INDEX entries_by_account ON public.ledger_entry USING btree (county, account);
alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;

create table ledger_transaction (
  county character(6) not null,
  id uuid not null,
  at timestamp with time zone not null,
  on_day date not null,
  what text not null,
  matter_id uuid,
  batch_id uuid,
  matter_kind text,
  constraint ledger_transaction_pkey PRIMARY KEY (county, id),
  constraint a_matter_has_a_kind_and_an_id CHECK (((matter_kind IS NULL) = (matter_id IS NULL))),
  constraint a_transaction_is_known CHECK ((what = ANY (ARRAY['appropriation'::text, 'grant'::text, 'release'::text, 'settlement'::text, 'return'::text, 'correction'::text])))
);
CREATE INDEX transactions_by_day ON public.ledger_transaction USING btree (county, on_day);
alter table ledger_transaction enable row level security;
alter table ledger_transaction force row level security;

create table migration (
  number integer not null,
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
);

create table notice (
  county character(6) not null,
  id uuid not null,
  person_id uuid not null,
  family_id uuid not null,
  residence character(12) not null,
  matter_id uuid,
  kind text not null,
  words localized not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  failed text,
  sending_until timestamp with time zone,
  matter_kind text,
  constraint notice_pkey PRIMARY KEY (county, id),
  constraint a_matter_has_a_kind_and_an_id CHECK (((matter_kind IS NULL) = (matter_id IS NULL))),
  constraint notice_county_person_id_fkey FOREIGN KEY (county, person_id) REFERENCES person(county, id)
);
CREATE INDEX notices_by_family ON public.notice USING btree (county, family_id, created_at);
CREATE INDEX notices_to_send ON public.notice USING btree (county, created_at) WHERE ((sent_at IS NULL) AND (failed IS NULL));
alter table notice enable row level security;
alter table notice force row level security;

create table office (
  county character(6) not null,
  id uuid not null,
  division character(12) not null,
  name localized not null,
  constraint office_pkey PRIMARY KEY (county, id),
  constraint office_division_fkey FOREIGN KEY (division) REFERENCES division(code)
);
alter table office enable row level security;
alter table office force row level security;

create table payment (
  county character(6) not null,
  id uuid not null,
  order_id uuid not null,
  matter_id uuid not null,
  family_id uuid not null,
  residence character(12) not null,
  period text not null,
  amount_fen bigint not null,
  purpose localized not null,
  payee_id uuid not null,
  account_id uuid not null,
  state text not null,
  due_on date not null,
  paid_on date,
  returned_on date,
  return_reason text,
  version integer not null default 1,
  matter_kind text not null,
  constraint payment_pkey PRIMARY KEY (county, id),
  constraint an_order_is_paid_once_per_period UNIQUE (county, matter_kind, order_id, period),
  constraint a_paid_payment_has_its_day CHECK (((paid_on IS NOT NULL) = (state = 'paid'::text))),
  constraint a_payment_is_of_money CHECK ((amount_fen > 0)),
  constraint a_payment_state_is_known CHECK ((state = ANY (ARRAY['due'::text, 'in-batch'::text, 'paid'::text, 'returned'::text, 'cancelled'::text]))),
  constraint a_returned_payment_says_when_and_why CHECK ((((returned_on IS NULL) = (return_reason IS NULL)) AND ((state <> 'returned'::text) OR (returned_on IS NOT NULL)))),
  constraint payment_county_account_id_fkey FOREIGN KEY (county, account_id) REFERENCES account(county, id),
  constraint payment_county_payee_id_fkey FOREIGN KEY (county, payee_id) REFERENCES person(county, id)
);
CREATE INDEX payments_by_family ON public.payment USING btree (county, family_id);
CREATE INDEX payments_by_matter ON public.payment USING btree (county, matter_id);
CREATE INDEX payments_by_state ON public.payment USING btree (county, state, due_on);
alter table payment enable row level security;
alter table payment force row level security;

create table payment_batch (
  county character(6) not null,
  id uuid not null,
  number text not null,
  state text not null,
  line_count integer not null,
  total_fen bigint not null,
  digest character(64) not null,
  drafted_by uuid not null,
  drafted_at timestamp with time zone not null,
  pay_on date not null,
  version integer not null default 1,
  constraint payment_batch_pkey PRIMARY KEY (county, id),
  constraint a_batch_has_one_digest UNIQUE (county, id, digest),
  constraint a_batch_number_belongs_to_one UNIQUE (county, number),
  constraint a_batch_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'funds-released'::text, 'released'::text, 'reconciled'::text, 'cancelled'::text]))),
  constraint payment_batch_county_drafted_by_fkey FOREIGN KEY (county, drafted_by) REFERENCES staff(county, id)
);
alter table payment_batch enable row level security;
alter table payment_batch force row level security;

create table person (
  county character(6) not null,
  id uuid not null,
  family_id uuid not null,
  name text not null,
  name_sort text not null,
  birth date not null,
  nationality character(2),
  residence character(12) not null,
  identity_sealed bytea,
  identity_blind character(64),
  phone_sealed bytea,
  phone_blind character(64),
  died_on date,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint person_pkey PRIMARY KEY (county, id),
  constraint an_identity_number_belongs_to_one_person UNIQUE (county, identity_blind),
  constraint a_name_has_one_to_sixty_characters CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60))),
  constraint identity_is_sealed_and_indexed_together CHECK (((identity_sealed IS NULL) = (identity_blind IS NULL))),
  constraint nobody_dies_before_birth CHECK (((died_on IS NULL) OR (died_on >= birth))),
  constraint phone_is_sealed_and_indexed_together CHECK (((phone_sealed IS NULL) = (phone_blind IS NULL))),
  constraint person_county_family_id_fkey FOREIGN KEY (county, family_id) REFERENCES family(county, id),
  constraint person_residence_fkey FOREIGN KEY (residence) REFERENCES division(code)
);
CREATE UNIQUE INDEX a_phone_belongs_to_one_person ON public.person USING btree (county, phone_blind) WHERE (phone_blind IS NOT NULL);
CREATE INDEX person_by_family ON public.person USING btree (county, family_id);
CREATE INDEX person_by_residence ON public.person USING btree (county, residence, name_sort);
alter table person enable row level security;
alter table person force row level security;

create table person_name_key (
  county character(6) not null,
  key text not null,
  person_id uuid not null,
  residence character(12) not null,
  constraint person_name_key_pkey PRIMARY KEY (county, key, person_id)
);
alter table person_name_key enable row level security;
alter table person_name_key force row level security;

create table policy_text (
  digest character(64) not null,
  policy text not null,
  text text not null,
  old_version character(12) not null,
  kept_at timestamp with time zone not null,
  constraint policy_text_pkey PRIMARY KEY (digest),
  constraint a_text_is_named_by_its_digest CHECK (((digest)::text = encode(sha256(convert_to(text, 'UTF8'::name)), 'hex'::text)))
);
CREATE INDEX texts_of_a_policy ON public.policy_text USING btree (policy, kept_at);
alter table policy_text enable row level security;
alter table policy_text force row level security;

create table province (
  code character(6) not null,
  served_since timestamp with time zone not null default now(),
  constraint province_pkey PRIMARY KEY (code),
  constraint a_province_has_four_noughts CHECK (((code ~ '^[0-9]{2}0000$'::text) AND (code <> '000000'::bpchar)))
);
alter table province enable row level security;
alter table province force row level security;

create table receipt_number (
  county character(6) not null,
  year integer not null,
  last integer not null,
  constraint receipt_number_pkey PRIMARY KEY (county, year)
);
alter table receipt_number enable row level security;
alter table receipt_number force row level security;

create table return_file (
  county character(6) not null,
  id uuid not null,
  batch_id uuid not null,
  format text not null,
  file_digest character(64) not null,
  imported_at timestamp with time zone not null,
  imported_by uuid not null,
  paid_count integer not null,
  returned_count integer not null,
  constraint return_file_pkey PRIMARY KEY (county, id),
  constraint a_return_file_is_imported_once UNIQUE (county, file_digest),
  constraint a_return_file_format_is_known CHECK ((format = ANY (ARRAY['csv'::text, 'pain.002'::text]))),
  constraint return_file_county_batch_id_fkey FOREIGN KEY (county, batch_id) REFERENCES payment_batch(county, id)
);
alter table return_file enable row level security;
alter table return_file force row level security;

create table served_host (
  host text not null,
  of_county character(6),
  of_province character(6),
  constraint county_host_pkey PRIMARY KEY (host),
  constraint a_host_is_one_authoritys CHECK ((num_nonnulls(of_county, of_province) = 1)),
  constraint a_host_is_written_in_small_letters CHECK ((host ~ '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$'::text)),
  constraint county_host_code_fkey FOREIGN KEY (of_county) REFERENCES county(code),
  constraint served_host_of_province_fkey FOREIGN KEY (of_province) REFERENCES province(code)
);
CREATE INDEX hosts_of_counties ON public.served_host USING btree (of_county);
CREATE INDEX hosts_of_provinces ON public.served_host USING btree (of_province);
alter table served_host enable row level security;
alter table served_host force row level security;

create table session (
  county character(6) not null,
  token_hash character(64) not null,
  kind text not null,
  staff_id uuid,
  phone_blind character(64),
  phone_sealed bytea,
  form_token character(43) not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_because text,
  constraint session_pkey PRIMARY KEY (county, token_hash),
  constraint a_reason_of_an_end_is_known CHECK ((ended_because = ANY (ARRAY['signed-out'::text, 'password-changed'::text, 'closed-by-office'::text]))),
  constraint a_session_ends_for_a_reason CHECK (((ended_at IS NULL) = (ended_because IS NULL))),
  constraint a_session_is_of_staff_or_of_a_family CHECK ((((kind = 'staff'::text) AND (staff_id IS NOT NULL) AND (phone_blind IS NULL) AND (phone_sealed IS NULL)) OR ((kind = 'family'::text) AND (staff_id IS NULL) AND (phone_blind IS NOT NULL) AND (phone_sealed IS NOT NULL))))
);
alter table session enable row level security;
alter table session force row level security;

create table sign_in_code (
  county character(6) not null,
  phone_blind character(64) not null,
  code_hash character(64) not null,
  tries integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_code_pkey PRIMARY KEY (county, phone_blind)
);
alter table sign_in_code enable row level security;
alter table sign_in_code force row level security;

create table sign_in_limit (
  county character(6) not null,
  key_blind character(64) not null,
  count integer not null,
  started_at timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint sign_in_limit_pkey PRIMARY KEY (county, key_blind)
);
alter table sign_in_limit enable row level security;
alter table sign_in_limit force row level security;

create table staff (
  county character(6) not null,
  id uuid not null,
  office_id uuid not null,
  name text not null,
  sign_in_name text not null,
  active boolean not null default true,
  constraint staff_pkey PRIMARY KEY (county, id),
  constraint a_sign_in_name_belongs_to_one UNIQUE (county, sign_in_name),
  constraint a_sign_in_name_is_plain CHECK ((sign_in_name ~ '^[a-z][a-z0-9.-]{1,39}$'::text)),
  constraint staff_county_office_id_fkey FOREIGN KEY (county, office_id) REFERENCES office(county, id)
);
alter table staff enable row level security;
alter table staff force row level security;

create table staff_duty (
  county character(6) not null,
  staff_id uuid not null,
  duty text not null,
  division character(12) not null,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  constraint staff_duty_pkey PRIMARY KEY (county, staff_id, duty),
  constraint a_province_has_figures_and_nothing_else CHECK (((duty = 'oversight/province-figures'::text) = (county ~~ '__0000'::text))),
  constraint nobody_grants_a_duty_to_themselves CHECK ((granted_by IS DISTINCT FROM staff_id)),
  constraint a_duty_is_known FOREIGN KEY (duty) REFERENCES duty(key),
  constraint staff_duty_county_staff_id_fkey FOREIGN KEY (county, staff_id) REFERENCES staff(county, id),
  constraint staff_duty_division_fkey FOREIGN KEY (division) REFERENCES division(code)
);
CREATE UNIQUE INDEX four_powers_are_never_combined ON public.staff_duty USING btree (county, staff_id) WHERE (duty = ANY (ARRAY['confirm'::text, 'manage-funds'::text, 'pay-out'::text, 'supervise'::text]));
alter table staff_duty enable row level security;
alter table staff_duty force row level security;

create table staff_password (
  county character(6) not null,
  staff_id uuid not null,
  hash text not null,
  changed_at timestamp with time zone not null,
  constraint staff_password_pkey PRIMARY KEY (county, staff_id),
  constraint staff_password_county_staff_id_fkey FOREIGN KEY (county, staff_id) REFERENCES staff(county, id)
);
alter table staff_password enable row level security;
alter table staff_password force row level security;

create table working_day_change (
  day date not null,
  kind text not null,
  name text not null,
  constraint working_day_change_pkey PRIMARY KEY (day),
  constraint a_change_is_a_holiday_or_a_make_up_day CHECK ((kind = ANY (ARRAY['holiday'::text, 'make-up'::text])))
);
alter table working_day_change enable row level security;
alter table working_day_change force row level security;

create table working_year (
  year integer not null,
  notice text not null,
  constraint working_year_pkey PRIMARY KEY (year)
);
alter table working_year enable row level security;
alter table working_year force row level security;

CREATE TRIGGER access_log_stays BEFORE DELETE OR UPDATE ON public.access_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_stays BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_file_stays BEFORE DELETE OR UPDATE ON public.bank_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER a_signed_line_only_learns_its_outcome BEFORE DELETE OR UPDATE ON public.batch_line FOR EACH ROW EXECUTE FUNCTION check_line_change();
CREATE TRIGGER batch_release_stays BEFORE DELETE OR UPDATE ON public.batch_release FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER a_closed_case_stays BEFORE UPDATE ON public.benefit_case FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed();
CREATE TRIGGER benefit_case_is_not_deleted BEFORE DELETE ON public.benefit_case FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_event_stays BEFORE DELETE OR UPDATE ON public.case_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_stays BEFORE DELETE OR UPDATE ON public.decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entitlement_stays BEFORE DELETE OR UPDATE ON public.entitlement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER a_hand_in_a_case_is_in_one_that_is_there AFTER INSERT ON public.hand NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((new.matter_kind = 'case'::text)) EXECUTE FUNCTION check_hand_in_case();
CREATE CONSTRAINT TRIGGER entries_of_a_transaction_balance AFTER INSERT ON public.ledger_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_balance();
CREATE TRIGGER ledger_entry_stays BEFORE DELETE OR UPDATE ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER a_transaction_has_entries AFTER INSERT ON public.ledger_transaction DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_has_entries();
CREATE TRIGGER ledger_transaction_stays BEFORE DELETE OR UPDATE ON public.ledger_transaction FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER a_payment_keeps_what_it_is_for BEFORE UPDATE ON public.payment FOR EACH ROW EXECUTE FUNCTION check_payment_change();
CREATE CONSTRAINT TRIGGER a_payment_of_a_case_is_of_its_entitlement AFTER INSERT ON public.payment NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((new.matter_kind = 'case'::text)) EXECUTE FUNCTION check_payment_of_case();
CREATE CONSTRAINT TRIGGER money_leaves_by_both_powers AFTER INSERT OR UPDATE ON public.payment_batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = ANY (ARRAY['funds-released'::text, 'released'::text, 'reconciled'::text]))) EXECUTE FUNCTION check_releases();
CREATE TRIGGER policy_text_stays BEFORE DELETE OR UPDATE ON public.policy_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER return_file_stays BEFORE DELETE OR UPDATE ON public.return_file FOR EACH ROW EXECUTE FUNCTION refuse_change();

create policy a_look_is_added_by_the_looker on access_log for insert
  with check (acting_for_county(county) AND ((acting_as_system() AND (actor_kind = 'system'::text)) OR ((acting('kind'::text) = 'staff'::text) AND (actor_kind = 'staff'::text) AND is_oneself(actor_id) AND (NOT (duty IS DISTINCT FROM acting('duty'::text))))));
create policy looks_for_supervision on access_log for select
  using (acting_for_county(county) AND (acting_as_system() OR (acting_as_staff(ARRAY['supervise'::text]) AND acting_within((residence)::text))));
create policy looks_for_the_family on access_log for select
  using (acting_for_county(county) AND is_own_family(family_id));
create policy account_for_duty on account for select
  using (acting_for_county(county) AND (sees_families_of((residence)::text) OR acting_as_system()));
create policy account_for_own_family on account for all
  using (acting_for_county(county) AND is_own_family(family_id));
create policy account_for_those_who_pay on account for select
  using (acting_for_county(county) AND acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text]) AND acting_within((residence)::text));
create policy account_is_written_at_the_counter on account for all
  using (acting_for_county(county) AND (acting_as_system() OR (acting_as_staff(ARRAY['receive'::text]) AND sees_families_of((residence)::text))));
create policy draft_of_the_phone on application_draft for all
  using (acting_for_county(county) AND (((acting('kind'::text) = 'family'::text) AND ((phone_blind)::text = acting('phone'::text))) OR acting_as_system()));
create policy audit_for_supervision on audit_entry for select
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['supervise'::text]) OR acting_as_system()));
create policy audit_is_added_in_ones_own_name on audit_entry for insert
  with check (acting_for_county(county) AND (((actor_kind = acting('kind'::text)) AND (NOT ((actor_id)::text IS DISTINCT FROM acting('who'::text))) AND (NOT (duty IS DISTINCT FROM acting('duty'::text)))) OR ((acting('kind'::text) = 'sign-in'::text) AND (actor_kind = ANY (ARRAY['staff'::text, 'province'::text])) AND ((actor_id)::text = acting('who'::text)))));
create policy bank_file_for_money_duties on bank_file for select
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text, 'supervise'::text]) OR acting_as_system()));
create policy bank_file_is_made_by_the_payer on bank_file for insert
  with check (acting_for_county(county) AND (acting_as_system() OR (is_oneself(made_by) AND acting_as_staff(ARRAY['pay-out'::text]))));
create policy bank_profile_is_changed on bank_profile for update
  using (acting_for_county(county) AND acting_as_system());
create policy bank_profile_is_set_up on bank_profile for insert
  with check (acting_for_county(county) AND acting_as_system());
create policy bank_profile_of_the_county on bank_profile for select
  using acting_for_county(county);
create policy batch_line_for_money_duties on batch_line for select
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text, 'supervise'::text]) OR acting_as_system()));
create policy batch_line_is_written_by_both_powers on batch_line for all
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text]) OR acting_as_system()));
create policy batch_release_for_money_duties on batch_release for select
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text, 'supervise'::text]) OR acting_as_system()));
create policy release_is_ones_own on batch_release for insert
  with check (acting_for_county(county) AND (acting_as_system() OR (is_oneself(staff_id) AND (power = acting('duty'::text)) AND acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text]))));
create policy case_for_duty on benefit_case for select
  using (acting_for_county(county) AND (sees_families_of((residence)::text) OR acting_as_system()));
create policy case_for_own_family on benefit_case for select
  using (acting_for_county(county) AND is_own_family(family_id));
create policy case_is_received on benefit_case for insert
  with check (acting_for_county(county) AND (acting_as_system() OR ((state = 'received'::text) AND (is_own_family(family_id) OR (acting_as_staff(ARRAY['receive'::text]) AND sees_families_of((residence)::text))))));
create policy case_moves_by_its_duty on benefit_case for update
  using (acting_for_county(county) AND (acting_as_system() OR is_own_family(family_id) OR (acting_as_staff(ARRAY['receive'::text, 'review'::text, 'confirm'::text]) AND sees_families_of((residence)::text))))
  with check (acting_for_county(county) AND (acting_as_system() OR ((state = ANY (ARRAY['received'::text, 'withdrawn'::text])) AND (is_own_family(family_id) OR (acting_as_staff(ARRAY['receive'::text]) AND sees_families_of((residence)::text)))) OR ((state = ANY (ARRAY['reviewed'::text, 'correcting'::text, 'refused'::text])) AND acting_as_staff(ARRAY['review'::text]) AND sees_families_of((residence)::text)) OR ((state = ANY (ARRAY['granted'::text, 'refused'::text, 'received'::text])) AND acting_as_staff(ARRAY['confirm'::text]) AND sees_families_of((residence)::text))));
create policy document_is_handed_in on case_document for insert
  with check (acting_for_county(county) AND (acting_as_system() OR (((acting('kind'::text) = 'family'::text) OR acting_as_staff(ARRAY['receive'::text])) AND (EXISTS ( SELECT
   FROM benefit_case c
  WHERE ((c.county = case_document.county) AND (c.id = case_document.case_id) AND (c.closed_on IS NULL)))))));
create policy document_with_its_case on case_document for select
  using (acting_for_county(county) AND (acting_as_system() OR (EXISTS ( SELECT
   FROM benefit_case c
  WHERE ((c.county = case_document.county) AND (c.id = case_document.case_id))))));
create policy event_of_its_actor on case_event for insert
  with check (acting_for_county(county) AND (acting_as_system() OR ((actor_kind = acting('kind'::text)) AND (NOT ((actor_id)::text IS DISTINCT FROM acting('who'::text))) AND (NOT (duty IS DISTINCT FROM acting('duty'::text))) AND (((kind = ANY (ARRAY['received'::text, 'corrected'::text, 'withdrawn'::text])) AND ((actor_kind = 'family'::text) OR acting_as_staff(ARRAY['receive'::text]))) OR ((kind = ANY (ARRAY['correction-asked'::text, 'review-passed'::text, 'review-refused'::text])) AND acting_as_staff(ARRAY['review'::text])) OR ((kind = ANY (ARRAY['confirmed'::text, 'refused'::text, 'sent-back'::text])) AND acting_as_staff(ARRAY['confirm'::text]))) AND (EXISTS ( SELECT
   FROM benefit_case c
  WHERE ((c.county = case_event.county) AND (c.id = case_event.case_id)))))));
create policy event_with_its_case on case_event for select
  using (acting_for_county(county) AND (acting_as_system() OR (EXISTS ( SELECT
   FROM benefit_case c
  WHERE ((c.county = case_event.county) AND (c.id = case_event.case_id))))));
create policy county_for_everybody on county for select
  using true;
create policy county_is_taken_in on county for insert
  with check (acting_as_system() AND acting_for_county(code));
create policy figures_by_the_county on county_figure for all
  using (acting_for_county(county) AND (acting_as_system() OR acting_as_staff(ARRAY['supervise'::text])));
create policy figures_for_the_province on county_figure for select
  using acting_for_province_of(county);
create policy decision_by_its_signer on decision for insert
  with check (acting_for_county(county) AND (acting_as_system() OR (is_oneself(decided_by) AND (acting_as_staff(ARRAY['confirm'::text]) OR ((outcome = 'refused'::text) AND acting_as_staff(ARRAY['review'::text]))) AND (EXISTS ( SELECT
   FROM benefit_case c
  WHERE ((c.county = decision.county) AND (c.id = decision.case_id)))))));
create policy decision_with_its_case on decision for select
  using (acting_for_county(county) AND (acting_as_system() OR (EXISTS ( SELECT
   FROM benefit_case c
  WHERE ((c.county = decision.county) AND (c.id = decision.case_id))))));
create policy division_for_everybody on division for select
  using true;
create policy division_is_named_anew on division for update
  using (acting_as_system() AND ("left"((code)::text, 6) = acting('county'::text)));
create policy division_of_ones_own on division for insert
  with check (acting_as_system() AND (("left"((code)::text, 6) = acting('county'::text)) OR (code = ANY (ARRAY[(rpad("left"(acting('county'::text), 4), 12, '0'::text))::bpchar, (rpad("left"(acting('county'::text), 2), 12, '0'::text))::bpchar]))));
create policy entitlement_by_confirmation on entitlement for insert
  with check (acting_for_county(county) AND (acting_as_system() OR (acting_as_staff(ARRAY['confirm'::text]) AND sees_families_of((residence)::text))));
create policy entitlement_for_duty on entitlement for select
  using (acting_for_county(county) AND (sees_families_of((residence)::text) OR acting_as_system()));
create policy entitlement_for_own_family on entitlement for select
  using (acting_for_county(county) AND is_own_family(family_id));
create policy family_enters_itself on family for insert
  with check (acting_for_county(county) AND is_own_family(id));
create policy family_for_duty on family for select
  using (acting_for_county(county) AND (sees_families_of((residence)::text) OR acting_as_system()));
create policy family_for_itself on family for select
  using (acting_for_county(county) AND is_own_family(id));
create policy family_is_written_at_the_counter on family for all
  using (acting_for_county(county) AND (acting_as_system() OR (acting_as_staff(ARRAY['receive'::text]) AND sees_families_of((residence)::text))));
create policy hand_for_its_owner on hand for select
  using (acting_for_county(county) AND (acting_as_system() OR is_oneself(staff_id)));
create policy hand_is_ones_own on hand for insert
  with check (acting_for_county(county) AND (acting_as_system() OR ((acting('kind'::text) = 'staff'::text) AND is_oneself(staff_id) AND (EXISTS ( SELECT
   FROM hand_step s
  WHERE ((s.key = hand.step) AND (s.duty = acting('duty'::text))))))));
create policy kinship_for_duty on kinship for select
  using (acting_for_county(county) AND (sees_families_of((residence)::text) OR acting_as_system()));
create policy kinship_for_own_family on kinship for select
  using (acting_for_county(county) AND is_own_family(family_id));
create policy kinship_from_own_family on kinship for insert
  with check (acting_for_county(county) AND is_own_family(family_id));
create policy kinship_is_written_at_the_counter on kinship for all
  using (acting_for_county(county) AND (acting_as_system() OR (acting_as_staff(ARRAY['receive'::text]) AND sees_families_of((residence)::text))));
create policy ledger_account_is_opened_by_an_act_of_money on ledger_account for insert
  with check (acting_for_county(county) AND (acting_as_system() OR acting_as_staff(ARRAY['confirm'::text, 'manage-funds'::text, 'pay-out'::text])));
create policy ledger_account_of_the_county on ledger_account for select
  using acting_for_county(county);
create policy grant_entries_are_read_back on ledger_entry for select
  using (acting_for_county(county) AND acting_as_staff(ARRAY['confirm'::text]) AND (EXISTS ( SELECT
   FROM ledger_transaction t
  WHERE ((t.county = ledger_entry.county) AND (t.id = ledger_entry.transaction_id) AND (t.what = 'grant'::text)))));
create policy grant_entries_enter_the_ledger on ledger_entry for insert
  with check (acting_for_county(county) AND acting_as_staff(ARRAY['confirm'::text]) AND (EXISTS ( SELECT
   FROM ledger_transaction t
  WHERE ((t.county = ledger_entry.county) AND (t.id = ledger_entry.transaction_id) AND (t.what = 'grant'::text)))));
create policy ledger_entry_for_money_duties on ledger_entry for select
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text, 'supervise'::text]) OR acting_as_system()));
create policy ledger_entry_is_written_by_both_powers on ledger_entry for all
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text]) OR acting_as_system()));
create policy grant_enters_the_ledger on ledger_transaction for insert
  with check (acting_for_county(county) AND acting_as_staff(ARRAY['confirm'::text]) AND (what = 'grant'::text));
create policy grant_transaction_is_read_back on ledger_transaction for select
  using (acting_for_county(county) AND acting_as_staff(ARRAY['confirm'::text]) AND (what = 'grant'::text));
create policy ledger_transaction_for_money_duties on ledger_transaction for select
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text, 'supervise'::text]) OR acting_as_system()));
create policy ledger_transaction_is_written_by_both_powers on ledger_transaction for all
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text]) OR acting_as_system()));
create policy notice_for_duty on notice for select
  using (acting_for_county(county) AND (sees_families_of((residence)::text) OR acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text]) OR acting_as_system()));
create policy notice_for_own_family on notice for select
  using (acting_for_county(county) AND is_own_family(family_id));
create policy notice_is_sent_by_the_worker on notice for update
  using (acting_for_county(county) AND acting_as_system());
create policy notice_is_written_with_its_act on notice for insert
  with check (acting_for_county(county) AND (is_own_family(family_id) OR (acting_as_staff(ARRAY['receive'::text, 'review'::text, 'confirm'::text]) AND sees_families_of((residence)::text)) OR acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text]) OR acting_as_system()));
create policy office_is_founded on office for insert
  with check (acting_for_county(county) AND acting_as_system());
create policy office_is_named_anew on office for update
  using (acting_for_county(county) AND acting_as_system());
create policy office_of_the_county on office for select
  using acting_for_county(county);
create policy account_of_a_return_at_the_counter on payment for update
  using (acting_for_county(county) AND acting_as_staff(ARRAY['receive'::text]) AND sees_families_of((residence)::text) AND (state = 'returned'::text))
  with check (acting_for_county(county) AND (state = 'due'::text));
create policy account_of_a_return_by_own_family on payment for update
  using (acting_for_county(county) AND is_own_family(family_id) AND (state = 'returned'::text))
  with check (acting_for_county(county) AND (state = 'due'::text));
create policy payment_for_duty on payment for select
  using (acting_for_county(county) AND (sees_families_of((residence)::text) OR acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text, 'supervise'::text]) OR acting_as_system()));
create policy payment_for_own_family on payment for select
  using (acting_for_county(county) AND is_own_family(family_id));
create policy payment_is_ordered_by_the_confirmer on payment for insert
  with check (acting_for_county(county) AND (acting_as_system() OR (acting_as_staff(ARRAY['confirm'::text]) AND sees_families_of((residence)::text))));
create policy payment_moves_by_both_powers on payment for update
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text]) OR acting_as_system()));
create policy payment_batch_for_money_duties on payment_batch for select
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text, 'supervise'::text]) OR acting_as_system()));
create policy payment_batch_is_written_by_both_powers on payment_batch for all
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text]) OR acting_as_system()));
create policy person_at_sign_in on person for select
  using (acting_for_county(county) AND (acting('kind'::text) = 'sign-in'::text) AND ((phone_blind)::text = acting('phone'::text)));
create policy person_for_duty on person for select
  using (acting_for_county(county) AND (sees_families_of((residence)::text) OR acting_as_system()));
create policy person_for_own_family on person for select
  using (acting_for_county(county) AND is_own_family(family_id));
create policy person_from_own_family on person for insert
  with check (acting_for_county(county) AND is_own_family(family_id));
create policy person_is_written_at_the_counter on person for all
  using (acting_for_county(county) AND (acting_as_system() OR (acting_as_staff(ARRAY['receive'::text]) AND sees_families_of((residence)::text))));
create policy name_key_from_own_family on person_name_key for insert
  with check (acting_for_county(county) AND (acting('kind'::text) = 'family'::text) AND (EXISTS ( SELECT
   FROM person p
  WHERE ((p.county = person_name_key.county) AND (p.id = person_name_key.person_id) AND is_own_family(p.family_id)))));
create policy person_name_key_for_duty on person_name_key for select
  using (acting_for_county(county) AND (sees_families_of((residence)::text) OR acting_as_system()));
create policy person_name_key_is_written_at_the_counter on person_name_key for all
  using (acting_for_county(county) AND (acting_as_system() OR (acting_as_staff(ARRAY['receive'::text]) AND sees_families_of((residence)::text))));
create policy text_for_everybody on policy_text for select
  using true;
create policy text_is_kept_at_publication on policy_text for insert
  with check acting_as_system();
create policy province_for_everybody on province for select
  using true;
create policy province_is_taken_in on province for insert
  with check (acting_as_system() AND acting_for_county(code));
create policy receipt_number_of_the_county on receipt_number for all
  using acting_for_county(county);
create policy return_file_for_money_duties on return_file for select
  using (acting_for_county(county) AND (acting_as_staff(ARRAY['manage-funds'::text, 'pay-out'::text, 'supervise'::text]) OR acting_as_system()));
create policy return_file_is_imported_by_the_payer on return_file for insert
  with check (acting_for_county(county) AND (acting_as_system() OR (is_oneself(imported_by) AND acting_as_staff(ARRAY['pay-out'::text]))));
create policy host_of_ones_own on served_host for all
  using (acting_as_system() AND acting_for_county(COALESCE(of_county, of_province)))
  with check (acting_as_system() AND acting_for_county(COALESCE(of_county, of_province)));
create policy served_host_for_everybody on served_host for select
  using true;
create policy session_begins_for_whoever_is_known on session for insert
  with check (acting_for_county(county) AND (acting_as_system() OR ((acting('kind'::text) = 'sign-in'::text) AND (((staff_id)::text = acting('who'::text)) OR ((phone_blind)::text = acting('phone'::text))))));
create policy session_is_kept_by_its_token on session for update
  using (acting_for_county(county) AND (((acting('kind'::text) = 'sign-in'::text) AND (((token_hash)::text = acting('token'::text)) OR ((staff_id)::text = acting('who'::text)))) OR acting_as_system() OR acting_as_staff(ARRAY['administer'::text])));
create policy session_is_read_by_its_token on session for select
  using (acting_for_county(county) AND (((acting('kind'::text) = 'sign-in'::text) AND (((token_hash)::text = acting('token'::text)) OR ((staff_id)::text = acting('who'::text)))) OR acting_as_system() OR acting_as_staff(ARRAY['administer'::text])));
create policy session_is_swept on session for delete
  using (acting_for_county(county) AND acting_as_system());
create policy code_at_sign_in on sign_in_code for all
  using (acting_for_county(county) AND (((acting('kind'::text) = 'sign-in'::text) AND ((phone_blind)::text = acting('phone'::text))) OR acting_as_system()));
create policy limit_at_sign_in on sign_in_limit for all
  using (acting_for_county(county) AND ((acting('kind'::text) = 'sign-in'::text) OR acting_as_system()));
create policy staff_by_administration on staff for all
  using (acting_for_county(county) AND (acting_as_system() OR acting_as_staff(ARRAY['administer'::text])));
create policy staff_of_the_county on staff for select
  using acting_for_county(county);
create policy staff_duty_by_administration on staff_duty for all
  using (acting_for_county(county) AND (acting_as_system() OR acting_as_staff(ARRAY['administer'::text])));
create policy staff_duty_of_the_county on staff_duty for select
  using acting_for_county(county);
create policy password_at_its_owners_sign_in on staff_password for all
  using (acting_for_county(county) AND (((acting('kind'::text) = 'sign-in'::text) AND ((staff_id)::text = acting('who'::text))) OR acting_as_system() OR acting_as_staff(ARRAY['administer'::text])));
create policy working_day_change_for_everybody on working_day_change for select
  using true;
create policy working_day_change_is_the_systems on working_day_change for all
  using acting_as_system()
  with check acting_as_system();
create policy working_year_for_everybody on working_year for select
  using true;
create policy working_year_is_the_systems on working_year for all
  using acting_as_system()
  with check acting_as_system();

grant select, insert on access_log to huijia_door;
grant select, insert, update on account to huijia_door;
grant select, insert, update, delete on application_draft to huijia_door;
grant select, insert on audit_entry to huijia_door;
grant select, insert on bank_file to huijia_door;
grant select, insert, update on bank_profile to huijia_door;
grant select, insert, update on batch_line to huijia_door;
grant select, insert on batch_release to huijia_door;
grant select, insert, update on benefit_case to huijia_door;
grant select, insert on case_document to huijia_door;
grant select, insert on case_event to huijia_door;
grant select, insert (code), insert (served_since) on county to huijia_door;
grant select, insert, update on county_figure to huijia_door;
grant select, insert on decision to huijia_door;
grant select, insert, update on division to huijia_door;
grant select on duty to huijia_door;
grant select, insert on entitlement to huijia_door;
grant select, insert, update on family to huijia_door;
grant select, insert on hand to huijia_door;
grant select on hand_step to huijia_door;
grant select, insert, update, delete on kinship to huijia_door;
grant select, insert on ledger_account to huijia_door;
grant select, insert on ledger_entry to huijia_door;
grant select, insert on ledger_transaction to huijia_door;
grant select, insert, update on notice to huijia_door;
grant select, insert, update on office to huijia_door;
grant select, insert, update on payment to huijia_door;
grant select, insert, update on payment_batch to huijia_door;
grant select, insert, update on person to huijia_door;
grant select, insert, update, delete on person_name_key to huijia_door;
grant select, insert on policy_text to huijia_door;
grant select, insert on province to huijia_door;
grant select, insert, update on receipt_number to huijia_door;
grant select, insert on return_file to huijia_door;
grant select, insert, update, delete on served_host to huijia_door;
grant select, insert, update, delete on session to huijia_door;
grant select, insert, update, delete on sign_in_code to huijia_door;
grant select, insert, update, delete on sign_in_limit to huijia_door;
grant select, insert, update on staff to huijia_door;
grant select, insert, update, delete on staff_duty to huijia_door;
grant select, insert, update on staff_password to huijia_door;
grant select, insert, update, delete on working_day_change to huijia_door;
grant select, insert, update, delete on working_year to huijia_door;
