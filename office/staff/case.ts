import type { Division } from '../../values/division.ts';
import type { OfficeId, StaffId } from '../../values/id.ts';
import type { Bilingual } from '../../values/language.ts';
import type { Duty } from './acting.ts';

/** A division with its name. */
export interface DivisionName {
  readonly code: Division;
  readonly name: Bilingual;
}

/** A duty and where it is held. */
export interface DutyHeld {
  readonly duty: Duty;
  readonly words: Bilingual;
  readonly division: DivisionName;
}

/** A staff member who is signed in. */
export interface StaffSession {
  readonly kind: 'staff';
  readonly tokenHash: string;
  readonly formToken: string;
  readonly staff: { readonly id: StaffId; readonly name: string; readonly signInName: string };
  readonly office: { readonly id: OfficeId; readonly name: Bilingual; readonly division: DivisionName };
  readonly duties: readonly DutyHeld[];
}

/** A phone that proved itself with a code. */
export interface FamilySession {
  readonly kind: 'family';
  readonly tokenHash: string;
  readonly formToken: string;
  readonly phone: string;
  readonly phoneBlind: string;
}

/** Why a session is over. */
export type EndOfSession = 'signed-out' | 'password-changed' | 'closed-by-office' | 'expired';

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
