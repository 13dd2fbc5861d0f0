import { type Day, yearOf } from '../../../values/day.ts';
import type { WorkingCalendar } from '../../../values/working-days.ts';

/** Where a year differs from its weeks, in order. A year whose notice has not come is not published, and differs nowhere yet. */
export function workingYearOf(
  { holidays, makeUpDays, publishedYears }: WorkingCalendar,
  year: number,
): {
  readonly year: number;
  readonly published: boolean;
  readonly holidays: readonly Day[];
  readonly makeUpDays: readonly Day[];
} {
  const within = (days: ReadonlySet<Day>): readonly Day[] => [...days].filter((day) => yearOf(day) === year).toSorted();
  return { year, published: publishedYears.has(year), holidays: within(holidays), makeUpDays: within(makeUpDays) };
}
