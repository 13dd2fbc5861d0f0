-- From entitlement to the account: payment, batch, two releases, bank file, return file, and the ledger that balances.

create table payment (
  county char(6) not null,
  id uuid not null,
  entitlement_id uuid not null,
  case_id uuid not null,
  family_id uuid not null,
  residence char(12) not null,
  period text not null,
  amount_fen bigint not null,
  -- What the money is for, as the family reads it on the bank's statement.
  purpose_zh text not null,
  purpose_en text not null,
  -- Who holds the account, and hears of the money.
  payee_id uuid not null,
  account_id uuid not null,
  state text not null,
  due_on date not null,
  paid_on date,
  -- The last time the bank sent it back; kept when the account has been mended.
  returned_on date,
  return_reason text,
  version integer not null default 1,
  primary key (county, id),
  foreign key (county, entitlement_id) references entitlement (county, id),
  foreign key (county, case_id) references benefit_case (county, id),
  foreign key (county, payee_id) references person (county, id),
  foreign key (county, account_id) references account (county, id),
  constraint an_entitlement_is_paid_once_per_period unique (county, entitlement_id, period),
  constraint a_payment_is_of_money check (amount_fen > 0),
  constraint a_payment_state_is_known check (state in ('due', 'in-batch', 'paid', 'returned', 'cancelled')),
  constraint a_paid_payment_has_its_day check ((paid_on is not null) = (state = 'paid')),
  constraint a_returned_payment_says_when_and_why check (
    (returned_on is null) = (return_reason is null) and (state <> 'returned' or returned_on is not null))
);
create index payments_by_state on payment (county, state, due_on);
create index payments_by_family on payment (county, family_id);
create index payments_by_case on payment (county, case_id);

create table payment_batch (
  county char(6) not null,
  id uuid not null,
  number text not null,
  state text not null,
  line_count integer not null,
  total_fen bigint not null,
  -- SHA-256 over the lines: what was released is what is sent.
  digest char(64) not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  pay_on date not null,
  version integer not null default 1,
  primary key (county, id),
  foreign key (county, drafted_by) references staff (county, id),
  constraint a_batch_number_belongs_to_one unique (county, number),
  constraint a_batch_has_one_digest unique (county, id, digest),
  constraint a_batch_state_is_known check (state in ('draft', 'funds-released', 'released', 'reconciled', 'cancelled'))
);

create table batch_line (
  county char(6) not null,
  batch_id uuid not null,
  line integer not null,
  payment_id uuid not null,
  -- What the bank repeats in its answer; unique for ever.
  end_to_end text not null,
  payee_name text not null,
  bank text not null,
  number_sealed bytea not null,
  number_last4 char(4) not null,
  remark text not null,
  amount_fen bigint not null,
  outcome text,
  return_reason text,
  settled_on date,
  primary key (county, batch_id, line),
  foreign key (county, batch_id) references payment_batch (county, id),
  foreign key (county, payment_id) references payment (county, id),
  constraint an_end_to_end_reference_belongs_to_one_line unique (county, end_to_end),
  constraint a_line_ends_paid_returned_or_cancelled check (outcome in ('paid', 'returned', 'cancelled')),
  constraint a_return_gives_its_reason check ((outcome = 'returned') = (return_reason is not null) or outcome is null)
);
create unique index a_payment_is_in_one_batch_at_a_time on batch_line (county, payment_id) where outcome is null or outcome = 'paid';

create table batch_release (
  county char(6) not null,
  batch_id uuid not null,
  power text not null,
  staff_id uuid not null,
  at timestamptz not null,
  digest char(64) not null,
  primary key (county, batch_id, power),
  constraint a_release_signs_the_lines_of_its_batch foreign key (county, batch_id, digest) references payment_batch (county, id, digest),
  foreign key (county, staff_id) references staff (county, id),
  constraint two_releases_by_two_people unique (county, batch_id, staff_id),
  constraint a_release_is_of_funds_or_of_payment check (power in ('manage-funds', 'pay-out'))
);

-- After drafting, a line only learns how it ended, once.
create function check_line_change() returns trigger language plpgsql as $$ begin
  if old.outcome is not null or (to_jsonb(new) - array['outcome', 'return_reason', 'settled_on']) <> (to_jsonb(old) - array['outcome', 'return_reason', 'settled_on']) then
    raise exception 'line % of batch % is signed', old.line, old.batch_id using errcode = 'restrict_violation', constraint = 'a_signed_line_only_learns_its_outcome';
  end if;
  return new;
