import type { Checked } from '../check/checked.ts';
import type { Facts, PersonFacts } from '../facts.ts';
import type { Period } from '../pack/period.ts';
import type { Known, Value } from './values.ts';

/** One evaluated part: what it came to, from which parts, and the name that the rule gives it. */
export interface Step {
  readonly checked: Checked;
  readonly value: Value;
  readonly children: readonly Step[];
  /** The `let` that this is. */
  readonly name?: string;
  /** Whose fact this is. */
  readonly person?: string;
}

/** What an evaluation can see. */
export interface Sight {
  readonly facts: Facts;
  readonly people: ReadonlyMap<string, PersonFacts>;
  readonly period: Period;
  readonly parameters: ReadonlyMap<string, Known>;
  /** The items that loops are at. */
  readonly slots: Value[];
  /** Steps of lets that were needed so far. */
  readonly steps: Map<string, Step>;
  readonly lets: ReadonlyMap<string, Evaluator>;
}

export type Evaluator = (sight: Sight) => Step;
