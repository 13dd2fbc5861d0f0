import type { WrittenType } from '../check/expression/types.ts';

/**
 * A register as the column engine sees it: people as rows, one shard at a time. Nothing here reads a file; `registers/` keeps these
 * columns on disk.
 */

/** In a 32-bit column: this value is not known. */
export const unknown32 = -2_147_483_648;
/** In a 64-bit column: this value is not known. */
export const unknown64 = -(2n ** 63n);
/** In a column of booleans: 0 no, 1 yes, this not known. */
export const unknownBoolean = -1;

/** Columns of whole numbers and money are as wide as the register's values ask for. */
export type ColumnValues = Int8Array | Int32Array | BigInt64Array;

/**
 * How a fact's values stand in its column: boolean 0, 1 or -1 · date `year << 9 | month << 5 | day` (order-preserving; day 0: only the
 * month is known) · month `year * 12 + month - 1` · text and enum: its place in the register's dictionary · int as it is · money in fen.
 */
export interface ColumnInfo {
  readonly fact: string;
  readonly type: WrittenType;
  readonly width: 8 | 32 | 64;
  /** Least and greatest of the known values as they stand in the column; absent when none is known. */
  readonly least?: bigint;
  readonly greatest?: bigint;
  /** Rows, guests included, whose value is not known. */
  readonly unknown: number;
  /** Dates only: rows of which only the month is known. */
  readonly onlyMonth: number;
}

/** What holds of every shard of a register: enough to compile a policy against it once. */
export interface RegisterInfo {
  readonly columns: ReadonlyMap<string, ColumnInfo>;
  /** Texts by their code, for all columns of texts together. */
  readonly dictionary: readonly string[];
  /** Whether parents, children, spouses and guardians are known (all of them, or none). */
  readonly linksKnown: boolean;
  readonly householdsKnown: boolean;
  /** People in the largest household; 1 where households are not known. */
  readonly largestHousehold: number;
  /** The most links of one kind that any person has. */
  readonly mostLinks: number;
  /** Rows of the largest shard, guests included. */
  readonly largestShard: number;
}

export type LinkRelation = 'parents' | 'children' | 'spouse' | 'guardians';

/** For each row, its relatives: rows `targets[offsets[row]] … targets[offsets[row + 1] - 1]`, each once. */
export interface LinkTable {
  /** rows + 1 of them. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
}

/**
 * The rows of one shard. Every row stands in exactly one household, and a household's rows stand together. A row that is no subject
 * is a guest: a copy of somebody whose own place is another shard, or who belongs to a second household; it is seen, not determined.
 */
export interface Shard {
  readonly rows: number;
  /** By fact; one value a row. A fact of the register that has no column here is in none. */
  readonly columns: ReadonlyMap<string, ColumnValues>;
  /** Household `h` is rows `offsets[h]` to `offsets[h + 1] - 1`; `of[row]` is the row's household. */
  readonly households: { readonly count: number; readonly offsets: Uint32Array; readonly of: Uint32Array };
  readonly links: Readonly<Record<LinkRelation, LinkTable>> | undefined;
  /** 1 for a subject, 0 for a guest. Absent: all are subjects. */
  readonly subjects?: Uint8Array;
  /**
   * For a guest: the row of the same person in this shard, itself where there is none; for all others the row itself. Absent: no one stands
   * here twice.
   */
  readonly same?: Uint32Array;
  /** 1 where the columns cannot tell the row's household (somebody in sight is in two): explain determines it. Absent: nowhere. */
  readonly irregular?: Uint8Array;
}

export function packedDate(year: number, month: number, day: number): number {
  return (year << 9) | (month << 5) | day;
}
