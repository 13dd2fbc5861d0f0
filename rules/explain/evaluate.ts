import type { CheckedRule } from '../check/rule/rule.ts';
import type { Outcome } from '../determination.ts';
import type { Facts } from '../facts.ts';
import type { PackInfo } from '../pack/pack.ts';
import { type Period, readPeriod } from '../pack/period.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { letStep } from './compile/compile.ts';
import { type Family, familyOf } from './facts/family.ts';
import { foldIn } from './compile/folds.ts';
import type { Program } from './compile/program.ts';
import type { Evaluation, Other, Sight } from './compile/step.ts';
import { type Gap, Unknown, unknownOf } from './compile/values.ts';

/** A policy pack, read, checked and compiled: what `explain` and `nextQuestion` take. */
export interface Pack {
  readonly info: PackInfo;
  readonly vocabulary: Vocabulary;
  readonly rule: CheckedRule;
  readonly program: Program;
}

/** What all rules of one determination see, and what those that others refer to came to. */
interface Whole {
  readonly family: Family;
  readonly period: Period;
  readonly done: Map<Program, Evaluation>;
}

function sightOf(whole: Whole, program: Program): Sight {
  const { family, period } = whole;
  const { rule } = program;
  return {
    family,
    period,
    bound: program.bound(period, family.on),
    lets: program.lets,
    subject: rule.subject,
    parameters: rule.parameters,
    slots: [],
    steps: new Map(),
    benefit: (name) => otherOf(whole, program, name),
    ...(family.household && { fold: foldIn(program, family.household) }),
  };
}

function run(whole: Whole, program: Program): Evaluation {
  const sight = sightOf(whole, program);
  const { period, bound } = sight;
  const eligible = program.eligible(sight);
  const amount = eligible.value === false ? undefined : program.amount(sight);
  return {
    period,
    bound,
    eligible,
    amount,
    stepOf: (name) => letStep(sight, name),
    valueOf: (place) => program.places.get(place)?.(sight).value ?? new Unknown([]),
  };
}

function otherOf(whole: Whole, { benefits }: Program, name: string): Other {
  const other = benefits.get(name);
  if (other === undefined) throw new Error(`The rule names no benefit ${name}.`);
  const { benefit, program } = other;
  const evaluation = whole.done.get(program) ?? run(whole, program);
  whole.done.set(program, evaluation);
  return { benefit, evaluation };
}

/** Throws when the pack does not cover the period: ask `pack.info.periods` first. */
export function evaluate(pack: Pack, facts: Facts, periodText: string): Evaluation {
  return evaluateFamily(pack, familyOf(facts), periodText);
}

/** As {@link evaluate}, of a family that is not listed. */
export function evaluateFamily(pack: Pack, family: Family, periodText: string): Evaluation {
  return run(wholeOf(pack, family, periodText), pack.program);
}

/** What the pack's rule, and each that it refers to, sees of the family: for evaluating parts of them. */
export function sightsOf(pack: Pack, family: Family, periodText: string): (program: Program) => Sight {
  const whole = wholeOf(pack, family, periodText);
  const sights = new Map<Program, Sight>();
  return (program) => {
    const sight = sights.get(program) ?? sightOf(whole, program);
    sights.set(program, sight);
    return sight;
  };
}

function wholeOf(pack: Pack, family: Family, periodText: string): Whole {
  const period = pack.program.periods.get(periodText);
  if (period === undefined) {
    const why = readPeriod(periodText) === undefined ? 'is not a period' : 'is not covered';
    throw new RangeError(`${pack.info.policy}: ${periodText} ${why}.`);
  }
  return { family, period, done: new Map() };
}

export function outcomeOf({ eligible, amount }: Evaluation): Outcome {
  if (eligible.value === false) return 'not-eligible';
  const sure = eligible.value === true && typeof amount?.value === 'bigint';
  return sure ? 'eligible' : 'undetermined';
}

/** The facts that are not known and can still change the result, in the order in which the rule meets them. */
export function gapsIn({ eligible, amount }: Evaluation): readonly Gap[] {
  if (eligible.value === false) return [];
  return unknownOf(amount === undefined ? [eligible.value] : [eligible.value, amount.value]).gaps;
}
