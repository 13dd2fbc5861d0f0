import type { Bilingual } from '../../values/language.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { Checked, CheckedOf } from '../check/checked.ts';
import type { CheckedRule } from '../check/rule.ts';

/**
 * A loop over people within a loop over people, of which the inner people are not seen from the outer ones, while its body speaks of both:
 * `some a in e.children satisfies (some b in e.children satisfies a.birth < b.birth)`. The graph has one scope for `e.children`, whoever
 * asks, and cannot tell a from b. Undefined when the rule, and the benefits it refers to, have none.
 */
export function mixedLoop(rule: CheckedRule): Bilingual | undefined {
  const text = mixedIn(rule);
  if (text === undefined) return undefined;
  return {
    zh: `“${text}”在一个循环里再循环不由外层的人看到的人，又同时说到两者，因此不能按列测算，也写不成 SQL；逐户说明仍可测算。`,
    en: `"${text}" runs over people within a loop over people whom these are not seen from, and speaks of both, so it is not determined in columns or SQL; explain still determines everybody.`,
  };
}

function mixedIn(rule: CheckedRule): string | undefined {
  const walk = new Walk(rule);
  for (const { checked } of rule.lets) walk.peopleIn(checked, []);
  for (const result of [rule.eligible, rule.amount]) walk.peopleIn(result, []);
  for (const other of rule.benefits.values()) walk.found ??= mixedIn(other.rule);
  return walk.found;
}

/** The loops whose people a value is about: their slots, outermost first known. */
type Loops = ReadonlySet<number>;
const none: Loops = new Set();
const union = (all: readonly Loops[]): Loops => new Set(all.flatMap((one) => [...one]));

class Walk {
  readonly #rule: CheckedRule;
  found: string | undefined;

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
      case 'standard':
        throw new Error('No pack is read in the standard profile.');
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

  #loop(
    loop: CheckedOf<'quantified'> | CheckedOf<'for'> | CheckedOf<'filter'>,
    body: Checked,
    items: readonly Loops[],
  ): Loops {
    const around = this.peopleIn(loop.list, items);
    const isOfPeople = this.#isOfPeople(loop.list);
    const own = new Set([...around, ...(isOfPeople ? [loop.slot] : [])]);
    const inner = [...items];
    inner[loop.slot] = own;
    const told = this.peopleIn(body, inner);
    if (isOfPeople && [...told].some((slot) => !own.has(slot))) this.found ??= loop.text;
    return new Set([...around, ...told].filter((slot) => slot !== loop.slot));
  }
}
