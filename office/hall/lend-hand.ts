import { words } from './words/made/all.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import { inEveryLanguage, type Localized } from '../../values/language.ts';
import { addHands } from './hand-store.ts';
import type { StaffActing } from './who/acting.ts';
import type { Matter } from './who/matter.ts';
import type { StepIntroduced } from './who/step.ts';

/** What a second hand of one person in one matter gets told. */
export const nobodyActsTwiceWords: Localized = inEveryLanguage(words, (w) => w.hands.nobodyActsTwice);

/**
 * Lends a staff member's hand to matters, inside the caller's transaction. Nobody acts at two steps of one matter: when one of them already
 * knows this hand at another step, nothing is written and those matters are named. The same hand at the same step is no second hand: money
 * that came back is released again by whoever released it. The same act at the same moment on two screens runs into the constraint
 * `nobody_acts_twice_on_one_matter`, which undoes the whole transaction.
 */
export async function lendHand(
  trx: Transaction<Tables>,
  acting: StaffActing,
  matters: readonly Matter[],
  { key: step }: StepIntroduced,
): Promise<{ readonly kind: 'lent' } | { readonly kind: 'nobody-acts-twice'; readonly matters: readonly Matter[] }> {
  const known = await addHands(trx, { county: acting.county, staffId: acting.who, step }, matters);
  return known.length === 0 ? { kind: 'lent' } : { kind: 'nobody-acts-twice', matters: known };
}
