import type { Day } from '../../values/day.ts';
import type { CheckedRule } from '../check/rule/rule.ts';
import { foldNode } from '../ir/passes/fold.ts';
import { onceForHouseholds } from '../ir/passes/households.ts';
import { lowerRule } from '../ir/lower/lower-rule.ts';
import type { Builder, Graph, Node } from '../ir/node.ts';
import { withParameters } from '../ir/passes/parameters.ts';
import { type Rewrite, rewritten } from '../ir/passes/rewrite.ts';
import type { Period } from '../pack/period.ts';

/** Gaps of an unknown that hangs on several, as one text. */
const between = ',';

/** What an `unknown` node hangs on. */
export function gapsNamed(gap: string): readonly string[] {
  return gap.split(between);
}

function mergedUnknown(build: Builder, node: Node, args: readonly Node[]): Node {
  const gaps = args.flatMap((arg) => (arg.op === 'unknown' ? gapsNamed(arg.gap) : []));
  return build.unknown(node.sort, [...new Set(gaps)].toSorted().join(between));
}

/** What hangs on nobody and is not known stays so in everything that is made of it alone. */
function foldUnknown(build: Builder, node: Node, args: readonly Node[]): Node | undefined {
  const [first] = args;
  const isGround = args.every(({ op }) => op === 'constant' || op === 'unknown');
  if (first === undefined || !isGround || !args.some(({ op }) => op === 'unknown')) return undefined;
  if (node.op === 'aggregate' || (node.op === 'select' && first.op === 'constant')) return undefined;
  return mergedUnknown(build, node, node.op === 'needs' && first.op === 'unknown' ? [first] : args);
}

/** Folds as every back end does, and the unknown too. */
const foldAll: Rewrite = (build, node, args, scopeOf) =>
  foldNode(build, node, args, scopeOf) ?? foldUnknown(build, node, args);

const withoutLinks: Rewrite = (build, node) => {
  const relation = node.op === 'aggregate' ? node.over.outer?.relation : undefined;
  return relation === undefined || relation === 'members' ? undefined : build.unknown(node.sort, relation);
};

/** The graph that a query is made of: `linksKnown` tells whether the table of links is there. */
export function graphForSql(rule: CheckedRule, period: Period, on: Day, linksKnown: boolean): Graph {
  const bound = withParameters({ ...lowerRule(rule, period, on), reasons: [] }, period, on);
  const seen = linksKnown ? bound : rewritten(bound, withoutLinks);
  return onceForHouseholds(rewritten(seen, foldAll));
}
