import { words } from '../words/made/all.ts';
import { alike, inEveryLanguage, type Localized } from '../../../values/language.ts';

/** The duties of the procedure (职责). Confirming, managing funds, paying out and supervising are never in one hand. */
type GroundDuty =
  | 'receive'
  | 'review'
  | 'confirm'
  | 'manage-funds'
  | 'pay-out'
  | 'supervise'
  | 'author-policy'
  | 'administer';

/** What a staff member may do: a duty of the procedure, or one that a desk adds, named after the desk (`petitions/answer`). */
export type Duty = GroundDuty | `${string}/${string}`;

/** A duty as it is introduced. */
export interface DutyIntroduced {
  readonly key: Duty;
  readonly words: Localized;
  /** Held in a province, and in no county. */
  readonly of?: 'province';
}

const groundWords: Record<GroundDuty, Localized> = {
  receive: inEveryLanguage(words, (w) => w.duty.receive),
  review: inEveryLanguage(words, (w) => w.duty.review),
  confirm: inEveryLanguage(words, (w) => w.duty.confirm),
  'manage-funds': inEveryLanguage(words, (w) => w.duty.manageFunds),
  'pay-out': inEveryLanguage(words, (w) => w.duty.payOut),
  supervise: inEveryLanguage(words, (w) => w.duty.supervise),
  'author-policy': inEveryLanguage(words, (w) => w.duty.authorPolicy),
  administer: inEveryLanguage(words, (w) => w.duty.administer),
};

/** The duties of the procedure in words. */
export const groundDuties: readonly DutyIntroduced[] = Object.entries(groundWords).map(([key, words]) => ({
  key: key as GroundDuty,
  words,
}));

/** 四权分离: of these a person holds at most one. */
export const fourPowers: readonly Duty[] = ['confirm', 'manage-funds', 'pay-out', 'supervise'];

/** A duty in words. One that nobody introduces any more, because its desk has left the house, is shown as its key. */
export function dutyWords(introduced: readonly DutyIntroduced[], duty: Duty): Localized {
  return introduced.find(({ key }) => key === duty)?.words ?? alike(duty);
}
