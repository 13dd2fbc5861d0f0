import type { Localized } from '../../../values/language.ts';

/** The duties of the procedure (职责). Confirming, managing funds, paying out and supervising are never in one hand. */
export type GroundDuty =
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
}

const groundWords: Record<GroundDuty, Localized> = {
  receive: { 'zh-CN': '受理', en: 'receive' },
  review: { 'zh-CN': '审核', en: 'review' },
  confirm: { 'zh-CN': '确认', en: 'confirm' },
  'manage-funds': { 'zh-CN': '资金管理', en: 'manage funds' },
  'pay-out': { 'zh-CN': '资金发放', en: 'pay out' },
  supervise: { 'zh-CN': '监督', en: 'supervise' },
  'author-policy': { 'zh-CN': '政策编制', en: 'author policy' },
  administer: { 'zh-CN': '系统管理', en: 'administer' },
};

/** The duties of the procedure in words. */
export const groundDuties: readonly DutyIntroduced[] = Object.entries(groundWords).map(([key, words]) => ({
  key: key as GroundDuty,
  words,
}));

/** 四权分离: of these a person holds at most one. */
export const fourPowers: readonly Duty[] = ['confirm', 'manage-funds', 'pay-out', 'supervise'];

/** A duty in words, of those that were introduced. Throws for one that nobody introduced. */
export function dutyWords(introduced: readonly DutyIntroduced[], duty: Duty): Localized {
  const found = introduced.find(({ key }) => key === duty);
  if (found === undefined) throw new Error(`No desk introduces the duty ${duty}`);
  return found.words;
}
