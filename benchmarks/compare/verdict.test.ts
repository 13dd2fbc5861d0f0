import { describe, expect, test } from 'vitest';
import { figureIn, type Judged } from './judged.ts';
import { verdictOn, verdictText } from './verdict.ts';

const time: Judged = { benchmark: 'batch', figure: 'totalMilliseconds', better: 'less' };
const rate: Judged = { benchmark: 'columns', figure: 'personsPerSecond1M.wasm', better: 'more' };

describe('a figure of two versions', () => {
  test('is judged by the medians: one turn that was disturbed changes nothing', () => {
    const verdict = verdictOn(time, { older: [100, 100, 100], newer: [101, 900, 99] }, 10);
    expect(verdict).toMatchObject({ older: 100, newer: 101, slowdown: 1.01, spread: [0.99, 9], isSlower: false });
  });

  test.each([
    [time, [100], [111], true],
    [time, [100], [110], false],
    [time, [100], [50], false],
    [rate, [111], [100], true],
    [rate, [110], [100], false],
    [rate, [100], [200], false],
  ])('%o from %j to %j: too slow %j', (judged, older, newer, slower) => {
    expect(verdictOn(judged, { older, newer }, 10).isSlower).toBe(slower);
  });

  test('may be given a budget', () => {
    expect(verdictOn(time, { older: [100], newer: [119] }, 20).isSlower).toBe(false);
    expect(verdictOn(time, { older: [100], newer: [121] }, 20).isSlower).toBe(true);
  });

  test('is not judged by half of a turn', () => {
    expect(() => verdictOn(time, { older: [100, 100], newer: [100] }, 10)).toThrow('both');
    expect(() => verdictOn(time, { older: [], newer: [] }, 10)).toThrow('both');
  });

  test('is told in words, with how far the turns lie apart', () => {
    expect(verdictText(verdictOn(time, { older: [4000, 4100], newer: [5000, 4800] }, 10))).toBe(
      'batch totalMilliseconds: 4,000 before, 4,800 now, 20 % slower (turns from 17 % slower to 25 % slower): TOO MUCH',
    );
    expect(verdictText(verdictOn(rate, { older: [100], newer: [200] }, 10))).toBe(
      'columns personsPerSecond1M.wasm: 100 before, 200 now, 50 % faster (turns from 50 % faster to 50 % faster)',
    );
  });
});

describe('a figure in what a benchmark printed', () => {
  test('is found by itself or in its group', () => {
    expect(figureIn({ totalMilliseconds: 5 }, time)).toBe(5);
    expect(figureIn({ personsPerSecond1M: { wasm: 7 } }, rate)).toBe(7);
  });

  test.each([{}, { personsPerSecond1M: 3 }, { personsPerSecond1M: { wasm: 'no gcc here' } }, undefined])(
    'is missing in %j',
    (printed) => {
      expect(figureIn(printed, rate)).toBeUndefined();
    },
  );
});
