import { describe, expect, test } from 'vitest';
import type { FactValue } from '../facts.ts';
import type { Candidate } from './candidates.ts';
import { boxesOf, type Budget, nearestIn, type Search } from './search.ts';

/** Nights in hospital of somebody, from 0 to 100. */
function nights(person: string, at: number, isKnown = true): Candidate {
  const from = { least: BigInt(at), greatest: BigInt(at) };
  const values = { kind: 'ordered', least: 0n, greatest: 100n, from, isKnown } as const;
  return { person, fact: 'nights', type: 'int', from: isKnown ? at : undefined, values };
}

const school = (...others: readonly string[]): Candidate => ({
  person: 'a',
  fact: 'school',
  type: 'text',
  from: 'none',
  values: { kind: 'listed', others },
});

interface Sought {
  readonly budget?: Budget;
  readonly mayHold?: (greatest: readonly bigint[]) => boolean;
}

/** The values of the nearest change of so many of the facts that holds, or why there are none. */
function nearest(
  candidates: readonly Candidate[],
  count: number,
  holds: (values: readonly FactValue[]) => boolean,
  { budget = { nodes: 1000, tries: 1000 }, mayHold = () => true }: Sought = {},
): readonly FactValue[] | string {
  const search: Search = {
    holds,
    mayHold: (box) => mayHold(box.map(({ to }) => ('greatest' in to ? to.greatest : 0n))),
  };
  const found = nearestIn(boxesOf(candidates, count), search, budget);
  return found.kind === 'found' ? found.values : found.kind;
}

describe('the nearest change', () => {
  test.each<[string, (n: number) => boolean, readonly FactValue[] | string]>([
    ['above', (n) => n >= 53, [53]],
    ['below', (n) => n <= 47, [47]],
    ['on the nearer side', (n) => n === 100 || n === 1, [1]],
    ['at the least', (n) => n === 0, [0]],
    ['at the greatest', (n) => n === 100, [100]],
    ['nowhere', () => false, 'none'],
  ])('is found %s', (_, holds, expected) => {
    expect(nearest([nights('a', 50)], 1, ([n]) => holds(Number(n)))).toEqual(expected);
  });

  test('of two facts is the one of fewer steps in all; of equal ones the change of the first fact is the smaller', () => {
    const both = [nights('a', 10), nights('b', 20)];
    const sum =
      (wanted: number) =>
      ([a, b]: readonly FactValue[]) =>
        Number(a) + Number(b) >= wanted;
    expect(nearest(both, 2, sum(34))).toEqual([11, 23]);
    expect(nearest(both, 1, ([n]) => Number(n) > 21)).toEqual([22]);
    expect(nearest(both, 1, ([n]) => n === 12 || n === 19)).toEqual([19]);
  });

  test('of equally near ones is the one below', () => {
    expect(nearest([nights('a', 50)], 1, ([n]) => n === 47 || n === 53)).toEqual([47]);
    expect(nearest([nights('a', 50), nights('b', 50)], 2, ([a, b]) => a !== 50 && b !== 50)).toEqual([49, 49]);
  });

  test('of values without near and far is the first, and any of them is farther than a step on a line', () => {
    expect(nearest([school('x', 'y', 'z')], 1, ([value]) => value !== 'x')).toEqual(['y']);
    expect(nearest([school('x'), nights('a', 0)], 1, () => true)).toEqual([1]);
    expect(nearest([school('x'), nights('a', 0)], 2, () => true)).toEqual(['x', 1]);
    expect(nearest([school()], 1, () => true)).toBe('none');
  });

  test('may be the very place from which distance is counted, where nothing is known', () => {
    expect(nearest([nights('a', 50, false)], 1, () => true)).toEqual([50]);
    expect(nearest([nights('a', 50)], 1, () => true)).toEqual([49]);
  });

  test('is not sought where nothing can hold', () => {
    const asked: FactValue[] = [];
    const note = ([n]: readonly FactValue[]): boolean => asked.push(n) < 0;
    expect(nearest([nights('a', 50)], 1, note, { mayHold: ([greatest = 0n]) => greatest >= 99n })).toBe('none');
    expect(asked).toEqual([99, 100]);
  });
});

describe('a search that costs too much is cut', () => {
  test('after as many tries as it may take, and not before', () => {
    const tried = (tries: number): unknown =>
      nearest([nights('a', 50)], 1, ([n]) => n === 48, { budget: { nodes: 0, tries } });
    expect([tried(2), tried(3)]).toEqual(['cut', [48]]);
  });

  test('as soon as more nodes were worked out than it may take', () => {
    expect(nearest([nights('a', 50)], 1, () => true, { budget: { nodes: -1, tries: 9 } })).toBe('cut');
  });
});

test('so many facts are changed as are asked for, each way once', () => {
  const three = [nights('a', 0), nights('b', 100), nights('c', 50)];
  const said = (count: number): readonly string[] =>
    [...boxesOf(three, count)].map((box) =>
      box.map(({ candidate, order }) => `${candidate.person}${order[1]}`).join(' '),
    );
  expect(said(1)).toEqual(['a1', 'b0', 'c0', 'c1']);
  expect(said(2).toSorted()).toEqual(['a1 b0', 'a1 c0', 'a1 c1', 'b0 c0', 'b0 c1']);
  expect(said(3).toSorted()).toEqual(['a1 b0 c0', 'a1 b0 c1']);
  expect(said(4)).toEqual([]);
});
