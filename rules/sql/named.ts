import type { Node } from '../ir/node.ts';
import type { Plan, Stage } from '../plan/plan.ts';
import { type NodeFacts, timesNamed } from './scalar.ts';

/** What gets a column: whatever is read in another stage, more than once, or by its own gaps. */
export function namedNodes({ stages }: Plan, facts: NodeFacts): ReadonlySet<Node> {
  const stageOf = new Map(stages.flatMap((stage) => stage.nodes.map((node) => [node, stage] as const)));
  const times = new Map<Node, number>();
  const named = new Set<Node>();
  const read = (node: Node, by: Stage): void =>
    node.args.forEach((arg) => {
      times.set(arg, (times.get(arg) ?? 0) + timesNamed(node, facts));
      if (stageOf.get(arg) !== by) named.add(arg);
    });
  for (const stage of stages) {
    for (const node of stage.nodes) if (node.op !== 'aggregate') read(node, stage);
    for (const node of stage.sums) read(node, stage);
    for (const node of stage.results.flatMap(({ nodes }) => nodes)) named.add(node);
  }
  for (const [node, count] of times) if (count > 1) named.add(node);
  for (const { nodes } of stages)
    for (const node of nodes) if (facts.open.has(node) && ['and', 'or', 'select'].includes(node.op)) named.add(node);
  return new Set([...named].filter((node) => stageOf.has(node)));
}
