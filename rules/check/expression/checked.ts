import type { Span } from '../../finding.ts';
import type { Type } from './types.ts';

/** An exact fraction; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A value that stands in the pack itself. Money is fen, a date `YYYY-MM-DD`, a month `YYYY-MM`. */
export type Constant = boolean | bigint | string | Fraction;

export type Operation =
  | 'and'
  | 'or'
  | 'not'
  | 'equal'
  | 'unequal'
  | 'less'
  | 'at-most'
  | 'more'
  | 'at-least'
  | 'plus'
  | 'minus'
  | 'times'
  | 'divide'
  | 'negate'
  | 'minimum'
  | 'maximum'
  | 'absolute'
  | 'floor'
  | 'ceiling'
  | 'round-half-up'
  | 'round-half-even'
  | 'round-down'
  | 'round-up'
  | 'modulo'
  | 'date'
  | 'year-of'
  | 'month-number-of'
  | 'day-of'
  | 'month-of'
  | 'add-months'
  | 'months-between'
  | 'add-months-capped'
  | 'completed-months'
  | 'completed-years'
  | 'completed-years-february'
  | 'one-of'
  | 'count'
  | 'total'
  | 'list';

export type Relation = 'members' | 'parents' | 'children' | 'spouse' | 'guardians';

/** How a range includes its ends: `[a..b)` is low true, high false. */
export interface Ends {
  readonly low: boolean;
  readonly high: boolean;
}

/** An expression of which every name is resolved and every type known: what all back ends start from. */
export type Checked = {
  readonly type: Type;
  readonly span: Span;
  /** As the pack writes it. */
  readonly text: string;
} & (
  | { readonly kind: 'constant'; readonly value: Constant }
  | { readonly kind: 'fact'; readonly person: Checked; readonly fact: string; readonly name: string }
  | { readonly kind: 'relation'; readonly person: Checked; readonly relation: Relation; readonly name: string }
  | { readonly kind: 'subject'; readonly name: string }
  | { readonly kind: 'variable'; readonly slot: number; readonly name: string }
  | { readonly kind: 'parameter'; readonly name: string }
  /** `valueAt(monthly, m)`: the parameter as it is on a date or on the first day of a month. */
  | { readonly kind: 'parameter-at'; readonly name: string; readonly at: Checked }
  /** `national.amount`, `national.eligible`: what another benefit comes to for the same person; or a step of it by its name. */
  | { readonly kind: 'benefit'; readonly benefit: string; readonly part: string; readonly name: string }
  | { readonly kind: 'let'; readonly name: string }
  | { readonly kind: 'period'; readonly part: 'first' | 'last' | 'year' | 'months' }
  | { readonly kind: 'on' }
  | { readonly kind: 'operation'; readonly operation: Operation; readonly operands: readonly Checked[] }
  /** What only a dialect makes; whoever tells the checker of it also tells what it comes to (`Sight.beyond`). */
  | {
      readonly kind: 'beyond';
      readonly operation: string;
      readonly operands: readonly Checked[];
      readonly detail?: string;
    }
  | { readonly kind: 'within'; readonly operands: readonly [Checked, Checked, Checked]; readonly ends: Ends }
  | { readonly kind: 'if'; readonly condition: Checked; readonly whenTrue: Checked; readonly whenFalse: Checked }
  | {
      readonly kind: 'quantified';
      readonly quantifier: 'some' | 'every';
      readonly slot: number;
      readonly list: Checked;
      readonly condition: Checked;
    }
  | { readonly kind: 'for'; readonly slot: number; readonly list: Checked; readonly result: Checked }
  | { readonly kind: 'filter'; readonly slot: number; readonly list: Checked; readonly condition: Checked }
  | { readonly kind: 'fault' }
);

/** The kinds that stand for one operation over operands. */
export type CheckedOf<Kind extends Checked['kind']> = Extract<Checked, { kind: Kind }>;
