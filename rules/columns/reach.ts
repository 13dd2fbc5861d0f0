import { unreachable } from '../../values/unreachable.ts';
import type { Checked } from '../check/checked.ts';
import type { CheckedRule } from '../check/rule.ts';

/**
 * Of how many steps, from relative to relative or into a household, a rule sees people, the benefits that it refers to included: whoever
 * explains it needs everybody within so many. Taken from the rule as written, since what the passes fold away explain still looks at.
 */
export function reachOf(rule: CheckedRule): number {
  const walk = new Walk(rule);
  for (const { checked } of rule.lets) walk.stepsTo(checked, []);
  for (const result of [rule.eligible, rule.amount]) walk.stepsTo(result, []);
  return walk.farthest;
}

class Walk {
  readonly #rule: CheckedRule;
  readonly #lets = new Map<string, number>();
  farthest = 0;

  constructor(rule: CheckedRule) {
    this.#rule = rule;
  }

  /** How many steps away the people are that the expression gives, 0 where it gives none; `items` are those that loops are at, by slot. */
  stepsTo(checked: Checked, items: readonly number[]): number {
    const inLoop = (list: Checked, slot: number): number[] => {
      const inner = [...items];
      inner[slot] = this.stepsTo(list, items);
      return inner;
    };
    switch (checked.kind) {
      case 'variable':
        return items[checked.slot] ?? 0;
      case 'let':
        return this.#stepsToLet(checked.name);
      case 'relation':
        return this.#reached(this.stepsTo(checked.person, items) + 1);
      case 'fact':
        this.stepsTo(checked.person, items);
        return 0;
      case 'filter': {
        this.stepsTo(checked.condition, inLoop(checked.list, checked.slot));
        return this.stepsTo(checked.list, items);
      }
      case 'for':
        return this.stepsTo(checked.result, inLoop(checked.list, checked.slot));
      case 'quantified':
        this.stepsTo(checked.condition, inLoop(checked.list, checked.slot));
        return 0;
      case 'if':
        this.stepsTo(checked.condition, items);
        return Math.max(this.stepsTo(checked.whenTrue, items), this.stepsTo(checked.whenFalse, items));
      case 'operation':
      case 'within':
        return Math.max(0, ...checked.operands.map((operand) => this.stepsTo(operand, items)));
      case 'parameter-at':
        this.stepsTo(checked.at, items);
        return 0;
      case 'benefit': {
        const other = this.#rule.benefits.get(checked.benefit);
        if (other !== undefined) this.#reached(reachOf(other.rule));
        return 0;
      }
      case 'standard':
        throw new Error('Only the standard profile has these, and no rule is written in it.');
      case 'fault':
        throw new Error('Only a rule without faults is determined.');
      case 'constant':
      case 'subject':
      case 'parameter':
      case 'period':
      case 'on':
        return 0;
    }
    return unreachable(checked);
  }

  #stepsToLet(name: string): number {
    const known = this.#lets.get(name);
    if (known !== undefined) return known;
    const step = this.#rule.lets.find((one) => one.name === name);
    const steps = step === undefined ? 0 : this.stepsTo(step.checked, []);
    this.#lets.set(name, steps);
    return steps;
  }

  #reached(steps: number): number {
    this.farthest = Math.max(this.farthest, steps);
    return steps;
  }
}
