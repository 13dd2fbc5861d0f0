import { unreachable } from '../../values/unreachable.ts';
import type { Node } from '../ir/node.ts';
import type { Range } from '../ir/limits/ranges.ts';
import type { Writing } from './dialect.ts';
import { joinedBy, plain, type Sql, sql } from './text.ts';

/** What is known of the nodes when they are written. */
export interface NodeFacts {
  readonly writing: Writing;
  /** Those that may not be known, which is NULL. */
  readonly open: ReadonlySet<Node>;
  readonly ranges: ReadonlyMap<Node, Range>;
}

/** A constant, or what is never known, on its own: of the right type wherever it stands. */
export function literal({ types, text }: Writing, node: Node): Sql | undefined {
  if (node.op === 'unknown') return plain(`CAST(NULL AS ${types[node.sort]})`);
  if (node.op !== 'constant') return undefined;
  if (typeof node.value === 'string') return plain(text(node.value));
  if (typeof node.value === 'boolean') return plain(node.value ? 'TRUE' : 'FALSE');
  return plain(`CAST(${node.value} AS ${types.integer})`);
}

/** Beside a value of 64 bits a constant needs no type of its own. */
function beside(node: Node, value: Sql): Sql {
  if (node.op !== 'constant' || typeof node.value !== 'bigint') return value;
  return plain(node.value < 0n ? `(${node.value})` : String(node.value));
}

/** `WHEN a IS NULL OR b IS NULL THEN NULL`, of those that may be; nothing when none may. */
function unlessKnown(parts: readonly (readonly [Node, Sql])[], open: ReadonlySet<Node>): Sql {
  const tests = parts.filter(([node]) => open.has(node)).map(([, value]) => sql`${value} IS NULL`);
  return tests.length === 0 ? plain('') : sql`WHEN ${joinedBy(tests, ' OR ')} THEN NULL `;
}

const comparisons = { equal: '=', less: '<', 'at-most': '<=', add: '+', subtract: '-', multiply: '*' } as const;

/**
 * An operation over values already written. Strict ones are NULL by SQL's own rules, and so are AND, OR and NOT three-valued; nothing rests
 * on a condition of CASE being NULL.
 */
export function operationSql(node: Node, of: (node: Node) => Sql, { writing, open, ranges }: NodeFacts): Sql {
  const [a, b, c] = node.args;
  if (a === undefined) throw new Error(`${node.op} has no operand.`);
  const first = of(a);
  const second = (): readonly [Node, Sql] => {
    if (b === undefined) throw new Error(`${node.op} has one operand only.`);
    return [b, of(b)];
  };
  switch (node.op) {
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'equal':
    case 'less':
    case 'at-most': {
      const [other, value] = second();
      return sql`(${beside(a, first)} ${comparisons[node.op]} ${beside(other, value)})`;
    }
    case 'and':
    case 'or':
      return sql`(${first} ${node.op.toUpperCase()} ${second()[1]})`;
    case 'not':
      return sql`(NOT ${first})`;
    case 'negate':
      return sql`(-${first})`;
    case 'absolute':
      return sql`CASE ${unlessKnown([[a, first]], open)}WHEN ${first} < 0 THEN (-${first}) ELSE ${first} END`;
    case 'minimum':
    case 'maximum': {
      const parts = [[a, first], second()] as const;
      const [, value] = parts[1];
      const sign = node.op === 'minimum' ? '<=' : '>=';
      return sql`CASE ${unlessKnown(parts, open)}WHEN ${first} ${sign} ${value} THEN ${first} ELSE ${value} END`;
    }
    case 'both': {
      const parts = [[a, first], second()] as const;
      const unless = unlessKnown(parts, open);
      const both = sql`(${first} AND ${parts[1][1]})`;
      return unless.text === '' ? both : sql`CASE ${unless}ELSE ${both} END`;
    }
    case 'needs': {
      const [, value] = second();
      return open.has(a) ? sql`CASE WHEN ${first} IS NULL THEN NULL ELSE ${value} END` : value;
    }
    case 'floor-divide':
    case 'modulo': {
      const by = String(node.by);
      const isNatural = (ranges.get(a)?.least ?? -1n) >= 0n;
      const rest = isNatural ? sql`(${first} % ${by})` : sql`((${first} % ${by} + ${by}) % ${by})`;
      if (node.op === 'modulo') return rest;
      return isNatural ? sql`(${first} ${writing.divide} ${by})` : sql`((${first} - ${rest}) ${writing.divide} ${by})`;
    }
    case 'select': {
      if (b === undefined || c === undefined) throw new Error('A select has three operands.');
      return selectSql([a, first], [b, of(b)], [c, of(c)], open);
    }
    case 'constant':
    case 'fact':
    case 'unknown':
    case 'parameter':
    case 'parameter-at':
    case 'aggregate':
      throw new Error(`${node.op} is no operation over single values.`);
  }
  return unreachable(node);
}

type Written = readonly [Node, Sql];

/** When the condition is not known: the value on which both branches agree. */
function selectSql([test, condition]: Written, [a, yes]: Written, [b, no]: Written, open: ReadonlySet<Node>): Sql {
  const taken = sql`WHEN ${condition} THEN ${yes} ELSE ${no} END`;
  if (!open.has(test)) return sql`CASE ${taken}`;
  const parts = [
    [a, yes],
    [b, no],
  ] as const;
  const never = parts.some(([node]) => node.op === 'unknown') || (a.op === 'constant' && b.op === 'constant');
  const agreed = sql`CASE ${unlessKnown(parts, open)}WHEN ${yes} = ${no} THEN ${yes} ELSE NULL END`;
  return sql`CASE WHEN ${condition} IS NULL THEN ${never ? 'NULL' : agreed} ${taken}`;
}

/** How often the written operation names its operands, at most: what is named more than once gets a column. */
export function timesNamed(node: Node, { open, ranges }: NodeFacts): number {
  const [first] = node.args;
  const isOpen = node.args.some((arg) => open.has(arg));
  const isNatural = first !== undefined && (ranges.get(first)?.least ?? -1n) >= 0n;
  switch (node.op) {
    case 'absolute':
    case 'minimum':
    case 'maximum':
    case 'aggregate':
      return 3;
    case 'both':
    case 'needs':
      return isOpen ? 2 : 1;
    case 'floor-divide':
      return isNatural ? 1 : 2;
    case 'select':
      return first !== undefined && open.has(first) ? 3 : 1;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'equal':
    case 'less':
    case 'at-most':
    case 'and':
    case 'or':
    case 'not':
    case 'negate':
    case 'modulo':
    case 'constant':
    case 'fact':
    case 'unknown':
    case 'parameter':
    case 'parameter-at':
      return 1;
  }
  return unreachable(node);
}
