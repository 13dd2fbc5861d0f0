-- A case from receipt to decision. The timeline (case_event) is the case; the row in benefit_case is what lists and constraints need of it.

create table receipt_number (
  county char(6) not null,
  year integer not null,
  last integer not null,
  primary key (county, year)
);
select grant_to_doors('select, insert, update', 'receipt_number');

create table benefit_case (
  county char(6) not null,
  id uuid not null,
  receipt text not null,
  policy text not null,
  policy_version text not null,
  period text not null,
  subject_id uuid not null,
  applicant_id uuid not null,
  family_id uuid not null,
  account_id uuid not null,
  residence char(12) not null references division (code),
  origin text not null,
  state text not null,
  received_on date not null,
  due_on date not null,
  due_provisional boolean not null,
  -- While the family mends something the clock stands still.
  waiting_since date,
  facts jsonb not null,
  determination jsonb not null,
  amount_fen bigint,
  submission_key uuid not null,
  version integer not null default 1,
  closed_on date,
  primary key (county, id),
  foreign key (county, subject_id) references person (county, id),
  foreign key (county, applicant_id) references person (county, id),
  foreign key (county, family_id) references family (county, id),
  foreign key (county, account_id) references account (county, id),
  constraint a_receipt_belongs_to_one_case unique (county, receipt),
  constraint the_same_form_is_one_case unique (county, submission_key),
  constraint a_case_state_is_known check (state in ('received', 'correcting', 'reviewed', 'granted', 'refused', 'withdrawn')),
  constraint an_origin_is_known check (origin in ('phone', 'counter')),
  constraint the_clock_stands_while_the_family_mends check ((waiting_since is not null) = (state = 'correcting')),
  constraint a_closed_case_has_its_day check ((closed_on is not null) = (state in ('granted', 'refused', 'withdrawn'))),
  constraint only_a_granted_case_has_a_certain_amount check (state <> 'granted' or amount_fen > 0)
);
create unique index one_live_case_per_subject_and_period on benefit_case (county, policy, subject_id, period) where state not in ('refused', 'withdrawn');
create index open_cases_by_deadline on benefit_case (county, due_on, residence) where closed_on is null;
create index cases_by_residence on benefit_case (county, residence, received_on);
create index cases_by_receipt_day on benefit_case (county, received_on, id);
create index cases_by_closing on benefit_case (county, closed_on) where closed_on is not null;
create index cases_by_subject on benefit_case (county, subject_id);
create index cases_by_applicant on benefit_case (county, applicant_id);
create index cases_by_family on benefit_case (county, family_id);

create table case_event (
  county char(6) not null,
  case_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  duty text,
  office_zh text,
  office_en text,
  kind text not null,
  body jsonb not null default '{}',
  primary key (county, case_id, seq),
  foreign key (county, case_id) references benefit_case (county, id),
  constraint an_event_kind_is_known check (kind in (
    'received', 'correction-asked', 'corrected', 'review-passed', 'review-refused', 'sent-back',
    'confirmed', 'refused', 'withdrawn', 'deadline-moved'))
);
create trigger case_event_stays before update or delete on case_event for each row execute function refuse_change();

-- One correction notice, which lists everything (一次性告知): a second one is refused.
create unique index everything_missing_is_said_once on case_event (county, case_id) where kind = 'correction-asked';

-- Who had a hand in a case, at which step; the second line is the rule.
create table case_hand (
  county char(6) not null,
  case_id uuid not null,
  staff_id uuid not null,
  step text not null,
  primary key (county, case_id, staff_id, step),
  foreign key (county, case_id) references benefit_case (county, id),
  foreign key (county, staff_id) references staff (county, id),
  constraint nobody_acts_twice_on_one_case unique (county, case_id, staff_id),
  constraint a_step_is_known check (step in ('receive', 'review', 'confirm', 'release-funds', 'pay-out'))
);

