import {
  addMonths,
  dayFromNumber,
  dayNumber,
  type Day,
  type Month,
  partsOf,
  weekdayOf,
  dayOf,
  daysInMonth,
} from '../../../values/day.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { CheckedOf, Fraction } from '../../../rules/check/expression/checked.ts';
import type { Base } from '../../../rules/check/expression/types.ts';
import { NotInProfile } from '../value/not-in-profile.ts';
import { decimal128, reduced } from '../value/decimal.ts';
import { callFeel } from './calls.ts';
import {
  apart,
  type Duration,
  isMoment,
  isTemporal,
  type Moment,
  moved,
  nanosOfDay,
  readDate,
  readDateTime,
  readDuration,
  readTime,
} from '../value/temporal.ts';
import { asNumber, asText, isFraction, isList, type Known, type Value } from '../../../rules/explain/compile/values.ts';
import { product, sum } from '../../../rules/explain/compile/operations.ts';
import type { FeelOperation } from '../check/operation.ts';
import { compare, equal, feelNull, isNull, wholeNumber } from '../value/null.ts';

// What the standard does beyond packs. No fact is unknown there: an unknown without a gap is FEEL's null.

const number = (value: Fraction): Known => decimal128(value);

const midnightUtc = (day: string): Moment => ({
  dialect: 'moment',
  moment: 'date-time',
  day: dayNumber(day as Day),
  nanos: 0n,
  offset: 0,
  zone: undefined,
});

/** Months later; the last day of the month where it has no such day. */
function monthsAfter(moment: Moment, months: bigint): Moment {
  const { year, month, day } = partsOf(dayFromNumber(moment.day));
  const later = addMonths(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Month,
    Number(months),
  );
  const [y, m] = [Number(later.slice(0, 4)), Number(later.slice(5, 7))];
  const found = dayOf(y, m, Math.min(day, daysInMonth(y, m)));
  if (found === undefined) throw new NotInProfile('beyond-our-calendar');
  return { ...moment, day: dayNumber(found) };
}

function later(value: Known, { duration, amount }: Duration): Known {
  const moment = typeof value === 'string' ? midnightUtc(value) : value;
  if (!isTemporal(moment) || !isMoment(moment)) throw new TypeError('A day or time was expected.');
  const found = duration === 'months' ? monthsAfter(moment, amount) : moved(moment, amount);
  if (found.moment === 'date-time' && Math.abs(found.day) > 2_900_000) throw new NotInProfile('beyond-our-calendar');
  // Where the clocks change in between, engines differ on whether the hours or the clock move on.
  if (moment.zone !== undefined && moment.moment === 'date-time') apart(found, moment);
  return typeof value === 'string' ? dayFromNumber(found.day) : found;
}

const isDuration = (value: Known): value is Duration => isTemporal(value) && !isMoment(value);
const negative = ({ duration, amount }: Duration): Duration => ({ dialect: 'duration', duration, amount: -amount });

function add(a: Known, b: Known): Known {
  if (isDuration(a) && isDuration(b)) return { ...a, amount: a.amount + b.amount };
  if (isDuration(b)) return later(a, b);
  if (isDuration(a)) return later(b, a);
  return typeof a === 'string' ? a + asText(b) : number(asNumber(sum(a, b, 1n)));
}

function subtract(a: Known, b: Known): Known {
  if (isDuration(b)) return add(a, negative(b));
  if (typeof a === 'bigint' || isFraction(a)) return number(asNumber(sum(a, b, -1n)));
  const [x, y] = [a, b].map((value) => (typeof value === 'string' ? midnightUtc(value) : value));
  if (x === undefined || y === undefined || !isTemporal(x) || !isTemporal(y) || !isMoment(x) || !isMoment(y))
    throw new TypeError('Days or times were expected.');
  return { dialect: 'duration', duration: 'nanos', amount: apart(x, y) };
}

function scaled({ duration, amount }: Duration, by: Fraction): Known {
  const found = reduced({ numerator: amount * by.numerator, denominator: by.denominator });
  if (typeof found !== 'bigint') throw new NotInProfile('part-of-a-duration');
  return { dialect: 'duration', duration, amount: found };
}

function multiply(a: Known, b: Known): Known {
  if (isDuration(a)) return scaled(a, asNumber(b));
  if (isDuration(b)) return scaled(b, asNumber(a));
  return number(asNumber(product(a, b)));
}

const inverse = ({ numerator, denominator }: Fraction): Fraction =>
  numerator < 0n
    ? { numerator: -denominator, denominator: -numerator }
    : { numerator: denominator, denominator: numerator };

function divide(a: Known, b: Known): Value {
  const divisor = isDuration(b) ? { numerator: b.amount, denominator: 1n } : asNumber(b);
  if (divisor.numerator === 0n) return feelNull;
  const by = inverse(divisor);
  if (isDuration(a) && !isDuration(b)) return scaled(a, by);
  const { numerator, denominator } = isDuration(a) ? { numerator: a.amount, denominator: 1n } : asNumber(a);
  return number({ numerator: numerator * by.numerator, denominator: denominator * by.denominator });
}

const mostExponent = 999n;
const mostDigits = 40_000n;

/** Whole exponents alone: of others the last of 34 digits is each engine's own. */
function power(a: Known, b: Known): Value {
  const base = asNumber(a);
  const exponent = reduced(asNumber(b));
  if (typeof exponent !== 'bigint' || exponent > mostExponent || exponent < -mostExponent)
    throw new NotInProfile('exponent-not-whole');
  if (base.numerator === 0n && exponent <= 0n) throw new NotInProfile('zero-to-no-power');
  const { numerator, denominator } = exponent < 0n ? inverse(base) : base;
  const times = exponent < 0n ? -exponent : exponent;
  // Told before it could fill the memory.
  if (BigInt(`${numerator}${denominator}`.length) * times > mostDigits) throw new NotInProfile('number-too-large');
  return number({ numerator: numerator ** times, denominator: denominator ** times });
}

