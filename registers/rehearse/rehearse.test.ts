import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { familyView, personFacts } from '../../rules/columns/facts-at.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import { determine } from '../../rules/explain/explain.ts';
import { packWithRule } from '../../rules/testing.ts';
import type { Register } from '../open/open.ts';
import { everything, readDivisions, readIds, readShard } from '../open/read-shard.ts';
import { openForRun } from '../run/open-for-run.ts';
import { on, registerOf } from '../run/testing/jobs.ts';
import { testFolder } from '../testing.ts';
import type { Change } from './change-tally.ts';
import { type RehearsalReport, rehearse, type RehearseOptions, type Side } from './rehearse.ts';
import { shownChanges, shownText } from './shown-changes.ts';

const folder = testFolder();

const ruleWith = (night: string, age: number): Pack =>
  packWithRule(`for: person as e
facts: { birth: date, nights: int, local: boolean? }
parameters:
  night: { type: money, values: { 2020-01-01: ${night} }, source: order 一 }
let:
  age: completedYears(e.birth, period.last)
eligible: e.local and age >= ${age} and e.nights > 0
amount: night * e.nights
`);

const before = ruleWith('100.00', 60);
const earlier = ruleWith('90.00', 55);
const people = await registerOf(folder, { people: 900, counties: 3, gaps: 1, seed: 9 });

async function rehearsed(was: Side, is: Side, more: Partial<RehearseOptions> = {}): Promise<RehearsalReport> {
  const opened = openForRun(people.folder, { skipBroken: false });
  if (opened.kind === 'problems') throw new Error(JSON.stringify(opened.problems));
  const found = await rehearse({ opened, before: was, after: is, workers: 1, ...more });
  if (found.kind !== 'rehearsed') throw new Error(`The rehearsal ended otherwise: ${found.kind}`);
  return found.report;
}

interface Person {
  readonly id: string;
  readonly division: string;
  readonly change: Change;
  readonly difference: bigint;
}

function changeOf(was: ReturnType<typeof determine>, is: ReturnType<typeof determine>): Change {
  if (was.outcome === 'undetermined' || is.outcome === 'undetermined') return 'open';
  if (was.outcome !== is.outcome) return is.outcome === 'eligible' ? 'newly' : 'no-longer';
  if (is.outcome === 'not-eligible') return 'neither';
  const [a, b] = [was.amountFen ?? 0n, is.amountFen ?? 0n];
  return b > a ? 'more' : b < a ? 'less' : 'same';
}

/** What explain says of everybody under both policies. */
function everybody(register: Register, was: Pack, is: Pack): readonly Person[] {
  return [...register.manifest.shards.keys()].flatMap((index) => {
    const shard = readShard(register, index, everything(register));
    const view = familyView(register.info, shard, on, 0);
    const [id, divisions] = [readIds(register, index), readDivisions(register, index)];
    return Array.from({ length: shard.rows }, (_, row) => row)
      .filter((row) => shard.subjects?.[row] !== 0)
      .map((row): Person => {
        const facts = personFacts(view, row);
        const [a, b] = [determine(was, facts, '2026'), determine(is, facts, '2026')];
        const division = divisions.list[divisions.of[row] ?? 0] ?? '';
        return {
          id: id(row),
          division,
          change: changeOf(a, b),
          difference: (b.amountFen ?? 0n) - (a.amountFen ?? 0n),
        };
      });
  });
}

