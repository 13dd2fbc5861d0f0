import type { Day } from '../../../values/day.ts';
import type { CheckedRule } from '../../check/rule/rule.ts';
import type { Period } from '../../pack/period.ts';
import { Lowering, type Shared } from './lower.ts';
import { Builder, type Graph } from '../node.ts';
import { reasonNodes } from './reasons.ts';

/** Lowers a rule for one period, asked on one day; its parameters still stand in it by name. */
export function lowerRule(rule: CheckedRule, period: Period, on: Day): Graph {
  const build = new Builder();
  const shared: Shared = { build, period, on, parameters: new Map(), limits: [] };
  const lowering = new Lowering(shared, rule);
  const steps = rule.lets.flatMap(({ name }) => {
    const lowered = lowering.step(name);
    return lowered.kind === 'scalar' ? [{ name, node: lowered.node, denominator: lowered.denominator }] : [];
  });
  return {
    builder: build,
    parameters: shared.parameters,
    eligible: lowering.scalar(rule.eligible).node,
    amount: lowering.scalar(rule.amount).node,
    steps,
    reasons: reasonNodes(lowering),
    limits: shared.limits,
  };
}
