import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  monthOf,
  monthsBetween,
  partsOf,
  readDay,
  readMonth,
  weekdayOf,
} from './day.ts';

const someDay = fc.integer({ min: dayNumber(day('0001-01-01')), max: dayNumber(day('9999-12-31')) }).map(dayFromNumber);
const smallStep = fc.integer({ min: -40_000, max: 40_000 });
const middleDay = fc
  .integer({ min: dayNumber(day('1800-01-01')), max: dayNumber(day('2200-12-31')) })
  .map(dayFromNumber);

test('a day is written one way: year, month, day, with hyphens', () => {
  expect(readDay('2026-02-01')).toBe('2026-02-01');
  for (const text of ['2026-2-1', '20260201', '2026-02-01T00:00', ' 2026-02-01', '2026/02/01', '２０２６-02-01', '']) {
    expect(readDay(text)).toBeUndefined();
  }
});

test('a day that no calendar has is no day', () => {
  for (const text of [
    '2025-02-29',
    '2025-02-30',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',
  ]) {
    expect(readDay(text)).toBeUndefined();
  }
  expect([readDay('2024-02-29'), readDay('2000-02-29')]).toEqual(['2024-02-29', '2000-02-29']);
  expect(() => day('2025-02-30')).toThrow('No such day: 2025-02-30');
});

test('whole numbers only make a day', () => {
  expect([dayOf(2025, 1.5, 1), dayOf(2025, 1, Number.NaN), dayOf(10_000, 1, 1)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('every day has a number and every number its day, one after the other', () => {
  fc.assert(
    fc.property(someDay, (d) => {
      expect(dayFromNumber(dayNumber(d))).toBe(d);
      expect(readDay(d)).toBe(d);
    }),
  );
  expect([dayNumber(day('1970-01-01')), dayNumber(day('2000-03-01')), dayNumber(day('1969-12-31'))]).toEqual([
    0, 11_017, -1,
  ]);
});

test('days agree with the machine’s own calendar', () => {
  fc.assert(
    fc.property(middleDay, (d) => {
      const other = new Date(`${d}T00:00:00Z`);
      expect(dayNumber(d) * 86_400_000).toBe(other.getTime());
      expect(weekdayOf(d) % 7).toBe(other.getUTCDay());
    }),
  );
});

test('adding and taking away come back, and text order is time order', () => {
  fc.assert(
    fc.property(middleDay, smallStep, (d, step) => {
      const later = addDays(d, step);
      expect(daysBetween(d, later)).toBe(step);
      expect(addDays(later, -step)).toBe(d);
      expect(Math.sign(step)).toBe(later > d ? 1 : later < d ? -1 : 0);
    }),
  );
});

test('a month is as long as from its first day to the next month’s', () => {
  fc.assert(
    fc.property(middleDay, (d) => {
      const { year, month } = partsOf(d);
      const first = day(`${monthOf(d)}-01`);
      expect(daysBetween(first, day(`${addMonths(monthOf(d), 1)}-01`))).toBe(daysInMonth(year, month));
    }),
  );
});

test('months add and count as people count them', () => {
  const december = readMonth('2025-12');
  if (december === undefined) throw new Error('December is a month');
  expect([addMonths(december, 1), addMonths(december, -12), addMonths(december, -24)]).toEqual([
    '2026-01',
    '2024-12',
    '2023-12',
  ]);
  fc.assert(
    fc.property(middleDay, fc.integer({ min: -2_000, max: 2_000 }), (d, count) => {
      expect(monthsBetween(monthOf(d), addMonths(monthOf(d), count))).toBe(count);
    }),
  );
  expect([readMonth('2025-13'), readMonth('2025-1')]).toEqual([undefined, undefined]);
});

test('Monday is 1 and Sunday is 7', () => {
  expect(['2026-02-02', '2026-02-07', '2026-02-08'].map((text) => weekdayOf(day(text)))).toEqual([1, 6, 7]);
});
