-- Counties of one database know nothing of each other: every table that holds something of a county shows it to those who act for that county alone,
-- and every key begins with the county.

-- A sign-in belongs to a county: two counties may each have a 王芳 who signs in as wang.fang.
alter table staff drop constraint a_sign_in_name_belongs_to_one;
alter table staff add constraint a_sign_in_name_belongs_to_one unique (county, sign_in_name);
alter table session drop constraint session_pkey;
alter table session add primary key (county, token_hash);

alter policy session_by_its_token on session using (acting_for_county(county) and (
  token_hash = acting('token') or acting('kind') = 'sign-in' or acting_as_system() or (acting('kind') = 'staff' and staff_id::text = acting('who'))
  or acting_as_staff(array['administer'])
));
alter policy password_at_sign_in_or_own on staff_password using (acting_for_county(county) and (
  acting('kind') = 'sign-in' or acting_as_system() or acting_as_staff(array['administer']) or (acting('kind') = 'staff' and staff_id::text = acting('who'))
));
alter policy code_at_sign_in on sign_in_code using (
  acting_for_county(county) and (acting('kind') = 'sign-in' and phone_blind = acting('phone') or acting_as_system())
);

-- Offices, counters, bank layouts and the ledger's chart hold nobody, and still are their county's.
do $$ declare t text; begin
  foreach t in array array['office', 'receipt_number', 'bank_profile', 'ledger_account'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (acting_for_county(county))', t || '_of_the_county', t);
  end loop;
end $$;

-- A receipt number is taken before the act, in a transaction of one statement, which says itself for which county.
create function next_receipt(for_county char, of_year integer, out running integer, out mark text) language plpgsql as $$ begin
  perform set_config('huijia.county', for_county, true), set_config('synchronous_commit', 'off', true);
  insert into receipt_number as given (county, year, last) values (for_county, of_year, 1)
    on conflict (county, year) do update set last = given.last + 1
    returning given.last into running;
  select left(name->>'zh-CN', 1) into mark from division where code = for_county || '000000';
end $$;

-- What these two leave behind stays with its county: a check of its own does not repeat what the policy asks for before.
alter policy account_of_a_return_at_the_counter on payment with check (acting_for_county(county) and state = 'due');
alter policy account_of_a_return_by_own_family on payment with check (acting_for_county(county) and state = 'due');
