import { unreachable } from '../../../values/unreachable.ts';
import type { Checked, CheckedOf } from '../../check/expression/checked.ts';
import type { CheckedRule } from '../../check/rule/rule.ts';

export type Loop = CheckedOf<'quantified'> | CheckedOf<'for'> | CheckedOf<'filter'>;

/**
 * The loops over people within loops over people, of which the inner people are not seen from the outer ones, while the body speaks of
 * both: `some a in e.children satisfies (some b in e.children satisfies a.birth < b.birth)`; with the slots of the outer loops that each
 * speaks of. Such a loop runs anew for each of the outer people; all others run once.
 */
export function mixedLoops(rule: CheckedRule): ReadonlyMap<Loop, ReadonlySet<number>> {
  const walk = new Walk(rule);
  for (const { checked } of rule.lets) walk.peopleIn(checked, []);
  for (const result of [rule.eligible, rule.amount]) walk.peopleIn(result, []);
  return walk.found;
}

/** The loops whose people a value is about: their slots, outermost first known. */
type Loops = ReadonlySet<number>;
const none: Loops = new Set();
const union = (all: readonly Loops[]): Loops => new Set(all.flatMap((one) => [...one]));

class Walk {
  readonly #rule: CheckedRule;
  readonly found = new Map<Loop, Loops>();

  constructor(rule: CheckedRule) {
    this.#rule = rule;
  }

  /** Which of the loops around an expression its value hangs on; `items` tells it of each loop's item. */
  peopleIn(checked: Checked, items: readonly Loops[]): Loops {
    switch (checked.kind) {
      case 'variable':
        return items[checked.slot] ?? none;
      case 'fact':
      case 'relation':
        return this.peopleIn(checked.person, items);
      case 'quantified':
      case 'filter':
        return this.#loop(checked, checked.condition, items);
      case 'for':
        return this.#loop(checked, checked.result, items);
      case 'if':
        return union(
          [checked.condition, checked.whenTrue, checked.whenFalse].map((part) => this.peopleIn(part, items)),
        );
      case 'operation':
      case 'within':
        return union(checked.operands.map((operand) => this.peopleIn(operand, items)));
      case 'parameter-at':
        return this.peopleIn(checked.at, items);
      case 'beyond':
        throw new Error('Only a rule of a pack is lowered.');
      // A let, and another benefit, stand outside every loop.
      case 'let':
      case 'benefit':
      case 'constant':
      case 'subject':
      case 'parameter':
      case 'period':
      case 'on':
      case 'fault':
        return none;
    }
    return unreachable(checked);
  }

  /** Whether the list's elements are people, or stand for people, rather than values written one by one. */
  #isOfPeople(list: Checked): boolean {
    if (list.type.base === 'person' || list.kind === 'relation') return true;
    if (list.kind === 'filter' || list.kind === 'for') return this.#isOfPeople(list.list);
    if (list.kind !== 'let') return false;
    const step = this.#rule.lets.find(({ name }) => name === list.name);
    return step !== undefined && this.#isOfPeople(step.checked);
  }

  #loop(loop: Loop, body: Checked, items: readonly Loops[]): Loops {
    const around = this.peopleIn(loop.list, items);
    const isOfPeople = this.#isOfPeople(loop.list);
    const own = new Set([...around, ...(isOfPeople ? [loop.slot] : [])]);
    const inner = [...items];
    inner[loop.slot] = own;
    const told = this.peopleIn(body, inner);
    const others = [...told].filter((slot) => !own.has(slot));
    if (isOfPeople && others.length > 0) this.found.set(loop, new Set(others));
    return new Set([...around, ...told].filter((slot) => slot !== loop.slot));
  }
}
