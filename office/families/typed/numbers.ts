import type { Day } from '../../../values/day.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { CheckedPerson } from '../case.ts';
import { readResidentId } from '../../../values/resident-id.ts';
import { type Read, read, unreadable } from './reading.ts';
import { words } from '../words/made/all.ts';

/** An identity number with the birthday in it. */
export function readIdentity(
  typed: string,
): Read<{ readonly id: CheckedPerson['identity'] & string; readonly birth: Day }> {
  const number = readResidentId(typed);
  if (number.kind === 'id') return read({ id: number.id, birth: number.birth });
  const { why } = number;
  return unreadable(
    'identity',
    `identity-${why}`,
    inEveryLanguage(words, (w) => w.typed.identity[why]),
  );
}

export type PhoneFault = 'phone-empty' | 'phone-wrong';

/** A mobile number of the mainland in its eleven digits, however it was typed. */
export function readPhone(typed: string): Read<string, PhoneFault> {
  const digits = typed
    .normalize('NFKC')
    .replaceAll(/[\s()-]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return read(digits);
  return digits === ''
    ? unreadable(
        'phone',
        'phone-empty',
        inEveryLanguage(words, (w) => w.typed.phoneEmpty),
      )
    : unreadable(
        'phone',
        'phone-wrong',
        inEveryLanguage(words, (w) => w.typed.phoneWrong),
      );
}
