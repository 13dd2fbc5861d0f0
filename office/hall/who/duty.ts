import type { Bilingual } from '../../../values/language.ts';

/** What a staff member may do (职责). Confirming, managing funds, paying out and supervising are never in one hand. */
export type Duty =
  | 'receive'
  | 'review'
  | 'confirm'
  | 'manage-funds'
  | 'pay-out'
  | 'supervise'
  | 'author-policy'
  | 'administer';

/** The duties in words, for screens and refusals. */
export const dutyWords: Record<Duty, Bilingual> = {
  receive: { zh: '受理', en: 'receive' },
  review: { zh: '审核', en: 'review' },
  confirm: { zh: '确认', en: 'confirm' },
  'manage-funds': { zh: '资金管理', en: 'manage funds' },
  'pay-out': { zh: '资金发放', en: 'pay out' },
  supervise: { zh: '监督', en: 'supervise' },
  'author-policy': { zh: '政策编制', en: 'author policy' },
  administer: { zh: '系统管理', en: 'administer' },
};

/** 四权分离: of these a person holds at most one. */
export const fourPowers: readonly Duty[] = ['confirm', 'manage-funds', 'pay-out', 'supervise'];
