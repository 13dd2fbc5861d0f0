import type { Node, NodeOf } from '../ir/node.ts';
import type { Plan, Space, Stage } from '../plan/plan.ts';
import { aggregateGaps, aggregateSql, emptyAggregate } from './aggregates.ts';
import { gapColumn, gapDefinition, type GapBits } from './gaps.ts';
import type { Column, Source, Step } from './relation.ts';
import { namedNodes } from './named.ts';
import {
  handedOn,
  householdOf,
  keyOf,
  keysOf,
  readLinks,
  readRows,
  type Reading,
  type Tables,
  valueColumn,
} from './read-tables.ts';
import { literal, type NodeFacts, operationSql } from './scalar.ts';
import { column, plain, type Sql, sql } from './text.ts';

/** What a column is made of before it is one. */
interface Definition {
  readonly name: string;
  readonly sql: Sql;
  readonly comment?: string;
}

/** Turns the stages of a plan into steps of a query, one after the other. */
export class Steps {
  readonly made: Step[] = [];
  readonly #plan: Plan;
  readonly #reading: Reading;
  readonly #facts: NodeFacts;
  readonly #bits: GapBits;
  readonly #tables: Tables;
  readonly #comments: ReadonlyMap<Node, string>;
  /** Values that have a column of their own. */
  readonly #named: ReadonlySet<Node>;
  readonly #current = new Map<Space, Step>();
  readonly #sums = new Map<Node, Step>();
  readonly #inline = new Map<Node, Sql>();

  constructor(plan: Plan, reading: Reading, comments: ReadonlyMap<Node, string>) {
    this.#plan = plan;
    this.#reading = reading;
    this.#facts = reading.facts;
    this.#bits = reading.bits;
    this.#tables = reading.tables;
    this.#comments = comments;
    this.#named = namedNodes(plan, reading.facts);
    for (const stage of plan.stages) this.#stage(stage);
  }

  /** A node's value, as a step of a space in which it is in sight writes it. */
  value = (node: Node): Sql => {
    if (node.op === 'fact' || node.op === 'aggregate' || this.#named.has(node)) return column(valueColumn(node));
    const known = this.#inline.get(node);
    if (known !== undefined) return known;
    const made = literal(this.#facts.writing, node) ?? operationSql(node, this.value, this.#facts);
    this.#inline.set(node, made);
    return made;
  };

  /** Ends with a step over the rows that has these definitions. */
  finish(definitions: readonly Definition[]): Step {
    const rows = this.#plan.spaces.find(({ kind }) => kind === 'rows');
    if (rows === undefined) throw new Error('A plan without rows.');
    this.#define(rows, definitions);
    return this.#here(rows);
  }

  #push(of: Space['kind'] | 'sums', step: Omit<Step, 'name'>): Step {
    const made = { name: `s${this.made.length + 1}_${of}`, ...step };
    this.made.push(made);
    return made;
  }

  #stage({ space, nodes, sums }: Stage): void {
    const aggregates = nodes.filter((node): node is NodeOf<'aggregate'> => node.op === 'aggregate');
    if (aggregates.length > 0) this.#take(space, aggregates);
    const definitions: Definition[] = [];
    for (const node of nodes) {
      if (node.op === 'aggregate') continue;
      const comment = this.#comments.get(node);
      if (this.#named.has(node))
        definitions.push({
          name: valueColumn(node),
          sql: operationSql(node, this.value, this.#facts),
          ...(comment !== undefined && { comment }),
        });
      const gaps = gapDefinition(node, this.value, this.#facts.open, this.#bits);
      if (gaps !== undefined) definitions.push({ name: gapColumn(node), sql: gaps });
    }
    this.#define(space, definitions);
    if (sums.length > 0) this.#group(space, sums);
  }

  /** Adds columns to a space, in as many steps as they rest on one another. */
  #define(space: Space, definitions: readonly Definition[]): void {
    const byName = new Map(definitions.map((one) => [one.name, one]));
    const depths = new Map<string, number>();
    const depthOf = (name: string): number => {
      const known = depths.get(name);
      if (known !== undefined) return known;
      const uses = [...(byName.get(name)?.sql.uses ?? [])].filter((use) => byName.has(use));
      const depth = 1 + Math.max(0, ...uses.map(depthOf));
      depths.set(name, depth);
      return depth;
    };
    const last = Math.max(0, ...definitions.map(({ name }) => depthOf(name)));
    this.#see(
      space,
      definitions.flatMap(({ sql: { uses } }) => [...uses]).filter((use) => !byName.has(use)),
    );
    for (let depth = 1; depth <= last; depth += 1) {
      const before = this.#here(space);
      const columns = new Map(handedOn('', before.columns.keys()));
      for (const { name, sql: text, comment } of definitions)
        if (depths.get(name) === depth) columns.set(name, { sql: text, isMade: true, ...(comment && { comment }) });
      this.#current.set(space, this.#push(space.kind, { sources: [{ alias: 'p', from: before }], columns }));
    }
  }

  /** The space's last step; the first if there is none yet. */
  #here(space: Space): Step {
    const known = this.#current.get(space);
    if (known !== undefined) return known;
    const made = this.#push(space.kind, this.#read(space));
    this.#current.set(space, made);
    return made;
  }

