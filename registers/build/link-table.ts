import type { LinkTable } from '../../rules/columns/shard.ts';

/** The table of links `from[i]` → `to[i]`, which come in any order; each row's targets rise. */
export function linkTable(rows: number, from: Int32Array | Uint32Array, to: Int32Array | Uint32Array): LinkTable {
  const offsets = offsetsOf(rows, from);
  const next = offsets.slice();
  const targets = new Uint32Array(from.length);
  for (let i = 0; i < from.length; i += 1) {
    const row = from[i] as number;
    targets[next[row] as number] = to[i] as number;
    next[row] = (next[row] as number) + 1;
  }
  for (let row = 0; row < rows; row += 1) sortBetween(targets, offsets[row] as number, offsets[row + 1] as number);
  return { offsets, targets };
}

function offsetsOf(rows: number, from: Int32Array | Uint32Array): Uint32Array {
  const offsets = new Uint32Array(rows + 1);
  for (const row of from) offsets[row + 1] = (offsets[row + 1] as number) + 1;
  for (let row = 0; row < rows; row += 1) offsets[row + 1] = (offsets[row + 1] as number) + (offsets[row] as number);
  return offsets;
}

function sortBetween(targets: Uint32Array, start: number, end: number): void {
  if (end - start === 2) {
    const [a, b] = [targets[start] as number, targets[start + 1] as number];
    if (a > b) targets.set([b, a], start);
  } else if (end - start > 2) targets.subarray(start, end).sort();
}

/** Children from parents. A person who stands here twice is a child once, and each of their rows has all their children. */
export function turnedRound({ offsets, targets }: LinkTable, primes: Uint8Array, same: Uint32Array): LinkTable {
  const rows = primes.length;
  const further = new Map<number, number[]>();
  same.forEach((first, row) => {
    if (first !== row) further.set(first, [...(further.get(first) ?? []), row]);
  });
  const from: number[] | Uint32Array = further.size === 0 ? new Uint32Array(targets.length) : [];
  const to: number[] | Uint32Array = further.size === 0 ? new Uint32Array(targets.length) : [];
  let at = 0;
  for (let child = 0; child < rows; child += 1) {
    if (primes[child] === 0) continue;
    const end = offsets[child + 1] as number;
    for (let i = offsets[child] as number; i < end; i += 1) {
      const parent = targets[i] as number;
      for (const row of further.size === 0 ? [parent] : [parent, ...(further.get(parent) ?? [])]) {
        from[at] = row;
        to[at] = child;
        at += 1;
      }
    }
  }
  return linkTable(rows, Uint32Array.from(from), Uint32Array.from(to));
}
