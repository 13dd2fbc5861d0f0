declare const dayBrand: unique symbol;
declare const monthBrand: unique symbol;

/** A calendar day `YYYY-MM-DD` in China's time, without time or zone. Text order is time order. */
export type Day = string & { readonly [dayBrand]: true };

/** A calendar month `YYYY-MM`. Text order is time order. */
export type Month = string & { readonly [monthBrand]: true };

/** How many days the month has. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The day, or undefined when the calendar has none (2025-02-30). Years 1 to 9999. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(dayOfMonth);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
}

/** Reads `YYYY-MM-DD`; undefined when it is not written so or is no day of the calendar. */
export function readDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** A day written in code. Throws when there is no such day. */
export function day(text: string): Day {
  const read = readDay(text);
  if (read === undefined) throw new Error(`No such day: ${text}`);
  return read;
}

export function partsOf(d: Day): { year: number; month: number; day: number } {
  return { year: Number(d.slice(0, 4)), month: Number(d.slice(5, 7)), day: Number(d.slice(8, 10)) };
}

/** Days since 1970-01-01 (proleptic Gregorian, Hinnant's civil-from-days algorithm). */
export function dayNumber(d: Day): number {
  const { year, month, day: dom } = partsOf(d);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dom - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function dayFromNumber(number: number): Day {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const found = dayOf(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
  if (found === undefined) throw new Error(`Day number out of range: ${number}`);
  return found;
}

export function addDays(d: Day, count: number): Day {
  return dayFromNumber(dayNumber(d) + count);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(d: Day): number {
  return ((((dayNumber(d) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(d: Day): number {
  return Number(d.slice(0, 4));
}

export function monthOf(d: Day): Month {
  return d.slice(0, 7) as Month;
}

/** Reads `YYYY-MM`. */
export function readMonth(text: string): Month | undefined {
  return readDay(`${text}-01`) === undefined ? undefined : (text as Month);
}

/** The month `count` months later (or earlier). */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}` as Month;
}

/** Months from `from` to `to`: 0 for the same month. */
export function monthsBetween(from: Month, to: Month): number {
  const index = (m: Month): number => Number(m.slice(0, 4)) * 12 + Number(m.slice(5, 7));
  return index(to) - index(from);
}
