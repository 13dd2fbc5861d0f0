import { z } from 'zod';
import { byReasonColumn, outcomeCode } from '../../../rules/columns/results.ts';
import { ancestorOf, type Division, division, type DivisionLevel } from '../../../values/division.ts';
import type { ShardDivisions } from '../../open/read-shard.ts';
import type { ShardResults } from '../program-runner.ts';

/** How many, and how much. */
export interface Counts {
  readonly subjects: number;
  readonly eligible: number;
  readonly notEligible: number;
  readonly undetermined: number;
  readonly amountFen: bigint;
}

/** What a shard, or a whole register, comes to. */
export interface Tally {
  readonly total: Counts;
  readonly byDivision: ReadonlyMap<Division, Counts>;
  /** People by reason code; one may have several. */
  readonly reasons: ReadonlyMap<string, number>;
  /** Undetermined people by fact that is missing. */
  readonly missing: ReadonlyMap<string, number>;
}

const count = z.number().int().nonnegative();
const counts = z.strictObject({
  subjects: count,
  eligible: count,
  notEligible: count,
  undetermined: count,
  amountFen: z
    .string()
    .regex(/^-?\d+$/)
    .transform(BigInt),
});
const byName = z.record(z.string(), count).transform((record) => new Map(Object.entries(record)));

/** A tally as it was kept beside its part: maps as objects, fen as texts. */
export const keptTally: z.ZodType<Tally> = z.strictObject({
  total: counts,
  byDivision: z
    .record(z.string(), counts)
    .transform((record) => new Map(Object.entries(record).map(([code, one]) => [division(code), one]))),
  reasons: byName,
  missing: byName,
});

const noCounts: Counts = { subjects: 0, eligible: 0, notEligible: 0, undetermined: 0, amountFen: 0n };
export const noTally: Tally = { total: noCounts, byDivision: new Map(), reasons: new Map(), missing: new Map() };

/** Rows by group: `of[row]` is its place in `list`. Absent: all rows are of the one. */
interface Groups {
  readonly of: ShardDivisions['of'] | undefined;
  readonly list: readonly Division[];
}

/** The rows of a shard by their division of that level. At the county or above a shard is one group, and its divisions need not be read. */
export function groupsAt(level: DivisionLevel, county: string, divisions: ShardDivisions | undefined): Groups {
  const whole = division(`${county}000000`);
  if (divisions === undefined || (level !== 'township' && level !== 'village'))
    return { of: undefined, list: [ancestorOf(whole, level)] };
  const codes = divisions.list.map((code) => ancestorOf(code, level));
  const list = [...new Set(codes)];
  const places = new Map(list.map((code, i) => [code, i]));
  const placeOf = Uint32Array.from(codes, (code) => places.get(code) ?? 0);
  return { of: divisions.of.map((place: number) => placeOf[place] as number), list };
}

/** Counts a shard's subjects. */
export function tallyOf(results: ShardResults, groups: Groups, reasonCodes: readonly string[]): Tally {
  const list = groups.of === undefined && results.subjects === undefined ? [whole(results)] : grouped(results, groups);
  const byDivision = new Map<Division, Counts>();
  groups.list.forEach((code, i) => {
    const counts = list[i];
    if (counts !== undefined && counts.subjects > 0) byDivision.set(code, counts);
  });
  return {
    total: list.reduce(sumOf, noCounts),
    byDivision,
    reasons: new Map(
      byReasonColumn(reasonCodes).flatMap((codes, n) => [...countedBits(results, results.reasons[n], codes)]),
    ),
    missing: countedMissing(results),
  };
}

/** All rows together: nothing but two sums in a tight loop. */
function whole({ rows, outcome, amount }: ShardResults): Counts {
  let [eligible, undetermined] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const code = outcome[row] as number;
    eligible += code & 1;
    undetermined += code >> 1;
  }
  const notEligible = rows - eligible - undetermined;
  return { subjects: rows, eligible, undetermined, notEligible, amountFen: sumOfAmounts(amount, rows) };
}

/** Exact: 2^22 rows of 32 bits, or of each half of 64, stay below 2^54 in a double only up to 2^21 rows, so sums are taken by blocks. */
function sumOfAmounts(amount: Int32Array | BigInt64Array, rows: number): bigint {
  let total = 0n;
  const block = 1 << 20;
  for (let from = 0; from < rows; from += block) {
    const to = Math.min(rows, from + block);
    if (amount instanceof Int32Array) {
      let sum = 0;
      for (let row = from; row < to; row += 1) sum += amount[row] as number;
      total += BigInt(sum);
    } else {
      const { low, high } = halvesOf(amount);
      let [lows, highs] = [0, 0];
      for (let row = from; row < to; row += 1) {
        lows += low[row * 2] as number;
        highs += high[row * 2 + 1] as number;
      }
      total += BigInt(lows) + (BigInt(highs) << 32n);
    }
  }
  return total;
}

