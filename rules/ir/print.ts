import { dateText } from './lower/encode.ts';
import { type Graph, type Node, reachable, rootsOf, type Scope } from './node.ts';

/**
 * `subject`, `household`, or the way from the subject: `subject.parents`. Where a loop within a loop speaks of both, the people of both:
 * `(subject.children, subject.parents)`.
 */
function scopeText({ outer, depth }: Scope): string {
  if (outer === undefined) return 'household';
  if (depth === 1) return 'subject';
  const own = `${scopeText(outer.of)}.${outer.relation}`;
  return outer.of === outer.scope ? own : `(${scopeText(outer.scope)}, ${own})`;
}

const infix: Readonly<Partial<Record<Node['op'], string>>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  equal: '=',
  less: '<',
  'at-most': '<=',
  and: 'and',
  or: 'or',
};

function operationText(node: Node, name: (node: Node) => string): string {
  const [a, b] = node.args.map(name);
  const sign = infix[node.op];
  if (sign !== undefined) return `${a} ${sign} ${b}`;
  if (node.op === 'constant') return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value);
  if (node.op === 'fact') return `${scopeText(node.scope)}.${node.fact}${node.view === 'month' ? ' (its month)' : ''}`;
  if (node.op === 'unknown') return `not known: ${node.gap}`;
  if (node.op === 'parameter') return `parameter ${node.key}`;
  if (node.op === 'parameter-at') return `parameter ${node.key} at ${a}`;
  if (node.op === 'floor-divide') return `floor(${a} / ${node.by})`;
  if (node.op === 'modulo') return `${a} mod ${node.by}`;
  if (node.op !== 'aggregate') return `${node.op}(${node.args.map(name).join(', ')})`;
  const over = node.over.depth === 1 ? 'household.members' : scopeText(node.over);
  return `${node.aggregation} over ${over} of ${a}${b === undefined ? '' : ` where ${b}`}`;
}

/** The graph as text: a line for each node, operands above their users; constants and facts stand where they are used. */
export function printGraph(graph: Graph): string {
  const nodes = reachable(rootsOf(graph));
  const inline = (node: Node): boolean => node.op === 'constant' || node.op === 'fact' || node.op === 'parameter';
  const names = new Map<Node, string>();
  const name = (node: Node): string => names.get(node) ?? (inline(node) ? operationText(node, name) : `%${node.id}`);
  const steps = new Map(graph.steps.map(({ name: step, node }) => [node, step]));
  const lines: string[] = [];
  for (const node of nodes) {
    const step = steps.get(node);
    const own = `%${node.id}`;
    if (inline(node) && step === undefined) continue;
    const note = step === undefined ? '' : `  ; ${step}`;
    lines.push(
      `${own.padEnd(6)} ${node.sort.padEnd(8)} ${scopeText(node.scope).padEnd(10)} ${operationText(node, name)}${note}`,
    );
  }
  const shown = (label: string, node: Node): string => `${label}: ${name(node)}`;
  const limits = graph.limits
    .filter(({ node }) => !inline(node))
    .map(({ node, least, greatest, text }) => {
      const [from, to] =
        greatest > 200_000n ? [dateText(least), dateText(greatest)] : [String(least), String(greatest)];
      return `within ${from} … ${to}: ${name(node)}  ; ${text}`;
    });
  return [
    ...lines,
    '',
    shown('eligible', graph.eligible),
    shown('amount', graph.amount),
    ...graph.reasons.map(({ code, when }) => shown(`reason ${code}`, when)),
    ...limits,
    '',
  ].join('\n');
}
