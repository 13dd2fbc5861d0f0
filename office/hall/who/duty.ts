import type { Localized } from '../../../values/language.ts';

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
export const dutyWords: Record<Duty, Localized> = {
  receive: { 'zh-CN': '受理', en: 'receive' },
  review: { 'zh-CN': '审核', en: 'review' },
  confirm: { 'zh-CN': '确认', en: 'confirm' },
  'manage-funds': { 'zh-CN': '资金管理', en: 'manage funds' },
  'pay-out': { 'zh-CN': '资金发放', en: 'pay out' },
  supervise: { 'zh-CN': '监督', en: 'supervise' },
  'author-policy': { 'zh-CN': '政策编制', en: 'author policy' },
  administer: { 'zh-CN': '系统管理', en: 'administer' },
};

/** 四权分离: of these a person holds at most one. */
export const fourPowers: readonly Duty[] = ['confirm', 'manage-funds', 'pay-out', 'supervise'];
