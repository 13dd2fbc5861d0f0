import type { RegisterInfo } from '../../columns/shard.ts';
import { maybeUnknown } from './bind-register.ts';
import { type Graph, reachable, rootsOf } from '../node.ts';
import { rewritten } from './rewrite.ts';

/**
 * Drops what guards against the unknown where nothing can be unknown: there `both` is `and`, `needs` only its second, and an `if` of two
 * equal branches that branch.
 */
export function simplerWhereKnown(graph: Graph, register: RegisterInfo): Graph {
  const open = maybeUnknown(reachable(rootsOf(graph)), register);
  return rewritten(graph, (build, node, [a, b, c]) => {
    if (a === undefined || b === undefined) return undefined;
    if (node.op === 'both' && !open.has(node)) return build.binary('and', a, b);
    const [needed] = node.args;
    if (needed === undefined || open.has(needed)) return undefined;
    if (node.op === 'select') return b === c ? b : undefined;
    return node.op === 'needs' ? b : undefined;
  });
}
