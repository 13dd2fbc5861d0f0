import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryOut } from '../../explain/compile/operations.ts';
import { fraction } from '../../explain/compile/values.ts';
import { day } from '../../../values/day.ts';
import { interpret, worldOf } from '../interpret.ts';
import { Builder } from '../node.ts';
import { rounded, type Rounding } from './rounding.ts';
import { graphOf } from '../testing.ts';

const operations = {
  floor: 'floor',
  ceiling: 'ceiling',
  'half-up': 'round-half-up',
  'half-even': 'round-half-even',
  down: 'round-down',
  up: 'round-up',
} as const satisfies Readonly<Record<Rounding, string>>;

function roundedTo(rounding: Rounding, numerator: bigint, by: bigint): unknown {
  const build = new Builder();
  const income = build.fact(build.subject, 'income', 'money', 'whole');
  const graph = graphOf(build, rounded(build, rounding, income, by));
  const people = [{ id: 'p', income: numerator }];
  return interpret(graph, worldOf({ on: day('2026-01-01'), subject: 'p', people }))(graph.amount);
}

describe.each(['floor', 'ceiling', 'half-up', 'half-even', 'down', 'up'] as const)('rounding %s', (rounding) => {
  test('by floor division alone is the named rounding of the exact fraction, below nought too', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -400n, max: 400n }), fc.bigInt({ min: 1n, max: 24n }), (numerator, by) => {
        const expected = carryOut(operations[rounding], [fraction(numerator, by)], 'int');
        expect(roundedTo(rounding, numerator, by)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['half-up', 5n, 3n],
  ['half-up', -5n, -3n],
  ['half-even', 5n, 2n],
  ['half-even', 7n, 4n],
  ['half-even', -5n, -2n],
  ['up', 1n, 1n],
  ['down', -3n, -1n],
  ['ceiling', -1n, 0n],
] as const)('%s of %i halves is %i', (rounding, halves, expected) => {
  expect(roundedTo(rounding, halves, 2n)).toBe(expected);
});
