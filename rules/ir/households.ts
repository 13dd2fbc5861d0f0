import type { Builder, Graph, Node, Scope } from './node.ts';
import { remade, rewritten } from './rewrite.ts';

/**
 * What is asked of the subject's household, and not of how somebody in it stands to the subject, is worked out once for the household: the
 * aggregate over `child.members` becomes one over all subjects of the household, and shares with the subject whatever both compute.
 */
export function onceForHouseholds(graph: Graph): Graph {
  return rewritten(graph, (build, node, args, scopeOf) => {
    if (node.op !== 'aggregate') return undefined;
    const over = scopeOf(node.over);
    if (over !== build.within(build.subject, 'members') || !args.every((arg) => isOnlyOf(arg, over))) return undefined;
    const [body, guard] = args.map((arg) => withScope(build, arg, over, build.subject));
    return body && build.aggregate(node.aggregation, build.subject, body, guard);
  });
}

const isWithin = (scope: Scope | undefined, outer: Scope): boolean =>
  scope !== undefined && (scope === outer || isWithin(scope.outer?.scope, outer));

/** Whether all facts are of the scope's person, or of people seen from there. */
function isOnlyOf(node: Node, scope: Scope): boolean {
  if (node.op === 'fact') return isWithin(node.scope, scope);
  if (node.op === 'aggregate' && !isWithin(node.over.outer?.scope, scope)) return false;
  return node.args.every((arg) => isOnlyOf(arg, scope));
}

/** The same of another person: `from` and the scopes within it become `to` and the scopes within that. */
function withScope(build: Builder, node: Node, from: Scope, to: Scope): Node {
  const moved = (scope: Scope): Scope => {
    if (scope === from) return to;
    const { outer } = scope;
    return outer === undefined || scope === build.subject ? scope : build.within(moved(outer.scope), outer.relation);
  };
  const seen = new Map<Node, Node>();
  const visit = (one: Node): Node => {
    const known = seen.get(one);
    if (known !== undefined) return known;
    const made = remade(build, one, one.args.map(visit), moved);
    seen.set(one, made);
    return made;
  };
  return visit(node);
}
