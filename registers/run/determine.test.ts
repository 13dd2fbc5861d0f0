import { DuckDBInstance } from '@duckdb/node-api';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OperatorFault } from '../../building/operator-fault.ts';
import { familyView, personFacts } from '../../rules/columns/facts-at.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import { determine } from '../../rules/explain/explain.ts';
import { rules } from '../../rules/ir/testing.ts';
import { packWithRule } from '../../rules/testing.ts';
import { day } from '../../values/day.ts';
import { columnFile, shardsFolder } from '../folder/layout.ts';
import type { Register } from '../open/open.ts';
import { everything, readIds, readShard } from '../open/read-shard.ts';
import { testFolder } from '../testing.ts';
import { type Determined, type DetermineOptions, determineRegister, type Report } from './determine.ts';
import { openForRun } from './open-for-run.ts';
import { on, registerOf } from './testing/jobs.ts';

const folder = testFolder();
const [childRule = '', householdRule = ''] = rules;
const child = packWithRule(childRule);
const household = packWithRule(householdRule);

let count = 0;
const freshPath = (name: string): string => join(folder, `${(count += 1)}-${name}`);

function run(register: Register, pack: Pack, more: Partial<DetermineOptions> = {}): Promise<Determined> {
  const opened = openForRun(register.folder, { skipBroken: more.skipBroken ?? false });
  if (opened.kind === 'problems') return Promise.resolve({ kind: 'broken', problems: opened.problems });
  return determineRegister({ opened, pack, period: '2026', workers: 1, ...more });
}

async function reported(register: Register, pack: Pack, more: Partial<DetermineOptions> = {}): Promise<Report> {
  const found = await run(register, pack, more);
  if (found.kind !== 'determined') throw new Error(`The run ended otherwise: ${found.kind}`);
  return found.report;
}

async function rowsOf(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(`select * from read_parquet('${path}')`);
  connection.closeSync();
  instance.closeSync();
  return read.getRowObjectsJson();
}

/** What explain says of everybody, by id. */
function expectedRows(register: Register, pack: Pack, reach: number): ReadonlyMap<string, unknown> {
  const rows = new Map<string, unknown>();
  for (const index of register.manifest.shards.keys()) {
    const shard = readShard(register, index, everything(register));
    const view = familyView(register.info, shard, on, reach);
    const id = readIds(register, index);
    for (let row = 0; row < shard.rows; row += 1) {
      if (shard.subjects?.[row] === 0) continue;
      const { outcome, amountFen, missing } = determine(pack, personFacts(view, row), '2026');
      rows.set(id(row), [outcome, String(amountFen ?? 0n), [...new Set(missing.map(({ fact }) => fact))].toSorted()]);
    }
  }
  return rows;
}

const totalsOf = ({ tally }: Report): unknown => ({
  ...tally,
  byDivision: [...tally.byDivision],
  reasons: [...tally.reasons],
  missing: [...tally.missing].toSorted(([a], [b]) => (a < b ? -1 : 1)),
});

const families = await registerOf(folder, { people: 300, counties: 3, gaps: 2 }, 80);