create table case_document (
  county char(6) not null,
  id uuid not null,
  case_id uuid not null,
  requirement text not null,
  file_digest char(64) not null,
  media_type text not null,
  size_bytes integer not null,
  added_at timestamptz not null,
  primary key (county, id),
  foreign key (county, case_id) references benefit_case (county, id),
  constraint a_photo_is_added_once_per_requirement unique (county, case_id, requirement, file_digest)
);

create table decision (
  county char(6) not null,
  case_id uuid not null,
  number text not null,
  outcome text not null,
  amount_fen bigint,
  reasons jsonb not null,
  remedies jsonb not null,
  decided_on date not null,
  decided_by uuid not null,
  primary key (county, case_id),
  foreign key (county, case_id) references benefit_case (county, id),
  foreign key (county, decided_by) references staff (county, id),
  constraint a_decision_number_belongs_to_one unique (county, number),
  constraint a_decision_grants_or_refuses check (outcome in ('granted', 'refused')),
  constraint only_a_grant_has_an_amount check ((outcome = 'granted') = (amount_fen is not null)),
  constraint a_decision_gives_its_reasons check (jsonb_array_length(reasons) > 0 and jsonb_array_length(remedies) > 0)
);
create trigger decision_stays before update or delete on decision for each row execute function refuse_change();

create table entitlement (
  county char(6) not null,
  id uuid not null,
  case_id uuid not null,
  policy text not null,
  subject_id uuid not null,
  family_id uuid not null,
  residence char(12) not null,
  period text not null,
  amount_fen bigint not null,
  account_id uuid not null,
  granted_on date not null,
  primary key (county, id),
  foreign key (county, case_id) references benefit_case (county, id),
  foreign key (county, subject_id) references person (county, id),
  foreign key (county, account_id) references account (county, id),
  constraint one_grant_per_subject_per_period unique (county, policy, subject_id, period),
  constraint a_grant_is_of_money check (amount_fen > 0)
);

-- What a family has answered and photographed so far, sealed; goes when it is handed in or after 30 days.
create table application_draft (
  county char(6) not null,
  id uuid not null,
  phone_blind char(64) not null,
  body_sealed bytea not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (county, id)
);

