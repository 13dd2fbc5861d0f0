import {
  bandEnds,
  type Change,
  changes,
  type ChangeTally,
  type Dimension,
  dimensions,
  type Group,
} from './change-tally.ts';
import { ageBands, householdBands } from './shard-groups.ts';
import { type Hidden, hiddenCounts, leastShown, type Sum } from './suppress.ts';

/** A count as it may be shown. */
export type Shown = number | Hidden;

/** The columns of a table: each person is in one of them. */
export const columns = ['gain', 'lose', 'unchanged', 'open'] as const;
type Column = (typeof columns)[number];

const partsOf: Readonly<Record<Column, readonly Change[]>> = {
  gain: ['newly', 'more'],
  lose: ['no-longer', 'less'],
  unchanged: ['same', 'neither'],
  open: ['open'],
};

/** A group as it may be shown; an amount is undefined where a hidden count could be worked out from it. */
export interface ShownGroup {
  readonly people: Shown;
  readonly counts: Readonly<Record<Column, Shown>>;
  readonly beforeFen: bigint | undefined;
  readonly afterFen: bigint | undefined;
  readonly gainedFen: bigint | undefined;
  readonly lostFen: bigint | undefined;
}

/** What may be printed of a rehearsal. */
export interface ShownChanges {
  readonly total: ShownGroup;
  readonly changes: Readonly<Record<Change, Shown>>;
  readonly gains: readonly Shown[];
  readonly losses: readonly Shown[];
  readonly tables: Readonly<Record<Dimension, readonly { readonly name: string; readonly group: ShownGroup }[]>>;
}

const peopleOf = ({ people }: Group): number => changes.reduce((sum, change) => sum + people[change], 0);
const countOf = ({ people }: Group, column: Column): number =>
  partsOf[column].reduce((sum, change) => sum + people[change], 0);

/** People who are paid something, before or after. */
const paidIn = ({ people }: Group): number =>
  people.newly + people.more + people.same + people.less + people['no-longer'];

/** Hides small counts in all tables together, since each adds up to the same totals. */
export function shownChanges(tally: ChangeTally): ShownChanges {
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  const put = (place: string, group: Group): void => {
    counts.set(place, peopleOf(group));
    for (const column of columns) counts.set(`${place} ${column}`, countOf(group, column));
    sums.push({ whole: place, parts: columns.map((column) => `${place} ${column}`) });
    // Not shown itself: what a few people are paid is not shown either.
    counts.set(`${place} paid`, paidIn(group));
  };
  put('total', tally.total);
  for (const change of changes) counts.set(`change ${change}`, tally.total.people[change]);
  for (const column of columns)
    sums.push({ whole: `total ${column}`, parts: partsOf[column].map((change) => `change ${change}`) });
  const bands = [tally.gains, tally.losses] as const;
  (['gain', 'lose'] as const).forEach((column, i) => {
    const names = bandNames.map((name) => `${column} ${name}`);
    names.forEach((name, band) => counts.set(name, bands[i]?.[band] ?? 0));
    sums.push({ whole: `total ${column}`, parts: names });
  });
  for (const dimension of dimensions) {
    // In one order, whichever shard was done first: of equal counts one run would else withhold another than the next, and two runs
    // together would tell both.
    const places = inOrder(dimension, tally.groups[dimension]).map(([name, group]) => {
      const place = `${dimension} ${name}`;
      put(place, group);
      return place;
    });
    if (places.length === 0) continue;
    sums.push({ whole: 'total', parts: places });
    for (const column of [...columns, 'paid'])
      sums.push({ whole: `total ${column}`, parts: places.map((place) => `${place} ${column}`) });
  }
  return shownWith(tally, hiddenCounts(counts, sums), counts);
}

const bandNames = [...bandEnds.map((end) => `up to ${end}`), 'beyond'];

function shownWith(
  tally: ChangeTally,
  hidden: ReadonlyMap<string, Hidden>,
  counts: ReadonlyMap<string, number>,
): ShownChanges {
  const shown = (place: string): Shown => hidden.get(place) ?? counts.get(place) ?? 0;
  const groupAt = (place: string, { beforeFen, afterFen, gainedFen, lostFen }: Group): ShownGroup => {
    const of = (column: Column): Shown => shown(`${place} ${column}`);
    const isHidden = (column: Column): boolean => hidden.has(`${place} ${column}`);
    // Their difference is what is gained and lost.
    const hidesCosts = hidden.has(place) || hidden.has(`${place} paid`) || isHidden('gain') || isHidden('lose');
    return {
      people: shown(place),
      counts: { gain: of('gain'), lose: of('lose'), unchanged: of('unchanged'), open: of('open') },
      beforeFen: hidesCosts ? undefined : beforeFen,
      afterFen: hidesCosts ? undefined : afterFen,
      gainedFen: isHidden('gain') ? undefined : gainedFen,
      lostFen: isHidden('lose') ? undefined : lostFen,
    };
  };
  const bands = (column: 'gain' | 'lose'): readonly Shown[] => bandNames.map((name) => shown(`${column} ${name}`));
  const table = (dimension: Dimension): ShownChanges['tables'][Dimension] =>
    inOrder(dimension, tally.groups[dimension]).map(([name, group]) => ({
      name,
      group: groupAt(`${dimension} ${name}`, group),
    }));
  return {
    total: groupAt('total', tally.total),
    changes: Object.fromEntries(changes.map((change) => [change, shown(`change ${change}`)])) as Record<Change, Shown>,
    gains: bands('gain'),
    losses: bands('lose'),
    tables: { division: table('division'), age: table('age'), household: table('household') },
  };
}

/** Bands in their own order, divisions by code. */
function inOrder(dimension: Dimension, groups: ReadonlyMap<string, Group>): readonly (readonly [string, Group])[] {
  const bands: readonly string[] =
    dimension === 'age' ? ageBands.map(({ name }) => name) : dimension === 'household' ? householdBands : [];
  const placeOf = (name: string): number => (bands.includes(name) ? bands.indexOf(name) : bands.length);
  return [...groups].toSorted(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
}

/** As programs and people read it: a number, `<10`, or `*` for one that is large enough but would give a small one away. */
export function shownText(shown: Shown): string {
  return shown === 'small' ? `<${leastShown}` : shown === 'withheld' ? '*' : String(shown);
}
