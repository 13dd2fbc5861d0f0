import type { Reason } from '../../../rules/determination.ts';
import type { Day } from '../../../values/day.ts';
import type { Localized } from '../../../values/language.ts';
import type { CaseState, CorrectionItem, Determined, Said } from './case.ts';
import type { Hand } from './hand.ts';

/** What the signer saw on the screen when deciding. */
export type Seen = Omit<Determined, 'version'>;

/** Why something may not be done now. Nothing was written. */
export type Refusal =
  | { readonly kind: 'case-is-closed'; readonly state: CaseState }
  | { readonly kind: 'clock-paused'; readonly since: Day }
  | { readonly kind: 'another-duty'; readonly needs: 'review' | 'confirm' }
  | { readonly kind: 'not-this-step'; readonly turn: 'review' | 'confirm' }
  | { readonly kind: 'nobody-acts-twice'; readonly earlier: Hand }
  | { readonly kind: 'determination-changed'; readonly seen: Seen; readonly now: Said }
  | { readonly kind: 'documents-missing'; readonly documents: readonly Localized[] }
  | { readonly kind: 'undetermined'; readonly missing: readonly Localized[] }
  | { readonly kind: 'not-eligible'; readonly because: readonly Reason[] }
  | { readonly kind: 'everything-missing-is-said-once'; readonly on: Day }
  | { readonly kind: 'nothing-asked-for' }
  | {
      readonly kind: 'not-in-the-policy';
      readonly what: 'document' | 'fact' | 'article' | 'period';
      readonly key: string;
    }
  | { readonly kind: 'a-refusal-gives-its-reason' }
  | { readonly kind: 'still-missing'; readonly items: readonly CorrectionItem[] }
  | { readonly kind: 'nothing-to-correct' }
  /** No text of the benefit's law is kept, so nothing can be decided by it. */
  | { readonly kind: 'law-not-kept' };

type RefusalOf<Kind extends Refusal['kind']> = Extract<Refusal, { kind: Kind }>;
/** Why an application is not received. */
export type ReceiveRefusal = RefusalOf<'not-in-the-policy'>;
/** Why what was asked for is not taken in. */
export type CorrectRefusal = RefusalOf<
  'case-is-closed' | 'law-not-kept' | 'nothing-to-correct' | 'not-in-the-policy' | 'still-missing' | 'nobody-acts-twice'
>;
/** Why an application can't be taken back. */
export type WithdrawRefusal = RefusalOf<'case-is-closed'>;
/** Why nobody may review or confirm it so. */
export type ReviewRefusal = Exclude<Refusal, { kind: 'still-missing' | 'nothing-to-correct' }>;
