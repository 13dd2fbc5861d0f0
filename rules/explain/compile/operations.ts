import { addMonths, dayOf, daysInMonth, type Month, monthsBetween } from '../../../values/day.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { Fraction, Operation } from '../../check/expression/checked.ts';
import type { Base } from '../../check/expression/types.ts';
import { wholeOf } from './rounding.ts';
import { asNumber, asText, asWhole, compare, fraction, isList, type Known, type Value } from './values.ts';

/**
 * A day beyond the years 1 to 9999, or a number of more than 34 digits, where FEEL's own numbers end. Only a pack's own arithmetic
 * comes there; it is told before it could fill the memory.
 */
export class OutOfRange extends RangeError {}

const largest = 10n ** 34n;

function inRange(value: bigint | Fraction): Known {
  const { numerator, denominator } = asNumber(value);
  if (numerator < largest && numerator > -largest && denominator < largest) return value;
  throw new OutOfRange('A number of more than 34 digits.');
}

type Strict = Exclude<Operation, 'and' | 'or' | 'one-of' | 'count' | 'total' | 'list'>;

const floorDivided = (a: bigint, b: bigint): bigint => (a - modulo(a, b)) / b;

/** The remainder that has the divisor's sign, as FEEL has it. */
function modulo(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

const roundings = {
  'round-half-up': 'half-up',
  'round-half-even': 'half-even',
  'round-down': 'down',
  'round-up': 'up',
} as const;

function floorOf(value: Known): bigint {
  const { numerator, denominator } = asNumber(value);
  return floorDivided(numerator, denominator);
}

/** Adds or subtracts: whole numbers stay whole, ratios stay exact. */
export function sum(a: Known, b: Known, sign: 1n | -1n): bigint | Fraction {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a + sign * b;
  const [left, right] = [asNumber(a), asNumber(b)];
  const numerator = left.numerator * right.denominator + sign * right.numerator * left.denominator;
  return fraction(numerator, left.denominator * right.denominator);
}

export function product(a: Known, b: Known): bigint | Fraction {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a * b;
  const [left, right] = [asNumber(a), asNumber(b)];
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

function quotient(a: Known, b: Known): Known {
  const [left, right] = [asNumber(a), asNumber(b)];
  return fraction(left.numerator * right.denominator, left.denominator * right.numerator);
}

function negative(value: Known): Known {
  if (typeof value === 'bigint') return -value;
  const { numerator, denominator } = asNumber(value);
  return { numerator: -numerator, denominator };
}

function extreme(values: readonly Known[], sign: 1 | -1): Known {
  const [first, ...rest] = values;
  if (first === undefined) throw new TypeError('min and max have at least one argument: the checker let none through.');
  return rest.reduce((best, value) => (compare(value, best) * sign > 0 ? value : best), first);
}

function dateOf(year: Known, month: Known, day: Known): string {
  const found = dayOf(Number(asWhole(year)), Number(asWhole(month)), Number(asWhole(day)));
  if (found === undefined) throw new OutOfRange(`No such day: ${asWhole(year)}-${asWhole(month)}-${asWhole(day)}`);
  return found;
}

function monthsLater(month: Known, count: Known): string {
  const later = addMonths(asText(month) as Month, Number(asWhole(count)));
  if (!/^(?!0000)\d{4}-\d{2}$/.test(later)) throw new OutOfRange(`No such month: ${later}`);
  return later;
}

/** The same day of the month, or its last one where it has no such day: 31 January and one month is 28 or 29 February. */
function monthsLaterCapped(date: Known, count: Known): string {
  const month = monthsLater(asText(date).slice(0, 7), count);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return dateOf(BigInt(year), BigInt(number), BigInt(Math.min(Number(part(date, 8, 10)), daysInMonth(year, number))));
}

const part = (date: Known, from: number, to: number): bigint => BigInt(asText(date).slice(from, to));

/** A birthday completes the year; who was born on 29 February completes it on 1 March of a common year. */
function completedYears(from: Known, to: Known): bigint {
  const years = part(to, 0, 4) - part(from, 0, 4);
  return asText(to).slice(5) < asText(from).slice(5) ? years - 1n : years;
}

/** Who was born on 29 February completes the year on 28 February of a common year: there that day is the month's last. */
function completedYearsFebruary(from: Known, to: Known): bigint {
  const isLastOfFebruary = asText(to).slice(5) === '02-28' && daysInMonth(Number(part(to, 0, 4)), 2) === 28;
  return completedYears(from, isLastOfFebruary ? `${asText(to).slice(0, 8)}29` : to);
}

/** The day of the month completes it; a day that the month lacks completes on the 1st of the next. */
function completedMonths(from: Known, to: Known): bigint {
  const months = BigInt(monthsBetween(asText(from).slice(0, 7) as Month, asText(to).slice(0, 7) as Month));
  return part(to, 8, 10) < part(from, 8, 10) ? months - 1n : months;
}

/**
 * Carries out an operation whose operands are all known. `base` is the result's: a rounding to `money` and one of whole numbers
 * are the same here, since money is whole fen.
 */
export function carryOut(operation: Strict, operands: readonly Known[], base: Base): Known {
  const [a = false, b = false, c = false] = operands;
  switch (operation) {
    case 'not':
      return a === false;
    case 'equal':
      return compare(a, b) === 0;
    case 'unequal':
      return compare(a, b) !== 0;
    case 'less':
      return compare(a, b) < 0;
    case 'at-most':
      return compare(a, b) <= 0;
    case 'more':
      return compare(a, b) > 0;
    case 'at-least':
      return compare(a, b) >= 0;
    case 'plus':
      return inRange(sum(a, b, 1n));
    case 'minus':
      return inRange(sum(a, b, -1n));
    case 'times':
      return inRange(product(a, b));
    case 'divide':
      return quotient(a, b);
    case 'negate':
      return negative(a);
    case 'minimum':
      return extreme(operands, -1);
    case 'maximum':
      return extreme(operands, 1);
    case 'absolute':
      return compare(a, base === 'ratio' ? fraction(0n, 1n) : 0n) < 0 ? negative(a) : a;
    case 'floor':
      return floorOf(a);
    case 'ceiling':
      return -floorOf(negative(a));
    case 'round-half-up':
    case 'round-half-even':
    case 'round-down':
    case 'round-up':
      return wholeOf(asNumber(a), roundings[operation]);
    case 'modulo':
      return modulo(asWhole(a), asWhole(b));
    case 'date':
      return dateOf(a, b, c);
    case 'year-of':
      return part(a, 0, 4);
    case 'month-number-of':
      return part(a, 5, 7);
    case 'day-of':
      return part(a, 8, 10);
    case 'month-of':
      return asText(a).slice(0, 7);
    case 'add-months':
      return monthsLater(a, b);
    case 'months-between':
      return BigInt(monthsBetween(asText(a) as Month, asText(b) as Month));
    case 'add-months-capped':
      return monthsLaterCapped(a, b);
    case 'completed-months':
      return completedMonths(a, b);
    case 'completed-years':
      return completedYears(a, b);
    case 'completed-years-february':
      return completedYearsFebruary(a, b);
  }
  return unreachable(operation);
}

/** Sum of a list of whole numbers or of fen; 0 for an empty one. */
export function totalOf(list: Value): bigint {
  if (!isList(list)) throw new TypeError('A list was expected: the checker let something else through.');
  return list.reduce((total: bigint, item) => total + asWhole(item), 0n);
}