describe('a policy rehearsed', () => {
  test('against itself, nobody gains, loses or changes', async () => {
    const side = { pack: before, period: '2026' };
    const { tally } = await rehearsed(side, side);
    const { newly, more, less, open, same, neither } = tally.total.people;
    expect([newly, more, less, tally.total.people['no-longer']]).toEqual([0, 0, 0, 0]);
    expect(same + neither + open).toBe(900);
    expect([tally.total.gainedFen, tally.total.lostFen]).toEqual([0n, 0n]);
    expect(tally.total.beforeFen).toBe(tally.total.afterFen);
    expect(same > 0 && open > 0).toBe(true);
    expect([...tally.gains, ...tally.losses].every((count) => count === 0)).toBe(true);
  });

  test('counts are those that explain gives, person by person, and the undetermined are neither gain nor loss', async () => {
    const { tally } = await rehearsed({ pack: before, period: '2026' }, { pack: earlier, period: '2026' });
    const all = everybody(people, before, earlier);
    const counts = Object.fromEntries(
      Object.keys(tally.total.people).map((change) => [change, all.filter((one) => one.change === change).length]),
    );
    expect(tally.total.people).toEqual(counts);
    expect(Object.values(counts).filter((count) => count > 0).length).toBeGreaterThan(3);
    const sure = all.filter(({ change }) => change !== 'open').map(({ difference }) => difference);
    const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
    expect(tally.total.gainedFen).toBe(sum(sure.filter((one) => one > 0n)));
    expect(tally.total.lostFen).toBe(-sum(sure.filter((one) => one < 0n)));
    expect(tally.total.afterFen - tally.total.beforeFen).toBe(sum(sure));
  });

  test('every table is of all people', async () => {
    const { tally } = await rehearsed(
      { pack: before, period: '2026' },
      { pack: earlier, period: '2026' },
      { by: 'county' },
    );
    for (const groups of Object.values(tally.groups)) {
      const count = [...groups.values()].flatMap((group) => Object.values(group.people)).reduce((a, b) => a + b, 0);
      expect(count).toBe(900);
    }
    expect([...tally.groups.division.keys()].toSorted()).toEqual(['990101000000', '990102000000', '990103000000']);
  });

  test('two workers come to the same, and --out tells of those for whom something changes', async () => {
    const sides = [
      { pack: before, period: '2026' },
      { pack: earlier, period: '2026' },
    ] as const;
    const out = join(folder, 'changes.parquet');
    const { tally } = await rehearsed(...sides, { workers: 2, out });
    expect(tally).toEqual((await rehearsed(...sides)).tally);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const read = await connection.runAndReadAll(
      `select id, division, change, after_fen - before_fen as difference from read_parquet('${out}')`,
    );
    connection.closeSync();
    instance.closeSync();
    const expected = everybody(people, before, earlier).filter(
      ({ change }) => change !== 'same' && change !== 'neither',
    );
    const rows = read.getRowObjectsJson() as unknown as readonly Record<string, string>[];
    expect(new Set(rows.map((row) => `${row['id']} ${row['division']} ${row['change']} ${row['difference']}`))).toEqual(
      new Set(expected.map((one) => `${one.id} ${one.division} ${one.change} ${one.difference}`)),
    );
    expect(rows.length).toBe(expected.length);
  });

  test('of two periods of one policy, the second is what changes', async () => {
    const { tally } = await rehearsed({ pack: before, period: '2025' }, { pack: before, period: '2026' });
    expect(tally.total.people['no-longer']).toBe(0);
    expect(tally.total.people.newly).toBeGreaterThan(0);
  });
});

describe('what is shown of a rehearsal', () => {
  test('no count below ten, no amount that rests on one, and none that follows from the others', async () => {
    const { tally } = await rehearsed(
      { pack: before, period: '2026' },
      { pack: earlier, period: '2026' },
      { by: 'village' },
    );
    const shown = shownChanges(tally);
    let hidden = 0;
    for (const [dimension, table] of Object.entries(shown.tables)) {
      for (const column of ['gain', 'lose', 'unchanged', 'open'] as const) {
        const line = [shown.total.counts[column], ...table.map(({ group }) => group.counts[column])];
        expect([dimension, column, line.filter((cell) => typeof cell === 'string').length]).not.toContain(1);
        for (const cell of line) if (typeof cell === 'number') expect(cell === 0 || cell >= 10).toBe(true);
      }
      for (const { group } of table) {
        const cells = [group.people, ...Object.values(group.counts)];
        const closed = cells.filter((cell) => typeof cell === 'string').length;
        expect(closed).not.toBe(1);
        hidden += closed;
        if (typeof group.counts.gain === 'string')
          expect([group.gainedFen, group.afterFen]).toEqual([undefined, undefined]);
        if (typeof group.counts.lose === 'string')
          expect([group.lostFen, group.beforeFen]).toEqual([undefined, undefined]);
      }
    }
    expect(hidden).toBeGreaterThan(0);
  });

  test('small counts read <10, what would give them away *', () => {
    expect([shownText('small'), shownText('withheld'), shownText(0), shownText(12)]).toEqual(['<10', '*', '0', '12']);
  });
});
