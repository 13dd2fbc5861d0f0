import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { day } from '../../values/day.ts';
import { dateCode } from '../../rules/ir/lower/encode.ts';
import { type Period, readPeriod } from '../../rules/pack/period.ts';
import { queryFor } from '../../rules/sql/query.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import { rules } from '../../rules/ir/testing.ts';
import { readPacks } from '../../rules/referring-packs.ts';
import { packWithRule } from '../../rules/testing.ts';
import { readVocabulary } from '../../rules/vocabulary.ts';
import { agree, type Found, foundText, reference } from '../agreement/back-ends/back-end.ts';
import type { Population } from '../agreement/invented/population.ts';
import { randomPopulations } from '../agreement/invented/random-population.ts';
import { tryPairs } from '../agreement/trial.ts';
import { loadTables, openDuckDb, openPostgres, resultsOf, type WarehouseDatabase } from './database.ts';
import type { PersonRow } from './tables.ts';
import { determinedBySql, foundIn, sqlBackEnd } from './sql-back-end.ts';

const openers = {
  PostgreSQL: () => openPostgres(inject('testServer').owner),
  DuckDB: openDuckDb,
} as const;

const seed = 5_302;
const texts = ['CN', 'CN', 'CN', 'US', 'FR', "O'Brien \\ 小学", '小学', '初中', ''];

/** Families of every size, with relations, guests of two households, gaps and dates of which only the month is known. */
function populations(facts: readonly string[], count: number, size: number): readonly Population[] {
  const thresholds = {
    numbers: [3, 7, 18, 36, 30_000],
    days: ['2022-01-31', '2023-12-05', '2024-12-31', '2025-01-01', '2026-06-30', '2008-12-31'],
    texts,
  };
  return fc.sample(randomPopulations(thresholds, facts, { least: size, most: size }), { seed, numRuns: count });
}

function lawPacks(): readonly Pack[] {
  const law = join(import.meta.dirname, '../../law');
  const textOf = (path: string): string => readFileSync(join(law, path), 'utf8');
  const read = readVocabulary({ file: 'vocabulary.yaml', text: textOf('vocabulary.yaml') });
  if (read.kind !== 'vocabulary') throw new Error('The vocabulary has faults.');
  const files = readdirSync(law, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('policy.md'));
  const all = files.map((file) => ({ file, text: textOf(file), version: '0' }));
  return readPacks(all, read.vocabulary).map((one) => {
    if (one.kind !== 'pack') throw new Error(JSON.stringify(one.findings));
    return one.pack;
  });
}

function period2026(): Period {
  const period = readPeriod('2026');
  if (period === undefined) throw new Error('2026 is a year.');
  return period;
}

interface Compared {
  readonly rows: number;
  readonly settle: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/** Every row that the query does not leave to explain is as explain has it; those that it leaves are undetermined. */
async function compared(
  database: WarehouseDatabase,
  pack: Pack,
  period: string,
  all: readonly Population[],
): Promise<Compared> {
  let [count, settle] = [0, 0];
  const kinds: Record<string, number> = {};
  for (const population of all) {
    const determined = await determinedBySql(database, pack, period, population);
    if ('why' in determined) throw new Error(determined.why);
    const expected = reference(pack, period, population);
    expect(determined.rows.map(({ row }) => Number(row))).toEqual([...population.people.keys()]);
    determined.rows.forEach((row, i) => {
      const [one, found] = [expected[i] as Found, foundIn(row)];
      count += 1;
      kinds[one.kind] = (kinds[one.kind] ?? 0) + 1;
      if (row.settle) settle += 1;
      if (row.settle) expect(row.outcome).toBe('undetermined');
      else if (!agree(one, found))
        expect(`${i}: ${foundText(found)}`, JSON.stringify(population)).toBe(`${i}: ${foundText(one)}`);
    });
  }
  return { rows: count, settle, kinds };
}

describe.each(['PostgreSQL', 'DuckDB'] as const)('the query on %s', (name) => {
  let database: WarehouseDatabase;
  beforeAll(async () => {
    database = await openers[name]();
  });
  afterAll(() => database.close());

  test('gives what explain gives for every pack in law, each period, for a few hundred families', async () => {
    for (const pack of lawPacks())
      for (const period of pack.info.periods) {
        const { rows, kinds } = await compared(database, pack, period, populations([...pack.rule.facts.keys()], 6, 60));
        expect(rows).toBe(360);
        expect(Object.keys(kinds).toSorted()).toEqual(['eligible', 'not-eligible', 'undetermined']);
      }
  });

  test.each(rules.map((rule, i) => [i, rule]))(
    'gives what explain gives for a rule with relations, roundings and gaps (%i)',
    async (_, rule) => {
      const pack = packWithRule(rule);
      const all = populations([...pack.rule.facts.keys()], 12, 25);
      const { rows, settle, kinds } = await compared(database, pack, '2026', all);
      expect(rows).toBe(300);
      expect(settle).toBeLessThan(rows * 0.6);
      expect(kinds['eligible']).toBeGreaterThan(5);
      expect(kinds['undetermined']).toBeGreaterThan(10);
    },
  );

  test('a guest is seen in the household and not determined; where no household is told, what hangs on it is open', async () => {
    const pack = packWithRule(rules[1] ?? '');
    const made = queryFor(pack.rule, period2026(), day('2026-06-01'), database.dialect);
    const facts = [...pack.rule.facts.values()];
    const grown = { birth: dateCode('1990-05-05'), nights: 2n, income: 100_000n, local: true };
    const person = (row: bigint, household: bigint | undefined): PersonRow => ({
      row,
      id: `p${row}`,
      household,
      facts: facts.map(({ fact }) => grown[fact as keyof typeof grown]),
    });
    const people = [person(7n, 1n), person(8n, 1n), person(9n, undefined)];
    await loadTables(database, { facts, people, links: [], largestHousehold: 2 });
    await database.run("UPDATE people SET subject = FALSE WHERE id = 'p8'");
    const rows = await resultsOf(database, made.kind === 'query' ? made.text : '');
    expect(rows).toEqual([
      // 0.35 of the 2,000 yuan that both have, and a yuan for each of two nights.
      { row: 7n, outcome: 'eligible', amountFen: 70_200n, missing: '', settle: false },
      { row: 9n, outcome: 'undetermined', amountFen: undefined, missing: 'members', settle: true },
    ]);
  });

  test(
    'agrees with explain for random rules on random registers, rows left to explain included',
    { timeout: 60_000 },
    async () => {
      const backEnd = sqlBackEnd(`SQL on ${name}`, openers[name]);
      try {
        const people = { least: 4, most: 12 };
        const trial = await tryPairs({ seed, backEnds: [backEnd], people }, (so) => so.rules < 60);
        expect(`seed ${seed}\n${trial.counterexamples.join('\n\n')}`).toBe(`seed ${seed}\n`);
        const tally = trial.tallies.get(backEnd.name);
        expect(tally?.pairs).toBeGreaterThan(300);
        expect((tally?.explained ?? 0) / (tally?.pairs ?? 1)).toBeLessThan(0.3);
      } finally {
        await backEnd.close?.();
      }
    },
  );
});
