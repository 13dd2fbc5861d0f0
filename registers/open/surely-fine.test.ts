import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ColumnInfo, packedDate, unknown32 } from '../../rules/columns/shard.ts';
import { surelyFine, surelyTogether } from './surely-fine.ts';
import { checkColumn } from './check-column.ts';

const info = (more: Partial<ColumnInfo>): ColumnInfo => ({
  fact: 'f',
  type: 'money',
  width: 32,
  least: 10n,
  greatest: 20n,
  unknown: 0,
  onlyMonth: 0,
  ...more,
});
const date = {
  type: 'date',
  least: BigInt(packedDate(1920, 1, 1)),
  greatest: BigInt(packedDate(2025, 12, 31)),
} as const;

test('a number, a date or a boolean that its column can’t hold is never called fine, wherever it stands', () => {
  const any32 = fc.oneof(fc.integer({ min: -30, max: 60 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.array(any32, { maxLength: 9 }), fc.nat(9), any32, (good, at, odd) => {
      const numbers = good.map((n) => 10 + (Math.abs(n) % 11)).toSpliced(at, 0, odd);
      expect(surelyFine(info({}), Int32Array.from(numbers))).toBe(odd >= 10 && odd <= 20);
    }),
  );
  const any8 = fc.integer({ min: -128, max: 127 });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 1 }), { maxLength: 12 }), fc.nat(12), any8, (good, at, odd) => {
      const values = Int8Array.from(good.toSpliced(at, 0, odd));
      const column = info({ type: 'boolean', width: 8, least: 0n, greatest: 1n });
      expect(surelyFine(column, values)).toBe(odd >= -1 && odd <= 1);
    }),
  );
});

test('of dates only days of the calendar and months alone are called fine', () => {
  const column = info(date);
  const shown = (year: number, month: number, day: number): boolean =>
    surelyFine(column, Int32Array.of(packedDate(2000, 1, 1), packedDate(year, month, day)));
  expect([shown(2024, 2, 29), shown(2025, 2, 28), shown(2025, 2, 0), shown(1920, 1, 1)]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([
    shown(2025, 2, 29),
    shown(2025, 4, 31),
    shown(2025, 13, 1),
    shown(2025, 0, 1),
    shown(1919, 12, 31),
    shown(2026, 1, 1),
  ]).toEqual(Array(6).fill(false));
});

test('what is not known is left to the slower look, which allows it where the column says so', () => {
  const values = Int32Array.of(12, unknown32);
  expect(surelyFine(info({}), values)).toBe(false);
  expect(checkColumn(info({ unknown: 1 }), values, 0)).toBe(-1);
});

test('households stand together exactly when each row names the household of its place', () => {
  const sizes = fc.array(fc.nat(3), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(sizes, fc.option(fc.tuple(fc.nat(20), fc.nat(7))), (household, change) => {
      const offsets = Uint32Array.from([
        0,
        ...household.map((_, i) => household.slice(0, i + 1).reduce((a, b) => a + b, 0)),
      ]);
      const right = household.flatMap((size, i) => Array.from({ length: size }, () => i));
      const of = Uint32Array.from(change && right.length > 0 ? right.with(change[0] % right.length, change[1]) : right);
      expect(surelyTogether(household.length, offsets, of)).toBe(right.every((place, row) => of[row] === place));
    }),
  );
});
