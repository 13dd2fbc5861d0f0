import type { Node, NodeOf } from '../ir/node.ts';
import { gapParts, type GapBits, gapsTogether } from './gaps.ts';
import type { NodeFacts } from './scalar.ts';
import { plain, type Sql, sql } from './text.ts';

/** How an aggregate's elements are told apart: the greatest of them is what the whole is. */
const element = { neither: 0, unknown: 1, settling: 2, guardUnknown: 3 } as const;

interface Parts {
  readonly body: Node;
  readonly guard: Node | undefined;
}

function partsOf({ args }: NodeOf<'aggregate'>): Parts {
  const [body, guard] = args;
  if (body === undefined) throw new Error('An aggregate has a body.');
  return { body, guard };
}

/** `WHEN` parts for elements of which it is not known whether they count, and those that don't. */
function guarded({ guard }: Parts, of: (node: Node) => Sql, open: ReadonlySet<Node>, whenUnknown: number): Sql {
  if (guard === undefined) return plain('');
  const notKnown = open.has(guard) ? sql`WHEN ${of(guard)} IS NULL THEN ${String(whenUnknown)} ` : plain('');
  return sql`${notKnown}WHEN NOT ${of(guard)} THEN 0 `;
}

function guardUnknown({ guard }: Parts, of: (node: Node) => Sql, open: ReadonlySet<Node>): Sql {
  if (guard === undefined || !open.has(guard)) return plain('0');
  return sql`CASE WHEN ${of(guard)} IS NULL THEN ${String(element.guardUnknown)} ELSE 0 END`;
}

function ranked(node: NodeOf<'aggregate'>, of: (node: Node) => Sql, { open }: NodeFacts): Sql {
  const parts = partsOf(node);
  const { body } = parts;
  const value = of(body);
  if (node.aggregation === 'sum' && !open.has(body)) return sql`max(${guardUnknown(parts, of, open)})`;
  const before = guarded(parts, of, open, element.guardUnknown);
  const unknown = open.has(body) ? sql`WHEN ${value} IS NULL THEN ${String(element.unknown)} ` : plain('');
  const [yes, no] = node.aggregation === 'some' ? [element.settling, 0] : [0, element.settling];
  const last =
    node.aggregation === 'sum' ? plain('0') : sql`CASE WHEN ${value} THEN ${String(yes)} ELSE ${String(no)} END`;
  const tests = sql`${before}${unknown}`;
  return tests.text === '' ? sql`max(${last})` : sql`max(CASE ${tests}ELSE ${last} END)`;
}

function summed(node: NodeOf<'aggregate'>, of: (node: Node) => Sql, { open, writing }: NodeFacts): Sql {
  const parts = partsOf(node);
  const value = of(parts.body);
  const before = guarded(parts, of, open, 0);
  const counted = before.text === '' ? value : sql`CASE ${before}ELSE ${value} END`;
  return sql`CAST(sum(${counted}) AS ${writing.types.integer})`;
}

/** What an aggregate over a relation with at least one element comes to: in a step that groups the elements by whose they are. */
export function aggregateSql(node: NodeOf<'aggregate'>, of: (node: Node) => Sql, facts: NodeFacts): Sql {
  const { open } = facts;
  const mayFail = node.args.some((arg) => open.has(arg));
  if (node.aggregation === 'sum') {
    const sum = summed(node, of, facts);
    return mayFail ? sql`CASE WHEN ${ranked(node, of, facts)} > 0 THEN NULL ELSE ${sum} END` : sum;
  }
  const rank = ranked(node, of, facts);
  const settled = node.aggregation === 'some' ? 'TRUE' : 'FALSE';
  const otherwise = node.aggregation === 'some' ? 'FALSE' : 'TRUE';
  const unknown = mayFail ? `WHEN ${element.guardUnknown} THEN NULL WHEN ${element.unknown} THEN NULL ` : '';
  return sql`CASE ${rank} ${unknown}WHEN ${String(element.settling)} THEN ${settled} ELSE ${otherwise} END`;
}

/** Of no element. */
export function emptyAggregate({ aggregation }: NodeOf<'aggregate'>, { writing }: NodeFacts): string {
  if (aggregation === 'sum') return `CAST(0 AS ${writing.types.integer})`;
  return aggregation === 'some' ? 'FALSE' : 'TRUE';
}

/** What it hangs on: where it is open which elements count, on that alone; else on those that count and are not known. */
export function aggregateGaps(
  node: NodeOf<'aggregate'>,
  of: (node: Node) => Sql,
  facts: NodeFacts,
  bits: GapBits,
): Sql | undefined {
  const { open } = facts;
  const parts = partsOf(node);
  const { body, guard } = parts;
  if (!node.args.some((arg) => open.has(arg))) return undefined;
  const own = (one: Node): Sql => gapsTogether(gapParts(one, open, bits));
  const before = guarded(parts, of, open, 0);
  const inBody = !open.has(body)
    ? plain('0')
    : before.text === ''
      ? sql`bit_or(${own(body)})`
      : sql`bit_or(CASE ${before}ELSE ${own(body)} END)`;
  const inGuards = guard !== undefined && open.has(guard) ? sql`bit_or(${own(guard)})` : undefined;
  if (node.aggregation === 'sum')
    return inGuards === undefined ? inBody : sql`CASE WHEN ${inGuards} <> 0 THEN ${inGuards} ELSE ${inBody} END`;
  const ofGuards = inGuards === undefined ? plain('') : sql`WHEN ${String(element.guardUnknown)} THEN ${inGuards} `;
  return sql`CASE ${ranked(node, of, facts)} ${ofGuards}WHEN ${String(element.unknown)} THEN ${inBody} ELSE 0 END`;
}