describe('a register determined', () => {
  test('--out tells of everybody once, and what explain says of them', async () => {
    const out = freshPath('result.parquet');
    const report = await reported(families, household, { out });
    const rows = await rowsOf(out);
    const told = new Map(rows.map((row) => [row['id'], [row['outcome'], row['amount_fen'], row['missing']]]));
    expect([rows.length, told.size]).toEqual([300, 300]);
    expect(told).toEqual(expectedRows(families, household, 1));
    expect(report.tally.total.subjects).toBe(300);
    expect(existsSync(`${out}.parts`)).toBe(false);
  });

  test('sums and counts are those of the rows', async () => {
    const out = freshPath('result.parquet');
    const { tally } = await reported(families, child, { out });
    const rows = await rowsOf(out);
    const having = (outcome: string): number => rows.filter((row) => row['outcome'] === outcome).length;
    const { total } = tally;
    expect([total.eligible, total.notEligible, total.undetermined]).toEqual(
      ['eligible', 'not-eligible', 'undetermined'].map(having),
    );
    expect(total.amountFen).toBe(rows.reduce((sum, row) => sum + BigInt(String(row['amount_fen'])), 0n));
    const lacking = (fact: string): number =>
      rows.filter((row) => (row['missing'] as readonly string[]).includes(fact)).length;
    expect([...tally.missing]).toEqual([...tally.missing.keys()].map((fact) => [fact, lacking(fact)]));
    expect([...tally.byDivision.values()].reduce((sum, { subjects }) => sum + subjects, 0)).toBe(300);
  });

  test('the same comes out in JavaScript and WebAssembly, of one worker and of two, counted or written', async () => {
    const expected = totalsOf(await reported(families, household, { engine: 'js' }));
    expect(totalsOf(await reported(families, household, { engine: 'wasm' }))).toEqual(expected);
    expect(totalsOf(await reported(families, household, { workers: 2 }))).toEqual(expected);
    const out = freshPath('result.parquet');
    expect(totalsOf(await reported(families, household, { workers: 2, out }))).toEqual(expected);
    const again = freshPath('result.parquet');
    await reported(families, household, { out: again });
    expect(readFileSync(again)).toEqual(readFileSync(out));
  });

  test.each([0, 1, 4095, 4096, 4097])('of %i people', async (people) => {
    const register = await registerOf(folder, { people, counties: 1, alone: true });
    const out = freshPath('result.parquet');
    const { tally } = await reported(register, child, { out });
    expect([tally.total.subjects, (await rowsOf(out)).length]).toEqual([people, people]);
  });

  test('by village, the divisions are those of the people', async () => {
    const { tally, level } = await reported(families, child, { by: 'village' });
    expect([level, tally.byDivision.size > 6]).toEqual(['village', true]);
    expect([...tally.byDivision.values()].reduce((sum, one) => sum + one.subjects, 0)).toBe(300);
  });

  test('facts that the register does not hold are told, and leave people undetermined', async () => {
    const register = await registerOf(folder, { people: 600, counties: 1, gaps: 0, without: ['nationality'] });
    const { notHeld, tally } = await reported(register, child);
    expect(notHeld).toEqual(['nationality']);
    expect(tally.missing).toEqual(new Map([['nationality', tally.total.undetermined]]));
    expect(tally.total.undetermined).toBeGreaterThan(0);
    expect(tally.total.eligible).toBe(0);
  });
});

