import type { Division } from '../../values/division.ts';
import type { StaffId } from '../../values/id.ts';
import type { Localized } from '../../values/language.ts';
import { contains } from '../../values/division.ts';
import { unreachable } from '../../values/unreachable.ts';
import { type Duty, type DutyIntroduced, dutyWords, fourPowers } from '../hall/who/duty.ts';

/** Why a duty can't be granted. */
export type DutyRefusal =
  | { readonly kind: 'unknown-duty' }
  | { readonly kind: 'to-oneself' }
  | { readonly kind: 'beyond-own-division' }
  /** `held` is absent when another power was granted at the same moment. */
  | { readonly kind: 'four-powers-combined'; readonly held?: Duty };

/** Whether an administrator may grant a duty: never to themselves, within their division, never two of the four powers in one hand. */
export function decideGrant(
  grantor: { readonly id: StaffId; readonly division: Division },
  receiver: { readonly id: StaffId; readonly duties: readonly Duty[] },
  wanted: { readonly duty: Duty; readonly division: Division },
  introduced: readonly DutyIntroduced[],
): { readonly kind: 'may-be-granted' } | DutyRefusal {
  if (!introduced.some(({ key }) => key === wanted.duty)) return { kind: 'unknown-duty' };
  if (grantor.id === receiver.id) return { kind: 'to-oneself' };
  if (!contains(grantor.division, wanted.division)) return { kind: 'beyond-own-division' };
  const held = receiver.duties.find((duty) => duty !== wanted.duty && fourPowers.includes(duty));
  if (fourPowers.includes(wanted.duty) && held !== undefined) return { kind: 'four-powers-combined', held };
  return { kind: 'may-be-granted' };
}

/** Why a duty was not granted, in words. */
export function dutyRefusalWords(refusal: DutyRefusal, wanted: Duty, introduced: readonly DutyIntroduced[]): Localized {
  switch (refusal.kind) {
    case 'unknown-duty':
      return { 'zh-CN': '没有这项职责。', en: 'There is no such duty.' };
    case 'to-oneself':
      return {
        'zh-CN': '不能给自己加职责，请由另一位管理员办理。',
        en: 'Nobody grants a duty to themselves: ask another administrator.',
      };
    case 'beyond-own-division':
      return { 'zh-CN': '这个区域不归您管理。', en: 'That division is outside your own.' };
    case 'four-powers-combined': {
      const already: Localized =
        refusal.held === undefined
          ? { 'zh-CN': '其中另一项', en: 'another of them' }
          : {
              'zh-CN': `“${dutyWords(introduced, refusal.held)['zh-CN']}”`,
              en: `“${dutyWords(introduced, refusal.held).en}”`,
            };
      const also = dutyWords(introduced, wanted);
      return {
        'zh-CN': `确认、资金管理、资金发放、监督四权分离，不能集于一人：此人已承担${already['zh-CN']}，不能再加“${also['zh-CN']}”。`,
        en: `Confirming, managing funds, paying out and supervising are kept apart: this person already holds ${already.en} and can’t hold “${also.en}” as well.`,
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

export const passwordRefusalWords: Record<PasswordRefusal, Localized> = {
  'too-short': {
    'zh-CN': `新密码至少 ${shortest} 个字符。用一句自己记得住的话就很好。`,
    en: `At least ${shortest} characters. A sentence you remember does well.`,
  },
  'too-long': { 'zh-CN': `新密码最多 ${longest} 个字符。`, en: `At most ${longest} characters.` },
  'too-simple': { 'zh-CN': '新密码太简单，同样的字符太多。', en: 'Too simple: too many of the same characters.' },
  'same-as-before': { 'zh-CN': '新密码和原来的一样。', en: 'The new password is the old one.' },
  'holds-the-sign-in-name': { 'zh-CN': '新密码里不要带登录名。', en: 'Leave your sign-in name out of the password.' },
};
