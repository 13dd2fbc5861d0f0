import { type Day, dayFromNumber, dayNumber, dayOf, partsOf, weekdayOf } from '../../../values/day.ts';
import type { Type } from '../../../rules/check/expression/types.ts';
import { NotInProfile } from '../value/not-in-profile.ts';
import { type FeelCall, strict } from './call.ts';
import { feelNull, wholeNumber } from '../value/null.ts';
import { isMoment, isTemporal, type Moment, readDate, readDateTime, readTime } from '../value/temporal.ts';
import { asNumber, asText, type Value } from '../../../rules/explain/compile/values.ts';
import { englishMonths } from './month-names.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function momentOf(value: Value): Moment {
  if (isTemporal(value) && isMoment(value)) return value;
  throw new TypeError('A time was expected.');
}

/** The day of a day, or of a day and a time as its place's calendar shows it. */
const dayIn = (value: Value): Day => (typeof value === 'string' ? (value as Day) : dayFromNumber(momentOf(value).day));

function dateFrom(given: readonly Value[], [type]: readonly Type[]): Value {
  const [first = feelNull, month, day] = given;
  if (month !== undefined && day !== undefined) {
    const [y, m, d] = [first, month, day].map((part) => Number(wholeNumber(part)));
    if (y === undefined || y < 1 || y > 9999) throw new NotInProfile('beyond-our-calendar');
    return dayOf(y, m ?? 0, d ?? 0) ?? feelNull;
  }
  return type?.base === 'text' ? (readDate(asText(first)) ?? feelNull) : dayIn(first);
}

function timeFrom(given: readonly Value[], [type]: readonly Type[]): Value {
  const [first = feelNull, minute, second, offset] = given;
  if (minute === undefined) {
    if (type?.base === 'text') return readTime(asText(first)) ?? feelNull;
    if (type?.base === 'date')
      return { dialect: 'moment', moment: 'time', day: 0, nanos: 0n, offset: 0, zone: undefined };
    return { ...momentOf(first), moment: 'time', day: 0 };
  }
  const [h, m] = [wholeNumber(first), wholeNumber(minute)];
  const { numerator, denominator } = asNumber(second ?? 0n);
  const nanos = (numerator * 1_000_000_000n) / denominator;
  if (h < 0n || h > 23n || m < 0n || m > 59n || nanos < 0n || nanos >= 60_000_000_000n) return feelNull;
  const seconds =
    offset !== undefined && isTemporal(offset) && !isMoment(offset) ? offset.amount / 1_000_000_000n : undefined;
  return {
    dialect: 'moment',
    moment: 'time',
    day: 0,
    nanos: (h * 60n + m) * 60_000_000_000n + nanos,
    offset: seconds === undefined ? undefined : Number(seconds),
    zone: undefined,
  };
}

function dateTimeFrom([first = feelNull, time]: readonly Value[], [type]: readonly Type[]): Value {
  if (time !== undefined) return { ...momentOf(time), moment: 'date-time', day: dayNumber(dayIn(first)) };
  if (type?.base === 'text') return readDateTime(asText(first)) ?? feelNull;
  return type?.base === 'feel:date-time'
    ? first
    : {
        dialect: 'moment',
        moment: 'date-time',
        day: dayNumber(dayIn(first)),
        nanos: 0n,
        offset: undefined,
        zone: undefined,
      };
}

/** Whole months from one day to another, towards zero. */
function monthsBetween(from: Value, to: Value): Value {
  const [a, b] = [partsOf(dayIn(from)), partsOf(dayIn(to))];
  const clocks = [from, to].map((value) => (typeof value === 'string' ? 0n : momentOf(value).nanos));
  if (a.day === b.day && clocks[0] !== clocks[1]) throw new NotInProfile('time-decides-the-month');
  const months_ = (b.year - a.year) * 12 + b.month - a.month;
  const short = months_ > 0 && b.day < a.day ? 1 : months_ < 0 && b.day > a.day ? -1 : 0;
  return { dialect: 'duration', duration: 'months', amount: BigInt(months_ - short) };
}

/** The week of ISO 8601: that of the year in which its Thursday lies. */
function weekOf(day: Day): bigint {
  const thursday = dayNumber(day) - weekdayOf(day) + 4;
  const { year } = partsOf(dayFromNumber(thursday));
  const first = dayOf(year, 1, 1);
  if (first === undefined) throw new NotInProfile('beyond-our-calendar');
  return BigInt(Math.floor((thursday - dayNumber(first)) / 7) + 1);
}

function dayOfYear(day: Day): bigint {
  const first = dayOf(partsOf(day).year, 1, 1);
  return BigInt(dayNumber(day) - dayNumber(first ?? day) + 1);
}

export const calendarCalls: Readonly<Record<string, FeelCall>> = {
  date: strict(dateFrom),
  time: (given, types, result) =>
    strict(timeFrom)(given.slice(0, given.length > 3 && types[3]?.base === 'feel:null' ? 3 : 4), types, result),
  'date and time': strict(dateTimeFrom),
  'years and months duration': strict(([from = feelNull, to = feelNull]) => monthsBetween(from, to)),
  'day of year': strict(([day = feelNull]) => dayOfYear(dayIn(day))),
  'day of week': strict(([day = feelNull]) => weekdays[weekdayOf(dayIn(day)) - 1] ?? feelNull),
  'month of year': strict(([day = feelNull]) => englishMonths[partsOf(dayIn(day)).month - 1] ?? feelNull),
  'week of year': strict(([day = feelNull]) => weekOf(dayIn(day))),
};
