import { addDays, type Day, weekdayOf, yearOf } from './day.ts';

/**
 * The State Council's calendar: weekends rest, except make-up days; holidays rest.
 * Only years whose notice has been published are certain.
 */
export interface WorkingCalendar {
  readonly holidays: ReadonlySet<Day>;
  readonly makeUpDays: ReadonlySet<Day>;
  readonly publishedYears: ReadonlySet<number>;
}

/** A deadline; `provisional` when it rests on a year whose holiday notice is not yet published. */
export interface WorkingDeadline {
  readonly day: Day;
  readonly provisional: boolean;
}

export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  return !calendar.holidays.has(day) && weekdayOf(day) <= 5;
}

/**
 * The last day of a term of `count` working days that begins on the day after `from`
 * (the day of the event is not counted: 民法典 art. 201; 行政复议法 art. 88).
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): WorkingDeadline {
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`A term is a whole number of working days, at least 1: ${count}`);
  let day = from;
  let provisional = false;
  for (let counted = 0; counted < count;) {
    day = addDays(day, 1);
    provisional ||= !calendar.publishedYears.has(yearOf(day));
    if (isWorkingDay(calendar, day)) counted += 1;
  }
  return { day, provisional };
}

/** Working days after `from`, up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}
