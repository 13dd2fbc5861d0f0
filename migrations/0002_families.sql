-- People, the households they form, how they are linked, and the accounts money goes to. Every column is in the register of fields
-- (office/hall/fields/held.ts) with its purpose and legal basis; a test compares the two.

create table family (
  county char(6) not null,
  id uuid not null,
  residence char(12) not null references division (code),
  created_at timestamptz not null,
  primary key (county, id),
  constraint a_family_lives_in_its_county check (left(residence, 6) = county)
);
create index family_by_residence on family (county, residence);

create table person (
  county char(6) not null,
  id uuid not null,
  family_id uuid not null,
  name text not null,
  name_sort text not null,
  birth date not null,
  nationality char(2),
  residence char(12) not null references division (code),
  identity_sealed bytea,
  identity_blind char(64),
  phone_sealed bytea,
  phone_blind char(64),
  died_on date,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (county, id),
  foreign key (county, family_id) references family (county, id),
  constraint an_identity_number_belongs_to_one_person unique (county, identity_blind),
  constraint a_name_has_one_to_sixty_characters check (char_length(name) between 1 and 60),
  constraint nobody_dies_before_birth check (died_on is null or died_on >= birth),
  constraint identity_is_sealed_and_indexed_together check ((identity_sealed is null) = (identity_blind is null)),
  constraint phone_is_sealed_and_indexed_together check ((phone_sealed is null) = (phone_blind is null))
);
create index person_by_family on person (county, family_id);
create index person_by_residence on person (county, residence, name_sort);
-- A phone number opens a family's record, so it is in one person's name.
create unique index a_phone_belongs_to_one_person on person (county, phone_blind) where phone_blind is not null;

-- Search keys of a name: each character, each pair of characters, pinyin whole and in initials. They are derived from person, a dozen to each,
-- and looked up by equality alone: bytes compare fastest, and a reference from each would double the cost of entering a person.
create table person_name_key (
  county char(6) not null,
  key text collate "C" not null,
  person_id uuid not null,
  residence char(12) not null,
  primary key (county, key, person_id)
);

create table kinship (
  county char(6) not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null,
  family_id uuid not null,
  residence char(12) not null,
  primary key (county, from_id, to_id, kind),
  foreign key (county, from_id) references person (county, id),
  foreign key (county, to_id) references person (county, id),
  constraint kinship_is_known check (kind in ('parent', 'spouse', 'guardian')),
  constraint nobody_is_their_own_kin check (from_id <> to_id)
);
create index kinship_to on kinship (county, to_id);
create index kinship_family on kinship (county, family_id);

create table account (
  county char(6) not null,
  id uuid not null,
  person_id uuid not null,
  family_id uuid not null,
  residence char(12) not null,
  bank text not null,
  holder_name text not null,
  number_sealed bytea not null,
  number_blind char(64) not null,
  number_last4 char(4) not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id),
  constraint an_account_is_recorded_once_per_person unique (county, person_id, number_blind)
);
create index account_by_family on account (county, family_id);

do $$ declare t text; begin
  foreach t in array array['family', 'person', 'person_name_key', 'kinship', 'account'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- Whoever sees a family by their duty reads; the register is written at the counter, and by the family itself where it enters itself.
do $$ declare t text; begin
  foreach t in array array['family', 'person', 'person_name_key', 'kinship', 'account'] loop
    execute format($p$create policy %I on %I for select using (acting_for_county(county) and (sees_families_of(residence) or acting_as_system()))$p$, t || '_for_duty', t);
    execute format($p$create policy %I on %I using (acting_for_county(county) and (acting_as_system() or acting_as_staff(array['receive']) and sees_families_of(residence)))$p$,
      t || '_is_written_at_the_counter', t);
  end loop;
end $$;
create policy family_for_itself on family for select using (acting_for_county(county) and is_own_family(id));
create policy family_enters_itself on family for insert with check (acting_for_county(county) and is_own_family(id));
create policy person_for_own_family on person for select using (acting_for_county(county) and is_own_family(family_id));
create policy person_from_own_family on person for insert with check (acting_for_county(county) and is_own_family(family_id));
create policy person_at_sign_in on person for select using (acting_for_county(county) and acting('kind') = 'sign-in' and phone_blind = acting('phone'));
-- A family that is entered by itself gets its search keys in the same act.
create policy name_key_from_own_family on person_name_key for insert with check (
  acting_for_county(county) and acting('kind') = 'family' and exists (
    select from person p where p.county = person_name_key.county and p.id = person_name_key.person_id and is_own_family(p.family_id))
);
create policy kinship_for_own_family on kinship for select using (acting_for_county(county) and is_own_family(family_id));
create policy kinship_from_own_family on kinship for insert with check (acting_for_county(county) and is_own_family(family_id));
-- Whoever draws up or releases a batch needs the accounts it pays to, and of the people no more than that.
create policy account_for_those_who_pay on account for select using (
  acting_for_county(county) and acting_as_staff(array['manage-funds', 'pay-out']) and acting_within(residence)
);
create policy account_for_own_family on account using (acting_for_county(county) and is_own_family(family_id));

select grant_to_doors('select, insert, update', 'family, person, account');
select grant_to_doors('select, insert, update, delete', 'person_name_key, kinship');
