-- What people act on step by step is a matter: a case today, whatever a desk brings tomorrow. The desks below know a matter by its kind and its id, as the
-- desk whose matter it is gave them, and name no table of that desk. That what they name is there is for that desk to see to, in triggers of its own.

-- The steps at which somebody has a hand in a matter, each with the duty by which it is taken; a desk that adds one adds a row.
create table hand_step (
  key text primary key,
  duty text not null references duty (key),
  constraint a_step_has_a_plain_name check (key ~ '^[a-z][a-z-]*(/[a-z][a-z-]*)?$')
);
insert into hand_step (key, duty) values
  ('receive', 'receive'), ('review', 'review'), ('confirm', 'confirm'), ('release-funds', 'manage-funds'), ('pay-out', 'pay-out');
select grant_to_doors('select', 'hand_step');

-- The two policies below read the cases; what replaces them reads the hall's own tables.
drop policy hand_for_duty on case_hand;
drop policy hand_is_ones_own on case_hand;
alter table case_hand rename to hand;
alter table hand drop constraint case_hand_county_case_id_fkey;
alter table hand drop constraint case_hand_pkey;
alter table hand drop constraint nobody_acts_twice_on_one_case;
alter table hand drop constraint a_step_is_known;
alter table hand rename constraint case_hand_county_staff_id_fkey to hand_county_staff_id_fkey;
alter table hand rename column case_id to matter_id;
alter table hand add column matter_kind text not null default 'case';
alter table hand alter column matter_kind drop default;
alter table hand add primary key (county, matter_kind, matter_id, staff_id, step);
alter table hand add constraint nobody_acts_twice_on_one_matter unique (county, matter_kind, matter_id, staff_id);
alter table hand add constraint a_step_is_known foreign key (step) references hand_step (key);
-- Whoever lends a hand asks for their own alone: at which step they had one before.
create policy hand_for_its_owner on hand for select using (acting_for_county(county) and (acting_as_system() or is_oneself(staff_id)));
-- A hand is lent in one's own name, at a step of the duty by which one acts.
create policy hand_is_ones_own on hand for insert with check (
  acting_for_county(county) and (acting_as_system() or acting('kind') = 'staff' and is_oneself(staff_id) and exists (
    select from hand_step s where s.key = hand.step and s.duty = acting('duty')))
);

-- Looks, notices and movements of money name the matter that they are about, if any. `using` rewrites the rows as they are: no policy hides one, and no
-- trigger that keeps what is written stands in the way.
do $$ declare t text; begin
  foreach t in array array['access_log', 'notice', 'ledger_transaction'] loop
    execute format('alter table %I rename column case_id to matter_id', t);
    execute format('alter table %I add column matter_kind text', t);
    execute format($q$alter table %I alter column matter_kind type text using case when matter_id is not null then 'case' end$q$, t);
    execute format('alter table %I add constraint a_matter_has_a_kind_and_an_id check ((matter_kind is null) = (matter_id is null))', t);
  end loop;
end $$;

-- A payment keeps whose order it carries out: the matter, whose hands are kept apart, and the order by the id that the ordering desk gave it.
alter table payment drop constraint payment_county_entitlement_id_fkey;
alter table payment drop constraint payment_county_case_id_fkey;
alter table payment drop constraint an_entitlement_is_paid_once_per_period;
alter table payment rename column entitlement_id to order_id;
alter table payment rename column case_id to matter_id;
alter table payment add column matter_kind text not null default 'case';
alter table payment alter column matter_kind drop default;
alter table payment add constraint an_order_is_paid_once_per_period unique (county, matter_kind, order_id, period);
alter index payments_by_case rename to payments_by_matter;
create or replace function check_payment_change() returns trigger language plpgsql as $$ begin
  if (new.matter_kind, new.matter_id, new.order_id, new.family_id, new.period, new.amount_fen)
      is distinct from (old.matter_kind, old.matter_id, old.order_id, old.family_id, old.period, old.amount_fen)
    or old.state <> 'returned' and (new.account_id, new.payee_id) is distinct from (old.account_id, old.payee_id) then
    raise exception 'payment % keeps what it is for', old.id using errcode = 'restrict_violation', constraint = 'a_payment_keeps_what_it_is_for';
  end if;
  return new;
end $$;

-- Of the desk of benefits. What is ordered for a case is its entitlement, and whoever has a hand in a case has it in one that is there and that they see, or
-- whose payment they see. A case and an entitlement never go, so that what was there once is there.
create function check_payment_of_case() returns trigger language plpgsql as $$ begin
  if not exists (select from entitlement e where e.county = new.county and e.id = new.order_id and e.case_id = new.matter_id) then
    raise exception 'payment % is of no entitlement', new.id using errcode = 'foreign_key_violation', constraint = 'a_payment_of_a_case_is_of_its_entitlement';
  end if;
  return null;
end $$;
create constraint trigger a_payment_of_a_case_is_of_its_entitlement after insert on payment
  for each row when (new.matter_kind = 'case') execute function check_payment_of_case();
create function check_hand_in_case() returns trigger language plpgsql as $$ begin
  if not exists (select from benefit_case c where c.county = new.county and c.id = new.matter_id)
    and not exists (select from payment p where p.county = new.county and p.matter_kind = new.matter_kind and p.matter_id = new.matter_id) then
    raise exception 'case % is not there', new.matter_id using errcode = 'foreign_key_violation', constraint = 'a_hand_in_a_case_is_in_one_that_is_there';
  end if;
  return null;
end $$;
create constraint trigger a_hand_in_a_case_is_in_one_that_is_there after insert on hand
  for each row when (new.matter_kind = 'case') execute function check_hand_in_case();
create trigger entitlement_stays before update or delete on entitlement for each row execute function refuse_change();
create trigger benefit_case_is_not_deleted before delete on benefit_case for each row execute function refuse_change();
