import { type ColumnInfo, type ColumnValues, unknown32, unknown64, unknownBoolean } from '../../rules/columns/shard.ts';
import { daysInMonth } from '../../values/day.ts';
import { surelyFine } from './surely-fine.ts';

// Plain loops over typed arrays: this is read by every run over every value.

const february29 = (2 << 5) | 29;
/** By `month << 5 | day`: 1 for a day that some year has; day 0 stands for the month alone. */
const isDayOfSomeYear = new Uint8Array(512);
for (let month = 1; month <= 12; month += 1)
  for (let day = 0; day <= daysInMonth(2024, month); day += 1) isDayOfSomeYear[(month << 5) | day] = 1;

/** The first row whose value can't be in this column, or -1. `texts` is the length of the dictionary. */
export function checkColumn(info: ColumnInfo, values: ColumnValues, texts: number): number {
  if (surelyFine(info, values)) return -1;
  if (values instanceof BigInt64Array) return firstBadWide(values, info.least ?? 1n, info.greatest ?? 0n);
  // No known value: the range is empty.
  const [least, greatest] = [Number(info.least ?? 1n), Number(info.greatest ?? 0n)];
  if (values instanceof Int8Array) return firstBadBoolean(values, Math.max(least, 0), Math.min(greatest, 1));
  if (info.type === 'date') return firstBadDate(values, least, greatest);
  const isText = info.type === 'text' || info.type === 'enum';
  return isText
    ? firstBadWhole(values, Math.max(least, 0), Math.min(greatest, texts - 1))
    : firstBadWhole(values, least, greatest);
}

function firstBadBoolean(values: Int8Array, least: number, greatest: number): number {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if ((value < least || value > greatest) && value !== unknownBoolean) return i;
  }
  return -1;
}

function firstBadWhole(values: Int32Array, least: number, greatest: number): number {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if ((value < least || value > greatest) && value !== unknown32) return i;
  }
  return -1;
}

function firstBadWide(values: BigInt64Array, least: bigint, greatest: bigint): number {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as bigint;
    if ((value < least || value > greatest) && value !== unknown64) return i;
  }
  return -1;
}

function firstBadDate(values: Int32Array, least: number, greatest: number): number {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value === unknown32) continue;
    const inYear = value & 511;
    if (value < least || value > greatest || isDayOfSomeYear[inYear] === 0) return i;
    if (inYear === february29 && daysInMonth(value >> 9, 2) !== 29) return i;
  }
  return -1;
}
