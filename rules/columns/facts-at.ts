import type { Day } from '../../values/day.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { Relation } from '../check/expression/checked.ts';
import type { Reach } from '../check/rule/reach.ts';
import type { Facts, FactValue, Household, Link, PersonFacts } from '../facts.ts';
import {
  type ColumnInfo,
  type LinkRelation,
  type RegisterInfo,
  type Shard,
  unknown32,
  unknown64,
  unknownBoolean,
} from './shard.ts';

/** A shard seen as families: what `personFacts` needs to find whatever belongs to one row. */
export interface FamilyView {
  readonly info: RegisterInfo;
  readonly shard: Shard;
  readonly on: Day;
  /** How many steps from the person others are seen; a step is a link or living together. */
  readonly reach: number;
  /** For a person who stands here more than once, by their first row: their further rows. */
  readonly furtherRows: ReadonlyMap<number, readonly number[]>;
  /** People who were looked at, by their row. */
  readonly met: Map<number, PersonFacts>;
}

/** More people than this are not kept. */
const mostMet = 100_000;

/** `on` is the day on which the families ask; `reach` no more than the register's own. */
export function familyView(info: RegisterInfo, shard: Shard, on: Day, reach = 2): FamilyView {
  const furtherRows = new Map<number, number[]>();
  shard.same?.forEach((first, row) => {
    if (first === row) return;
    const rows = furtherRows.get(first);
    if (rows === undefined) furtherRows.set(first, [row]);
    else rows.push(row);
  });
  return { info, shard, on, reach, furtherRows, met: new Map() };
}

/**
 * The row's person as `explain` takes them: everybody within reach, the links and households among them, and no fact that is not known. A
 * person's id is the number of their (first) row as a text.
 */
export function personFacts(view: FamilyView, row: number): Facts {
  const subject = view.shard.same?.[row] ?? row;
  const people = peopleWithin(view, subject, { steps: view.reach, relations: allRelations });
  const { linksKnown, householdsKnown } = view.info;
  return {
    on: view.on,
    people: [...people].map((person) => personAt(view, person)),
    subject: String(subject),
    ...(linksKnown && { links: linksAmong(view, people) }),
    ...(householdsKnown && { households: householdsAmong(view, people) }),
  };
}

/** Also those that the rule does not ask by: what it is told holds together. */
const allRelations: ReadonlySet<Relation> = new Set(['members', 'parents', 'children', 'spouse', 'guardians']);
export const linkRelations = ['parents', 'children', 'spouse', 'guardians'] as const;

const firstRow = ({ shard }: FamilyView, row: number): number => shard.same?.[row] ?? row;

export function* relativesAt(view: FamilyView, row: number, relation: LinkRelation): Generator<number> {
  const table = view.shard.links?.[relation];
  if (table === undefined) return;
  const end = table.offsets[row + 1] ?? 0;
  for (let i = table.offsets[row] ?? 0; i < end; i += 1) yield firstRow(view, table.targets[i] ?? 0);
}

/** The households that the person of the first row stands in. */
export function householdsOf({ shard, furtherRows }: FamilyView, row: number): readonly number[] {
  return [row, ...(furtherRows.get(row) ?? [])].map((each) => shard.households.of[each] ?? 0);
}

export function* membersOf(view: FamilyView, household: number): Generator<number> {
  const { offsets } = view.shard.households;
  const end = offsets[household + 1] ?? 0;
  for (let row = offsets[household] ?? 0; row < end; row += 1) yield firstRow(view, row);
}

/** Everybody within reach, by row, the subject first. */
export function peopleWithin(view: FamilyView, subject: number, { steps, relations }: Reach): ReadonlySet<number> {
  const people = new Set([subject]);
  const visited = new Set<number>();
  let edge: readonly number[] = [subject];
  for (let step = 0; step < steps; step += 1) {
    const before = people.size;
    for (const row of edge) {
      for (const relation of relations)
        if (relation !== 'members') for (const relative of relativesAt(view, row, relation)) people.add(relative);
      if (!view.info.householdsKnown || !relations.has('members')) continue;
      for (const household of householdsOf(view, row)) {
        if (visited.has(household)) continue;
        visited.add(household);
        for (const member of membersOf(view, household)) people.add(member);
      }
    }
    edge = [...people].slice(before);
  }
  return people;
}

function linksAmong(view: FamilyView, people: ReadonlySet<number>): readonly Link[] {
  const links: Link[] = [];
  const add = (kind: Link['kind'], from: number, to: number): void => {
    if (people.has(from) && people.has(to)) links.push({ kind, from: String(from), to: String(to) });
  };
  // In the order of rows, as tables of links are: whoever lists relatives lists them in one order.
  for (const person of [...people].toSorted((a, b) => a - b)) {
    for (const parent of relativesAt(view, person, 'parents')) add('parent', parent, person);
    for (const guardian of relativesAt(view, person, 'guardians')) add('guardian', guardian, person);
    // Both ways in the register: told once.
    for (const spouse of relativesAt(view, person, 'spouse')) if (person < spouse) add('spouse', person, spouse);
  }
  return links;
}

function householdsAmong(view: FamilyView, people: ReadonlySet<number>): readonly Household[] {
  const met = new Set([...people].flatMap((person) => householdsOf(view, person)));
  return [...met]
    .toSorted((a, b) => a - b)
    .map((household) => [...new Set(membersOf(view, household))].filter((member) => people.has(member)).map(String))
    .filter((household) => household.length > 1);
}

/** The person of the first row, and no fact that is not known. */
export function personAt(view: FamilyView, row: number): PersonFacts {
  const known = view.met.get(row);
  if (known !== undefined) return known;
  if (view.met.size >= mostMet) view.met.clear();
  const person = factsOfRow(view, row);
  view.met.set(row, person);
  return person;
}

function factsOfRow({ info, shard }: FamilyView, row: number): PersonFacts {
  const facts: Record<string, FactValue> = {};
  for (const [fact, values] of shard.columns) {
    const column = info.columns.get(fact);
    const value = column === undefined ? undefined : factOf(column, values[row] ?? 0, info.dictionary);
    if (value !== undefined) facts[fact] = value;
  }
  return { ...facts, id: String(row) };
}

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

/** The value as it stands in a column, as a fact; undefined where it is not known. */
function factOf({ type, width }: ColumnInfo, value: number | bigint, dictionary: readonly string[]): FactValue {
  const unknown = width === 8 ? unknownBoolean : width === 32 ? unknown32 : unknown64;
  if (value === unknown) return undefined;
  switch (type) {
    case 'boolean':
      return Number(value) === 1;
    case 'date':
      return dateText(Number(value));
    case 'month':
      return `${pad(Math.floor(Number(value) / 12), 4)}-${pad((Number(value) % 12) + 1, 2)}`;
    case 'text':
    case 'enum':
      return dictionary[Number(value)];
    case 'int':
      // Beyond 2^53 a number would lose digits.
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    case 'money':
      return BigInt(value);
    case 'ratio':
      throw new Error('A ratio can be no fact of a person');
  }
  return unreachable(type);
}

function dateText(packed: number): string {
  const [year, month, day] = [packed >> 9, (packed >> 5) & 15, packed & 31];
  const text = `${pad(year, 4)}-${pad(month, 2)}`;
  return day === 0 ? text : `${text}-${pad(day, 2)}`;
}