do $$ declare t text; begin
  foreach t in array array['benefit_case', 'case_event', 'case_hand', 'case_document', 'decision', 'entitlement', 'application_draft'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy case_for_duty on benefit_case for select using (acting_for_county(county) and (sees_families_of(residence) or acting_as_system()));
create policy case_for_own_family on benefit_case for select using (acting_for_county(county) and is_own_family(family_id));
create policy case_is_received on benefit_case for insert with check (
  acting_for_county(county) and (
    acting_as_system() or state = 'received' and (is_own_family(family_id) or acting_as_staff(array['receive']) and sees_families_of(residence)))
);
-- To which state a case comes, by whose act: a family answers or withdraws, the reviewer passes on, asks or refuses, the confirmer decides.
create policy case_moves_by_its_duty on benefit_case for update
  using (acting_for_county(county) and (acting_as_system() or is_own_family(family_id) or acting_as_staff(array['receive', 'review', 'confirm']) and sees_families_of(residence)))
  with check (acting_for_county(county) and (
    acting_as_system()
    or state in ('received', 'withdrawn') and (is_own_family(family_id) or acting_as_staff(array['receive']) and sees_families_of(residence))
    or state in ('reviewed', 'correcting', 'refused') and acting_as_staff(array['review']) and sees_families_of(residence)
    or state in ('granted', 'refused', 'received') and acting_as_staff(array['confirm']) and sees_families_of(residence)));
create function refuse_change_of_closed() returns trigger language plpgsql as $$ begin
  if old.closed_on is not null then
    raise exception 'case % is closed', old.receipt using errcode = 'restrict_violation', constraint = 'a_closed_case_stays';
  end if;
  if (new.receipt, new.policy, new.period, new.subject_id, new.applicant_id, new.family_id, new.account_id, new.submission_key)
    is distinct from (old.receipt, old.policy, old.period, old.subject_id, old.applicant_id, old.family_id, old.account_id, old.submission_key) then
    raise exception 'case % keeps whom it is for', old.receipt using errcode = 'restrict_violation', constraint = 'a_case_keeps_whom_it_is_for';
  end if;
  return new;
end $$;
create trigger a_closed_case_stays before update on benefit_case for each row execute function refuse_change_of_closed();
-- The releaser of funds signs for cases whose families they do not see.
create policy hand_for_duty on case_hand for select using (
  acting_for_county(county) and (acting_as_system() or acting_as_staff(array['manage-funds', 'pay-out']) or exists (
    select from benefit_case c where c.county = case_hand.county and c.id = case_hand.case_id))
);
-- A hand is lent in one's own name, at the step of the duty by which one acts.
create policy hand_is_ones_own on case_hand for insert with check (
  acting_for_county(county) and (acting_as_system() or acting('kind') = 'staff' and is_oneself(staff_id)
    and step = (case acting('duty') when 'manage-funds' then 'release-funds' else acting('duty') end) and (
    acting_as_staff(array['manage-funds', 'pay-out']) or exists (
      select from benefit_case c where c.county = case_hand.county and c.id = case_hand.case_id)))
);
create policy event_of_its_actor on case_event for insert with check (
  acting_for_county(county) and (acting_as_system() or actor_kind = acting('kind') and actor_id::text is not distinct from acting('who')
    and duty is not distinct from acting('duty') and (
      kind in ('received', 'corrected', 'withdrawn') and (actor_kind = 'family' or acting_as_staff(array['receive']))
      or kind in ('correction-asked', 'review-passed', 'review-refused') and acting_as_staff(array['review'])
      or kind in ('confirmed', 'refused', 'sent-back') and acting_as_staff(array['confirm'])
    ) and exists (select from benefit_case c where c.county = case_event.county and c.id = case_event.case_id))
);
create policy event_with_its_case on case_event for select using (
  acting_for_county(county) and (acting_as_system() or exists (select from benefit_case c where c.county = case_event.county and c.id = case_event.case_id))
);
create policy document_is_handed_in on case_document for insert with check (
  acting_for_county(county) and (acting_as_system() or (acting('kind') = 'family' or acting_as_staff(array['receive'])) and exists (
    select from benefit_case c where c.county = case_document.county and c.id = case_document.case_id and c.closed_on is null))
);
create policy document_with_its_case on case_document for select using (
  acting_for_county(county) and (acting_as_system() or exists (select from benefit_case c where c.county = case_document.county and c.id = case_document.case_id))
);
create policy decision_by_its_signer on decision for insert with check (
  acting_for_county(county) and (acting_as_system() or is_oneself(decided_by)
    and (acting_as_staff(array['confirm']) or outcome = 'refused' and acting_as_staff(array['review']))
    and exists (select from benefit_case c where c.county = decision.county and c.id = decision.case_id))
);
create policy decision_with_its_case on decision for select using (
  acting_for_county(county) and (acting_as_system() or exists (select from benefit_case c where c.county = decision.county and c.id = decision.case_id))
);
create policy entitlement_for_duty on entitlement for select using (acting_for_county(county) and (sees_families_of(residence) or acting_as_system()));
create policy entitlement_by_confirmation on entitlement for insert with check (
  acting_for_county(county) and (acting_as_system() or acting_as_staff(array['confirm']) and sees_families_of(residence))
);
create policy entitlement_for_own_family on entitlement for select using (acting_for_county(county) and is_own_family(family_id));
create policy draft_of_the_phone on application_draft using (acting_for_county(county) and (acting('kind') = 'family' and phone_blind = acting('phone') or acting_as_system()));

select grant_to_doors('select, insert, update', 'benefit_case');
select grant_to_doors('select, insert', 'case_event, case_hand, case_document, decision, entitlement');
select grant_to_doors('select, insert, update, delete', 'application_draft');
