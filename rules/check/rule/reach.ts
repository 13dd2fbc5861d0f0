import { unreachable } from '../../../values/unreachable.ts';
import type { Checked, Relation } from '../expression/checked.ts';
import type { CheckedRule } from './rule.ts';

/** Whom a rule may see from its subject. */
export interface Reach {
  /** From relative to relative or into a household. */
  readonly steps: number;
  readonly relations: ReadonlySet<Relation>;
}

/**
 * How far a rule sees people and by which relations, the benefits that it refers to included: whoever explains it needs everybody within
 * that. Taken from the rule as written, since what the passes fold away explain still looks at.
 */
export function reachOf(rule: CheckedRule): Reach {
  const walk = new Walk(rule);
  for (const { checked } of rule.lets) walk.stepsTo(checked, []);
  for (const result of [rule.eligible, rule.amount]) walk.stepsTo(result, []);
  return { steps: walk.farthest, relations: walk.relations };
}

class Walk {
  readonly #rule: CheckedRule;
  readonly #lets = new Map<string, number>();
  readonly relations = new Set<Relation>();
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
        this.relations.add(checked.relation);
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
        if (other === undefined) return 0;
        const { steps, relations } = reachOf(other.rule);
        this.#reached(steps);
        for (const relation of relations) this.relations.add(relation);
        return 0;
      }
      case 'beyond':
      case 'fault':
        throw new Error('Only a rule of a pack, without faults, is determined.');
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
