import { unreachable } from '../../../values/unreachable.ts';
import { Builder, type Graph, type Node, reachable, rootsOf, type Scope } from '../node.ts';

/** Makes the same node again over other operands. */
export function remade(build: Builder, node: Node, args: readonly Node[], scopeOf: (scope: Scope) => Scope): Node {
  const at = (index: number): Node => {
    const found = args[index];
    if (found === undefined) throw new Error(`${node.op} lacks an operand.`);
    return found;
  };
  switch (node.op) {
    case 'constant':
      return build.constant(node.value);
    case 'fact':
      return build.fact(scopeOf(node.scope), node.fact, node.type, node.view);
    case 'unknown':
      return build.unknown(node.sort, node.gap);
    case 'parameter':
      return build.parameter(node.key, node.sort);
    case 'parameter-at':
      return build.parameterAt(node.key, node.sort, node.unit, at(0));
    case 'negate':
    case 'absolute':
    case 'not':
      return build.unary(node.op, at(0));
    case 'floor-divide':
    case 'modulo':
      return build.divide(node.op, at(0), node.by);
    case 'select':
      return build.select(at(0), at(1), at(2));
    case 'aggregate':
      return build.aggregate(node.aggregation, scopeOf(node.over), at(0), args[1]);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'minimum':
    case 'maximum':
    case 'equal':
    case 'less':
    case 'at-most':
    case 'and':
    case 'or':
    case 'both':
    case 'needs':
      return build.binary(node.op, at(0), at(1));
  }
  return unreachable(node);
}

/** What a pass makes of one node, given its operands as the pass left them; undefined: the same node again. */
export type Rewrite = (
  build: Builder,
  node: Node,
  args: readonly Node[],
  scopeOf: (scope: Scope) => Scope,
) => Node | undefined;

/** Rebuilds a graph from its leaves up, in a builder of its own: what is no longer used is gone, what became equal is one. */
export function rewritten(graph: Graph, rewrite: Rewrite): Graph {
  const build = new Builder();
  const scopes = new Map<Scope, Scope>();
  const scopeOf = (scope: Scope): Scope => {
    const known = scopes.get(scope);
    if (known !== undefined) return known;
    const { outer } = scope;
    const made =
      outer === undefined
        ? build.household
        : scope.depth === 1
          ? build.subject
          : build.within(scopeOf(outer.scope), outer.relation, scopeOf(outer.of));
    scopes.set(scope, made);
    return made;
  };
  const made = new Map<Node, Node>();
  const of = (node: Node): Node => {
    const found = made.get(node);
    if (found === undefined) throw new Error('A node was used before it was rewritten.');
    return found;
  };
  for (const node of reachable(rootsOf(graph))) {
    const args = node.args.map(of);
    made.set(node, rewrite(build, node, args, scopeOf) ?? remade(build, node, args, scopeOf));
  }
  return {
    builder: build,
    parameters: graph.parameters,
    eligible: of(graph.eligible),
    amount: of(graph.amount),
    steps: graph.steps.map((step) => ({ ...step, node: of(step.node) })),
    reasons: graph.reasons.map(({ code, when }) => ({ code, when: of(when) })),
    limits: graph.limits.map((limit) => ({ ...limit, node: of(limit.node) })),
  };
}
