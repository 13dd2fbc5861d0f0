import { inEveryLanguage, type Localized } from '../../values/language.ts';
import { addDays, type Day } from '../../values/day.ts';
import type { CheckedAccount } from './case.ts';
import { words } from './words/made/all.ts';

// What may stand in the register. Told values and the day; each fault has its own sentence. What is typed is read in `typed/`.

/** One fault of what was typed, at its field. */
export interface Fault<Code extends string = string> {
  readonly field: 'name' | 'birth' | 'identity' | 'phone' | 'nationality' | 'bank' | 'holderName' | 'number' | 'diedOn';
  readonly code: Code;
  readonly words: Localized;
}

function fault(field: Fault['field'], code: string, words: Localized): Fault {
  return { field, code, words };
}

const oldest = 130;

/** A day of birth is not in the future, and not beyond any human age. */
export function birthFault(birth: Day, today: Day): Fault | undefined {
  if (birth > today)
    return fault(
      'birth',
      'birth-in-future',
      inEveryLanguage(words, (w) => w.typed.birthInFuture),
    );
  if (birth >= addDays(today, -Math.round(oldest * 365.25))) return undefined;
  return fault(
    'birth',
    'birth-too-long-ago',
    inEveryLanguage(words, (w) => w.typed.birthTooLongAgo({ years: oldest })),
  );
}

/** The birthday is the one in the identity number. */
export function birthDiffers(birth: Day, identity: { readonly birth: Day }): readonly Fault[] {
  return identity.birth === birth ? [] : [differs];
}

const differs = fault(
  'birth',
  'birth-differs-from-identity',
  inEveryLanguage(words, (w) => w.typed.birthDiffersFromIdentity),
);

/** A day of death is not in the future, and not before birth. */
export function deathFault(died: Day, birth: Day, today: Day): Fault | undefined {
  if (died > today)
    return fault(
      'diedOn',
      'died-in-future',
      inEveryLanguage(words, (w) => w.typed.diedInFuture),
    );
  if (died >= birth) return undefined;
  return fault(
    'diedOn',
    'died-before-birth',
    inEveryLanguage(words, (w) => w.typed.diedBeforeBirth),
  );
}

/** 9, a province of GB/T 2260, the country's number: the permanent residence card of a foreigner. */
const ofAForeigner = /^9(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])/;

/**
 * Chinese citizens and nobody else have resident identity numbers (居民身份证法, art. 2); 81, 82, 83 are residence permits of Chinese citizens
 * from Hong Kong, Macao and Taiwan. A foreigner's card of permanent residence doesn't settle it: the nationality is asked for.
 */
export function nationalityOf(identity: string | undefined): string | undefined {
  return identity === undefined || ofAForeigner.test(identity) ? undefined : 'CN';
}

/** An account is in its owner's own name: nobody keeps another's card (财办〔2020〕37 号). */
export function ownerFaults(holderName: string, ownerName: string): readonly Fault[] {
  return holderName === ownerName ? [] : [notOwnAccount];
}

const notOwnAccount = fault(
  'holderName',
  'account-of-another',
  inEveryLanguage(words, (w) => w.typed.accountOfAnother),
);

/** What doesn't stop an entry, but is worth a second look: a wrong Luhn digit, since passbooks and older accounts have none. */
export function accountWarnings({ number }: CheckedAccount): readonly Localized[] {
  return luhnFits(number) ? [] : [luhnWarning];
}

const luhnWarning = inEveryLanguage(words, (w) => w.typed.cardNumberDoubtful);

/** Luhn's check of card numbers (ISO/IEC 7812-1), which only cards of 16 to 19 digits carry. */
export function luhnFits(digits: string): boolean {
  if (digits.length < 16 || digits.length > 19) return true;
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
