import { z } from 'zod';
import { outcomeCode } from '../../rules/columns/results.ts';

/** What becomes of a person when one policy takes the place of another. */
export const changes = ['newly', 'more', 'same', 'less', 'no-longer', 'neither', 'open'] as const;
export type Change = (typeof changes)[number];

/** In which tables people are counted. */
export const dimensions = ['division', 'age', 'household'] as const;
export type Dimension = (typeof dimensions)[number];

/** Upper ends, in fen, of the bands of gains and losses; the last band has none. */
export const bandEnds = [10_000, 50_000, 100_000, 300_000, 1_000_000] as const;

/** The people of one group. Amounts are those of people who are determined under both. */
export interface Group {
  readonly people: Readonly<Record<Change, number>>;
  readonly beforeFen: bigint;
  readonly afterFen: bigint;
  readonly gainedFen: bigint;
  readonly lostFen: bigint;
}

export interface ChangeTally {
  readonly total: Group;
  readonly groups: Readonly<Record<Dimension, ReadonlyMap<string, Group>>>;
  /** People by how much they gain and lose, a place for each band. */
  readonly gains: readonly number[];
  readonly losses: readonly number[];
}

const noGroup: Group = {
  people: { newly: 0, more: 0, same: 0, less: 0, 'no-longer': 0, neither: 0, open: 0 },
  beforeFen: 0n,
  afterFen: 0n,
  gainedFen: 0n,
  lostFen: 0n,
};
const noBands: readonly number[] = Array.from({ length: bandEnds.length + 1 }, () => 0);
export const noChanges: ChangeTally = {
  total: noGroup,
  groups: { division: new Map(), age: new Map(), household: new Map() },
  gains: noBands,
  losses: noBands,
};

const count = z.number().int().nonnegative();
const fen = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt);
const group = z.strictObject({
  people: z.strictObject({
    newly: count,
    more: count,
    same: count,
    less: count,
    'no-longer': count,
    neither: count,
    open: count,
  }),
  beforeFen: fen,
  afterFen: fen,
  gainedFen: fen,
  lostFen: fen,
});
const groups = z.record(z.string(), group).transform((record) => new Map(Object.entries(record)));

/** A tally as it was kept beside its part. */
export const keptChanges: z.ZodType<ChangeTally> = z.strictObject({
  total: group,
  groups: z.strictObject({ division: groups, age: groups, household: groups }),
  gains: z.array(count),
  losses: z.array(count),
});

export function groupsTogether(a: Group, b: Group): Group {
  const people = { ...a.people };
  for (const change of changes) people[change] += b.people[change];
  return {
    people,
    beforeFen: a.beforeFen + b.beforeFen,
    afterFen: a.afterFen + b.afterFen,
    gainedFen: a.gainedFen + b.gainedFen,
    lostFen: a.lostFen + b.lostFen,
  };
}

export function changesTogether(a: ChangeTally, b: ChangeTally): ChangeTally {
  const merged = (dimension: Dimension): ReadonlyMap<string, Group> => {
    const all = new Map(a.groups[dimension]);
    for (const [key, one] of b.groups[dimension]) all.set(key, groupsTogether(all.get(key) ?? noGroup, one));
    return all;
  };
  const bands = (x: readonly number[], y: readonly number[]): readonly number[] => x.map((n, i) => n + (y[i] ?? 0));
  return {
    total: groupsTogether(a.total, b.total),
    groups: { division: merged('division'), age: merged('age'), household: merged('household') },
    gains: bands(a.gains, b.gains),
    losses: bands(a.losses, b.losses),
  };
}

/** By the outcomes before and after, where no amount is looked at: places in `changes`; both eligible is told by the amounts. */
const changeOf = new Int8Array(9).fill(changes.indexOf('open'));
const { eligible, notEligible } = outcomeCode;
const bothEligible = -1;
changeOf[notEligible * 3 + eligible] = changes.indexOf('newly');
changeOf[eligible * 3 + notEligible] = changes.indexOf('no-longer');
changeOf[notEligible * 3 + notEligible] = changes.indexOf('neither');
changeOf[eligible * 3 + eligible] = bothEligible;
const [more, same, less] = [changes.indexOf('more'), changes.indexOf('same'), changes.indexOf('less')];

/** The change of a person, as a place in `changes`. */
export function changeAt(before: number, after: number, difference: number): number {
  const change = changeOf[before * 3 + after] as number;
  if (change !== bothEligible) return change;
  return difference > 0 ? more : difference < 0 ? less : same;
}