end $$;
create trigger a_signed_line_only_learns_its_outcome before update or delete on batch_line for each row execute function check_line_change();

-- Money leaves only by both powers, whoever writes the state.
create function check_releases() returns trigger language plpgsql as $$
declare powers integer;
begin
  select count(*) into powers from batch_release where county = new.county and batch_id = new.id;
  if powers <> (case when new.state = 'funds-released' then 1 else 2 end) then
    raise exception 'batch % is % with % releases', new.number, new.state, powers
      using errcode = 'check_violation', constraint = 'money_leaves_by_both_powers';
  end if;
  return null;
end $$;
create constraint trigger money_leaves_by_both_powers after insert or update on payment_batch deferrable initially deferred
  for each row when (new.state in ('funds-released', 'released', 'reconciled')) execute function check_releases();

create table bank_file (
  county char(6) not null,
  batch_id uuid not null,
  format text not null,
  file_digest char(64) not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (county, batch_id, format),
  foreign key (county, batch_id) references payment_batch (county, id),
  constraint a_bank_file_format_is_known check (format in ('csv', 'pain.001'))
);

create table return_file (
  county char(6) not null,
  id uuid not null,
  batch_id uuid not null,
  format text not null,
  file_digest char(64) not null,
  imported_at timestamptz not null,
  imported_by uuid not null,
  paid_count integer not null,
  returned_count integer not null,
  primary key (county, id),
  foreign key (county, batch_id) references payment_batch (county, id),
  constraint a_return_file_is_imported_once unique (county, file_digest),
  constraint a_return_file_format_is_known check (format in ('csv', 'pain.002'))
);

-- How a county's bank wants its files: columns of the CSV, encoding, names of outcomes.
create table bank_profile (
  county char(6) not null,
  key text not null,
  name_zh text not null,
  name_en text not null,
  layout jsonb not null,
  primary key (county, key)
);

create table ledger_account (
  county char(6) not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  kind text not null,
  primary key (county, code),
  constraint a_ledger_account_kind_is_known check (kind in ('asset', 'liability', 'expense', 'source'))
);

create table ledger_transaction (
  county char(6) not null,
  id uuid not null,
  at timestamptz not null,
  on_day date not null,
  what text not null,
  case_id uuid,
  batch_id uuid,
  primary key (county, id),
  constraint a_transaction_is_known check (what in ('appropriation', 'grant', 'release', 'settlement', 'return', 'correction'))
);

create table ledger_entry (
  county char(6) not null,
  transaction_id uuid not null,
  line integer not null,
  account text not null,
  debit_fen bigint not null default 0,
  credit_fen bigint not null default 0,
  primary key (county, transaction_id, line),
  foreign key (county, transaction_id) references ledger_transaction (county, id),
  foreign key (county, account) references ledger_account (county, code),
  constraint an_entry_is_on_one_side check (debit_fen >= 0 and credit_fen >= 0 and (debit_fen = 0) <> (credit_fen = 0))
);
create index entries_by_account on ledger_entry (county, account);
create index transactions_by_day on ledger_transaction (county, on_day);

create function check_balance() returns trigger language plpgsql as $$
declare difference numeric;
begin
  select sum(debit_fen) - sum(credit_fen) into difference from ledger_entry where county = new.county and transaction_id = new.transaction_id;
  if difference is distinct from 0 then
    raise exception 'entries of transaction % differ by % fen', new.transaction_id, difference
      using errcode = 'check_violation', constraint = 'entries_of_a_transaction_balance';
  end if;
  return null;
end $$;
create constraint trigger entries_of_a_transaction_balance after insert on ledger_entry deferrable initially deferred for each row execute function check_balance();

create function check_has_entries() returns trigger language plpgsql as $$ begin
  if not exists (select from ledger_entry where county = new.county and transaction_id = new.id) then
    raise exception 'transaction % has no entries', new.id using errcode = 'check_violation', constraint = 'a_transaction_has_entries';
  end if;
  return null;
end $$;
create constraint trigger a_transaction_has_entries after insert on ledger_transaction deferrable initially deferred for each row execute function check_has_entries();

