import { queryOptions, useQueries } from '@tanstack/react-query';
import type { WorkingYear } from '../../contract/working-days.ts';
import { read } from '../../../../building/staff-kit/ask/api.ts';
import type { RefuseDay } from '../../../../building/staff-kit/date/day-fault.ts';
import { dayText } from '../../../../building/staff-kit/date/when.ts';
import { useLanguage, useWords } from '../../../../building/staff-kit/language.ts';
import { yearOf } from '../../../../values/day.ts';
import { isWorkingDay } from '../../../../values/working-days.ts';
import { useMe } from './session.ts';
import { load } from './words/made/load.ts';

const workingYearQuery = (year: number) =>
  queryOptions({
    queryKey: ['working-days', year],
    queryFn: () => read<WorkingYear>('/api/office/working-days', { year: String(year) }),
    staleTime: 3_600_000,
  });

/** For a day on which the office or its bank must work: why one can't be taken. A year that is not known refuses nothing. */
export function useWorkingDays(): RefuseDay {
  const words = useWords(load);
  const language = useLanguage();
  const thisYear = yearOf(useMe().today);
  // A calendar is leafed through from one year into the next.
  const years = useQueries({ queries: [thisYear, thisYear + 1].map(workingYearQuery) }).flatMap(
    ({ data }) => data ?? [],
  );
  const calendar = {
    holidays: new Set(years.flatMap(({ holidays }) => holidays)),
    makeUpDays: new Set(years.flatMap(({ makeUpDays }) => makeUpDays)),
    publishedYears: new Set(years.flatMap(({ year, published }) => (published ? [year] : []))),
  };
  return (day) =>
    !years.some(({ year }) => year === yearOf(day)) || isWorkingDay(calendar, day)
      ? undefined
      : words.notWorking({ day: dayText(day, language) });
}
