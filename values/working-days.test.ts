import * as chineseDays from 'chinese-days';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, day, dayFromNumber, dayNumber, weekdayOf } from './day.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar, workingDaysBetween } from './working-days.ts';

function calendarOf(
  holidays: readonly string[],
  makeUpDays: readonly string[],
  years: readonly number[],
): WorkingCalendar {
  return {
    holidays: new Set(holidays.map(day)),
    makeUpDays: new Set(makeUpDays.map(day)),
    publishedYears: new Set(years),
  };
}

// National Day and Mid-Autumn 2025: 1 to 8 October rest; 28 September and 11 October make up for it (State Council, 2024-11-12).
const autumn = calendarOf(
  ['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04', '2025-10-05', '2025-10-06', '2025-10-07', '2025-10-08'],
  ['2025-09-28', '2025-10-11'],
  [2025],
);

test('weekends rest, holidays rest, make-up days work', () => {
  expect(
    ['2025-09-26', '2025-09-27', '2025-09-28', '2025-10-01', '2025-10-09', '2025-10-11', '2025-10-12'].map((text) =>
      isWorkingDay(autumn, day(text)),
    ),
  ).toEqual([true, false, true, false, true, true, false]);
});

test('the day of the event is not counted; make-up days are', () => {
  expect(addWorkingDays(autumn, day('2025-09-26'), 1)).toEqual({ day: '2025-09-28', provisional: false });
  expect(addWorkingDays(autumn, day('2025-09-30'), 1)).toEqual({ day: '2025-10-09', provisional: false });
  expect(addWorkingDays(autumn, day('2025-09-30'), 3)).toEqual({ day: '2025-10-11', provisional: false });
});

test('a term that runs into a year without a published calendar is provisional', () => {
  expect(addWorkingDays(autumn, day('2025-12-30'), 1).provisional).toBe(false);
  expect(addWorkingDays(autumn, day('2025-12-30'), 2)).toEqual({ day: '2026-01-01', provisional: true });
});

test('a term of no days, or of half a day, is a broken assumption', () => {
  for (const count of [0, -1, 1.5])
    expect(() => addWorkingDays(autumn, day('2025-09-26'), count)).toThrow('at least 1');
});

const someDay = fc.integer({ min: dayNumber(day('2025-08-01')), max: dayNumber(day('2025-12-01')) }).map(dayFromNumber);

test('a term ends on a working day and holds exactly its number of them', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const { day: end } = addWorkingDays(autumn, from, count);
      expect(isWorkingDay(autumn, end)).toBe(true);
      expect(workingDaysBetween(autumn, from, end)).toBe(count);
      expect(workingDaysBetween(autumn, end, from)).toBe(-count);
    }),
  );
});

test('terms add up: twenty days and then ten is thirty', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (from, first, second) => {
      const middle = addWorkingDays(autumn, from, first).day;
      expect(addWorkingDays(autumn, middle, second)).toEqual(addWorkingDays(autumn, from, first + second));
    }),
  );
});

/** Every day of a year that differs from an ordinary week, by a library of the published notices. */
function publishedYear(year: number): { holidays: Day[]; makeUpDays: Day[] } {
  const holidays: Day[] = [];
  const makeUpDays: Day[] = [];
  for (let d = day(`${year}-01-01`); d <= day(`${year}-12-31`); d = addDays(d, 1)) {
    const works = chineseDays.isWorkday(d);
    if (works && weekdayOf(d) > 5) makeUpDays.push(d);
    if (!works && weekdayOf(d) <= 5) holidays.push(d);
  }
  return { holidays, makeUpDays };
}

test.each([2025, 2026])(
  '%i: thirty working days agree with a library that knows the State Council’s notices, from every day',
  (year) => {
    const [first, second] = [publishedYear(year), publishedYear(year === 2026 ? 2025 : 2026)];
    const calendar = calendarOf(
      [...first.holidays, ...second.holidays],
      [...first.makeUpDays, ...second.makeUpDays],
      [2025, 2026],
    );
    expect([first.holidays.length > 10, first.makeUpDays.length > 3]).toEqual([true, true]);
    for (let d = day(`${year}-01-01`); d < day(`${year}-11-01`); d = addDays(d, 1)) {
      expect(chineseDays.findWorkday(30, isWorkingDay(calendar, d) ? d : lastWorkingDay(calendar, d))).toBe(
        addWorkingDays(calendar, d, 30).day,
      );
    }
  },
);

/** The library counts from a working day: the one before a day of rest. */
function lastWorkingDay(calendar: WorkingCalendar, from: Day): Day {
  let d = from;
  while (!isWorkingDay(calendar, d)) d = addDays(d, -1);
  return d;
}
