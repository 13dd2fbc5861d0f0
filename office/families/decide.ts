import type { Localized } from '../../values/language.ts';
import { addDays, type Day } from '../../values/day.ts';
import type { CheckedAccount } from './case.ts';

// What may stand in the register. Told values and the day; each fault has its own sentence. What is typed is read in `typed/`.

/** One fault of what was typed, at its field. */
export interface Fault<Code extends string = string> {
  readonly field: 'name' | 'birth' | 'identity' | 'phone' | 'nationality' | 'bank' | 'holderName' | 'number' | 'diedOn';
  readonly code: Code;
  readonly words: Localized;
}

function fault(field: Fault['field'], code: string, zh: string, en: string): Fault {
  return { field, code, words: { 'zh-CN': zh, en } };
}

const oldest = 130;

/** A day of birth is not in the future, and not beyond any human age. */
export function birthFault(birth: Day, today: Day): Fault | undefined {
  if (birth > today)
    return fault(
      'birth',
      'birth-in-future',
      '出生日期还没到，请核对。',
      'That day has not come yet. Please check the day of birth.',
    );
  if (birth >= addDays(today, -Math.round(oldest * 365.25))) return undefined;
  return fault(
    'birth',
    'birth-too-long-ago',
    `出生日期在 ${oldest} 年以前，请核对。`,
    `That is more than ${oldest} years ago. Please check the day of birth.`,
  );
}

/** The birthday is the one in the identity number. */
export function birthDiffers(birth: Day, identity: { readonly birth: Day }): readonly Fault[] {
  return identity.birth === birth ? [] : [differs];
}

const differs = fault(
  'birth',
  'birth-differs-from-identity',
  '出生日期和身份证号里的不一样，请核对其中哪一个写错了。',
  'The day of birth differs from the one in the identity number. Please check which of the two is wrong.',
);

/** A day of death is not in the future, and not before birth. */
export function deathFault(died: Day, birth: Day, today: Day): Fault | undefined {
  if (died > today)
    return fault(
      'diedOn',
      'died-in-future',
      '去世日期还没到，请核对。',
      'That day has not come yet. Please check the day of death.',
    );
  if (died >= birth) return undefined;
  return fault(
    'diedOn',
    'died-before-birth',
    '去世日期早于出生日期，请核对。',
    'The day of death lies before birth. Please check it.',
  );
}

/** 9, a province of GB/T 2260, the country's number: the permanent residence card of a foreigner. */
const ofAForeigner = /^9(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])/;

/**
 * Chinese citizens and nobody else have resident identity numbers (居民身份证法, art. 2); 81, 82, 83 are residence permits of Chinese citizens from Hong Kong,
 * Macao and Taiwan. A foreigner's card of permanent residence doesn't settle it: the nationality is asked for.
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
  '户名和领取人的姓名不一样。补贴只发到本人名下的账户，不能用别人的卡。',
  'The account’s name differs from the recipient’s. Money goes only to an account in the person’s own name, never to another’s card.',
);

/** What doesn't stop an entry, but is worth a second look: a wrong Luhn digit, since passbooks and older accounts have none. */
export function accountWarnings({ number }: CheckedAccount): readonly Localized[] {
  return luhnFits(number) ? [] : [luhnWarning];
}

const luhnWarning: Localized = {
  'zh-CN': '这个银行卡号的校验位对不上，可能有一位写错。请对着卡再看一遍；确实没错就不用改。',
  en: 'The check digit of this card number doesn’t fit, so one digit may be wrong. Please compare it with the card; if it is right, leave it.',
};

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
