import type { Fen } from '../../values/fen.ts';
import type { Localized } from '../../values/language.ts';
import type { Outcome } from '../determination.ts';
import type { FactValue } from '../facts.ts';

/** One fact that would have to be otherwise. */
export interface ChangedFact {
  readonly person: string;
  readonly fact: string;
  /** `child.birth`; of a relative, who is named by id, `m.income`. */
  readonly name: string;
  /** As it is; undefined where it is not known. */
  readonly from: FactValue;
  /** The nearest value that changes the result. */
  readonly to: FactValue;
  /** All values that give the same as `to`, one after the other; an absent end is where the legal values end. */
  readonly among?: { readonly least?: FactValue; readonly greatest?: FactValue };
  /** `孩子的国籍是中国`: without the if. */
  readonly words: Localized;
}

/** The smallest change of facts that changes what a policy comes to, and what it then comes to. */
export interface Change {
  readonly changes: readonly ChangedFact[];
  readonly outcome: Exclude<Outcome, 'undetermined'>;
  /** Exactly when eligible. */
  readonly amountFen?: Fen;
  readonly words: Localized;
}

export type WouldChange =
  | { readonly kind: 'change'; readonly change: Change }
  /** No change of up to three facts changes anything. */
  | { readonly kind: 'nothing' }
  /** There were too many ways; no smaller change than `tried` facts does it. */
  | { readonly kind: 'cut'; readonly tried: number };
