import { type Day, type Month, partsOf } from './day.ts';
import { type Language, localeOf } from './language.ts';

const made = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes fifty times as long as using it. */
function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const format = made.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', ...options });
  made.set(key, format);
  return format;
}

function instantOf(day: Day): Date {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, dayOfMonth);
  return at;
}

/** `2026年12月9日`, `9 December 2026`. */
export function dayWords(day: Day, language: Language): string {
  return formatOf(language, { dateStyle: 'long' }).format(instantOf(day));
}

/** `12月9日`, `9 Dec`; with the year where it is asked for. */
export function shortDayWords(day: Day, language: Language, { withYear }: { readonly withYear: boolean }): string {
  const year = withYear ? ({ year: 'numeric' } as const) : {};
  return formatOf(language, { ...year, month: 'short', day: 'numeric' }).format(instantOf(day));
}

/** `星期三`, `Wednesday`. */
export function weekdayWords(day: Day, language: Language): string {
  return formatOf(language, { weekday: 'long' }).format(instantOf(day));
}

/** A year or a month: `2026年`, `2026`; `2026年3月`, `March 2026`. */
export function periodWords(period: string, language: Language): string {
  if (period.includes('-')) return monthWords(period as Month, language);
  return formatOf(language, { year: 'numeric' }).format(instantOf(`${period}-01-01` as Day));
}

/** `2023年12月`, `December 2023`. */
export function monthWords(month: Month, language: Language): string {
  return formatOf(language, { year: 'numeric', month: 'long' }).format(instantOf(`${month}-01` as Day));
}
