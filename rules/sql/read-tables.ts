import type { Node, NodeOf, Scope } from '../ir/node.ts';
import type { Space } from '../plan/plan.ts';
import { gapColumn, type GapBits } from './gaps.ts';
import type { Column, Source, Step } from './relation.ts';
import type { NodeFacts } from './scalar.ts';
import { column, plain, type Sql, sql } from './text.ts';

/** Where the tables are, and what is known of them. */
export interface Tables {
  readonly people: string;
  readonly links: string;
  /** No household is NULL. */
  readonly householdsKnown: boolean;
}

/** What is needed to read a space's elements from the tables. */
export interface Reading {
  readonly tables: Tables;
  readonly facts: NodeFacts;
  readonly bits: GapBits;
  /** The facts that the rule reads. */
  readonly leaves: readonly NodeOf<'fact'>[];
}

export const valueColumn = (node: Node): string => `n${node.id}`;
export const keyOf = (space: Space): string => (space.kind === 'households' ? 'h1' : `e${space.scope.id}`);
export const householdOf = ({ id }: Scope): string => `h${id}`;

/** Element and everything it is seen from. */
export function keysOf(space: Space): readonly string[] {
  const outer = space.kind === 'links' && space.outer ? keysOf(space.outer) : [];
  return [...outer, keyOf(space)];
}

export const handedOn = (alias: string, names: Iterable<string>): [string, Column][] =>
  [...names].map((name) => [name, { sql: column(alias === '' ? name : `${alias}.${name}`), isMade: false }]);

const joined = (alias: string, from: string, on: Sql): Source => ({ alias, from, join: { kind: 'JOIN', on } });

/** Everybody. */
export function readRows(space: Space, reading: Reading): Omit<Step, 'name'> {
  const { writing } = reading.facts;
  const own = (name: string): Column => ({ sql: plain(`t.${writing.name(name)}`), isMade: false });
  const columns = new Map<string, Column>([
    ['e1', own('row')],
    ['id', own('id')],
    ['subject', own('subject')],
    ['h1', own('household')],
    ...factColumns(space, reading),
  ]);
  return { sources: [{ alias: 't', from: reading.tables.people }], columns };
}

/** Everybody's relatives of one kind, beside what is known of whose relatives they are; or who lives with them. */
export function readLinks(space: Space, outer: Space, around: Step, reading: Reading): Omit<Step, 'name'> {
  const { relation, of = outer } = space;
  if (relation === undefined) throw new Error('Links are of some kind.');
  const { writing } = reading.facts;
  const { people, links } = reading.tables;
  const name = (table: string, of: string): string => `${table}.${writing.name(of)}`;
  const from = { alias: 'o', from: around } as const;
  const linked = sql`${name('l', 'source')} = ${column(`o.${keyOf(of)}`)} AND ${name('l', 'relation')} = ${writing.text(relation)}`;
  const sources: readonly Source[] =
    relation === 'members'
      ? [from, joined('t', people, sql`${name('t', 'household')} = ${column(`o.${householdOf(of.scope)}`)}`)]
      : [from, joined('l', links, linked), joined('t', people, plain(`${name('t', 'row')} = ${name('l', 'target')}`))];
  const columns = new Map<string, Column>([
    ...handedOn('o', around.columns.keys()),
    [keyOf(space), { sql: plain(name('t', 'row')), isMade: false }],
    [householdOf(space.scope), { sql: plain(name('t', 'household')), isMade: false }],
    ...factColumns(space, reading),
  ]);
  return { sources, columns };
}

/** The facts of the space's people that the rule reads, and where they are not known. */
function factColumns({ scope }: Space, { facts, bits, leaves }: Reading): [string, Column][] {
  return leaves.filter((leaf) => leaf.scope === scope).flatMap((leaf) => columnsOf(leaf, facts, bits));
}

/** A date's day is not known where the column has 0 for it; its month still is. */
function columnsOf(leaf: NodeOf<'fact'>, { writing, open }: NodeFacts, bits: GapBits): [string, Column][] {
  const { fact, type, view } = leaf;
  const stored = `t.${writing.name(fact)}`;
  const isOpen = open.has(leaf);
  const mayLackDay = isOpen && type === 'date' && view === 'whole';
  const withoutDay = `WHEN ${stored} % 32 = 0 THEN`;
  const known = mayLackDay ? `CASE WHEN ${stored} IS NULL THEN NULL ${withoutDay} NULL ELSE ${stored} END` : stored;
  const value = view === 'month' ? `(${stored} ${writing.divide} 32)` : known;
  const made = (text: string): Column => ({ sql: plain(text), isMade: mayLackDay });
  const column: [string, Column] = [valueColumn(leaf), { ...made(value), comment: fact }];
  if (!isOpen) return [column];
  const nothing = `WHEN ${stored} IS NULL THEN CAST(${bits.mask(fact)} AS ${writing.types.integer})`;
  const onlyMonth = mayLackDay ? ` ${withoutDay} ${bits.mask(fact, true)}` : '';
  return [column, [gapColumn(leaf), made(`CASE ${nothing}${onlyMonth} ELSE 0 END`)]];
}
