import type { Relation } from '../check/expression/checked.ts';
import type { Family, SharedHousehold } from '../explain/facts/family.ts';
import {
  type FamilyView,
  householdsOf,
  linkRelations,
  membersOf,
  peopleWithin,
  personAt,
  relativesAt,
} from './facts-at.ts';
import { type ColumnValues, unknown32, unknown64, unknownBoolean } from './shard.ts';

/** Households kept: rows of one come after one another, but a person may be asked for from elsewhere. */
const mostHouseholds = 1000;

/**
 * The rows' people as `explain` sees them, what `personFacts` would list, without listing it: a household is looked at once for all its
 * members. `facts` are those that the rule uses.
 */
export function familiesIn(view: FamilyView, facts: readonly string[]): (row: number) => Family {
  const { info, shard, on } = view;
  const isKnown = knownIn(view, facts);
  const households = new Map<number, SharedHousehold>();

  function householdOf(number: number): SharedHousehold {
    const known = households.get(number);
    if (known !== undefined) return known;
    if (households.size >= mostHouseholds) households.clear();
    const members = [...new Set(membersOf(view, number))];
    const made: SharedHousehold = {
      known: members.filter(isKnown).map((row) => personAt(view, row)),
      open: members.filter((row) => !isKnown(row)).map(String),
      kept: new Map(),
      values: new Map(),
      fillings: new Map(),
    };
    households.set(number, made);
    return made;
  }

  function relativesOf(id: string, relation: Relation): ReadonlySet<string> | undefined {
    const row = Number(id);
    if (relation === 'members') {
      if (!info.householdsKnown) return undefined;
      const own = [...householdsOf(view, row)].toSorted((a, b) => a - b);
      return new Set([id, ...own.flatMap((household) => Array.from(membersOf(view, household), String))]);
    }
    if (!info.linksKnown) return undefined;
    return new Set([...relativesAt(view, row, relation)].toSorted((a, b) => a - b).map(String));
  }

  return (row) => {
    const subject = shard.same?.[row] ?? row;
    // A rule that sees nobody else needs no household looked up, and there may be none in memory.
    const [household, ...others] = info.householdsKnown && view.reach > 0 ? householdsOf(view, subject) : [];
    return {
      on,
      subject: String(subject),
      personOf: (id) => personAt(view, Number(id)),
      relativesOf,
      seen: (reach) => Array.from(peopleWithin(view, subject, reach), (one) => personAt(view, one)),
      ...(household !== undefined && others.length === 0 && { household: householdOf(household) }),
    };
  };
}

/** Whether a relative of the row's person lives elsewhere. */
export function hasRelativesElsewhere(view: FamilyView, row: number): boolean {
  const home = view.shard.households.of[row];
  return linkRelations.some((relation) =>
    [...relativesAt(view, row, relation)].some((relative) => view.shard.households.of[relative] !== home),
  );
}

/** Whether all of the facts are known of a row, of dates also the day. */
export function knownIn({ info, shard }: FamilyView, facts: readonly string[]): (row: number) => boolean {
  const columns = facts.map((fact) => ({ info: info.columns.get(fact), values: shard.columns.get(fact) }));
  const held = columns.flatMap(({ info: column, values }) =>
    column === undefined || values === undefined ? [] : [{ values, isDate: column.type === 'date' }],
  );
  if (held.length < columns.length) return () => false;
  return (row) => held.every(({ values, isDate }) => isKnownAt(values, row, isDate));
}

function isKnownAt(values: ColumnValues, row: number, isDate: boolean): boolean {
  const value = values[row];
  if (values instanceof Int8Array) return value !== unknownBoolean;
  if (value === unknown32 || value === unknown64 || value === undefined) return false;
  return !isDate || (Number(value) & 31) !== 0;
}
