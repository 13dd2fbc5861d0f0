import { type ColumnInfo, type ColumnValues, unknown32, unknown64, unknownBoolean } from '../../rules/columns/shard.ts';

/** A column before its values are seen. */
export type ColumnShape = Pick<ColumnInfo, 'fact' | 'type' | 'width'>;

interface Stats {
  least: bigint | undefined;
  greatest: bigint | undefined;
  unknown: number;
  onlyMonth: number;
}

const widthOf = (values: ColumnValues): ColumnInfo['width'] =>
  values instanceof Int8Array ? 8 : values instanceof Int32Array ? 32 : 64;

/** Gathers, shard by shard, what `ColumnInfo` tells of a column. */
export class ColumnStats {
  readonly shape: ColumnShape;
  readonly #stats: Stats = { least: undefined, greatest: undefined, unknown: 0, onlyMonth: 0 };

  constructor(shape: ColumnShape) {
    this.shape = shape;
  }

  /** Throws where the values are not of the width that the column was announced with. */
  add(values: ColumnValues): void {
    const { fact, width, type } = this.shape;
    if (widthOf(values) !== width) throw new Error(`The column ${fact} was announced with ${width} bits`);
    if (values instanceof BigInt64Array) return this.#addWide(values);
    const unknown = values instanceof Int8Array ? unknownBoolean : unknown32;
    let [least, greatest, missing] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (const value of values) {
      if (value === unknown) {
        missing += 1;
        continue;
      }
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    if (type === 'date') this.#countMonths(values);
    this.#merge(missing, values.length - missing === 0 ? undefined : [BigInt(least), BigInt(greatest)]);
  }

  /** Zero on the row's day part; no unknown value has one but the sentinel itself. */
  #countMonths(values: Int8Array | Int32Array): void {
    let count = 0;
    for (const value of values) if ((value & 31) === 0 && value !== unknown32) count += 1;
    this.#stats.onlyMonth += count;
  }

  #addWide(values: BigInt64Array): void {
    let range: [bigint, bigint] | undefined;
    let missing = 0;
    for (const value of values) {
      if (value === unknown64) missing += 1;
      else if (range === undefined) range = [value, value];
      else if (value < range[0]) range[0] = value;
      else if (value > range[1]) range[1] = value;
    }
    this.#merge(missing, range);
  }

  #merge(missing: number, range: readonly [bigint, bigint] | undefined): void {
    const stats = this.#stats;
    stats.unknown += missing;
    if (range === undefined) return;
    if (stats.least === undefined || range[0] < stats.least) stats.least = range[0];
    if (stats.greatest === undefined || range[1] > stats.greatest) stats.greatest = range[1];
  }

  info(): ColumnInfo {
    const { least, greatest, unknown, onlyMonth } = this.#stats;
    return {
      ...this.shape,
      ...(least !== undefined && { least }),
      ...(greatest !== undefined && { greatest }),
      unknown,
      onlyMonth,
    };
  }
}
