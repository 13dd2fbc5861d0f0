import { readPeriod } from '../../rules/pack/period.ts';
import { queryFor } from '../../rules/sql/query.ts';
import { asked, policy } from './engine-contenders.ts';
import type { Dialect, SqlText } from './sql-contenders.ts';

/** The query that `huijia sql` writes of policy.md, over the table that the guide for warehouses documents. */
export async function sqlOfPolicy(dialect: Dialect): Promise<SqlText> {
  const period = readPeriod('2025');
  if (period === undefined) throw new Error('2025 is a period');
  const { rule } = await policy();
  const made = queryFor(rule, period, asked, dialect, { complete: new Set([...rule.facts.keys(), 'household']) });
  if (made.kind === 'refused') throw new Error(made.words.en);
  const people = `create table people as select cast(id as bigint) as "row", cast(id as varchar) as id,
    cast(household as bigint) as household, true as subject, cast(birth as bigint) as birth,
    cast(income as bigint) as income, local from loaded`;
  return {
    setUp: [
      dialect === 'postgres' ? people.replace('create table', 'create unlogged table') : people,
      'drop table loaded',
    ],
    query: `select "row" as id, case when outcome = 'eligible' then 1 else 0 end as outcome, amount_fen as amount
      from (${made.text.trim().replace(/;$/, '')}) as determined`,
  };
}
