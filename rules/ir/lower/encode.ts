import type { Constant, Fraction } from '../../check/expression/checked.ts';
import type { Base } from '../../check/expression/types.ts';

// How values stand in the IR, in columns and in SQL. Both encodings keep the order of time.

/** `year << 9 | month << 5 | day` of a date `YYYY-MM-DD`; day 0 of a month `YYYY-MM` of which no more is known. */
export function dateCode(text: string): bigint {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  return BigInt((year << 9) | (month << 5) | day);
}

/** `year * 12 + month - 1` of a month `YYYY-MM` or of the month of a date. */
export function monthCode(text: string): bigint {
  return BigInt(Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1);
}

export function dateText(code: bigint): string {
  const [year, month, day] = [code >> 9n, (code >> 5n) & 15n, code & 31n];
  const pad = (part: bigint, width: number): string => String(part).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}${day === 0n ? '' : `-${pad(day, 2)}`}`;
}

const isFraction = (value: Constant): value is Fraction => typeof value === 'object';

/** What a ratio is put over, and 1 for every other value. */
export function denominatorOf(value: Constant): bigint {
  return isFraction(value) ? value.denominator : 1n;
}

/** A value of the pack as the IR has it; a ratio times `denominator`, which its own must divide. */
export function codeOf(value: Constant, base: Base, denominator: bigint): bigint | boolean | string {
  if (isFraction(value)) return (value.numerator * denominator) / value.denominator;
  if (typeof value === 'bigint') return value * denominator;
  if (typeof value === 'boolean') return value;
  if (base === 'date') return dateCode(value);
  return base === 'month' ? monthCode(value) : value;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
