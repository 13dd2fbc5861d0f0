-- The law as it was applied, in words and for good: a case is opened and worked out again by the text that it names, whether or not its folder is still in law/.
-- Law, not people: no county, and everybody who acts may read it.

create table policy_text (
  -- SHA-256 of `text`.
  digest char(64) primary key,
  policy text not null,
  -- JSON: the pack, the packs that it extends or asks, and the vocabulary.
  text text not null,
  -- How cases from before this table name the pack: the first 12 hex digits of the SHA-256 of its own text.
  old_version char(12) not null,
  kept_at timestamptz not null,
  constraint a_text_is_named_by_its_digest check (digest = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
create index texts_of_a_policy on policy_text (policy, kept_at);
create trigger policy_text_stays before update or delete on policy_text for each row execute function refuse_change();

alter table policy_text enable row level security;
alter table policy_text force row level security;
create policy text_for_everybody on policy_text for select using (true);
create policy text_is_kept_at_publication on policy_text for insert with check (acting_as_system());
select grant_to_doors('select, insert', 'policy_text');

-- The text by which a case was last determined. Null: a case from before this table, whose events name the text in the old way.
alter table benefit_case add column policy_digest char(64);
alter table benefit_case add constraint the_law_of_a_case_is_kept foreign key (policy_digest) references policy_text (digest);
alter table benefit_case drop column policy_version;
