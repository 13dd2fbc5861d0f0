import type { Division } from '../../values/division.ts';
import type { StaffId } from '../../values/id.ts';
import type { Bilingual } from '../../values/language.ts';
import type { StaffActing, Duty } from './acting.ts';
import { contains } from '../../values/division.ts';
import { type DutyHeld, dutyWords, type EndOfSession, fourPowers, type StaffSession } from './case.ts';
import { unreachable } from '../../values/unreachable.ts';

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
export function endOfSessionWords(because: EndOfSession): Bilingual {
  switch (because) {
    case 'password-changed':
      return {
        zh: '密码已经改过，这次登录已失效。请用新密码重新登录。',
        en: 'The password has been changed, so this sign-in no longer holds. Please sign in with the new password.',
      };
    case 'signed-out':
      return { zh: '您已退出。请重新登录。', en: 'You have signed out. Please sign in again.' };
    case 'closed-by-office':
      return {
        zh: '这次登录已由管理员结束。请联系本单位管理员。',
        en: 'An administrator ended this sign-in. Please ask your office’s administrator.',
      };
    case 'expired':
      return {
        zh: '离开得久了，请重新登录。已提交的内容都在。',
        en: 'It has been a while: please sign in again. Nothing you handed in is lost.',
      };
    default:
      return unreachable(because);
  }
}

/** Acts for a session by the first of the duties that it holds, or says who may. */
export function actingFor(
  session: StaffSession,
  duties: readonly Duty[],
  purpose?: string,
):
  | { readonly kind: 'acting'; readonly acting: StaffActing }
  | { readonly kind: 'no-such-duty'; readonly words: Bilingual } {
  for (const duty of duties) {
    const held = session.duties.find((one) => one.duty === duty);
    if (held !== undefined) return { kind: 'acting', acting: actingBy(session, held, purpose) };
  }
  return { kind: 'no-such-duty', words: whoMayWords(duties) };
}

function actingBy(session: StaffSession, held: DutyHeld, purpose: string | undefined): StaffActing {
  return {
    kind: 'staff',
    county: held.division.code.slice(0, 6) as StaffActing['county'],
    who: session.staff.id,
    name: session.staff.name,
    office: session.office.name,
    duty: held.duty,
    division: held.division.code,
    ...(purpose === undefined ? {} : { purpose }),
  };
}

/** '这一步由承担“确认”职责的工作人员办理。' */
function whoMayWords(duties: readonly Duty[]): Bilingual {
  return {
    zh: `这一步由承担${duties.map((duty) => `“${dutyWords[duty].zh}”`).join('或')}职责的工作人员办理，您没有这项职责。`,
    en: `This is done by staff whose duty is to ${duties.map((duty) => dutyWords[duty].en).join(' or to ')}; it is not one of yours.`,
  };
}

/** Why a duty can't be granted. */
export type DutyRefusal =
  | { readonly kind: 'to-oneself' }
  | { readonly kind: 'beyond-own-division' }
  /** `held` is absent when another power was granted at the same moment. */
  | { readonly kind: 'four-powers-combined'; readonly held?: Duty };

/** Whether an administrator may grant a duty: never to themselves, within their division, never two of the four powers in one hand. */
export function decideGrant(
  grantor: { readonly id: StaffId; readonly division: Division },
  receiver: { readonly id: StaffId; readonly duties: readonly Duty[] },
  wanted: { readonly duty: Duty; readonly division: Division },
): { readonly kind: 'may-be-granted' } | DutyRefusal {
  if (grantor.id === receiver.id) return { kind: 'to-oneself' };
  if (!contains(grantor.division, wanted.division)) return { kind: 'beyond-own-division' };
  const held = receiver.duties.find((duty) => duty !== wanted.duty && fourPowers.includes(duty));
  if (fourPowers.includes(wanted.duty) && held !== undefined) return { kind: 'four-powers-combined', held };
  return { kind: 'may-be-granted' };
}

export function dutyRefusalWords(refusal: DutyRefusal, wanted: Duty): Bilingual {
  switch (refusal.kind) {
    case 'to-oneself':
      return {
        zh: '不能给自己加职责，请由另一位管理员办理。',
        en: 'Nobody grants a duty to themselves: ask another administrator.',
      };
    case 'beyond-own-division':
      return { zh: '这个区域不归您管理。', en: 'That division is outside your own.' };
    case 'four-powers-combined': {
      const already: Bilingual =
        refusal.held === undefined
          ? { zh: '其中另一项', en: 'another of them' }
          : { zh: `“${dutyWords[refusal.held].zh}”`, en: `“${dutyWords[refusal.held].en}”` };
      return {
        zh: `确认、资金管理、资金发放、监督四权分离，不能集于一人：此人已承担${already.zh}，不能再加“${dutyWords[wanted].zh}”。`,
        en: `Confirming, managing funds, paying out and supervising are kept apart: this person already holds ${already.en} and can’t hold “${dutyWords[wanted].en}” as well.`,
      };
    }
    default:
      return unreachable(refusal);
  }
}

/** Why a new password is refused. NIST SP 800-63B: length counts, composition rules don't. */
export type PasswordRefusal = 'too-short' | 'too-long' | 'too-simple' | 'same-as-before' | 'holds-the-sign-in-name';

const shortest = 10;
const longest = 128;

export function decidePassword(
  chosen: string,
  current: string,
  signInName: string,
): { readonly kind: 'fits' } | { readonly kind: PasswordRefusal } {
  const characters = [...chosen.normalize('NFKC')];
  if (characters.length < shortest) return { kind: 'too-short' };
  if (characters.length > longest) return { kind: 'too-long' };
  if (new Set(characters).size < 5) return { kind: 'too-simple' };
  if (chosen.toLowerCase().includes(signInName)) return { kind: 'holds-the-sign-in-name' };
  return chosen === current ? { kind: 'same-as-before' } : { kind: 'fits' };
}

export const passwordRefusalWords: Record<PasswordRefusal, Bilingual> = {
  'too-short': {
    zh: `新密码至少 ${shortest} 个字符。用一句自己记得住的话就很好。`,
    en: `At least ${shortest} characters. A sentence you remember does well.`,
  },
  'too-long': { zh: `新密码最多 ${longest} 个字符。`, en: `At most ${longest} characters.` },
  'too-simple': { zh: '新密码太简单，同样的字符太多。', en: 'Too simple: too many of the same characters.' },
  'same-as-before': { zh: '新密码和原来的一样。', en: 'The new password is the old one.' },
  'holds-the-sign-in-name': { zh: '新密码里不要带登录名。', en: 'Leave your sign-in name out of the password.' },
};