do $$ declare t text; begin
  foreach t in array array['ledger_transaction', 'ledger_entry', 'batch_release', 'bank_file', 'return_file'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', t || '_stays', t);
  end loop;
  foreach t in array array['payment', 'payment_batch', 'batch_line', 'batch_release', 'bank_file', 'return_file', 'ledger_transaction', 'ledger_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['payment_batch', 'batch_line', 'batch_release', 'bank_file', 'return_file', 'ledger_transaction', 'ledger_entry'] loop
    execute format($p$create policy %I on %I for select using (acting_for_county(county) and (acting_as_staff(array['manage-funds', 'pay-out', 'supervise']) or acting_as_system()))$p$, t || '_for_money_duties', t);
  end loop;
end $$;

-- Supervision reads. A signature is one's own, by the power one acts with; files and drafts are the payer's.
do $$ declare t text; begin
  foreach t in array array['payment_batch', 'batch_line', 'ledger_transaction', 'ledger_entry'] loop
    execute format($p$create policy %I on %I using (acting_for_county(county) and (acting_as_staff(array['manage-funds', 'pay-out']) or acting_as_system()))$p$, t || '_is_written_by_both_powers', t);
  end loop;
end $$;
create policy release_is_ones_own on batch_release for insert with check (
  acting_for_county(county) and (acting_as_system() or is_oneself(staff_id) and power = acting('duty') and acting_as_staff(array['manage-funds', 'pay-out']))
);
create policy bank_file_is_made_by_the_payer on bank_file for insert with check (
  acting_for_county(county) and (acting_as_system() or is_oneself(made_by) and acting_as_staff(array['pay-out']))
);
create policy return_file_is_imported_by_the_payer on return_file for insert with check (
  acting_for_county(county) and (acting_as_system() or is_oneself(imported_by) and acting_as_staff(array['pay-out']))
);

-- What was granted is what is paid: a payment keeps what it is for, and changes its account only when the bank has sent it back.
create function check_payment_change() returns trigger language plpgsql as $$ begin
  if (new.entitlement_id, new.case_id, new.family_id, new.period, new.amount_fen) is distinct from (old.entitlement_id, old.case_id, old.family_id, old.period, old.amount_fen)
    or old.state <> 'returned' and (new.account_id, new.payee_id) is distinct from (old.account_id, old.payee_id) then
    raise exception 'payment % keeps what it is for', old.id using errcode = 'restrict_violation', constraint = 'a_payment_keeps_what_it_is_for';
  end if;
  return new;
end $$;
create trigger a_payment_keeps_what_it_is_for before update on payment for each row execute function check_payment_change();

-- What a bank file holds (names, account numbers) is for those who pay; the ledger also takes the entry of a grant, made by the confirmer's act.
create policy grant_enters_the_ledger on ledger_transaction for insert with check (acting_for_county(county) and acting_as_staff(array['confirm']) and what = 'grant');
create policy grant_transaction_is_read_back on ledger_transaction for select using (acting_for_county(county) and acting_as_staff(array['confirm']) and what = 'grant');
create policy grant_entries_enter_the_ledger on ledger_entry for insert with check (
  acting_for_county(county) and acting_as_staff(array['confirm']) and exists (
    select from ledger_transaction t where t.county = ledger_entry.county and t.id = ledger_entry.transaction_id and t.what = 'grant'));
create policy grant_entries_are_read_back on ledger_entry for select using (
  acting_for_county(county) and acting_as_staff(array['confirm']) and exists (
    select from ledger_transaction t where t.county = ledger_entry.county and t.id = ledger_entry.transaction_id and t.what = 'grant'));
create policy payment_for_duty on payment for select using (acting_for_county(county) and (sees_families_of(residence) or acting_as_staff(array['manage-funds', 'pay-out', 'supervise']) or acting_as_system()));
create policy payment_is_ordered_by_the_confirmer on payment for insert with check (
  acting_for_county(county) and (acting_as_system() or acting_as_staff(array['confirm']) and sees_families_of(residence))
);
create policy payment_moves_by_both_powers on payment for update using (acting_for_county(county) and (acting_as_staff(array['manage-funds', 'pay-out']) or acting_as_system()));
create policy account_of_a_return_at_the_counter on payment for update
  using (acting_for_county(county) and acting_as_staff(array['receive']) and sees_families_of(residence) and state = 'returned') with check (state = 'due');
create policy payment_for_own_family on payment for select using (acting_for_county(county) and is_own_family(family_id));
-- A family whose payment came back names another account.
create policy account_of_a_return_by_own_family on payment for update using (acting_for_county(county) and is_own_family(family_id) and state = 'returned') with check (state = 'due');

select grant_to_doors('select, insert, update', 'payment, payment_batch, batch_line, bank_profile, ledger_account');
select grant_to_doors('select, insert', 'batch_release, bank_file, return_file, ledger_transaction, ledger_entry');
