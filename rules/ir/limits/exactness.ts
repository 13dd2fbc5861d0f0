import { type Graph, type Node, reachable, type Scope } from '../node.ts';

/** How often a fact is met on the way down from the result, counted up to 2. */
function waysToFacts(roots: readonly Node[]): ReadonlyMap<string, number> {
  const ways = new Map<Node, number>();
  const facts = new Map<string, number>();
  const add = <Key>(counts: Map<Key, number>, key: Key, more: number): void =>
    void counts.set(key, Math.min(2, (counts.get(key) ?? 0) + more));
  for (const root of roots) add(ways, root, 1);
  for (const node of reachable(roots).toReversed()) {
    const here = ways.get(node) ?? 0;
    for (const arg of node.args) add(ways, arg, here);
    if (node.op === 'fact') add(facts, node.fact, here);
  }
  return facts;
}

function conjunctsOf(root: Node): readonly Node[] {
  const all = new Set([root]);
  for (const node of all) if (node.op === 'and') for (const arg of node.args) all.add(arg);
  return [...all].filter(({ op }) => op !== 'and');
}

/**
 * The facts under a condition that is nothing but and, or, not, and some and every over the subject's own relatives, of facts that are met
 * once and may turn out either way; undefined for any other condition.
 */
function plainFacts(
  node: Node,
  scope: Scope,
  isOnce: (fact: string) => boolean,
  isInside = false,
): readonly string[] | undefined {
  const [a, b] = node.args;
  const plain = factOf(node, scope);
  if (plain !== undefined) return isOnce(plain) ? [plain] : undefined;
  if (a === undefined) return undefined;
  if (node.op === 'not') return plainFacts(a, scope, isOnce, isInside);
  if (node.op === 'aggregate') {
    const isOwn = (node.scope === scope || node.over === scope) && !isInside;
    return isOwn && node.aggregation !== 'sum' && b === undefined ? plainFacts(a, node.over, isOnce, true) : undefined;
  }
  if ((node.op !== 'and' && node.op !== 'or') || b === undefined) return undefined;
  const left = plainFacts(a, scope, isOnce, isInside);
  // Not further: what is shared would be walked through again and again.
  if (left === undefined) return undefined;
  const right = plainFacts(b, scope, isOnce, isInside);
  return right && [...left, ...right];
}

/** The fact that is a condition on its own, or a text compared with one that the rule names: it may be that one, and it may be another. */
function factOf(node: Node, scope: Scope): string | undefined {
  if (node.op === 'fact') return node.sort === 'boolean' && node.scope === scope ? node.fact : undefined;
  if (node.op !== 'equal' || !node.args.some(({ op }) => op === 'constant')) return undefined;
  const text = node.args.find((arg) => arg.op === 'fact' && (arg.type === 'text' || arg.type === 'enum'));
  return text?.op === 'fact' && text.scope === scope ? text.fact : undefined;
}

/** Facts asked of elements that an earlier filter may have left out: where that is open, explain doesn't look at them at all. */
function factsBehindFilters(nodes: readonly Node[]): readonly string[] {
  const guards = nodes.flatMap((node) => {
    if (node.op === 'aggregate') return node.args.slice(1);
    return node.op === 'needs' ? node.args.slice(0, 1) : [];
  });
  const behind = reachable(guards).flatMap((node) => (node.op === 'needs' ? node.args.slice(1) : []));
  return reachable(behind).flatMap((node) => (node.op === 'fact' ? [node.fact] : []));
}

/**
 * The facts of which three-valued logic may make too much: where one of these is among what an undetermined result hangs on, only explain,
 * which tries their values, can tell whether it matters. Where none is, and no date of which only the month is known, the result is
 * undetermined and hangs on all of them.
 *
 * Explain tries booleans and texts. One of them surely matters when it is met only once in the rule, in a condition of `eligible` that is
 * joined to the others by `and` and consists of such facts alone: the others can then be such that it decides.
 */
export function inexactFacts({ eligible, amount, builder }: Graph): ReadonlySet<string> {
  const roots = [eligible, amount];
  const nodes = reachable(roots);
  const ways = waysToFacts(roots);
  const exact = new Set(
    conjunctsOf(eligible).flatMap(
      (conjunct) => plainFacts(conjunct, builder.subject, (fact) => ways.get(fact) === 1) ?? [],
    ),
  );
  const tried = nodes.flatMap((node) =>
    node.op === 'fact' && (node.sort === 'boolean' || node.sort === 'text') && !exact.has(node.fact) ? [node.fact] : [],
  );
  return new Set([...tried, ...factsBehindFilters(nodes)]);
}
