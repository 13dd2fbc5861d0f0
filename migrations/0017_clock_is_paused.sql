-- The constraint is named as the sentence that it protects, in the glossary's words.
alter table benefit_case
  rename constraint the_clock_stands_while_the_family_mends to the_clock_is_paused_while_the_family_corrects;
