import type { FactValue } from '../facts.ts';
import type { Range } from '../ir/limits/ranges.ts';
import { type Candidate, type Ordered, valueAt } from './candidates.ts';

/** What one fact is changed to: a value by its name, or one between two places of its line. */
export interface Side {
  readonly candidate: Candidate;
  /** Its place among the candidates, and which side or value of it: what settles ties. */
  readonly order: readonly [candidate: number, side: number];
  readonly to: Range | { readonly value: FactValue };
}

/** Changes of one or a few facts, all at once. */
export type Box = readonly Side[];

/** How much work a search may be. */
export interface Budget {
  /** Nodes of the graph that may be worked out for boxes. */
  nodes: number;
  /** Changes that may be determined. */
  tries: number;
}

export interface Search {
  /** Whether some change in the box may be what is looked for; that it says so too often only costs time. */
  readonly mayHold: (box: Box) => boolean;
  /** Whether this one change is. */
  readonly holds: (values: readonly FactValue[], box: Box) => boolean;
}

export type Nearest =
  | { readonly kind: 'found'; readonly box: Box; readonly values: readonly FactValue[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'cut' };

/** How far a place between the two is at least from where the fact is. */
function distance({ from }: Ordered, { least, greatest }: Range): bigint {
  if (least > from.greatest) return least - from.greatest;
  return greatest < from.least ? from.least - greatest : 0n;
}

/** What a box costs at least; smaller comes first. */
interface Cost {
  /** Facts changed to another value by its name: farther than any step on a line. */
  readonly listed: number;
  readonly distances: readonly bigint[];
  readonly total: bigint;
}

function costOf(box: Box): Cost {
  const distances = box.map(({ candidate, to }) =>
    candidate.values.kind === 'ordered' && 'least' in to ? distance(candidate.values, to) : 0n,
  );
  const listed = box.filter(({ to }) => 'value' in to).length;
  return { listed, distances, total: distances.reduce((a, b) => a + b, 0n) };
}

interface Waiting {
  readonly box: Box;
  readonly cost: Cost;
}

function compare(a: Waiting, b: Waiting): number {
  if (a.cost.listed !== b.cost.listed) return a.cost.listed - b.cost.listed;
  if (a.cost.total !== b.cost.total) return a.cost.total < b.cost.total ? -1 : 1;
  for (const [i, { order }] of a.box.entries()) {
    const other = b.box[i]?.order ?? [0, 0];
    if (order[0] !== other[0]) return order[0] - other[0];
  }
  for (const [i, one] of a.cost.distances.entries()) {
    const other = b.cost.distances[i] ?? 0n;
    if (one !== other) return one < other ? -1 : 1;
  }
  for (const [i, { order }] of a.box.entries()) {
    const other = b.box[i]?.order ?? [0, 0];
    if (order[1] !== other[1]) return order[1] - other[1];
  }
  return 0;
}

/** A binary heap: the least is taken first. */
class Queue {
  readonly #items: Waiting[] = [];

  add(box: Box): void {
    const items = this.#items;
    let at = items.push({ box, cost: costOf(box) }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  take(): Box | undefined {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first?.box;
    items[0] = last;
    for (let at = 0; ;) {
      let next = at;
      if (this.#isBefore(2 * at + 1, next)) next = 2 * at + 1;
      if (this.#isBefore(2 * at + 2, next)) next = 2 * at + 2;
      if (next === at) return first.box;
      this.#swap(at, next);
      at = next;
    }
  }

  #isBefore(at: number, other: number): boolean {
    const [a, b] = [this.#items[at], this.#items[other]];
    return a !== undefined && b !== undefined && compare(a, b) < 0;
  }

  #swap(at: number, other: number): void {
    const [a, b] = [this.#items[at], this.#items[other]];
    if (a !== undefined && b !== undefined) [this.#items[at], this.#items[other]] = [b, a];
  }
}

/** Halves the widest side; undefined when every side is one value. */
function halves(box: Box): readonly Box[] | undefined {
  let widest = -1;
  let width = 0n;
  for (const [i, { to }] of box.entries()) {
    if (!('least' in to) || to.greatest - to.least <= width) continue;
    [widest, width] = [i, to.greatest - to.least];
  }
  const side = box[widest];
  if (side === undefined || !('least' in side.to)) return undefined;
  const { least, greatest } = side.to;
  const middle = least + (greatest - least) / 2n;
  const withPart = (to: Range): Box => box.with(widest, { ...side, to });
  return [withPart({ least, greatest: middle }), withPart({ least: middle + 1n, greatest })];
}

function valuesIn(box: Box): readonly FactValue[] {
  return box.map(({ candidate, to }) => ('value' in to ? to.value : valueAt(candidate, to.least)));
}

/**
 * The nearest change in any of the boxes that is what is looked for: best first, so that the first one that holds is the nearest. A box in
 * which nothing can hold is left out whole; any other is halved until it is one change, which is then tried.
 */
export function nearestIn(boxes: Iterable<Box>, { mayHold, holds }: Search, budget: Budget): Nearest {
  const queue = new Queue();
  for (const box of boxes) queue.add(box);
  for (let box = queue.take(); box !== undefined; box = queue.take()) {
    if (budget.nodes < 0) return { kind: 'cut' };
    if (!mayHold(box)) continue;
    const parts = halves(box);
    if (parts !== undefined) {
      for (const part of parts) queue.add(part);
      continue;
    }
    budget.tries -= 1;
    if (budget.tries < 0) return { kind: 'cut' };
    const values = valuesIn(box);
    if (holds(values, box)) return { kind: 'found', box, values };
  }
  return { kind: 'none' };
}

/** The sides to which a fact can be changed. */
export function sidesOf(candidate: Candidate, index: number): readonly Side[] {
  const { values } = candidate;
  if (values.kind === 'listed')
    return values.others.map((value, i) => ({ candidate, order: [index, i], to: { value } }));
  const { least, greatest, from, isKnown } = values;
  const ranges: readonly Range[] = [
    { least, greatest: from.least - 1n },
    { least: isKnown ? from.greatest + 1n : from.least, greatest },
  ];
  return ranges.flatMap((to, i): readonly Side[] => {
    const within = {
      least: to.least < least ? least : to.least,
      greatest: to.greatest > greatest ? greatest : to.greatest,
    };
    return within.least > within.greatest ? [] : [{ candidate, order: [index, i], to: within }];
  });
}

/** Every way to change exactly so many of the facts. */
export function* boxesOf(candidates: readonly Candidate[], count: number): Generator<Box> {
  const sides = candidates.map(sidesOf);
  function* from(start: number, left: number): Generator<Box> {
    if (left === 0) {
      yield [];
      return;
    }
    for (let i = start; i <= sides.length - left; i += 1)
      for (const rest of from(i + 1, left - 1)) for (const side of sides[i] ?? []) yield [side, ...rest];
  }
  yield* from(0, count);
}
