import type { ShardResults } from '../run/program-runner.ts';
import {
  bandEnds,
  type ChangeTally,
  type Change,
  changeAt,
  changes,
  type Dimension,
  type Group,
  groupsTogether,
  noChanges,
} from './change-tally.ts';
import type { RowGroups } from './shard-groups.ts';

/** Before and after of each row, and what became of it. */
export interface RowChanges {
  /** Place in `changes`; undefined of a guest. */
  readonly of: Uint8Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/** Fen as doubles: exact, or refused. */
function asDoubles(amount: ShardResults['amount']): Float64Array {
  const doubles = new Float64Array(amount.length);
  for (let row = 0; row < amount.length; row += 1) doubles[row] = Number(amount[row]);
  if (amount instanceof BigInt64Array && doubles.some((value) => !Number.isSafeInteger(value)))
    throw new Error('An amount beyond 90 trillion yuan is compared with nothing');
  return doubles;
}

export function rowChanges(before: ShardResults, after: ShardResults): RowChanges {
  const { rows } = before;
  const of = new Uint8Array(rows);
  const [was, is] = [asDoubles(before.amount), asDoubles(after.amount)];
  for (let row = 0; row < rows; row += 1)
    of[row] = changeAt(
      before.outcome[row] as number,
      after.outcome[row] as number,
      (is[row] as number) - (was[row] as number),
    );
  return { of, before: was, after: is };
}

const open = changes.indexOf('open');

/** Sums for each group, as doubles: exact up to 2^53 fen in a shard. */
class Sums {
  readonly #counts: Uint32Array;
  readonly #fen: Float64Array;
  readonly #groups: RowGroups;

  constructor(groups: RowGroups) {
    this.#groups = groups;
    this.#counts = new Uint32Array(groups.names.length * changes.length);
    this.#fen = new Float64Array(groups.names.length * 4);
  }

  add({ of, before, after }: RowChanges, subjects: Uint8Array | undefined): this {
    const counts = this.#counts;
    const fen = this.#fen;
    const groupOf = this.#groups.of;
    for (let row = 0; row < of.length; row += 1) {
      if (subjects !== undefined && subjects[row] === 0) continue;
      const change = of[row] as number;
      const group = groupOf[row] as number;
      counts[group * changes.length + change] = (counts[group * changes.length + change] as number) + 1;
      if (change === open) continue;
      const [was, is] = [before[row] as number, after[row] as number];
      const difference = is - was;
      const at = group * 4;
      fen[at] = (fen[at] as number) + was;
      fen[at + 1] = (fen[at + 1] as number) + is;
      if (difference > 0) fen[at + 2] = (fen[at + 2] as number) + difference;
      else fen[at + 3] = (fen[at + 3] as number) - difference;
    }
    if (fen.some((sum) => !Number.isSafeInteger(sum))) throw new Error('The amounts of a shard are beyond 2^53 fen');
    return this;
  }

  groups(): ReadonlyMap<string, Group> {
    const found = new Map<string, Group>();
    this.#groups.names.forEach((name, group) => {
      const people = Object.fromEntries(
        changes.map((change, i) => [change, this.#counts[group * changes.length + i] ?? 0]),
      ) as Record<Change, number>;
      if (Object.values(people).every((count) => count === 0)) return;
      const [beforeFen = 0n, afterFen = 0n, gainedFen = 0n, lostFen = 0n] = Array.from(
        this.#fen.subarray(group * 4, group * 4 + 4),
        BigInt,
      );
      found.set(name, { people, beforeFen, afterFen, gainedFen, lostFen });
    });
    return found;
  }
}

/** Counts a shard's subjects by what becomes of them, in every table. */
export function countChanges(
  found: RowChanges,
  subjects: Uint8Array | undefined,
  groups: Readonly<Record<Dimension, RowGroups>>,
): ChangeTally {
  const counted = (dimension: Dimension): ReadonlyMap<string, Group> =>
    new Sums(groups[dimension]).add(found, subjects).groups();
  const division = counted('division');
  const total = [...division.values()].reduce(groupsTogether, noChanges.total);
  return {
    total,
    groups: { division, age: counted('age'), household: counted('household') },
    ...countBands(found, subjects),
  };
}

const gaining = new Set([changes.indexOf('newly'), changes.indexOf('more')]);
const losing = new Set([changes.indexOf('no-longer'), changes.indexOf('less')]);

function countBands(
  { of, before, after }: RowChanges,
  subjects: Uint8Array | undefined,
): Pick<ChangeTally, 'gains' | 'losses'> {
  const [gains, losses] = [noChanges.gains.slice(), noChanges.losses.slice()];
  for (let row = 0; row < of.length; row += 1) {
    if (subjects !== undefined && subjects[row] === 0) continue;
    const change = of[row] as number;
    const bands = gaining.has(change) ? gains : losing.has(change) ? losses : undefined;
    if (bands === undefined) continue;
    const size = Math.abs((after[row] as number) - (before[row] as number));
    let band = 0;
    while (band < bandEnds.length && size > (bandEnds[band] as number)) band += 1;
    bands[band] = (bands[band] as number) + 1;
  }
  return { gains, losses };
}
