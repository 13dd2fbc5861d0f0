import type { Checked } from '../check/checked.ts';
import type { BilingualTemplate, CheckedRule } from '../check/rule.ts';
import { textsIn } from '../check/texts.ts';
import type { Facts } from '../facts.ts';
import type { PackInfo } from '../pack/pack.ts';
import { type Period, readPeriod } from '../pack/period.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { compile } from './compile.ts';
import type { Evaluator, Sight, Step } from './step.ts';
import { type Gap, gapsOf, type Known, Unknown, type Value } from './values.ts';

/** What of a pack is ready to run. */
interface Program {
  readonly eligible: Evaluator;
  readonly amount: Evaluator;
  readonly lets: ReadonlyMap<string, Evaluator>;
  /** What the reasons in words fill in. */
  readonly places: ReadonlyMap<Checked, Evaluator>;
  /** The texts that the rule compares facts with. */
  readonly texts: readonly string[];
  /** For each period that the pack covers: the parameters as they are then. */
  readonly periods: ReadonlyMap<string, PeriodValues>;
}

interface PeriodValues {
  readonly period: Period;
  readonly parameters: ReadonlyMap<string, Known>;
  /** Day from which each of those values is valid. */
  readonly validFrom: ReadonlyMap<string, string>;
}

/** A policy pack, read, checked and compiled: what `explain` and `nextQuestion` take. */
export interface Pack {
  readonly info: PackInfo;
  readonly vocabulary: Vocabulary;
  readonly rule: CheckedRule;
  readonly program: Program;
}

function valuesFor(rule: CheckedRule, period: Period): PeriodValues {
  const parameters = new Map<string, Known>();
  const validFrom = new Map<string, string>();
  for (const parameter of rule.parameters.values()) {
    const valid = parameter.values.findLast(({ from }) => from <= period.first);
    if (valid === undefined) continue;
    parameters.set(parameter.name, valid.value);
    validFrom.set(parameter.name, valid.from);
  }
  return { period, parameters, validFrom };
}

function placesOf(rule: CheckedRule): ReadonlyMap<Checked, Evaluator> {
  const templates = [...rule.because.values()].flatMap(({ yes, no, words }) => [yes, no, words]);
  const parts = templates
    .filter((template): template is BilingualTemplate => template !== undefined)
    .flatMap(({ zh, en }) => [...zh, ...en])
    .filter((part): part is Checked => typeof part !== 'string' && !('place' in part));
  return new Map(parts.map((part) => [part, compile(part)]));
}

function textsNamed(rule: CheckedRule): readonly string[] {
  const written = [rule.eligible, rule.amount, ...rule.lets.map(({ checked }) => checked)].flatMap(textsIn);
  const parameters = [...rule.parameters.values()]
    .filter(({ type }) => type === 'text')
    .flatMap(({ values }) => values.map((dated) => dated.written));
  return [...new Set([...written, ...parameters])];
}

/** Compiles a rule that the checker found nothing against. */
export function compileRule(rule: CheckedRule, periods: readonly Period[]): Program {
  return {
    eligible: compile(rule.eligible),
    amount: compile(rule.amount),
    lets: new Map(rule.lets.map(({ name, checked }) => [name, compile(checked)])),
    places: placesOf(rule),
    texts: textsNamed(rule),
    periods: new Map(periods.map((period) => [period.text, valuesFor(rule, period)])),
  };
}

/** What the rule came to, before anything is said about it. The amount is worked out unless the answer is no. */
export interface Evaluation {
  readonly period: Period;
  readonly validFrom: ReadonlyMap<string, string>;
  readonly eligible: Step;
  readonly amount: Step | undefined;
  /** The value of a name or fact that a reason fills in. */
  readonly valueOf: (place: Checked) => Value;
}

/** Throws when the pack does not cover the period: ask `pack.info.periods` first. */
export function evaluate(pack: Pack, facts: Facts, periodText: string): Evaluation {
  const values = pack.program.periods.get(periodText);
  if (values === undefined) {
    const why = readPeriod(periodText) === undefined ? 'is not a period' : 'is not covered';
    throw new RangeError(`${pack.info.policy}: ${periodText} ${why}.`);
  }
  const { period, parameters, validFrom } = values;
  const people = new Map(facts.people.map((person) => [person.id, person]));
  const { lets } = pack.program;
  const sight: Sight = { facts, people, period, parameters, slots: [], steps: new Map(), lets };
  const eligible = pack.program.eligible(sight);
  const amount = eligible.value === false ? undefined : pack.program.amount(sight);
  const valueOf = (place: Checked): Value => pack.program.places.get(place)?.(sight).value ?? new Unknown([]);
  return { period, validFrom, eligible, amount, valueOf };
}

/** The facts that are not known and can still change the result, in the order in which the rule meets them. */
export function gapsIn({ eligible, amount }: Evaluation): readonly Gap[] {
  if (eligible.value === false) return [];
  const gaps = new Map<string, Gap>();
  for (const step of [eligible, amount])
    for (const gap of step === undefined ? [] : gapsOf(step.value)) gaps.set(`${gap.person}\n${gap.fact}`, gap);
  return [...gaps.values()];
}
