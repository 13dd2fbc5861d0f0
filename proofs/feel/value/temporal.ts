import { dayFromNumber, dayNumber, readDay } from '../../../values/day.ts';
import type { DialectValue } from '../../../rules/explain/compile/values.ts';
import { NotInProfile } from './not-in-profile.ts';

// Times, days with times and durations, as the standard has them. No pack has any.

export interface Moment extends DialectValue {
  readonly dialect: 'moment';
  readonly moment: 'time' | 'date-time';
  /** Days since 1970-01-01; 0 for a time. */
  readonly day: number;
  /** Nanoseconds since midnight. */
  readonly nanos: bigint;
  /** Seconds by which the place is before Greenwich; undefined for a local time. */
  readonly offset: number | undefined;
  /** `Europe/Paris`, where that was written. */
  readonly zone: string | undefined;
}

export interface Duration extends DialectValue {
  readonly dialect: 'duration';
  readonly duration: 'months' | 'nanos';
  readonly amount: bigint;
}

export type Temporal = Moment | Duration;

const second = 1_000_000_000n;
export const nanosOfDay = 86_400n * second;

const timePattern =
  /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:(Z)|([+-])(\d\d):(\d\d)(?::(\d\d))?|@([A-Za-z_]+(?:\/[A-Za-z_+\-0-9]+)*))?$/;

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

interface Clock {
  readonly nanos: bigint;
  readonly offset: number | undefined;
  readonly zone: string | undefined;
}

/** What stands after the `T`; undefined where it is no time. 24:00:00 is the midnight that ends a day. */
function readClock(text: string): Clock | undefined {
  const match = timePattern.exec(text);
  if (match === null) return undefined;
  const [, hour = '', minute = '', seconds = '', decimals = '', z, sign, hours, minutes, more, zone] = match;
  const ends = hour === '24' && minute === '00' && seconds === '00' && /^0*$/.test(decimals);
  if ((Number(hour) > 23 && !ends) || Number(minute) > 59 || Number(seconds) > 59) return undefined;
  const whole = BigInt(Number(hour) * 3600 + Number(minute) * 60 + Number(seconds));
  const nanos = whole * second + BigInt(decimals.padEnd(9, '0'));
  if (zone !== undefined) return isZone(zone) ? { nanos, offset: undefined, zone } : undefined;
  if (z !== undefined) return { nanos, offset: 0, zone };
  if (sign === undefined) return { nanos, offset: undefined, zone };
  if (Number(minutes) > 59 || Number(more ?? 0) > 59) return undefined;
  const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(more ?? 0);
  // The standard's grammar leaves the bounds to XML Schema (14 hours); engines allow 18.
  if (offset > 14 * 3600) throw new NotInProfile('offset-beyond-14-hours');
  return { nanos, offset: sign === '-' ? -offset : offset, zone };
}

export function readTime(text: string): Moment | undefined {
  const clock = readClock(text);
  if (clock === undefined || clock.nanos >= nanosOfDay) return undefined;
  return { dialect: 'moment', moment: 'time', day: 0, ...clock };
}

/** A day, or a day and a time. */
export function readDateTime(text: string): Moment | undefined {
  const at = text.indexOf('T');
  const date = readDate(at === -1 ? text : text.slice(0, at));
  if (date === undefined) return undefined;
  const clock = at === -1 ? { nanos: 0n, offset: undefined, zone: undefined } : readClock(text.slice(at + 1));
  return clock === undefined
    ? undefined
    : moved({ dialect: 'moment', moment: 'date-time', day: dayNumber(date), ...clock, nanos: 0n }, clock.nanos);
}

/** A day of the years 1 to 9999; others are not in our calendar. */
export function readDate(text: string): ReturnType<typeof readDay> {
  const wide = /^-?(\d{4,9})-\d\d-\d\d$/.exec(text)?.[1];
  if (wide !== undefined && (text.startsWith('-') || Number(wide) > 9999 || wide === '0000'))
    throw new NotInProfile('beyond-our-calendar');
  return readDay(text);
}

export function readDuration(text: string): Duration | undefined {
  const months = /^(-)?P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?$/.exec(text);
  if (months !== null) {
    const amount = BigInt(months[2] ?? 0) * 12n + BigInt(months[3] ?? 0);
    return { dialect: 'duration', duration: 'months', amount: months[1] === undefined ? amount : -amount };
  }
  const days = /^(-)?P(?=[\dT])(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,9}))?S)?)?$/.exec(text);
  if (days === null) return undefined;
  const [, sign, d = 0, h = 0, m = 0, s = 0, decimals = ''] = days;
  const seconds = ((BigInt(d) * 24n + BigInt(h)) * 60n + BigInt(m)) * 60n + BigInt(s);
  const amount = seconds * second + BigInt(decimals.padEnd(9, '0'));
  return { dialect: 'duration', duration: 'nanos', amount: sign === undefined ? amount : -amount };
}

