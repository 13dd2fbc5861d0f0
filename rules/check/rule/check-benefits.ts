import type { Period } from '../../pack/period.ts';
import { fault, textOf } from '../../pack/text/shape.ts';
import type { YamlNode } from '../../pack/text/yaml-node.ts';
import { nearest } from '../tell/nearest.ts';
import type { Report } from '../tell/report.ts';
import type { CheckedBenefit } from './rule.ts';

/** The policies that a pack may refer to. */
export interface KnownPolicies {
  /** By policy: those that are without a fault. */
  readonly sound: ReadonlyMap<string, CheckedBenefit>;
  /** All there are; one that is not sound has faults of its own, which are told there. */
  readonly named: ReadonlySet<string>;
}

export const noPolicies: KnownPolicies = { sound: new Map(), named: new Set() };

/** Whether the policy is known and sound; otherwise that is reported at the place. */
export function isSound(report: Report, policies: KnownPolicies, policy: string, at: YamlNode): boolean {
  if (policies.sound.has(policy)) return true;
  const values = { policy };
  if (policies.named.has(policy)) fault(report, at, 'faulty-benefit', { values });
  else fault(report, at, 'unknown-benefit', { values, didYouMean: nearest(policy, policies.named) });
  return false;
}

/** The policy that `national: cn/some-policy` refers to, if it covers every period of the rule. */
export function readBenefit(
  report: Report,
  policies: KnownPolicies,
  periods: readonly Period[],
  node: YamlNode,
): CheckedBenefit | undefined {
  const policy = textOf(report, node);
  if (policy === undefined || !isSound(report, policies, policy, node)) return undefined;
  const benefit = policies.sound.get(policy);
  const covered = new Set(benefit?.periods.map(({ text }) => text));
  const uncovered = periods.find(({ text }) => !covered.has(text));
  if (uncovered !== undefined)
    return fault(report, node, 'benefit-period-not-covered', { values: { policy, period: uncovered.text } });
  return benefit;
}