  #read(space: Space): Omit<Step, 'name'> {
    const { outer } = space;
    if (space.kind === 'rows') return readRows(space, this.#reading);
    if (outer === undefined) throw new Error('Links are seen from somewhere.');
    return readLinks(space, outer, this.#here(outer), this.#reading);
  }

  /** Brings into sight what spaces further out have worked out since. */
  #see(space: Space, names: readonly string[]): void {
    const before = this.#here(space);
    const lacking = names.filter((name) => !before.columns.has(name));
    const { outer } = space;
    if (lacking.length === 0) return;
    if (outer === undefined) throw new Error(`Nobody has ${lacking.join(', ')}.`);
    this.#see(outer, lacking);
    const around = this.#here(outer);
    const fresh = [...around.columns.keys()].filter((name) => !before.columns.has(name));
    const isRows = space.kind === 'rows';
    const keys = isRows ? ['h1'] : keysOf(outer);
    const columns = new Map([...handedOn('p', before.columns.keys()), ...handedOn('o', fresh)]);
    if (isRows && !this.#tables.householdsKnown)
      for (const name of fresh.filter((one) => one.startsWith('g')))
        columns.set(name, { sql: this.#withoutHousehold('p.h1', column(`o.${name}`)), isMade: true });
    const sources: Source[] = [
      { alias: 'p', from: before },
      { alias: 'o', from: around, join: { kind: isRows ? 'LEFT JOIN' : 'JOIN', on: same('o', 'p', keys) } },
    ];
    this.#current.set(space, this.#push(space.kind, { sources, columns }));
  }

  #withoutHousehold(household: string, otherwise: Sql): Sql {
    const mask = String(this.#bits.mask('members'));
    return sql`CASE WHEN ${column(household)} IS NULL THEN ${mask} ELSE ${otherwise} END`;
  }

  /** Sums up the elements of a space for the elements of the space around. */
  #group(space: Space, sums: readonly NodeOf<'aggregate'>[]): void {
    const { outer } = space;
    if (outer === undefined) throw new Error('An aggregate runs over a relation.');
    const columns = new Map<string, Column>();
    for (const node of sums) {
      const gaps = aggregateGaps(node, this.value, this.#facts, this.#bits);
      columns.set(valueColumn(node), { sql: aggregateSql(node, this.value, this.#facts), isMade: true });
      if (gaps !== undefined) columns.set(gapColumn(node), { sql: gaps, isMade: true });
    }
    this.#see(
      space,
      [...columns.values()].flatMap(({ sql: { uses } }) => [...uses]),
    );
    const keys = keysOf(outer);
    const step = this.#push('sums', {
      sources: [{ alias: 'p', from: this.#here(space) }],
      columns: new Map([...handedOn('', keys), ...columns]),
      groupBy: keys.map(column),
      ...(space.kind === 'rows' && !this.#tables.householdsKnown && { where: sql`${column('h1')} IS NOT NULL` }),
    });
    for (const node of sums) this.#sums.set(node, step);
  }

  /** Puts to the elements of a space what was summed up for them. */
  #take(space: Space, aggregates: readonly NodeOf<'aggregate'>[]): void {
    const groups = new Map<Step, NodeOf<'aggregate'>[]>();
    for (const node of aggregates) {
      const step = this.#sums.get(node);
      if (step === undefined) throw new Error('An aggregate is read before it is summed up.');
      groups.set(step, [...(groups.get(step) ?? []), node]);
    }
    const known = this.#current.get(space);
    const isHouseholds = space.kind === 'households';
    // Every household has somebody in it: the first sums are the households.
    const [first] = groups.keys();
    const before = isHouseholds ? (known ?? first) : this.#here(space);
    if (before === undefined) throw new Error('Nothing was summed up.');
    const sources: Source[] = [{ alias: 'p', from: before }];
    const columns = new Map(handedOn('p', known === undefined && isHouseholds ? ['h1'] : before.columns.keys()));
    for (const [step, nodes] of groups) {
      const alias = step === before ? 'p' : `a${sources.length}`;
      if (step !== before)
        sources.push({
          alias,
          from: step,
          join: { kind: isHouseholds ? 'JOIN' : 'LEFT JOIN', on: same(alias, 'p', keysOf(space)) },
        });
      for (const node of nodes)
        for (const [name, made] of this.#taken(space, alias, step, node)) columns.set(name, made);
    }
    this.#current.set(space, this.#push(space.kind, { sources, columns }));
  }

  /** Nobody to sum up gives nothing; a household that is not known, nothing known. */
  #taken(space: Space, alias: string, step: Step, node: NodeOf<'aggregate'>): [string, Column][] {
    const [value, gaps] = [valueColumn(node), gapColumn(node)];
    const comment = this.#comments.get(node);
    const made = (text: Sql): Column => ({ sql: text, isMade: true, ...(comment !== undefined && { comment }) });
    const summed = column(`${alias}.${value}`);
    const summedGaps = step.columns.has(gaps) ? column(`${alias}.${gaps}`) : plain('0');
    const isOpen = this.#facts.open.has(node);
    if (space.kind === 'households')
      return [[value, made(summed)], ...(isOpen ? [[gaps, made(summedGaps)] as [string, Column]] : [])];
    if (node.over.outer?.relation === 'members') {
      const told = this.#tables.householdsKnown
        ? summedGaps
        : this.#withoutHousehold(`p.${householdOf(node.over.outer.of)}`, summedGaps);
      return [[value, made(summed)], ...(isOpen ? [[gaps, made(told)] as [string, Column]] : [])];
    }
    const isNobody = sql`${column(`${alias}.${keyOf(space)}`)} IS NULL`;
    const orNone = sql`CASE WHEN ${isNobody} THEN ${emptyAggregate(node, this.#facts)} ELSE ${summed} END`;
    const orNoGaps = sql`CASE WHEN ${isNobody} THEN 0 ELSE ${summedGaps} END`;
    return [[value, made(orNone)], ...(isOpen ? [[gaps, made(orNoGaps)] as [string, Column]] : [])];
  }
}

function same(a: string, b: string, keys: readonly string[]): Sql {
  const [first, ...rest] = keys.map((key) => sql`${column(`${a}.${key}`)} = ${column(`${b}.${key}`)}`);
  if (first === undefined) throw new Error('Nothing to join by.');
  return rest.reduce((left, right) => sql`${left} AND ${right}`, first);
}
