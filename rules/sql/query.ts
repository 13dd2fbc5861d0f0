import type { Day } from '../../values/day.ts';
import { inEveryLanguage, type Localized } from '../../values/language.ts';
import type { CheckedRule } from '../check/rule/rule.ts';
import { beyondBits, outsideLimits } from '../ir/limits/limits.ts';
import { type Node, type NodeOf, reachable } from '../ir/node.ts';
import { type FactRange, type MostElements, rangesOf } from '../ir/limits/ranges.ts';
import type { Period } from '../pack/period.ts';
import { planOf } from '../plan/plan.ts';
import { assumedMost, assumedRange } from './assumed.ts';
import { type Dialect, writings } from './dialect.ts';
import { GapBits } from './gaps.ts';
import { graphForSql } from './graph.ts';
import { withResult } from './result.ts';
import { words } from '../ir/words/made/all.ts';
import type { NodeFacts } from './scalar.ts';
import { Steps } from './steps.ts';

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
  | { readonly kind: 'refused'; readonly words: Localized };

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

/**
 * One query for a rule, a period and the day on which one asks: a row for each subject. The guide for warehouses tells the tables and
 * columns.
 */
export function queryFor(
  rule: CheckedRule,
  period: Period,
  on: Day,
  dialect: Dialect,
  options: QueryOptions = {},
): QueryMade {
  const { complete = new Set(), linksKnown = true, ranges: told } = options;
  const taken = [...rule.facts.keys()].find((fact) => tableColumns.has(fact));
  if (taken !== undefined) return { kind: 'refused', words: nameTaken(taken) };
  const graph = graphForSql(rule, period, on, linksKnown);
  const { eligible, amount, builder } = graph;
  const nodes = reachable([eligible, amount]);
  const ranges = rangesOf(
    reachable([eligible, amount, ...graph.limits.map(({ node }) => node)]),
    told?.facts ?? assumedRange,
    told?.most ?? assumedMost,
  );
  const refused = outsideLimits(graph, ranges, 'sql') ?? beyondBits(graph, ranges, mostBits, 'sql');
  if (refused !== undefined) return { kind: 'refused', words: refused };
  const plan = planOf(builder, [{ name: 'outcome', nodes: [eligible, amount] }]);
  const writing = writings[dialect];
  const bits = GapBits.of(nodes, nodes.some(asksHousehold) ? ['members'] : []);
  if (bits === undefined) return { kind: 'refused', words: tooManyFacts() };
  const table = (name: string): string =>
    options.schema === undefined ? writing.name(name) : `${writing.name(options.schema)}.${writing.name(name)}`;
  const facts: NodeFacts = { writing, open: openNodes(nodes, complete), ranges };
  const tables = { people: table('people'), links: table('links'), householdsKnown: complete.has('household') };
  const reading = { tables, facts, bits, leaves: nodes.filter(isFact) };
  const steps = new Steps(plan, reading, new Map(graph.steps.map(({ name, node }) => [node, name])));
  return { kind: 'query', text: withResult(graph, steps, facts, bits) };
}

/** What is taken apart on the way to a result may be twice as great. */
const mostBits = 62n;

/** Columns that `people` has for everybody. */
const tableColumns: ReadonlySet<string> = new Set(['row', 'id', 'household', 'subject']);

const nameTaken = (fact: string): Localized => inEveryLanguage(words, (w) => w.nameTaken({ fact }));

const tooManyFacts = (): Localized => inEveryLanguage(words, (w) => w.tooManyFacts);

function asksHousehold(node: Node): boolean {
  return node.op === 'aggregate' && node.over.outer?.relation === 'members';
}
