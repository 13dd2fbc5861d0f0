import type { SqlText } from './sql-contenders.ts';

/**
 * policy.md in SQL as a good hand would write it, the same text for PostgreSQL and DuckDB: households are summed up once, then joined. It
 * knows that nothing overflows and nothing is unknown; our own query (rules/sql) is compared with it.
 */
export const sqlByHand: SqlText = {
  setUp: [],
  query: `
    with person as (
      select id, household, income, local, (${(2025 << 9) | (12 << 5) | 31} - birth) >> 9 as age from loaded
    ), home as (
      select household, count(*) as size, sum(income) as income,
        sum(case when age < 18 then 1 else 0 end) as minors, sum(case when age >= 60 then 1 else 0 end) as elders
      from person group by household
    ), step as (
      select person.id, home.minors * 12000 + home.elders * 8050 as supplement,
        case when person.age < 18 then 30000 when person.age >= 60 then 20000 else 0 end as allowance,
        person.local and home.income <= home.size * 180000 and (person.age < 18 or person.age >= 60) as eligible
      from person join home on home.household = person.household
    )
    select id, case when eligible then 1 else 0 end as outcome,
      case when eligible then least(60000, allowance + supplement) else 0 end as amount
    from step`,
};
