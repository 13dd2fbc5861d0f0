-- Each policy lets through what its name says, and no table that doors may write is without one.

-- A session is found by its token, begun for whoever has just proved themselves, ended by an administrator or its owner, and swept when it is over.
drop policy session_by_its_token on session;
create policy session_is_read_by_its_token on session for select using (acting_for_county(county) and (
  acting('kind') = 'sign-in' and (token_hash = acting('token') or staff_id::text = acting('who'))
  or acting_as_system() or acting_as_staff(array['administer'])
));
create policy session_is_kept_by_its_token on session for update using (acting_for_county(county) and (
  acting('kind') = 'sign-in' and (token_hash = acting('token') or staff_id::text = acting('who'))
  or acting_as_system() or acting_as_staff(array['administer'])
));
create policy session_begins_for_whoever_is_known on session for insert with check (acting_for_county(county) and (
  acting_as_system() or acting('kind') = 'sign-in' and (staff_id::text = acting('who') or phone_blind = acting('phone'))
));
create policy session_is_swept on session for delete using (acting_for_county(county) and acting_as_system());

-- A password is read and renewed at the sign-in of its owner alone; an administrator and the founding of an office set a new one.
drop policy password_at_sign_in_or_own on staff_password;
create policy password_at_its_owners_sign_in on staff_password using (acting_for_county(county) and (
  acting('kind') = 'sign-in' and staff_id::text = acting('who') or acting_as_system() or acting_as_staff(array['administer'])
));

-- Nobody writes down an act or a look in another's name, the system no more than others; at a sign-in, in the name of whoever has become known.
drop policy audit_is_added_by_every_act on audit_entry;
create policy audit_is_added_in_ones_own_name on audit_entry for insert with check (
  acting_for_county(county) and (
    actor_kind = acting('kind') and actor_id::text is not distinct from acting('who') and duty is not distinct from acting('duty')
    or acting('kind') = 'sign-in' and actor_kind in ('staff', 'province') and actor_id::text = acting('who'))
);
drop policy a_look_is_added_by_the_looker on access_log;
create policy a_look_is_added_by_the_looker on access_log for insert with check (
  acting_for_county(county) and (
    acting_as_system() and actor_kind = 'system'
    or acting('kind') = 'staff' and actor_kind = 'staff' and is_oneself(actor_id) and duty is not distinct from acting('duty'))
);

-- Whoever acts for the county reads these; what they hold is changed by the founding of an office, by whoever sets up the bank, and by acts of money.
drop policy office_of_the_county on office;
create policy office_of_the_county on office for select using (acting_for_county(county));
create policy office_is_founded on office for insert with check (acting_for_county(county) and acting_as_system());
create policy office_is_named_anew on office for update using (acting_for_county(county) and acting_as_system());
drop policy bank_profile_of_the_county on bank_profile;
create policy bank_profile_of_the_county on bank_profile for select using (acting_for_county(county));
create policy bank_profile_is_set_up on bank_profile for insert with check (acting_for_county(county) and acting_as_system());
create policy bank_profile_is_changed on bank_profile for update using (acting_for_county(county) and acting_as_system());
drop policy ledger_account_of_the_county on ledger_account;
create policy ledger_account_of_the_county on ledger_account for select using (acting_for_county(county));
-- The first movement of a county puts the chart of accounts in place.
create policy ledger_account_is_opened_by_an_act_of_money on ledger_account for insert with check (
  acting_for_county(county) and (acting_as_system() or acting_as_staff(array['confirm', 'manage-funds', 'pay-out']))
);
do $$ begin
  if exists (select from pg_roles where rolname = 'huijia_door') then
    revoke update on ledger_account from huijia_door;
  end if;
end $$;

-- Public, and still not everybody's to change: whom the database serves and where, by what names places go, and which days are worked.
do $$ declare t text; begin
  foreach t in array array['county', 'province', 'served_host', 'division', 'working_year', 'working_day_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select using (true)', t || '_for_everybody', t);
  end loop;
  foreach t in array array['working_year', 'working_day_change'] loop
    execute format('create policy %I on %I using (acting_as_system()) with check (acting_as_system())', t || '_is_the_systems', t);
  end loop;
end $$;
create policy county_is_taken_in on county for insert with check (acting_as_system() and acting_for_county(code));
create policy province_is_taken_in on province for insert with check (acting_as_system() and acting_for_county(code));
-- A host is given to the county or province for which one acts, and taken from it alone.
create policy host_of_ones_own on served_host
  using (acting_as_system() and acting_for_county(coalesce(of_county, of_province)))
  with check (acting_as_system() and acting_for_county(coalesce(of_county, of_province)));
-- A county names its own townships and villages, and enters the prefecture and province above it where nobody has.
create policy division_of_ones_own on division for insert with check (acting_as_system() and (
  left(code, 6) = acting('county') or code in (rpad(left(acting('county'), 4), 12, '0'), rpad(left(acting('county'), 2), 12, '0'))
));
create policy division_is_named_anew on division for update using (acting_as_system() and left(code, 6) = acting('county'));