/** Floor division, so that a time before midnight is one of the day before. */
function split(nanos: bigint): { days: number; nanos: bigint } {
  const rest = ((nanos % nanosOfDay) + nanosOfDay) % nanosOfDay;
  return { days: Number((nanos - rest) / nanosOfDay), nanos: rest };
}

/** So many nanoseconds later, on the clock of its place. A time goes round. */
export function moved(moment: Moment, by: bigint): Moment {
  const { days, nanos } = split(moment.nanos + by);
  return { ...moment, day: moment.moment === 'time' ? 0 : moment.day + days, nanos };
}

/** Seconds before Greenwich at that local time in that zone. */
function offsetIn(zone: string, local: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const shownAt = (instant: number): number => {
    const shown = Object.fromEntries(
      parts.formatToParts(instant * 1000).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second: s = 0 } = shown;
    return Date.UTC(year, month - 1, day, hour, minute, s) / 1000;
  };
  const [before, after] = [local - 86_400, local + 86_400].map((instant) => shownAt(instant) - instant);
  // Within a day of a change of the clocks engines may differ.
  if (before === undefined || before !== after) throw new NotInProfile('clocks-change');
  return before;
}

function offsetOf(moment: Moment): number | undefined {
  if (moment.zone === undefined) return moment.offset;
  if (moment.moment === 'time') throw new NotInProfile('time-in-zone');
  return offsetIn(moment.zone, moment.day * 86_400 + Number(moment.nanos / second));
}

/** Nanoseconds on one line of time; of two local times the local one. */
function instantOf(moment: Moment, offset: number | undefined): bigint {
  return BigInt(moment.day) * nanosOfDay + moment.nanos - BigInt(offset ?? 0) * second;
}

/** Nanoseconds from `b` to `a`. A local time and one with an offset are not set against each other. */
export function apart(a: Moment, b: Moment): bigint {
  if (a.zone !== undefined && a.zone === b.zone && a.moment === 'time') return a.nanos - b.nanos;
  const [x, y] = [offsetOf(a), offsetOf(b)];
  if ((x === undefined) !== (y === undefined)) throw new NotInProfile('local-against-offset');
  return instantOf(a, x) - instantOf(b, y);
}

export const isMoment = (value: object): value is Moment => 'moment' in value;
export const isTemporal = (value: unknown): value is Temporal =>
  typeof value === 'object' && value !== null && ('moment' in value || 'duration' in value);

/** Negative, zero or positive. Fractions of a second are left out of comparisons by some engines, so they are refused. */
export function compareTemporal(a: Temporal, b: Temporal): number {
  if (isMoment(a) && isMoment(b)) {
    if (a.nanos % second !== 0n || b.nanos % second !== 0n) throw new NotInProfile('fraction-of-a-second');
    const difference = apart(a, b);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  if (isMoment(a) || isMoment(b) || a.duration !== b.duration)
    throw new TypeError('Only values of one type are compared.');
  return a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0;
}

const two = (value: bigint | number): string => String(value).padStart(2, '0');

function clockText(nanos: bigint): string {
  const whole = nanos / second;
  const decimals = String(nanos % second)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const text = `${two(whole / 3600n)}:${two((whole / 60n) % 60n)}:${two(whole % 60n)}`;
  return decimals === '' ? text : `${text}.${decimals}`;
}

function placeText({ offset, zone }: Moment): string {
  if (zone !== undefined) return `@${zone}`;
  if (offset === undefined) return '';
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

function durationText({ duration, amount }: Duration): string {
  const size = amount < 0n ? -amount : amount;
  const sign = amount < 0n ? '-' : '';
  const part = (value: bigint, unit: string): string => (value === 0n ? '' : `${value}${unit}`);
  if (duration === 'months') return size === 0n ? 'P0M' : `${sign}P${part(size / 12n, 'Y')}${part(size % 12n, 'M')}`;
  if (size === 0n) return 'PT0S';
  const whole = size / second;
  const decimals = String(size % second)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const seconds = decimals === '' ? part(whole % 60n, 'S') : `${whole % 60n}.${decimals}S`;
  const clock = `${part((whole / 3600n) % 24n, 'H')}${part((whole / 60n) % 60n, 'M')}${seconds}`;
  return `${sign}P${part(whole / 86_400n, 'D')}${clock === '' ? '' : `T${clock}`}`;
}

/** As FEEL's `string` writes it. */
export function temporalText(value: Temporal): string {
  if (!isMoment(value)) return durationText(value);
  const clock = `${clockText(value.nanos)}${placeText(value)}`;
  return value.moment === 'time' ? clock : `${dayFromNumber(value.day)}T${clock}`;
}
