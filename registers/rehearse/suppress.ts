/**
 * Counts below this are not shown. Ten is what statistical offices commonly ask for where a table of a small place is made public: behind a
 * count of one or two stand people whom neighbours would know, and a threshold of three or five can still be undone by whoever knows some
 * of them.
 */
export const leastShown = 10;

/** A count that is the sum of others. */
export interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** `small`: between 1 and nine, shown as such. `withheld`: large enough, but a small one could be worked out from it. */
export type Hidden = 'small' | 'withheld';

/**
 * Which counts of tables must not be shown. All that are small; and, of every sum of which exactly one count is hidden, one more, the
 * smallest that is not nothing, until no sum gives a hidden count away. That nobody is in a group is shown: zero describes nobody.
 */
export function hiddenCounts(counts: ReadonlyMap<string, number>, sums: readonly Sum[]): ReadonlyMap<string, Hidden> {
  const hidden = new Map<string, Hidden>();
  for (const [name, count] of counts) if (count > 0 && count < leastShown) hidden.set(name, 'small');
  const isOpen = (name: string): boolean => !hidden.has(name) && (counts.get(name) ?? 0) > 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const { whole, parts } of sums) {
      const line = [whole, ...parts];
      if (line.filter((name) => hidden.has(name)).length !== 1) continue;
      const [next] = line.filter(isOpen).toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
      // Alone in a line are only counts whose sum is of others as well.
      if (next === undefined) throw new Error(`The counts of ${whole} do not add up`);
      hidden.set(next, 'withheld');
      changed = true;
    }
  }
  return hidden;
}
