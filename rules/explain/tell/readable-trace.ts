import type { TraceNode } from '../../determination.ts';

/**
 * The lines of a trace that say something to a person: those that have words. Formulas and constants between them fall away, and what
 * stood below them moves up; the same line said twice beside itself is said once. The outermost line, the result itself, stands large
 * above the trace already.
 */
export function readableTrace(trace: TraceNode): readonly TraceNode[] {
  return linesOf(trace.children);
}

function linesOf(nodes: readonly TraceNode[]): readonly TraceNode[] {
  const lines = nodes.flatMap((node): readonly TraceNode[] => {
    const below = linesOf(node.children);
    return node.words === undefined ? below : [{ ...node, children: below }];
  });
  return lines.filter((line, index) => lines.findIndex((other) => sameLine(line, other)) === index);
}

function sameLine(a: TraceNode, b: TraceNode): boolean {
  return a.label === b.label && a.words?.['zh-CN'] === b.words?.['zh-CN'] && a.value === b.value;
}
