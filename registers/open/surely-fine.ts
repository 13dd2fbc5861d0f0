import type { ColumnInfo, ColumnValues } from '../../rules/columns/shard.ts';
import { daysInMonth } from '../../values/day.ts';

// Every run reads every value here. These loops have no branch that depends on a value, so that a processor foresees all of them: three
// times as fast as stopping at the first fault. They say that all is well, or nothing: then the slower look tells where.

/** True only if every value can be in this column. */
export function surelyFine(info: ColumnInfo, values: ColumnValues): boolean {
  if (info.least === undefined || info.greatest === undefined || values instanceof BigInt64Array) return false;
  if (values instanceof Int8Array) return info.least === 0n && info.greatest === 1n && fineBooleans(values);
  if (info.unknown > 0 || info.least < 0n || info.greatest > 0x7f_ff_ff_ffn) return false;
  if (info.type === 'date') return fineDates(info, values);
  const isNumber = info.type === 'int' || info.type === 'money' || info.type === 'month';
  return isNumber && fineWholes(values, Number(info.least), Number(info.greatest));
}

/** Four at a time: each byte 0, 1 or -1. */
function fineBooleans(values: Int8Array): boolean {
  const whole = values.byteOffset % 4 === 0 ? values.length >> 2 : 0;
  const words = new Int32Array(values.buffer, whole === 0 ? 0 : values.byteOffset, whole);
  let bad = 0;
  for (let i = 0; i < whole; i += 1) {
    const word = words[i] as number;
    const unknown = (word & 0x80_80_80_80) >>> 7;
    bad |= (((unknown << 8) - unknown) | (word & 0x01_01_01_01)) ^ word;
  }
  for (let i = whole * 4; i < values.length; i += 1) {
    const value = values[i] as number;
    bad |= value < -1 || value > 1 ? 1 : 0;
  }
  return bad === 0;
}

/** Of a column from 0 on: a difference below zero anywhere leaves the sign bit. */
function fineWholes(values: Int32Array, least: number, greatest: number): boolean {
  let bad = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    bad |= value | (value - least) | (greatest - value);
  }
  return bad >= 0;
}

/**
 * Most dates of a register lie within some 200 years, for which a table is small; a column that reaches further is looked at one by one.
 */
const mostDays = 1 << 17;
const tables = new WeakMap<ColumnInfo, Uint8Array>();

/** By date less the column's first: 0 for a day of the calendar or a month alone, else 1. */
function tableOf(info: ColumnInfo, least: number, greatest: number): Uint8Array {
  const known = tables.get(info);
  if (known !== undefined) return known;
  const table = Uint8Array.from({ length: greatest - least + 1 }, (_, i) => {
    const packed = least + i;
    const [year, month, day] = [packed >> 9, (packed >> 5) & 15, packed & 31];
    return month >= 1 && month <= 12 && day <= daysInMonth(year, month) ? 0 : 1;
  });
  tables.set(info, table);
  return table;
}

function fineDates(info: ColumnInfo, values: Int32Array): boolean {
  const [least, greatest] = [Number(info.least), Number(info.greatest)];
  if (greatest - least >= mostDays) return false;
  const table = tableOf(info, least, greatest);
  let bad = 0;
  for (let i = 0; i < values.length; i += 1) {
    const place = ((values[i] as number) - least) >>> 0;
    bad |= place < table.length ? (table[place] as number) : 1;
  }
  return bad === 0;
}

/** True only if each household's rows name it: `of` never falls, and stands right at both ends of each. Offsets rise from 0 to all rows. */
export function surelyTogether(count: number, offsets: Uint32Array, of: Uint32Array): boolean {
  let [bad, before] = [0, 0];
  for (let row = 0; row < of.length; row += 1) {
    const household = (of[row] as number) | 0;
    bad |= (household - before) | household;
    before = household;
  }
  if (bad < 0) return false;
  for (let household = 0; household < count; household += 1) {
    const [from, end] = [offsets[household] as number, offsets[household + 1] as number];
    if (end > from && (of[from] !== household || of[end - 1] !== household)) return false;
  }
  return true;
}
