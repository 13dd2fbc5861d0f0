import { addMonths, type Day, dayOf, daysInMonth, type Month, monthOf } from '../../values/day.ts';

/** A year (`2026`) or a month (`2026-03`) for which a benefit is determined. */
export interface Period {
  readonly text: string;
  readonly first: Day;
  readonly last: Day;
  readonly year: number;
}

/** Reads `2026` or `2026-03`; undefined when it is neither. */
export function readPeriod(text: string): Period | undefined {
  const match = /^([1-9]\d{3})(?:-(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const first = dayOf(year, month ?? 1, 1);
  const last = first && dayOf(year, month ?? 12, daysInMonth(year, month ?? 12));
  return first === undefined || last === undefined ? undefined : { text, first, last, year };
}

/** The months of the period, in order. */
export function monthsOf({ first, last }: Pick<Period, 'first' | 'last'>): readonly Month[] {
  const months: Month[] = [];
  for (let month = monthOf(first); month <= monthOf(last); month = addMonths(month, 1)) months.push(month);
  return months;
}
