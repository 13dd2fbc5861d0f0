import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import type { Parameter } from '../../check/rule/rule.ts';
import { readPeriod, type Period } from '../../pack/period.ts';
import { worldOf } from '../interpret.ts';
import { dateCode, monthCode } from '../lower/encode.ts';
import { Builder, type Graph, reachable, rootsOf } from '../node.ts';
import { validity, withParameters } from './parameters.ts';
import { answers, graphOf } from '../testing.ts';

/** Rates that rise, one of them published late and with effect from the past. */
const rate: Parameter = {
  name: 'rate',
  type: 'money',
  verified: true,
  values: [
    { from: day('2024-01-01'), value: 100n, written: '1.00' },
    { from: day('2025-03-15'), value: 200n, written: '2.00' },
    { from: day('2025-01-01'), value: 150n, written: '1.50', published: day('2025-06-01') },
    { from: day('2026-01-01'), value: 300n, written: '3.00', published: day('2025-12-01') },
  ],
};

function period(text: string): Period {
  const read = readPeriod(text);
  if (read === undefined) throw new Error(text);
  return read;
}

function graphWith(unit: 'date' | 'month'): Graph {
  const build = new Builder();
  const at = build.fact(build.subject, unit === 'date' ? 'birth' : 'since', unit, 'whole');
  const sum = build.binary('add', build.parameter('rate', 'integer'), build.parameterAt('rate', 'integer', unit, at));
  return { ...graphOf(build, sum), parameters: new Map([['rate', { parameter: rate, denominator: 1n }]]) };
}

const months = { min: 2024 * 12, max: 2027 * 12 };
const monthWritten = (index: number): string =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

describe('parameters put in', () => {
  test.each(['date', 'month'] as const)('give on every %s what they gave by name, whoever asks when', (unit) => {
    const graph = graphWith(unit);
    const at = fc.tuple(fc.integer(months), fc.integer({ min: 1, max: 28 })).map(([month, dayOfMonth]) => {
      return unit === 'month' ? monthWritten(month) : `${monthWritten(month)}-${String(dayOfMonth).padStart(2, '0')}`;
    });
    const on = fc.constantFrom('2025-05-31', '2025-06-01', '2025-12-01', '2026-08-01').map(day);
    fc.assert(
      fc.property(at, on, fc.constantFrom('2025', '2026'), (written, asking, text) => {
        const world = worldOf({ on: asking, subject: 'p', people: [{ id: 'p', birth: written, since: written }] });
        const asked = { period: period(text), on: asking };
        expect(answers(withParameters(graph, asked.period, asking), world)).toEqual(answers(graph, world, asked));
      }),
    );
  });

  test('none is left by name, and no question is asked where there is one value', () => {
    const bound = withParameters(graphWith('date'), period('2026'), day('2024-06-01'));
    const ops = reachable(rootsOf(bound)).map(({ op }) => op);
    expect(ops).not.toContain('parameter');
    expect(ops).not.toContain('parameter-at');
  });

  test('a value that starts within a month holds for months from the next on', () => {
    const plain = { ...rate, values: rate.values.filter(({ published }) => published === undefined) };
    const starts = (unit: 'date' | 'month'): readonly bigint[] =>
      validity(plain, unit, day('2025-05-01')).map(({ from }) => from);
    expect(starts('date')).toEqual([dateCode('2024-01-01'), dateCode('2025-03-15')]);
    expect(starts('month')).toEqual([monthCode('2024-01'), monthCode('2025-04')]);
  });

  test('with effect from the past: what was published last holds, for who asks after that', () => {
    const inApril = (on: string): unknown =>
      validity(rate, 'month', day(on)).findLast(({ from }) => from <= monthCode('2025-04'))?.value;
    expect([inApril('2025-05-31'), inApril('2025-06-01')]).toEqual([200n, 150n]);
  });
});
