import type { CheckedRule } from '../check/rule.ts';
import type { Outcome } from '../determination.ts';
import type { Facts, PersonFacts } from '../facts.ts';
import type { PackInfo } from '../pack/pack.ts';
import { type Period, readPeriod } from '../pack/period.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { letStep } from './compile.ts';
import type { Program } from './program.ts';
import type { Evaluation, Other, Sight } from './step.ts';
import { type Gap, gapsOf, Unknown } from './values.ts';

/** A policy pack, read, checked and compiled: what `explain` and `nextQuestion` take. */
export interface Pack {
  readonly info: PackInfo;
  readonly vocabulary: Vocabulary;
  readonly rule: CheckedRule;
  readonly program: Program;
}

/** What all rules of one determination see, and what those that others refer to came to. */
interface Whole {
  readonly facts: Facts;
  readonly people: ReadonlyMap<string, PersonFacts>;
  readonly period: Period;
  readonly done: Map<Program, Evaluation>;
}

function run(whole: Whole, program: Program): Evaluation {
  const { facts, people, period } = whole;
  const { rule, lets } = program;
  const bound = program.bound(period, facts.on);
  const sight: Sight = {
    facts,
    people,
    period,
    bound,
    lets,
    subject: rule.subject,
    parameters: rule.parameters,
    slots: [],
    steps: new Map(),
    benefit: (name) => otherOf(whole, program, name),
  };
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
  const period = pack.program.periods.get(periodText);
  if (period === undefined) {
    const why = readPeriod(periodText) === undefined ? 'is not a period' : 'is not covered';
    throw new RangeError(`${pack.info.policy}: ${periodText} ${why}.`);
  }
  const people = new Map(facts.people.map((person) => [person.id, person]));
  return run({ facts, people, period, done: new Map() }, pack.program);
}

export function outcomeOf({ eligible, amount }: Evaluation): Outcome {
  if (eligible.value === false) return 'not-eligible';
  const sure = eligible.value === true && typeof amount?.value === 'bigint';
  return sure ? 'eligible' : 'undetermined';
}

/** The facts that are not known and can still change the result, in the order in which the rule meets them. */
export function gapsIn({ eligible, amount }: Evaluation): readonly Gap[] {
  if (eligible.value === false) return [];
  const gaps = new Map<string, Gap>();
  for (const step of [eligible, amount])
    for (const gap of step === undefined ? [] : gapsOf(step.value)) gaps.set(`${gap.person}\n${gap.fact}`, gap);
  return [...gaps.values()];
}
