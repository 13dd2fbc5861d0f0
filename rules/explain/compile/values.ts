import { type Day, daysInMonth } from '../../../values/day.ts';
import type { Constant, Fraction } from '../../check/expression/checked.ts';
import type { PersonFacts } from '../../facts.ts';

/** A fact that was looked for and is not known. */
export interface Gap {
  /** As the pack writes it: `child.birth`. */
  readonly name: string;
  readonly person: string;
  readonly fact: string;
}

/**
 * A value that is not known, with the facts it hangs on. It isn't FEEL's null, which is a value (`null = "CN"` is false there): it stands
 * for any value those facts may have, so that a result is given only when all of them agree.
 */
export class Unknown {
  readonly gaps: readonly Gap[];
  constructor(gaps: readonly Gap[]) {
    this.gaps = gaps;
  }
}

const twoDigits = Array.from({ length: 31 }, (_, i) => String(i + 1).padStart(2, '0'));

/** A date of which only the month is known (`2023-12`), a month of the calendar. */
export class SomeDayOf {
  readonly month: string;
  readonly gap: Gap;
  #days: readonly Day[] | undefined;

  constructor(month: string, gap: Gap) {
    this.month = month;
    this.gap = gap;
  }

  /** Every day it may be. */
  days(): readonly Day[] {
    this.#days ??= this.#listed();
    return this.#days;
  }

  #listed(): readonly Day[] {
    const [year, month] = [Number(this.month.slice(0, 4)), Number(this.month.slice(5, 7))];
    return twoDigits.slice(0, daysInMonth(year, month)).map((day) => `${this.month}-${day}` as Day);
  }
}

/** A value that packs don't have, of a dialect: handed on, never looked into. */
export interface DialectValue {
  readonly dialect: string;
}

export type Known = Constant | PersonFacts | DialectValue | readonly Value[];
export type Value = Known | Unknown | SomeDayOf;

export const isFraction = (value: Value): value is Fraction =>
  typeof value === 'object' && 'numerator' in value && 'denominator' in value;

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** What the value is not known for; nothing for a known one. */
export function gapsOf(value: Value): readonly Gap[] {
  if (value instanceof Unknown) return value.gaps;
  return value instanceof SomeDayOf ? [value.gap] : [];
}

/** Unknowns that name each gap once. */
const merged = new WeakSet<Unknown>();

/** The unknown that hangs on all of the parts' gaps, each once; the very same where only one part is unknown. */
export function unknownOf(parts: readonly Value[]): Unknown {
  const open = parts.filter((part) => part instanceof Unknown || part instanceof SomeDayOf);
  const [first] = open;
  if (first instanceof Unknown && merged.has(first) && open.every((part) => part === first)) return first;
  const gaps = new Map<string, Gap>();
  for (const part of parts) for (const gap of gapsOf(part)) gaps.set(`${gap.person}\n${gap.fact}`, gap);
  const found = new Unknown([...gaps.values()]);
  merged.add(found);
  return found;
}

export function fraction(numerator: bigint, denominator: bigint): Fraction {
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

const asFraction = (value: bigint | Fraction): Fraction =>
  typeof value === 'bigint' ? { numerator: value, denominator: 1n } : value;

const signOf = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);

/** Negative, zero or positive as `a` is before, equal to or after `b`. Only values of one ordered type are compared. */
export function compare(a: Known, b: Known): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'bigint' && typeof b === 'bigint') return signOf(a - b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  const [left, right] = [asNumber(a), asNumber(b)];
  return signOf(left.numerator * right.denominator - right.numerator * left.denominator);
}

/** The number as a fraction. Anything else here is a fault of the checker. */
export function asNumber(value: Value): Fraction {
  if (typeof value === 'bigint') return asFraction(value);
  if (isFraction(value)) return value;
  throw new TypeError('A number was expected: the checker let something else through.');
}

/** The whole number (or the fen). Anything else here is a fault of the checker. */
export function asWhole(value: Value): bigint {
  if (typeof value === 'bigint') return value;
  throw new TypeError('A whole number was expected: the checker let something else through.');
}

export function asText(value: Value): string {
  if (typeof value === 'string') return value;
  throw new TypeError('A text was expected: the checker let something else through.');
}
