import type { Day } from '../../values/day.ts';
import type { Localized } from '../../values/language.ts';
import { boundToRegister, maybeUnknown } from '../ir/passes/bind-register.ts';
import { folded } from '../ir/passes/fold.ts';
import { onceForHouseholds } from '../ir/passes/households.ts';
import { simplerWhereKnown } from '../ir/passes/known.ts';
import { beyondBits, outsideLimits } from '../ir/limits/limits.ts';
import { lowerRule } from '../ir/lower/lower-rule.ts';
import { type Graph, type Node, reachable, rootsOf, type Scope } from '../ir/node.ts';
import { withParameters } from '../ir/passes/parameters.ts';
import { type MostElements, type Range, rangesOf, registerMost, registerRange } from '../ir/limits/ranges.ts';
import type { CheckedRule } from '../check/rule/rule.ts';
import type { Period } from '../pack/period.ts';
import { type Plan, planOf, type Result } from '../plan/plan.ts';
import { tooCrowded } from './crowded.ts';
import type { LaneProgram } from './lanes/lanes.ts';
import { lowerToLanes } from './lanes/lower-lanes.ts';
import { reachOf } from '../check/rule/reach.ts';
import { withPackedCounters } from './lanes/pack-counters.ts';
import { outcomeResult, reasonsResult } from './results.ts';
import type { RegisterInfo } from './shard.ts';

/** A rule made ready for one register, one period and one day of asking. */
export interface ColumnProgram {
  readonly graph: Graph;
  readonly plan: Plan;
  readonly lanes: LaneProgram;
  /** Bit `n` of the results' column `reasons` stands for code `n`; those beyond 32 stand in further columns (`reasonColumns`). */
  readonly reasonCodes: readonly string[];
  /** The named steps that are written as columns of their own; ratios are over the denominator. */
  readonly steps: readonly { readonly name: string; readonly denominator: bigint }[];
  /** The widest number in it, in bits: 32, 64, or 52 where doubles hold all of them exactly. */
  readonly widest: 32 | 52 | 64;
  /** Of how many steps, from relative to relative or into a household, the rule sees people. */
  readonly reach: number;
}

export type ColumnsCompiled =
  | { readonly kind: 'program'; readonly program: ColumnProgram }
  /** The columns can't carry it out exactly, and say why; explain still can, family by family. */
  | { readonly kind: 'refused'; readonly words: Localized };

export interface ColumnsWanted {
  /** Named steps to write as columns, beside outcome, amount and reasons. */
  readonly steps?: readonly string[];
  readonly reasons?: boolean;
}

/** Numbers stay below 2^63 and above its negative, which stands for the unknown. */
const mostBits = 63n;
const safe = 2n ** 51n;

/** The passes in order, for `--show` and for the tests of each alone. */
export function graphFor(rule: CheckedRule, period: Period, on: Day): Graph {
  return onceForHouseholds(folded(withParameters(lowerRule(rule, period, on), period, on)));
}

/** Fits the graph to a register. */
function graphOn(graph: Graph, register: RegisterInfo): Graph {
  return folded(simplerWhereKnown(folded(boundToRegister(graph, register)), register));
}

/** Compiles a rule for a register, one period and one day of asking; or says why columns can't carry it out. */
export function compileColumns(
  rule: CheckedRule,
  period: Period,
  on: Day,
  register: RegisterInfo,
  wanted: ColumnsWanted = {},
): ColumnsCompiled {
  const graph = graphOn(graphFor(rule, period, on), register);
  const nodes = reachable(rootsOf(graph));
  const most = registerMost(register);
  const ranges = rangesOf(nodes, registerRange(register), most);
  const refused = outsideLimits(graph, ranges, 'columns') ?? beyondBits(graph, ranges, mostBits, 'columns');
  if (refused !== undefined) return { kind: 'refused', words: refused };
  const steps = graph.steps.filter(({ name }) => wanted.steps?.includes(name));
  const reasons = wanted.reasons === true ? graph.reasons : [];
  const results: readonly Result[] = [
    { name: outcomeResult, nodes: [graph.eligible, graph.amount] },
    ...(reasons.length > 0 ? [{ name: reasonsResult, nodes: reasons.map(({ when }) => when) }] : []),
    ...steps.map(({ name, node }) => ({ name: `step_${name}`, nodes: [node] })),
  ];
  const plan = planOf(graph.builder, results);
  const crowded = tooCrowded(plan.spaces, register);
  if (crowded !== undefined) return { kind: 'refused', words: crowded };
  const lanes = withPackedCounters(
    lowerToLanes(plan, { register, open: maybeUnknown(nodes, register), ranges }),
    ({ scope }) => Number(most(scope)),
  );
  return {
    kind: 'program',
    program: {
      graph,
      plan,
      lanes,
      reasonCodes: reasons.map(({ code }) => code),
      steps: steps.map(({ name, denominator }) => ({ name, denominator })),
      widest: widestOf(lanes, nodes, ranges, register, most),
      reach: reachOf(rule).steps,
    },
  };
}

function widestOf(
  lanes: LaneProgram,
  nodes: readonly Node[],
  ranges: ReadonlyMap<Node, Range>,
  register: RegisterInfo,
  most: MostElements,
): ColumnProgram['widest'] {
  const isWide = lanes.stages.some(({ values }) => values.some(({ lane }) => lane === 'i64'));
  if (!isWide) return 32;
  const rows = BigInt(Math.max(4096, register.largestHousehold));
  /** Of a block: everybody in it, whoever each of them sees, whoever those see. */
  const elementsOf = (scope: Scope): bigint =>
    scope.outer === undefined || scope.depth === 1 ? rows : elementsOf(scope.outer.scope) * most(scope);
  const size = ({ least, greatest }: Range): bigint => (-least > greatest ? -least : greatest);
  const fits = nodes.every((node) => {
    const range = ranges.get(node);
    if (range !== undefined && size(range) >= safe) return false;
    const [summed] = node.args;
    const body = summed && ranges.get(summed);
    // The running sum over a block stays exact too.
    return node.op !== 'aggregate' || body === undefined || size(body) * elementsOf(node.over) < safe;
  });
  return fits ? 52 : 64;
}
