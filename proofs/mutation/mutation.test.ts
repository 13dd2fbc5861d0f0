import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Change, changesOf, isMutated, sampleOf } from './mutants.ts';
import { type Equivalent, type Fate, reportOn, reportText } from './report.ts';
import { mutatedRooms } from './rooms.ts';

const root = join(import.meta.dirname, '../..');
const file = 'rules/syntax/strength.ts';

describe('what is changed', () => {
  test('is the code of rules, neither tests nor words', () => {
    const asked = [
      file,
      'rules/syntax/parse.test.ts',
      'rules/testing.ts',
      'rules/ir/testing.ts',
      'rules/check/testing/fault.ts',
      'values/fen.ts',
    ];
    expect([...asked, 'rules/check/tell/findings.ts'].filter(isMutated)).toEqual([file]);
  });

  test('is told with the text that it takes the place of', async () => {
    const changes = await changesOf(root, ['rules/ir/lower/dates.ts']);
    const text = await readFile(join(root, 'rules/ir/lower/dates.ts'), 'utf8');
    expect(changes.length).toBeGreaterThan(3);
    for (const { before, after, line } of changes) {
      expect(text).toContain(before);
      expect(before).not.toBe(after);
      expect(before.startsWith(line) || line.includes(before.split('\n')[0] ?? '')).toBe(true);
    }
  });

  test.each([file, 'rules/read-pack.ts', 'rules/ir/lower/lower.ts', 'rules/sql/query.ts'])(
    '%s belongs to one room',
    (one) => {
      expect(mutatedRooms.filter(({ mutants }) => mutants.test(one))).toHaveLength(1);
    },
  );
});

const change = (line: number, after = 'false'): Change => ({
  file,
  location: { start: { line, column: 2 }, end: { line, column: 7 } },
  mutator: 'ConditionalExpression',
  before: 'a < b',
  after,
  line: 'a < b;',
});

describe('the sample', () => {
  const all = Array.from({ length: 300 }, (_, line) => change(line));

  test('is the same for the same seed and another for another, whatever else could have been drawn', () => {
    const drawn = sampleOf(all, 40, '7');
    expect(new Set(drawn).size).toBe(40);
    expect(sampleOf(all.toReversed(), 40, '7')).toEqual(drawn);
    expect(sampleOf(all, 40, '8')).not.toEqual(drawn);
    const fewer = all.filter(({ location }) => location.start.line % 2 === 0);
    const kept = drawn.filter((one) => fewer.includes(one));
    expect(sampleOf(fewer, 40, '7').slice(0, kept.length)).toEqual(kept);
  });
});

describe('the score', () => {
  const fates: readonly Fate[] = (
    ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError'] as const
  ).map((status, line) => ({ change: change(line, line === 4 ? 'true' : 'false'), status, tests: 1 }));
  const same: Equivalent = { file, line: 'a < b;', before: 'a < b', after: 'true', why: 'b is above every a.' };

  test('counts what was found of what a test could find', () => {
    const report = reportOn({ fates, equivalent: [], seed: '1', possible: 9 });
    expect(report).toMatchObject({
      mutants: 6,
      killed: 2,
      timedOut: 1,
      survived: 2,
      equivalent: 0,
      broken: 1,
      score: 0.6,
    });
    expect(report.folders['syntax']?.score).toBe(0.6);
    expect(reportText(report)).toContain(`${file}:4  a < b  ->  false`);
  });

  test('leaves out what is noted as the same program, the line and both texts being equal', () => {
    const score = (equivalent: Equivalent): number =>
      reportOn({ fates, equivalent: [equivalent], seed: '1', possible: 9 }).score;
    expect(score(same)).toBe(0.75);
    expect(score({ ...same, line: 'a < b || c;' })).toBe(0.6);
    expect(score({ ...same, after: 'a <= b' })).toBe(0.6);
  });
});
