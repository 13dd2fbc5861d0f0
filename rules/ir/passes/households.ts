import { movedTo } from './move.ts';
import { type Builder, type Graph, isWithin, type Node, type Scope } from '../node.ts';
import { rewritten } from './rewrite.ts';

/**
 * What is asked of the subject's household, and not of how somebody in it stands to the subject, is worked out once for the household: the
 * aggregate over `child.members` becomes one over all subjects of the household, and shares with the subject whatever both compute.
 */
export function onceForHouseholds(graph: Graph): Graph {
  return rewritten(graph, (build, node, args, scopeOf) => {
    if (node.op !== 'aggregate') return undefined;
    const over = scopeOf(node.over);
    if (over !== build.within(build.subject, 'members') || !args.every((arg) => isOnlyOf(build, arg, over)))
      return undefined;
    const [body, guard] = args.map((arg) => movedTo(build, arg, over, build.subject));
    return body && build.aggregate(node.aggregation, build.subject, body, guard);
  });
}

/** Whether all facts are of the scope's person, of people seen from there, or of the household as a whole. */
function isOnlyOf(build: Builder, node: Node, scope: Scope): boolean {
  if (node.scope === build.household) return true;
  if (node.op === 'fact') return isWithin(node.scope, scope);
  if (node.op === 'aggregate' && !isSeenFrom(build, node.over, scope)) return false;
  return node.args.every((arg) => isOnlyOf(build, arg, scope));
}

/** The members of the subject are the members of each of them. */
function isSeenFrom(build: Builder, { outer }: Scope, scope: Scope): boolean {
  if (outer === undefined || !isWithin(outer.scope, scope)) return false;
  return isWithin(outer.of, scope) || (outer.of === build.subject && outer.relation === 'members');
}
