-- What an office writes in words stands in one column by language tag, so that a language more needs no column more.

create domain localized as jsonb
  constraint words_are_in_chinese_and_english check (
    value is null or coalesce(jsonb_typeof(value -> 'zh-CN') = 'string' and jsonb_typeof(value -> 'en') = 'string', false)
  );

-- `using` rewrites the rows as they are: no policy hides one, and no trigger that keeps what is written stands in the way.
create function by_language(zh text, en text) returns localized language sql immutable as $$
  select case when zh is not null then jsonb_build_object('zh-CN', zh, 'en', en)::localized end
$$;

alter table division alter column name_zh type localized using by_language(name_zh, name_en);
alter table division rename column name_zh to name;
alter table division drop column name_en;

alter table office alter column name_zh type localized using by_language(name_zh, name_en);
alter table office rename column name_zh to name;
alter table office drop column name_en;

alter table access_log alter column office_zh type localized using by_language(office_zh, office_en);
alter table access_log rename column office_zh to office;
alter table access_log drop column office_en;

alter table case_event alter column office_zh type localized using by_language(office_zh, office_en);
alter table case_event rename column office_zh to office;
alter table case_event drop column office_en;

alter table payment alter column purpose_zh type localized using by_language(purpose_zh, purpose_en);
alter table payment rename column purpose_zh to purpose;
alter table payment drop column purpose_en;

alter table ledger_account alter column name_zh type localized using by_language(name_zh, name_en);
alter table ledger_account rename column name_zh to name;
alter table ledger_account drop column name_en;

alter table bank_profile alter column name_zh type localized using by_language(name_zh, name_en);
alter table bank_profile rename column name_zh to name;
alter table bank_profile drop column name_en;

alter table notice alter column words_zh type localized using by_language(words_zh, words_en);
alter table notice rename column words_zh to words;
alter table notice drop column words_en;

drop function by_language(text, text);

-- Events, decisions and determinations hold sentences too. A quotation mark within a text is escaped, so `"zh": ` is always a key.
create function with_tags(held jsonb) returns jsonb language sql immutable as $$
  select replace(held::text, '"zh": ', '"zh-CN": ')::jsonb
$$;
alter table audit_entry alter column detail type jsonb using with_tags(detail);
alter table case_event alter column body type jsonb using with_tags(body);
alter table decision alter column reasons type jsonb using with_tags(reasons);
alter table decision alter column remedies type jsonb using with_tags(remedies);
alter table benefit_case alter column determination type jsonb using with_tags(determination);
drop function with_tags(jsonb);
