import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dateCode, monthCode } from '../../rules/ir/lower/encode.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { assumedMost, assumedRange } from '../../rules/sql/assumed.ts';
import { queryFor } from '../../rules/sql/query.ts';
import { packWithRule } from '../../rules/testing.ts';
import { openDuckDb, openPostgres, resultsOf, type WarehouseDatabase } from './database.ts';

const guides = ['en', 'zh-CN'].map((language) =>
  readFileSync(join(import.meta.dirname, `../../docs/guides/warehouse.${language}.md`), 'utf8'),
);

/** The guide's SQL under that comment. */
function block(guide: string, name: string): string {
  const [, text] = new RegExp(`\`\`\`sql\n-- ${name}\n([^]+?)\`\`\``).exec(guide) ?? [];
  if (text === undefined) throw new Error(`The guide has no SQL for ${name}.`);
  return text;
}

const residents = `
CREATE TEMP TABLE residents (number bigint, id_card varchar, home bigint, birth date, birth_month varchar, alive boolean,
  nationality varchar, income decimal(18, 2));
CREATE TEMP TABLE parentage (child bigint, parent bigint);
CREATE TEMP TABLE marriages (one bigint, other bigint);
CREATE TEMP TABLE guardianships (child bigint, guardian bigint);
INSERT INTO residents VALUES
  (1, 'a', 7, DATE '1990-02-28', NULL, TRUE, 'CN', 1234.56), (2, 'b', 7, DATE '1991-12-31', NULL, TRUE, NULL, NULL),
  (3, 'c', 7, DATE '2024-02-29', NULL, TRUE, 'CN', 0), (4, 'd', NULL, NULL, '2023-12', NULL, 'CN', NULL);
INSERT INTO parentage VALUES (3, 1), (3, 2), (3, 1);
INSERT INTO marriages VALUES (2, 1);
INSERT INTO guardianships VALUES (4, 2);`;

const rule = `for: person as e
facts: { birth: date, income: money? }
parameters:
  each: { type: money, values: { 2020-01-01: 100.00 }, source: order 一 }
eligible: e.birth.year >= 2023
amount: each * count(e.parents) + 2 * each * count(e.guardians) + total(for m in e.members return m.income)
`;

test('both guides have the same SQL', () => {
  const [en = '', zh = ''] = guides;
  for (const name of ['postgres', 'spark', 'check']) expect(block(zh, name)).toBe(block(en, name));
});

test('the ranges that the guide tells are those that a query is held to', () => {
  const range = (type: 'date' | 'month' | 'int' | 'money'): readonly bigint[] => {
    const { least, greatest } = assumedRange({ type, view: 'whole' } as Parameters<typeof assumedRange>[0]);
    return [least, greatest];
  };
  const most = (relation: string): bigint => assumedMost({ outer: { relation } } as Parameters<typeof assumedMost>[0]);
  const told = (numbers: readonly (bigint | string)[]): void => {
    for (const guide of guides) for (const number of numbers) expect(guide).toContain(String(number));
  };
  expect(range('date')).toEqual([dateCode('1900-01'), dateCode('2200-12-31')]);
  expect(range('month')).toEqual([monthCode('1900-01'), monthCode('2200-12')]);
  told([...range('date'), ...range('month'), ...range('money')]);
  told([
    range('int')[1]?.toLocaleString('en') ?? '',
    most('members').toLocaleString('en'),
    most('parents').toLocaleString('en'),
  ]);
});

describe.each([
  ['PostgreSQL', (): Promise<WarehouseDatabase> => openPostgres(inject('testServer').owner)],
  ['DuckDB', openDuckDb],
])("the guide's views on %s", (_, open) => {
  let database: WarehouseDatabase;
  beforeAll(async () => {
    database = await open();
    const views = block(guides[0] ?? '', 'postgres').replaceAll('CREATE VIEW', 'CREATE TEMP VIEW');
    await database.run(`${residents}${views}`);
  });
  afterAll(() => database.close());

  test('hold the people as a query reads them', async () => {
    const { rule: checked } = packWithRule(rule);
    const period = readPeriod('2026');
    if (period === undefined) throw new Error('2026 is a year.');
    const made = queryFor(checked, period, period.last, database.dialect);
    const rows = await resultsOf(database, made.kind === 'query' ? made.text : '');
    expect(rows.map(({ outcome, amountFen, missing }) => [outcome, amountFen, missing])).toEqual([
      ['not-eligible', undefined, ''],
      ['not-eligible', undefined, ''],
      // The income of one in the household is not known.
      ['undetermined', undefined, 'income'],
      ['undetermined', undefined, 'income'],
    ]);
    await database.run(`UPDATE residents SET income = 10.01 WHERE income IS NULL`);
    const known = await resultsOf(database, made.kind === 'query' ? made.text : '');
    expect(known.map(({ amountFen }) => amountFen)).toEqual([
      undefined,
      undefined,
      // Two parents, each told once, and what the three have.
      20_000n + 123_456n + 1001n,
      // Of the birth only the month is known, which is enough; a guardian; lives alone.
      20_000n + 1001n,
    ]);
  });

  test('and nothing in them is against what the guide asks', async () => {
    const check = block(guides[0] ?? '', 'check');
    const own = database.dialect === 'duckdb' ? check.replace('birth / 32', 'birth // 32') : check;
    const rows = await database.rows(own.trim().replace(/;$/, ''));
    expect(rows.length).toBe(8);
    expect(rows.filter(({ found }) => Number(found) !== 0)).toEqual([]);
  });
});