describe('a run that is cut off', () => {
  // The largest is begun first; within it there may be progress too.
  const largest = Math.max(...families.manifest.shards.map(({ rows }) => rows));
  const afterOneShard =
    (controller: AbortController) =>
    ({ rows }: { readonly rows: number }): void => {
      if (rows >= largest) controller.abort();
    };

  test('goes on where it was stopped, and comes to what an undisturbed run comes to', async () => {
    const undisturbed = freshPath('result.parquet');
    const expected = totalsOf(await reported(families, household, { out: undisturbed }));
    const out = freshPath('result.parquet');
    const controller = new AbortController();
    const stopped = await run(families, household, {
      out,
      signal: controller.signal,
      progress: afterOneShard(controller),
    });
    const { length: shards } = families.manifest.shards;
    expect(stopped).toEqual({ kind: 'stopped', finished: 1, shards });
    expect(existsSync(out)).toBe(false);
    const report = await reported(families, household, { out });
    expect([report.resumedShards, totalsOf(report)]).toEqual([1, expected]);
    expect(readFileSync(out)).toEqual(readFileSync(undisturbed));
  });

  test('starts over when anything about it is another', async () => {
    const out = freshPath('result.parquet');
    const controller = new AbortController();
    await run(families, household, { out, signal: controller.signal, progress: afterOneShard(controller) });
    expect((await reported(families, household, { out, on: day('2026-03-02') })).resumedShards).toBe(0);
  });

  test('does not take up a part of which bytes are missing', async () => {
    const out = freshPath('result.parquet');
    const controller = new AbortController();
    await run(families, household, { out, signal: controller.signal, progress: afterOneShard(controller) });
    const part = readdirSync(`${out}.parts`).find((name) => name.endsWith('.part')) ?? '';
    truncateSync(join(`${out}.parts`, part), 10);
    expect((await reported(families, household, { out })).resumedShards).toBe(0);
  });

  /** A run that was stopped after its first shard, and what was done to the files that it left. */
  async function cutOff(spoil: (parts: string, shard: string) => void): Promise<Report> {
    const out = freshPath('result.parquet');
    const controller = new AbortController();
    await run(families, household, { out, signal: controller.signal, progress: afterOneShard(controller) });
    const part = readdirSync(`${out}.parts`).find((name) => name.endsWith('.part')) ?? '';
    spoil(`${out}.parts`, part.replace('.part', ''));
    const report = await reported(families, household, { out });
    expect(totalsOf(report)).toEqual(totalsOf(await reported(families, household)));
    return report;
  }

  test.each([
    [
      'a part of which a byte is another',
      (parts: string, shard: string) => {
        const bytes = readFileSync(join(parts, `${shard}.part`));
        bytes[100] = (bytes[100] ?? 0) ^ 1;
        writeFileSync(join(parts, `${shard}.part`), bytes);
      },
    ],
    ['a part that is gone', (parts: string, shard: string) => rmSync(join(parts, `${shard}.part`))],
    [
      'a description that was cut off',
      (parts: string, shard: string) => truncateSync(join(parts, `${shard}.kept.json`), 40),
    ],
    [
      'a description that says something else',
      (parts: string, shard: string) => writeFileSync(join(parts, `${shard}.kept.json`), '{"index":0}'),
    ],
  ])('with %s works that shard again', async (_, spoil) => {
    expect((await cutOff(spoil)).resumedShards).toBe(0);
  });

  test('does not take up what another engine determined', async () => {
    const report = await cutOff((parts) => {
      const text = readFileSync(join(parts, 'run.json'), 'utf8');
      expect(text).toMatch(/"engine":"[0-9a-f]{64}"/);
      writeFileSync(join(parts, 'run.json'), text.replace(/"engine":"[0-9a-f]/, '"engine":"x'));
    });
    expect(report.resumedShards).toBe(0);
  });

  test('a folder that no run left is not touched', async () => {
    const out = freshPath('result.parquet');
    mkdirSync(`${out}.parts`);
    writeFileSync(join(`${out}.parts`, 'diary.txt'), 'dear diary');
    await expect(run(families, household, { out })).rejects.toThrow(OperatorFault);
    expect(readFileSync(join(`${out}.parts`, 'diary.txt'), 'utf8')).toBe('dear diary');
  });
});

describe('a broken register', () => {
  async function broken(spoil: (shard: string) => void): Promise<Register> {
    const register = await registerOf(folder, { people: 90, counties: 3, alone: true });
    spoil(join(register.folder, shardsFolder, '990102'));
    return register;
  }
  const birthOf = (shard: string): string => join(shard, columnFile('birth'));
  const wrongBirth = (shard: string): void => {
    const births = new Int32Array(new Uint8Array(readFileSync(birthOf(shard))).buffer);
    births[4] = (2025 << 9) | (2 << 5) | 30;
    writeFileSync(birthOf(shard), births);
  };

  test('a value that is no date is told with file, row and column, and nothing is written', async () => {
    const register = await broken(wrongBirth);
    const out = freshPath('result.parquet');
    const found = await run(register, child, { out });
    expect(found).toMatchObject({
      kind: 'broken',
      problems: [{ kind: 'no-date', file: 'shards/990102/birth.col', column: 'birth', row: 5 }],
    });
    // As whoever reads it writes a day, beside what stands in the file.
    expect(found.kind === 'broken' && found.problems[0]?.words.en).toContain('2025-02-30 (1036894)');
    expect([existsSync(out), existsSync(`${out}.parts`)]).toEqual([false, false]);
  });

  test.each([
    ['a wrong value', wrongBirth, 'no-date'],
    ['a file that is cut short', (shard: string) => truncateSync(birthOf(shard), 8), 'wrong-length'],
    ['a file that is gone', (shard: string) => rmSync(birthOf(shard)), 'file-missing'],
  ])('with %s, the shard is left out when asked for, and counted', async (_, spoil, kind) => {
    const register = await broken(spoil);
    const out = freshPath('result.parquet');
    const { tally, skipped, people } = await reported(register, child, { out, skipBroken: true });
    expect(skipped).toMatchObject({ people: 30, shards: 1, problems: [{ kind }] });
    expect([people, tally.total.subjects, (await rowsOf(out)).length]).toEqual([90, 60, 60]);
  });

  test('a value that could be right is found by its checksum with --verify', async () => {
    const register = await broken((shard) => {
      const births = new Int32Array(new Uint8Array(readFileSync(birthOf(shard))).buffer);
      births.reverse();
      writeFileSync(birthOf(shard), births);
    });
    expect((await run(register, child)).kind).toBe('determined');
    expect(await run(register, child, { verify: true })).toMatchObject({
      kind: 'broken',
      problems: [{ kind: 'digest-differs', file: 'shards/990102/birth.col' }],
    });
  });
});

describe('refused before anything is determined', () => {
  const worked = (out: string): Promise<Determined> =>
    run(families, child, { out, progress: () => expect.unreachable('Nothing is determined') });

  test('--out where a folder stands', async () => {
    const out = freshPath('folder.parquet');
    mkdirSync(out);
    await expect(worked(out)).rejects.toThrow(/folder\.parquet is a folder/);
    expect(existsSync(`${out}.parts`)).toBe(false);
  });

  test.each([
    ['a system that takes no files', () => '/proc/result.parquet'],
    ['a file', () => join(import.meta.filename, 'result.parquet')],
    ['a name that is too long', () => freshPath(`${'x'.repeat(246)}.parquet`)],
    ['a link that leads to itself', () => join(loop(), 'result.parquet')],
  ])('--out below or with %s', async (_, out) => {
    await expect(worked(out())).rejects.toThrow(/cannot be written/);
  });

  function loop(): string {
    const path = freshPath('loop');
    symlinkSync(path, path);
    return path;
  }

  test('a day of asking before the day of the register', async () => {
    const out = freshPath('result.parquet');
    const found = await run(families, child, { on: day('2026-02-28'), out });
    expect(found).toMatchObject({ kind: 'refused', refusal: { code: 'asked-too-early' } });
    expect(found.kind === 'refused' && found.refusal.words.en).toContain('--on 2026-02-28 is before 2026-03-01');
    expect(existsSync(`${out}.parts`)).toBe(false);
  });

  test('a period that begins after the day of the register', async () => {
    const out = freshPath('result.parquet');
    const found = await run(families, child, { period: '2027', out });
    expect(found).toMatchObject({ kind: 'refused', refusal: { code: 'register-too-old' } });
    if (found.kind === 'refused') expect(found.refusal.words.en).toContain('2026-03-01');
    expect(existsSync(`${out}.parts`)).toBe(false);
  });

  test('a policy that looks further than the shards of the register', async () => {
    const far = packWithRule(`for: person as e
facts: { alive: boolean? }
parameters:
  each: { type: money, values: { 2020-01-01: 1.00 }, source: order 一 }
let:
  cousins: some p in e.parents satisfies (some g in p.parents satisfies (some u in g.children satisfies (count(u.children) > 1)))
eligible: cousins
amount: each
`);
    expect(await run(families, far)).toMatchObject({ kind: 'refused', refusal: { code: 'register-sees-too-little' } });
  });

  test('a rule whose numbers may not fit 64 bits', async () => {
    const wide = packWithRule(`for: person as e
facts: { income: money, nights: int }
parameters:
  each: { type: money, values: { 2020-01-01: 10000000000.00 }, source: order 一 }
eligible: true
amount: each * e.nights * e.nights * e.nights * e.nights * e.nights * e.nights
`);
    expect(await run(families, wide)).toMatchObject({ kind: 'refused', refusal: { code: 'not-in-columns' } });
  });
});
