import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type County,
  ancestorOf,
  contains,
  countyOf,
  isInvented,
  division,
  levelOf,
  prefixOf,
  rangeOf,
  readDivision,
} from './division.ts';

const village = division('990101101203');
const township = division('990101101000');
const county = division('990101000000');
const levels = ['province', 'city', 'county', 'township', 'village'] as const;

const someVillage = fc
  .tuple(
    ...[2, 2, 2, 3, 3].map((digits) =>
      fc.integer({ min: 1, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0')),
    ),
  )
  .map((parts) => division(parts.join('')));

test('a code is twelve digits and nothing else', () => {
  expect(readDivision('990101101203')).toBe(village);
  for (const text of ['990101', '9901011012030', '99010110120X', ' 990101101203'])
    expect(readDivision(text)).toBeUndefined();
  expect(() => division('990101')).toThrow('12 digits');
});

test('each level is told by its zeros', () => {
  expect(
    [village, township, county, division('990100000000'), division('990000000000'), division('000000000000')].map(
      levelOf,
    ),
  ).toEqual(['village', 'township', 'county', 'city', 'province', 'country']);
  expect([prefixOf(township), countyOf(village)]).toEqual(['990101101', '990101']);
  expect([isInvented(countyOf(village)), isInvented('330182' as County)]).toEqual([true, false]);
});

test('a township contains itself and its villages, and nobody else’s', () => {
  expect([township, village].map((inner) => contains(township, inner))).toEqual([true, true]);
  expect([county, division('990101102001')].map((inner) => contains(township, inner))).toEqual([false, false]);
});

test('containing, ranges and ancestors say the same of every village', () => {
  fc.assert(
    fc.property(someVillage, someVillage, fc.constantFrom(...levels), (one, other, level) => {
      const outer = ancestorOf(one, level);
      expect([levelOf(outer), contains(outer, one)]).toEqual([level, true]);
      const { from, to } = rangeOf(outer);
      expect(contains(outer, other)).toBe(from <= other && other <= to);
    }),
  );
});
