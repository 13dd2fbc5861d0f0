import { inLanguage, type Language, type Localized } from '../../../values/language.ts';
import { languages } from '../../../values/words/made/languages.ts';
import type { Checked } from '../../check/expression/checked.ts';
import type { LocalizedTemplate, Explanation, Template } from '../../check/rule/rule.ts';
import { scalar } from '../../check/expression/types.ts';
import type { Reason } from '../../determination.ts';
import type { Evaluation, Step } from '../compile/step.ts';
import type { Known, Value } from '../compile/values.ts';
import { valueWords } from './value-words.ts';

/** What a template's places are filled from. */
export interface Filling {
  readonly period: string;
  readonly amount: Value | undefined;
  /** The value of a name or a fact of the rule. */
  readonly valueOf: (checked: Checked) => Value;
}

export function fillingOf({ period, amount, valueOf }: Evaluation): Filling {
  return { period: period.text, amount: amount?.value, valueOf };
}

function fillOne(template: Template, language: Language, filling: Filling): string {
  return template
    .map((part) => {
      if (typeof part === 'string') return part;
      if (!('place' in part)) return inLanguage(valueWords(filling.valueOf(part), part.type), language);
      if (part.place === 'period') return filling.period;
      return filling.amount === undefined ? '' : inLanguage(valueWords(filling.amount, scalar('money')), language);
    })
    .join('');
}

/** The template in every language that the pack has it in. */
export function fill(template: LocalizedTemplate, filling: Filling): Localized {
  const said: Record<string, string> = {};
  for (const language of languages) {
    const own = template[language];
    if (own !== undefined) said[language] = fillOne(own, language, filling);
  }
  return said as unknown as Localized;
}

/** The words that the pack has for a name of the rule that came to this value. */
export function templateFor(explanation: Explanation | undefined, value: Value): LocalizedTemplate | undefined {
  if (value === true) return explanation?.yes;
  if (value === false) return explanation?.no;
  return explanation?.words;
}

/** The children on which the step's value rests. With `all`, every one that would do; else the first of those. */
export function deciding(step: Step, { all }: { all: boolean }): readonly Step[] {
  const { checked, children, value } = step;
  if (isOpen(value)) return children.filter((child) => isOpen(child.value));
  // Both branches came to the same: what the condition is does not matter.
  if (checked.kind === 'if') return children.length === 3 ? children.slice(1) : children;
  if (value !== settlingValue(step)) return children;
  const enough = children.filter((child) => child.value === value);
  return all ? enough : enough.slice(0, 1);
}

const isOpen = (value: Value): boolean => typeof value === 'object' && ('gaps' in value || 'gap' in value);

/** The value that settles the whole as soon as one part has it: false for `and`, true for `or`. */
function settlingValue({ checked }: Step): Known | undefined {
  if (checked.kind === 'quantified') return checked.quantifier === 'some';
  if (checked.kind !== 'operation') return undefined;
  if (checked.operation === 'and') return false;
  return checked.operation === 'or' ? true : undefined;
}

/** Reasons in words for what the step came to: the nearest names below it that the pack explains. */
export function reasonsFor(
  step: Step,
  label: string | undefined,
  because: ReadonlyMap<string, Explanation>,
  filling: Filling,
  seen: Set<string> = new Set(),
): readonly Reason[] {
  // A name is asked for its reasons once, however often the rule uses it.
  if (label !== undefined && seen.has(label)) return [];
  if (label !== undefined) seen.add(label);
  const explanation = label === undefined ? undefined : because.get(label);
  const template = templateFor(explanation, step.value);
  if (template !== undefined) {
    const law = explanation?.law;
    return [{ words: fill(template, filling), ...(law && { law }) }];
  }
  const below = deciding(step, { all: true });
  const { other } = step;
  if (other === undefined) return below.flatMap((child) => reasonsFor(child, child.name, because, filling, seen));
  // From here on the other benefit says why, in its own words.
  const theirs = fillingOf(other.evaluation);
  return below.flatMap((child) => reasonsFor(child, child.name, other.benefit.rule.because, theirs));
}