/** Numbers of 64 bits as pairs of 32, the lower first and without sign. */
function halvesOf({ buffer, byteOffset, length }: BigInt64Array): { low: Uint32Array; high: Int32Array } {
  return { low: new Uint32Array(buffer, byteOffset, length * 2), high: new Int32Array(buffer, byteOffset, length * 2) };
}

function grouped({ rows, outcome, amount, subjects }: ShardResults, { of, list }: Groups): readonly Counts[] {
  const counts = new Uint32Array(list.length * 3);
  const [lows, highs] = [new Float64Array(list.length), new Float64Array(list.length)];
  const halves = amount instanceof BigInt64Array ? halvesOf(amount) : undefined;
  for (let row = 0; row < rows; row += 1) {
    if (subjects !== undefined && subjects[row] === 0) continue;
    const group = of === undefined ? 0 : (of[row] as number);
    const place = group * 3 + (outcome[row] as number);
    counts[place] = (counts[place] as number) + 1;
    if (halves === undefined) lows[group] = (lows[group] as number) + (amount as Int32Array)[row]!;
    else {
      lows[group] = (lows[group] as number) + (halves.low[row * 2] as number);
      highs[group] = (highs[group] as number) + (halves.high[row * 2 + 1] as number);
    }
  }
  return list.map((_, group): Counts => {
    const of3 = (code: number): number => counts[group * 3 + code] ?? 0;
    const [eligible, notEligible, undetermined] = [
      outcomeCode.eligible,
      outcomeCode.notEligible,
      outcomeCode.undetermined,
    ].map(of3) as [number, number, number];
    const amountFen = BigInt(lows[group] ?? 0) + (BigInt(highs[group] ?? 0) << 32n);
    return { subjects: eligible + notEligible + undetermined, eligible, notEligible, undetermined, amountFen };
  });
}

function countedBits(
  { rows, subjects }: ShardResults,
  reasons: Int32Array | undefined,
  codes: readonly string[],
): ReadonlyMap<string, number> {
  const patterns = new Map<number, number>();
  if (reasons === undefined) return new Map();
  if (codes.length <= 16) {
    const counts = new Uint32Array(1 << codes.length);
    for (let row = 0; row < rows; row += 1) {
      if (subjects !== undefined && subjects[row] === 0) continue;
      const bits = reasons[row] as number;
      counts[bits] = (counts[bits] as number) + 1;
    }
    counts.forEach((count, bits) => count > 0 && patterns.set(bits, count));
  } else
    for (let row = 0; row < rows; row += 1) {
      if (subjects !== undefined && subjects[row] === 0) continue;
      const bits = reasons[row] as number;
      patterns.set(bits, (patterns.get(bits) ?? 0) + 1);
    }
  return new Map(
    codes.map((code, n) => [code, [...patterns].reduce((sum, [bits, count]) => sum + ((bits >>> n) & 1) * count, 0)]),
  );
}

function countedMissing({ rows, missing, missingSets, subjects }: ShardResults): ReadonlyMap<string, number> {
  if (missing === undefined) return new Map();
  const counts = new Uint32Array(missingSets.length);
  for (let row = 0; row < rows; row += 1) {
    if (subjects !== undefined && subjects[row] === 0) continue;
    const place = missing[row] as number;
    counts[place] = (counts[place] as number) + 1;
  }
  const byName = new Map<string, number>();
  missingSets.forEach((names, i) => {
    for (const name of names) byName.set(name, (byName.get(name) ?? 0) + (counts[i] ?? 0));
  });
  return byName;
}

function sumOf(a: Counts, b: Counts): Counts {
  return {
    subjects: a.subjects + b.subjects,
    eligible: a.eligible + b.eligible,
    notEligible: a.notEligible + b.notEligible,
    undetermined: a.undetermined + b.undetermined,
    amountFen: a.amountFen + b.amountFen,
  };
}

function merged<Key, Value>(
  a: ReadonlyMap<Key, Value>,
  b: ReadonlyMap<Key, Value>,
  plus: (a: Value, b: Value) => Value,
): ReadonlyMap<Key, Value> {
  const sums = new Map(a);
  for (const [key, value] of b) {
    const known = sums.get(key);
    sums.set(key, known === undefined ? value : plus(known, value));
  }
  return sums;
}

export function tallyTogether(a: Tally, b: Tally): Tally {
  const plus = (x: number, y: number): number => x + y;
  return {
    total: sumOf(a.total, b.total),
    byDivision: merged(a.byDivision, b.byDivision, sumOf),
    reasons: merged(a.reasons, b.reasons, plus),
    missing: merged(a.missing, b.missing, plus),
  };
}
