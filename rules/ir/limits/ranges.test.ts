import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnInfo, RegisterInfo } from '../../columns/shard.ts';
import { dateCode } from '../lower/encode.ts';
import { interpret, worldOf } from '../interpret.ts';
import { Builder, type Graph, type Node, reachable, rootsOf } from '../node.ts';
import { isNever, type Range, rangesOf, registerMost, registerRange } from './ranges.ts';
import { families, graphOf, graphs } from '../testing.ts';

const column = (fact: string, type: ColumnInfo['type'], least: bigint, greatest: bigint): [string, ColumnInfo] => [
  fact,
  {
    fact,
    type,
    least,
    greatest,
    width: 64,
    unknown: 1,
    onlyMonth: 0,
  },
];

/** What holds of every family that the tests draw. */
const register: RegisterInfo = {
  columns: new Map([
    column('nights', 'int', 0n, 30n),
    column('income', 'money', 0n, 900_000n),
    column('birth', 'date', dateCode('1996-06-15'), dateCode('2026-01-31')),
  ]),
  dictionary: [],
  linksKnown: true,
  householdsKnown: true,
  largestHousehold: 5,
  mostLinks: 4,
  largestShard: 5,
};

const isText = (node: Node): boolean => node.sort === 'text' || node.args.some(isText);

function rangesIn(graph: Graph): ReadonlyMap<Node, Range> {
  return rangesOf(reachable(rootsOf(graph)), registerRange(register), registerMost(register));
}

describe('ranges', () => {
  test('hold every number that any family makes of a node', () => {
    fc.assert(
      fc.property(graphs(), families(), (graph, facts) => {
        if (rootsOf(graph).some(isText)) return;
        const ranges = rangesIn(graph);
        const valueOf = interpret(graph, worldOf(facts));
        for (const node of rootsOf(graph)) {
          const [value, range] = [valueOf(node), ranges.get(node)];
          if (typeof value !== 'bigint') continue;
          expect(range !== undefined && range.least <= value && value <= range.greatest).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  const build = new Builder();
  const nights = build.fact(build.subject, 'nights', 'int', 'whole');
  const members = build.within(build.subject, 'members');
  const children = build.within(build.subject, 'children');
  const income = (scope: typeof members): Node => build.fact(scope, 'income', 'money', 'whole');
  const number = (value: bigint): Node => build.constant(value);

  test.each([
    ['a difference turns the ends round', build.binary('subtract', number(10n), nights), -20n, 10n],
    ['a size has no negative', build.unary('absolute', build.binary('subtract', nights, number(10n))), 0n, 20n],
    ['a negative factor turns the ends round', build.binary('multiply', nights, number(-2n)), -60n, 0n],
    ['a rest is below its divisor', build.divide('modulo', nights, 7n), 0n, 6n],
    [
      'a rest within one turn is no wider than that',
      build.divide('modulo', build.binary('minimum', nights, number(3n)), 7n),
      0n,
      3n,
    ],
    [
      'floor division rounds both ends down',
      build.divide('floor-divide', build.binary('subtract', nights, number(1n)), 7n),
      -1n,
      4n,
    ],
    [
      'a household is as large as the largest',
      build.aggregate('sum', members, income(members), undefined),
      0n,
      4_500_000n,
    ],
    [
      'relatives are as many as anybody has',
      build.aggregate('sum', children, income(children), undefined),
      0n,
      3_600_000n,
    ],
    [
      'the month of a date',
      build.fact(build.subject, 'birth', 'date', 'month'),
      (1996n << 4n) | 6n,
      (2026n << 4n) | 1n,
    ],
  ] as const)('%s', (_, node, least, greatest) => {
    expect(rangesIn(graphOf(build, node)).get(node)).toEqual({ least, greatest });
  });

  const never = build.unknown('integer', 'nights');
  test.each([
    ['never known', never],
    ['computed from it', build.binary('add', never, nights)],
    ['its negative', build.unary('negate', never)],
    ['its rest', build.divide('modulo', build.binary('multiply', nights, never), 12n)],
    ['either of two that are not', build.select(build.unknown('boolean', 'alive'), never, never)],
  ] as const)('a number that is never known has no values: %s', (_, node) => {
    const range = rangesIn(graphOf(build, node)).get(node);
    expect(range !== undefined && isNever(range)).toBe(true);
  });

  test.each([
    [
      'a number or one that is never known',
      build.select(build.fact(build.subject, 'alive', 'boolean', 'whole'), never, nights),
      30n,
    ],
    [
      'the sum of what is never known, of which there may be none',
      build.aggregate('sum', children, never, undefined),
      0n,
    ],
  ] as const)('%s', (_, node, greatest) => {
    expect(rangesIn(graphOf(build, node)).get(node)).toEqual({ least: 0n, greatest });
  });
});
