import { words } from './words/made/all.ts';
import type { Division } from '../../values/division.ts';
import type { StaffId } from '../../values/id.ts';
import { inEveryLanguage, type Localized } from '../../values/language.ts';
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
  if (!introduced.some(({ key, of }) => key === wanted.duty && of === undefined)) return { kind: 'unknown-duty' };
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
      return inEveryLanguage(words, (w) => w.decide.unknownDuty);
    case 'to-oneself':
      return inEveryLanguage(words, (w) => w.decide.toOneself);
    case 'beyond-own-division':
      return inEveryLanguage(words, (w) => w.decide.beyondOwnDivision);
    case 'four-powers-combined': {
      const { held } = refusal;
      const already: Localized =
        held === undefined
          ? inEveryLanguage(words, (w) => w.decide.already)
          : inEveryLanguage(words, (w, inOwn) => w.decide.already2({ held: inOwn(dutyWords(introduced, held)) }));
      const also = dutyWords(introduced, wanted);
      return inEveryLanguage(words, (w, inOwn) =>
        w.decide.fourPowersCombined({ already: inOwn(already), also: inOwn(also) }),
      );
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
  'too-short': inEveryLanguage(words, (w) => w.decide.tooShort({ shortest })),
  'too-long': inEveryLanguage(words, (w) => w.decide.tooLong({ longest })),
  'too-simple': inEveryLanguage(words, (w) => w.decide.tooSimple),
  'same-as-before': inEveryLanguage(words, (w) => w.decide.sameAsBefore),
  'holds-the-sign-in-name': inEveryLanguage(words, (w) => w.decide.holdsTheSignInName),
};
