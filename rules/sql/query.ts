import type { Day } from '../../values/day.ts';
import type { Bilingual } from '../../values/language.ts';
import type { CheckedRule } from '../check/rule.ts';
import { inexactFacts } from '../ir/exactness.ts';
import { mixedLoop } from '../ir/mixed-loops.ts';
import { beyondBits, outsideLimits } from '../ir/limits.ts';
import { type Graph, type Node, type NodeOf, reachable } from '../ir/node.ts';
import { type FactRange, type MostElements, rangesOf } from '../ir/ranges.ts';
import type { Period } from '../pack/period.ts';
import { planOf } from '../plan/plan.ts';
import { assumedMost, assumedRange } from './assumed.ts';
import { type Dialect, writings } from './dialect.ts';
import { GapBits, gapParts, gapsTogether } from './gaps.ts';
import { graphForSql } from './graph.ts';
import { type Column, written } from './relation.ts';
import type { NodeFacts } from './scalar.ts';
import { Steps } from './steps.ts';
import { column, plain, type Sql, sql } from './text.ts';

export interface QueryOptions {
  /** In which schema `people` and `links` are. */
  readonly schema?: string;
  /** Facts of which every value is known, and of dates every day; `household` where everybody's is. Makes the query shorter. */
  readonly complete?: ReadonlySet<string>;
  /** Absent: the table of links is there. */
  readonly linksKnown?: boolean;
  /** What the numbers lie between, and of how many an aggregate is at most, where it is known better than the guide says. */
  readonly ranges?: { readonly facts: FactRange; readonly most: MostElements };
}

export type QueryMade =
  | { readonly kind: 'query'; readonly text: string }
  /** It can't be written exactly, and why; explain still determines everybody. */
  | { readonly kind: 'refused'; readonly words: Bilingual };

/** Which nodes may not be known, that is NULL. */
function openNodes(nodes: readonly Node[], complete: ReadonlySet<string>): ReadonlySet<Node> {
  const open = new Set<Node>();
  for (const node of nodes) {
    const isOpen =
      node.op === 'unknown' ||
      (node.op === 'fact' && !complete.has(node.fact)) ||
      (asksHousehold(node) && !complete.has('household')) ||
      node.args.some((arg) => open.has(arg));
    if (isOpen) open.add(node);
  }
  return open;
}

function isFact(node: Node): node is NodeOf<'fact'> {
  return node.op === 'fact';
}

/** One query for a rule, a period and the day on which one asks: a row for each subject. The guide for warehouses tells the tables and columns. */
export function queryFor(
  rule: CheckedRule,
  period: Period,
  on: Day,
  dialect: Dialect,
  options: QueryOptions = {},
): QueryMade {
  const { complete = new Set(), linksKnown = true, ranges: told } = options;
  const mixed = mixedLoop(rule);
  if (mixed !== undefined) return { kind: 'refused', words: mixed };
  const graph = graphForSql(rule, period, on, linksKnown);
  const { eligible, amount, builder } = graph;
  const nodes = reachable([eligible, amount]);
  const ranges = rangesOf(
    reachable([eligible, amount, ...graph.limits.map(({ node }) => node)]),
    told?.facts ?? assumedRange,
    told?.most ?? assumedMost,
  );
  const refused = outsideLimits(graph, ranges, asSql) ?? beyondBits(graph, ranges, mostBits, asSql);
  if (refused !== undefined) return { kind: 'refused', words: refused };
  const plan = planOf(builder, [{ name: 'outcome', nodes: [eligible, amount] }]);
  const writing = writings[dialect];
  const bits = GapBits.of(nodes, nodes.some(asksHousehold) ? ['members'] : []);
  if (bits === undefined) return { kind: 'refused', words: tooManyFacts };
  const table = (name: string): string =>
    options.schema === undefined ? writing.name(name) : `${writing.name(options.schema)}.${writing.name(name)}`;
  const facts: NodeFacts = { writing, open: openNodes(nodes, complete), ranges };
  const steps = new Steps(
    plan,
    nodes.filter(isFact),
    facts,
    bits,
    { people: table('people'), links: table('links'), householdsKnown: complete.has('household') },
    new Map(graph.steps.map(({ name, node }) => [node, name])),
  );
  return { kind: 'query', text: withResult(graph, steps, facts, bits) };
}

