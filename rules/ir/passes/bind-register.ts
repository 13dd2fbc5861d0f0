import type { RegisterInfo } from '../../columns/shard.ts';
import type { Graph, Node, Scope } from '../node.ts';
import { rewritten } from './rewrite.ts';

/**
 * Fits a graph to one register: texts become their codes in its dictionary, what it does not hold becomes unknown, and a date's month is
 * taken from the date where every day is known.
 */
export function boundToRegister(graph: Graph, register: RegisterInfo): Graph {
  const codes = new Map(register.dictionary.map((text, code) => [text, BigInt(code)]));
  /** A text that no row has gets a code that no row has, each its own. */
  const codeOf = (text: string): bigint => {
    const known = codes.get(text) ?? -2n - BigInt(codes.size);
    codes.set(text, known);
    return known;
  };
  const unseen = (scope: Scope): string | undefined => {
    const relation = scope.outer?.relation;
    if (relation === undefined) return undefined;
    return (relation === 'members' ? register.householdsKnown : register.linksKnown) ? undefined : relation;
  };
  return rewritten(graph, (build, node, _args, scopeOf) => {
    if (node.op === 'constant' && typeof node.value === 'string') return build.constant(codeOf(node.value));
    if (node.op === 'aggregate') {
      const relation = unseen(node.over);
      return relation === undefined ? undefined : build.unknown(node.sort, relation);
    }
    if (node.op !== 'fact') return undefined;
    const column = register.columns.get(node.fact);
    if (column === undefined || column.least === undefined) return build.unknown(node.sort, node.fact);
    const whole = build.fact(scopeOf(node.scope), node.fact, node.type, 'whole');
    return node.view === 'month' && column.onlyMonth === 0 ? build.divide('floor-divide', whole, 32n) : undefined;
  });
}

/** Which nodes may not be known, given which columns have gaps. Operands stand before their users in `nodes`. */
export function maybeUnknown(nodes: readonly Node[], register: RegisterInfo): ReadonlySet<Node> {
  const open = new Set<Node>();
  for (const node of nodes) {
    const isOpen =
      node.op === 'unknown' ||
      (node.op === 'fact' ? hasGaps(register, node.fact, node.view) : node.args.some((arg) => open.has(arg)));
    if (isOpen) open.add(node);
  }
  return open;
}

function hasGaps(register: RegisterInfo, fact: string, view: 'whole' | 'month'): boolean {
  const column = register.columns.get(fact);
  return column === undefined || column.unknown > 0 || (view === 'whole' && column.onlyMonth > 0);
}
