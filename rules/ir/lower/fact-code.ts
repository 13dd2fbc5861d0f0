import type { WrittenType } from '../../check/expression/types.ts';
import type { FactValue } from '../../facts.ts';
import { dateCode, dateText, monthCode } from './encode.ts';
import type { View } from '../node.ts';

/** A fact as the IR has it; undefined where it is not known, as the day is of a date of which only the month is. */
export function codeOfFact(value: FactValue, type: WrittenType, view: View): bigint | boolean | string | undefined {
  if (typeof value === 'number') return BigInt(value);
  if (typeof value !== 'string') return value;
  if (type === 'month') return monthCode(value);
  if (type !== 'date') return value;
  if (view === 'month') return dateCode(value) >> 5n;
  return value.length === 10 ? dateCode(value) : undefined;
}

/** `YYYY-MM` of `year * 12 + month - 1`. */
export function monthText(code: bigint): string {
  return dateText(((code / 12n) << 9n) | (((code % 12n) + 1n) << 5n));
}

/** The number of an ordered fact as facts are given: days and months as text, whole numbers as numbers, money in fen. */
export function factOfCode(code: bigint, type: WrittenType): FactValue {
  if (type === 'date') return dateText(code);
  if (type === 'month') return monthText(code);
  return type === 'int' ? Number(code) : code;
}
