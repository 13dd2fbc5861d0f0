import { expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { workingYearOf } from './working-year.ts';

const calendar = {
  holidays: new Set([day('2026-02-17'), day('2026-02-16'), day('2025-10-01')]),
  makeUpDays: new Set([day('2026-02-14')]),
  publishedYears: new Set([2025, 2026]),
};

test('a year tells its own holidays and worked weekends, in order', () => {
  expect(workingYearOf(calendar, 2026)).toEqual({
    year: 2026,
    published: true,
    holidays: ['2026-02-16', '2026-02-17'],
    makeUpDays: ['2026-02-14'],
  });
});

test('a year whose notice has not come says so', () => {
  expect(workingYearOf(calendar, 2027)).toEqual({ year: 2027, published: false, holidays: [], makeUpDays: [] });
});