const wholeSeconds = (nanos: bigint): bigint => {
  if (nanos % 1_000_000_000n !== 0n) throw new NotInProfile('fraction-of-a-second');
  return nanos / 1_000_000_000n;
};

function durationPart({ amount }: Duration, name: string): bigint {
  if (name === 'years') return amount / 12n;
  if (name === 'months') return amount % 12n;
  const seconds = wholeSeconds(amount);
  if (name === 'days') return amount / nanosOfDay;
  if (name === 'hours') return (seconds / 3600n) % 24n;
  return name === 'minutes' ? (seconds / 60n) % 60n : seconds % 60n;
}

function offsetPart(moment: Moment): Value {
  if (moment.zone !== undefined) throw new NotInProfile('time-in-zone');
  return moment.offset === undefined
    ? feelNull
    : { dialect: 'duration', duration: 'nanos', amount: BigInt(moment.offset) * 1_000_000_000n };
}

function momentPart(moment: Moment, name: string): Value {
  const seconds = wholeSeconds(moment.nanos);
  if (name === 'hour') return seconds / 3600n;
  if (name === 'minute') return (seconds / 60n) % 60n;
  if (name === 'second') return seconds % 60n;
  if (name === 'time offset') return offsetPart(moment);
  if (name !== 'timezone') return datePart(dayFromNumber(moment.day), name);
  if (moment.zone === undefined && moment.offset !== undefined) throw new NotInProfile('time-in-zone');
  return moment.zone ?? feelNull;
}

function datePart(day: Day, name: string): Value {
  if (name === 'weekday') return BigInt(weekdayOf(day));
  const parts = partsOf(day);
  return BigInt(name === 'year' ? parts.year : name === 'month' ? parts.month : parts.day);
}

function part(value: Known, name: string): Value {
  if (typeof value === 'string') return datePart(value as Day, name);
  if (!isTemporal(value)) throw new TypeError('A day, a time or a duration was expected.');
  return isMoment(value) ? momentPart(value, name) : durationPart(value, name);
}

function itemAt(list: Known, place: Known): Value {
  if (!isList(list)) throw new TypeError('A list was expected.');
  const at = Number(wholeNumber(place));
  return (at === 0 ? undefined : list.at(at > 0 ? at - 1 : at)) ?? feelNull;
}

const longestCount = 1000n;

function countThrough(low: Known, high: Known): Value {
  const [from, to] = [wholeNumber(low), wholeNumber(high)];
  const [steps, step] = from <= to ? [to - from, 1n] : [from - to, -1n];
  if (steps > longestCount) throw new NotInProfile('list-too-long');
  return Array.from({ length: Number(steps) + 1 }, (_, i) => from + step * BigInt(i));
}

/** A literal of that type, which the checker saw by its pattern; a day or time that there is not is null. */
function literal(text: string, base: Base): Value {
  if (base === 'date') return readDate(text) ?? feelNull;
  if (base === 'feel:time') return readTime(text) ?? feelNull;
  return (base === 'feel:date-time' ? readDateTime(text) : readDuration(text)) ?? feelNull;
}

function holds(operator: string, order: number): boolean {
  if (order === 0) return operator.endsWith('=');
  return operator.startsWith(order < 0 ? '<' : '>');
}

/** By brackets: `[)` includes the low end and not the high one. */
function isWithin([value = false, low = false, high = false]: readonly Known[], brackets: string): boolean {
  const [above, below] = [compare(value, low), compare(value, high)];
  return (brackets.startsWith('[') ? above >= 0 : above > 0) && (brackets.endsWith(']') ? below <= 0 : below < 0);
}

/** What an operation of the standard makes of its operands. */
export function carryOut(checked: CheckedOf<'beyond'>, values: readonly Value[]): Value {
  const { operands, type, detail = '' } = checked;
  const operation = checked.operation as FeelOperation;
  const [first = feelNull, second = feelNull] = values;
  if (operation === 'null') return feelNull;
  if (operation === 'equal') return equal(first, second);
  if (operation === 'is-true') return first === true;
  if (operation === 'at') return literal(detail, type.base);
  if (operation === 'call')
    return callFeel(
      detail,
      values,
      operands.map((operand) => operand.type),
      type,
    );
  // On null as a list of one, or as a place, engines differ.
  if ((operation === 'single' && isNull(first)) || (operation === 'item-at' && isNull(second)))
    throw new NotInProfile('null-in-a-list');
  if (values.some(isNull)) return feelNull;
  const [a, b] = [first as Known, second as Known];
  switch (operation) {
    case 'add':
      return add(a, b);
    case 'subtract':
      return subtract(a, b);
    case 'multiply':
      return multiply(a, b);
    case 'divide':
      return divide(a, b);
    case 'power':
      return power(a, b);
    case 'negate':
      return negative(a as Duration);
    case 'part':
      return part(a, detail);
    case 'single':
      return [a];
    case 'item-at':
      return itemAt(a, b);
    case 'compare':
      return holds(detail, compare(a, b));
    case 'within':
      return isWithin([a, b, values[2] as Known], detail);
    case 'in-list':
      return isList(b) && b.some((item) => equal(a, item));
    case 'count-through':
      return countThrough(a, b);
  }
  return unreachable(operation);
}
