import type { Checked, CheckedOf } from '../../check/expression/checked.ts';
import type { CheckedBenefit, DatedValue, Parameter } from '../../check/rule/rule.ts';
import type { Period } from '../../pack/period.ts';
import type { Family } from '../facts/family.ts';
import type { Value } from './values.ts';

/** One evaluated part: what it came to, from which parts, and the name that the rule gives it. */
export interface Step {
  readonly checked: Checked;
  readonly value: Value;
  readonly children: readonly Step[];
  /** The `let` that this is. */
  readonly name?: string;
  /** Whose fact this is. */
  readonly person?: string;
  /** The value of a parameter on a day. */
  readonly dated?: DatedValue;
  /** What another benefit came to; the children are steps of its rule. */
  readonly other?: Other;
}

/** What the rule came to, before anything is said about it. The amount is worked out unless the answer is no. */
export interface Evaluation {
  readonly period: Period;
  /** What each parameter is throughout the period. */
  readonly bound: ReadonlyMap<string, DatedValue>;
  readonly eligible: Step;
  readonly amount: Step | undefined;
  /** A named step, worked out now if nothing needed it so far. */
  readonly stepOf: (name: string) => Step;
  /** The value of a name or fact that a reason fills in. */
  readonly valueOf: (place: Checked) => Value;
}

/** Another benefit for the same person and period. */
export interface Other {
  readonly benefit: CheckedBenefit;
  readonly evaluation: Evaluation;
}

/** What an evaluation can see. */
export interface Sight {
  readonly family: Family;
  readonly period: Period;
  /** What the rule calls its subject. */
  readonly subject: string;
  /** What each parameter is throughout the period. */
  readonly bound: ReadonlyMap<string, DatedValue>;
  /** All values of each parameter. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** The items that loops are at. */
  readonly slots: Value[];
  /** Steps of lets that were needed so far. */
  readonly steps: Map<string, Step>;
  readonly lets: ReadonlyMap<string, Evaluator>;
  /** Another benefit by its name in the rule, worked out once. */
  readonly benefit: (name: string) => Other;
  /** The value of a loop over a household that several people share, without the steps of its members; undefined where it is none. */
  readonly fold?: (checked: Checked, sight: Sight) => Value | undefined;
  /** What an operation comes to that packs don't have. Absent for packs. */
  readonly beyond?: (checked: CheckedOf<'beyond'>, values: readonly Value[]) => Value;
}

export type Evaluator = (sight: Sight) => Step;