const asSql = { zh: '写成 SQL', en: 'written as SQL' };
/** What is taken apart on the way to a result may be twice as great. */
const mostBits = 62n;

const tooManyFacts: Bilingual = {
  zh: '这条规则用到的事实太多，一条 SQL 记不下缺了哪些，因此不能写成 SQL。',
  en: 'The rule uses more facts than one query can tell to be missing, so it is not written as SQL.',
};

function asksHousehold(node: Node): boolean {
  return node.op === 'aggregate' && node.over.outer?.relation === 'members';
}

/** The last step: outcome, amount, what is missing, and whether explain is to settle it. */
function withResult({ eligible, amount, ...graph }: Graph, steps: Steps, facts: NodeFacts, bits: GapBits): string {
  const { writing, open } = facts;
  const [isEligible, isOpen] = [steps.value(eligible), [eligible, amount].map((node) => open.has(node))];
  const paid = steps.value(amount);
  const gapsIn = (...nodes: readonly Node[]): Sql =>
    gapsTogether(nodes.flatMap((node) => [...gapParts(node, open, bits)]));
  const unless = isOpen[0] === true ? sql`WHEN ${isEligible} IS NULL THEN ${gapsIn(eligible, amount)} ` : plain('');
  const before = steps.finish([
    { name: 'e', sql: isEligible },
    { name: 'a', sql: paid },
    { name: 'm', sql: sql`CASE ${unless}WHEN NOT ${isEligible} THEN 0 ELSE ${gapsIn(amount)} END` },
  ]);
  const inexact = inexactFacts({ eligible, amount, ...graph });
  const settled = bits.bits
    .filter(({ name, isOnlyMonth }) => isOnlyMonth || name === 'members' || inexact.has(name))
    .reduce((mask, bit) => mask | bit.mask, 0n);
  const made = (text: Sql): Column => ({ sql: text, isMade: true });
  const [e, a, m] = ['e', 'a', 'm'].map(column) as [Sql, Sql, Sql];
  const whenOpen = (test: Sql, then: string, place: number): Sql =>
    isOpen[place] === true ? sql`WHEN ${test} IS NULL THEN ${then} ` : plain('');
  const undetermined = "'undetermined'";
  const names = isOpen.includes(true)
    ? bits.named().map(([name, mask]) => sql`CASE WHEN (${m} & ${String(mask)}) <> 0 THEN ${writing.text(name)} END`)
    : [];
  const missing = names.reduce((list, name) => sql`${list},\n    ${name}`, plain("concat_ws(','"));
  const columns = new Map<string, Column>([
    [writing.name('row'), made(column('e1'))],
    ['id', { sql: column('id'), isMade: false }],
    [
      'outcome',
      made(
        sql`CASE ${whenOpen(e, undetermined, 0)}WHEN NOT ${e} THEN 'not-eligible' ${whenOpen(a, undetermined, 1)}ELSE 'eligible' END`,
      ),
    ],
    ['amount_fen', made(sql`CASE ${whenOpen(e, 'NULL', 0)}WHEN ${e} THEN ${a} ELSE NULL END`)],
    ['missing', made(names.length === 0 ? plain("''") : sql`${missing})`)],
    ['settle', made(settled === 0n || names.length === 0 ? plain('FALSE') : sql`((${m} & ${String(settled)}) <> 0)`)],
  ]);
  const last = { name: '', sources: [{ alias: 'p', from: before }], columns, where: column('subject') };
  return `${written([...steps.made, last], writing.fence)}\n`;
}
