import type { Day } from '../values/day.ts';

/** A value that a fact may have. Money is bigint fen; dates and months are their ISO text; undefined is 'not known'. */
export type FactValue = boolean | number | bigint | string | undefined;

/** One person as the rules see them: only the facts that the vocabulary (`law/vocabulary.yaml`) names. */
export interface PersonFacts {
  readonly id: string;
  readonly [fact: string]: FactValue;
}

/** The name of a fact as a pack calls it of somebody, without that person: `child.birth` → `birth`. */
export const factName = (called: string): string => called.slice(called.indexOf('.') + 1);

/** How two people are linked. `parent`: `from` is a parent of `to`. */
export interface Link {
  readonly kind: 'parent' | 'spouse' | 'guardian';
  readonly from: string;
  readonly to: string;
}

/** The people of one household, by id; each stands in it once. */
export type Household = readonly string[];

/** What is known of a family on one day. A fact that is absent (or null on the wire) is not known; it is never 'false' or 0. */
export interface Facts {
  /** The day on which the family asks. */
  readonly on: Day;
  readonly people: readonly PersonFacts[];
  readonly links?: readonly Link[];
  /** Absent: not known. Given: all of them, so that a person in none of these lives alone. A person may be in more than one. */
  readonly households?: readonly Household[];
  /** Whom the benefit is for. */
  readonly subject: string;
}
