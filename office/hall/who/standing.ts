import type { Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { EndOfSession } from './session.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How long a session lasts: families 8 hours without use and 7 days in all; staff one working day. */
export const sessionLife = {
  staff: { idleMs: 12 * hour, absoluteMs: 12 * hour },
  family: { idleMs: 8 * hour, absoluteMs: 7 * 24 * hour },
} as const;

/** How a stored session stands at this moment. */
export function standingOf(
  session: {
    readonly kind: 'staff' | 'family';
    readonly seenAt: Date;
    readonly expiresAt: Date;
    readonly endedBecause?: Exclude<EndOfSession, 'expired'>;
  },
  now: Date,
): 'open' | EndOfSession {
  if (session.endedBecause !== undefined) return session.endedBecause;
  const idleUntil = session.seenAt.getTime() + sessionLife[session.kind].idleMs;
  return now.getTime() < Math.min(idleUntil, session.expiresAt.getTime()) ? 'open' : 'expired';
}

/** What whoever comes back with an ended session is told. */
export function endOfSessionWords(because: EndOfSession): Localized {
  switch (because) {
    case 'password-changed':
      return {
        'zh-CN': '密码已经改过，这次登录已失效。请用新密码重新登录。',
        en: 'The password has been changed, so this sign-in no longer holds. Please sign in with the new password.',
      };
    case 'signed-out':
      return { 'zh-CN': '您已退出。请重新登录。', en: 'You have signed out. Please sign in again.' };
    case 'closed-by-office':
      return {
        'zh-CN': '这次登录已由管理员结束。请联系本单位管理员。',
        en: 'An administrator ended this sign-in. Please ask your office’s administrator.',
      };
    case 'expired':
      return {
        'zh-CN': '离开得久了，请重新登录。已提交的内容都在。',
        en: 'It has been a while: please sign in again. Nothing you handed in is lost.',
      };
    default:
      return unreachable(because);
  }
}
