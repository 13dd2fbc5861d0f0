import type { Node } from '../node.ts';

/**
 * The guards of a `needs` on a `needs`, and the value behind them: where a guard is not known, what the value hangs on is not asked, only
 * what all the guards hang on. None of any other node.
 */
export function guardsOf(node: Node): { readonly guards: readonly Node[]; readonly value: Node } {
  const [guard, value] = node.args;
  if (node.op !== 'needs' || guard === undefined || value === undefined) return { guards: [], value: node };
  const inner = guardsOf(value);
  return { guards: [guard, ...inner.guards], value: inner.value };
}
