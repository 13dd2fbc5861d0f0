import type { Day } from '../../../values/day.ts';
import type { Checked } from '../../check/expression/checked.ts';
import { publications, valueAtDay } from '../../check/expression/parameter-at.ts';
import { type Reach, reachOf } from '../../check/rule/reach.ts';
import type { LocalizedTemplate, CheckedBenefit, CheckedRule, DatedValue } from '../../check/rule/rule.ts';
import { textsIn } from '../../check/expression/texts.ts';
import type { Period } from '../../pack/period.ts';
import { compile, compileNamed } from './compile.ts';
import type { Evaluator } from './step.ts';

/** What of a rule is ready to run. */
export interface Program {
  readonly rule: CheckedRule;
  readonly eligible: Evaluator;
  readonly amount: Evaluator;
  readonly lets: ReadonlyMap<string, Evaluator>;
  /** What the reasons in words fill in. */
  readonly places: ReadonlyMap<Checked, Evaluator>;
  /** The texts that the rule compares facts with. */
  readonly texts: readonly string[];
  readonly reach: Reach;
  /** Each period that the pack covers. */
  readonly periods: ReadonlyMap<string, Period>;
  /** The benefits that the rule refers to, by the name it gives each. */
  readonly benefits: ReadonlyMap<string, OtherProgram>;
  /** What each parameter is throughout the period, for who asks on the day. */
  readonly bound: (period: Period, on: Day) => ReadonlyMap<string, DatedValue>;
}

interface OtherProgram {
  readonly benefit: CheckedBenefit;
  readonly program: Program;
}

/** Parameters as they are in a period. They differ only from one day of publication to the next, so each case is bound once. */
function binding({ parameters }: CheckedRule): Program['bound'] {
  const days = publications(parameters.values());
  const cases = new Map<string, ReadonlyMap<string, DatedValue>>();
  return (period, on) => {
    const published = days.length === 0 ? 0 : days.filter((day) => day <= on).length;
    const key = published === 0 ? period.text : `${period.text} ${published}`;
    const known = cases.get(key);
    if (known !== undefined) return known;
    const bound = new Map<string, DatedValue>();
    for (const parameter of parameters.values()) {
      const dated = valueAtDay(parameter, period.first, on);
      if (dated !== undefined) bound.set(parameter.name, dated);
    }
    cases.set(key, bound);
    return bound;
  };
}

function placesOf(rule: CheckedRule): ReadonlyMap<Checked, Evaluator> {
  const templates = [...rule.because.values()].flatMap(({ yes, no, words }) => [yes, no, words]);
  const parts = templates
    .filter((template): template is LocalizedTemplate => template !== undefined)
    .flatMap((template) => Object.values(template).flat())
    .filter((part): part is Checked => typeof part !== 'string' && !('place' in part));
  return new Map(parts.map((part) => [part, compile(part)]));
}

function textsNamed(rule: CheckedRule, benefits: readonly OtherProgram[]): readonly string[] {
  const written = [rule.eligible, rule.amount, ...rule.lets.map(({ checked }) => checked)].flatMap(textsIn);
  const parameters = [...rule.parameters.values()]
    .filter(({ type }) => type === 'text')
    .flatMap(({ values }) => values.map((dated) => dated.written));
  return [...new Set([...written, ...parameters, ...benefits.flatMap(({ program }) => program.texts)])];
}

/** A rule that several others refer to is compiled once. */
const compiled = new WeakMap<CheckedRule, Program>();

function programOf({ rule, periods }: CheckedBenefit): Program {
  const known = compiled.get(rule);
  if (known !== undefined) return known;
  const program = compileRule(rule, periods);
  compiled.set(rule, program);
  return program;
}

/** Compiles a rule that the checker found nothing against. */
export function compileRule(rule: CheckedRule, periods: readonly Period[]): Program {
  const others = [...rule.benefits].map(([name, benefit]) => [name, { benefit, program: programOf(benefit) }] as const);
  const benefits = new Map(others);
  return {
    rule,
    eligible: compileNamed(rule.eligible, 'eligible'),
    amount: compileNamed(rule.amount, 'amount'),
    lets: new Map(rule.lets.map(({ name, checked }) => [name, compileNamed(checked, name)])),
    places: placesOf(rule),
    texts: textsNamed(rule, [...benefits.values()]),
    reach: reachOf(rule),
    periods: new Map(periods.map((period) => [period.text, period])),
    benefits,
    bound: binding(rule),
  };
}
