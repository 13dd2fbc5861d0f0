import type { TraceNode } from '../../../../rules/determination.ts';

/** A name of the pack (`monthsCounted`), not a formula and not a constant. */
const name = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/**
 * The lines of a trace that say something to a person: what the pack has words for, and what it gives a name. Formulas and constants between
 * them fall away, and what stood below them moves up; the same fact said twice beside itself is said once. The outermost line, the result itself,
 * stands large above the trace already.
 */
export function readableTrace(trace: TraceNode): readonly TraceNode[] {
  return linesOf(trace.children);
}

function linesOf(nodes: readonly TraceNode[]): readonly TraceNode[] {
  const lines = nodes.flatMap((node): readonly TraceNode[] => {
    if (node.operation === 'constant') return [];
    const below = linesOf(node.children);
    return node.words !== undefined || name.test(node.label) ? [{ ...node, children: below }] : below;
  });
  return lines.filter((line, index) => lines.findIndex((other) => sameLine(line, other)) === index);
}

function sameLine(a: TraceNode, b: TraceNode): boolean {
  return a.label === b.label && a.words?.zh === b.words?.zh && a.value === b.value;
}
