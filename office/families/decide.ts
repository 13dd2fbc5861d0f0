import type { Localized } from '../../values/language.ts';
import { addDays, type Day, readDay } from '../../values/day.ts';
import { type NotAResidentId, readResidentId } from '../../values/resident-id.ts';
import type { CheckedAccount, CheckedPerson } from './case.ts';

// What may stand in the register. Told what was typed and the day; answers are values, each fault with its own sentence.

/** One fault of what was typed, at its field. */
export interface Fault<Code extends string = string> {
  readonly field: 'name' | 'birth' | 'identity' | 'phone' | 'nationality' | 'bank' | 'holderName' | 'number' | 'diedOn';
  readonly code: Code;
  readonly words: Localized;
}

type Read<Value, Code extends string = string> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'fault'; readonly fault: Fault<Code> };

const read = <Value>(value: Value): Read<Value, never> => ({ kind: 'read', value });

function fault<const Code extends string>(
  field: Fault['field'],
  code: Code,
  zh: string,
  en: string,
): { kind: 'fault'; fault: Fault<Code> } {
  return { kind: 'fault', fault: { field, code, words: { 'zh-CN': zh, en } } };
}

// Names

const longestName = 60;
/** The dots that keyboards offer for the one in ethnic names (U+00B7, GB/T 15834). */
const dots = /[•・‧∙⋅．]/gu;
const belongsInAName = /^[\p{L}\p{M}\p{N} ·.'’-]$/u;
/** Letters that show nothing (the Hangul fillers) make two names look like one. The selectors of a character's variant are no such. */
const showsNothing = /^(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}$/u;

/**
 * A name as it is stored: NFC, one kind of dot, single blanks. Any character of Unicode's letters may stand in it, however rare (𠮷, 㼆, the extensions of
 * CJK); control characters, symbols and characters of private use may not.
 */
export function readName(typed: string, field: 'name' | 'holderName' = 'name'): Read<string> {
  const name = typed
    .normalize('NFC')
    .replaceAll(dots, '·')
    .replaceAll(/[\t\u{a0}\u{3000} ]+/gu, ' ')
    .trim();
  const characters = [...name];
  if (characters.length === 0) return fault(field, 'name-empty', '请填写姓名。', 'Please write the name.');
  if (characters.length > longestName) {
    return fault(
      field,
      'name-too-long',
      `姓名最多 ${longestName} 个字，现在是 ${characters.length} 个。`,
      `A name has at most ${longestName} characters; this one has ${characters.length}.`,
    );
  }
  const strange = characters.find((character) => !belongsInAName.test(character) || showsNothing.test(character));
  if (strange !== undefined) return strangeInName(field, strange);
  if (!/\p{L}/u.test(name))
    return fault(
      field,
      'name-without-letter',
      '姓名里没有文字，请检查。',
      'There is no letter in this name. Please check it.',
    );
  return read(name);
}

function strangeInName(field: Fault['field'], character: string): { kind: 'fault'; fault: Fault } {
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/\p{Co}/u.test(character)) {
    return fault(
      field,
      'name-private-use',
      `姓名里有一个只在某台电脑上造的字（${point}），别处显示不出来。请到窗口，由工作人员帮您选国家标准里的同一个字。`,
      `One character of the name (${point}) exists on one computer only. Please come to the counter: staff will find the same character in the national standard.`,
    );
  }
  const invisible = /\p{C}/u.test(character) || showsNothing.test(character);
  const shown = invisible ? point : `“${character}”（${point}）`;
  return fault(
    field,
    'name-strange-character',
    `姓名里不能有${shown}，请删去。`,
    `A name can’t hold ${invisible ? point : `“${character}” (${point})`}. Please remove it.`,
  );
}

// Identity numbers, days, phones

const identityWords: Record<NotAResidentId, Localized> = {
  'wrong-length': {
    'zh-CN': '身份证号是 18 位，请数一数。',
    en: 'An identity number has 18 characters. Please count them.',
  },
  'wrong-characters': {
    'zh-CN': '身份证号只有数字，最后一位可以是 X。',
    en: 'An identity number has digits only; the last may be X.',
  },
  'no-such-day': {
    'zh-CN': '身份证号第 7 到 14 位是出生日期，日历上没有这一天，请核对。',
    en: 'Characters 7 to 14 are the day of birth, and the calendar has no such day. Please check.',
  },
  'wrong-check-digit': {
    'zh-CN': '身份证号有一位不对（校验不通过），请对着证件再看一遍。',
    en: 'One character of the identity number is wrong (its check digit doesn’t fit). Please compare it with the card.',
  },
};

/** An identity number with the birthday in it. */
export function readIdentity(
  typed: string,
): Read<{ readonly id: CheckedPerson['identity'] & string; readonly birth: Day }> {
  const number = readResidentId(typed);
  if (number.kind === 'id') return read({ id: number.id, birth: number.birth });
  const words = identityWords[number.why];
  return fault('identity', `identity-${number.why}`, words['zh-CN'], words.en);
}

const oldest = 130;

/** A day of birth: one of the calendar, not in the future, not beyond any human age. `2024-1-5`, `2024/01/05`, `20240105` and `2024年1月5日` are understood. */
export function readBirth(typed: string, today: Day): Read<Day> {
  const birth = readTypedDay(typed);
  if (birth === undefined) {
    return typed.trim() === ''
      ? fault('birth', 'birth-empty', '请填写出生日期。', 'Please write the day of birth.')
      : fault(
          'birth',
          'birth-no-such-day',
          '没有这一天，请核对出生日期。',
          'There is no such day. Please check the day of birth.',
        );
  }
  if (birth > today)
    return fault(
      'birth',
      'birth-in-future',
      '出生日期还没到，请核对。',
      'That day has not come yet. Please check the day of birth.',
    );
  if (birth < addDays(today, -Math.round(oldest * 365.25))) {
    return fault(
      'birth',
      'birth-too-long-ago',
      `出生日期在 ${oldest} 年以前，请核对。`,
      `That is more than ${oldest} years ago. Please check the day of birth.`,
    );
  }
  return read(birth);
}

function readTypedDay(typed: string): Day | undefined {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(
    typed.normalize('NFKC').replaceAll(/\s/g, ''),
  );
  if (!match) return undefined;
  const [, year = '', month = match[4] ?? '', day = match[5] ?? ''] = match;
  return readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
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
    ? fault('phone', 'phone-empty', '请填写手机号。', 'Please write the phone number.')
    : fault(
        'phone',
        'phone-wrong',
        '请填 11 位手机号，以 1 开头。',
        'Please write the 11 digits of a mobile number; it begins with 1.',
      );
}

// People

/** A person as typed; blank means left out. */
export interface TypedPerson {
  readonly name: string;
  /** May be left out when the identity number tells it. */
  readonly birth?: string | undefined;
  readonly identity?: string | undefined;
  readonly phone?: string | undefined;
  readonly nationality?: string | undefined;
}

/** Checks a person whole: every fault at once. */
export function checkPerson(
  typed: TypedPerson,
  today: Day,
):
  | { readonly kind: 'person'; readonly person: CheckedPerson }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] } {
  const identity = optional(typed.identity, readIdentity);
  const name = readName(typed.name);
  const birth = birthOf(typed.birth, identity, today);
  const phone = optional(typed.phone, readPhone);
  const nationality = optional(typed.nationality, readNationality);
  const faults = [name, birth, identity, phone, nationality].flatMap((one) =>
    one?.kind === 'fault' ? [one.fault] : [],
  );
  if (identity?.kind === 'read' && birth?.kind === 'read' && identity.value.birth !== birth.value)
    faults.push(birthDiffers.fault);
  if (faults.length > 0 || name.kind === 'fault' || birth?.kind !== 'read') return { kind: 'faults', faults };
  const id = identity?.kind === 'read' ? identity.value.id : undefined;
  const known = nationality?.kind === 'read' ? nationality.value : nationalityOf(id);
  return {
    kind: 'person',
    person: {
      name: name.value,
      birth: birth.value,
      ...(known === undefined ? {} : { nationality: known }),
      ...(id === undefined ? {} : { identity: id }),
      ...(phone?.kind === 'read' ? { phone: phone.value } : {}),
    },
  };
}

/** The day that was typed, else the one in the identity number; undefined when that number has to be mended first. */
function birthOf(
  typed: string | undefined,
  identity: ReturnType<typeof readIdentity> | undefined,
  today: Day,
): Read<Day> | undefined {
  if (!blank(typed) || identity === undefined) return readBirth(typed ?? '', today);
  return identity.kind === 'read' ? readBirth(identity.value.birth, today) : undefined;
}

const birthDiffers = fault(
  'birth',
  'birth-differs-from-identity',
  '出生日期和身份证号里的不一样，请核对其中哪一个写错了。',
  'The day of birth differs from the one in the identity number. Please check which of the two is wrong.',
);

/** 9, a province of GB/T 2260, the country's number: the permanent residence card of a foreigner. */
const ofAForeigner = /^9(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])/;

/**
 * Chinese citizens and nobody else have resident identity numbers (居民身份证法, art. 2); 81, 82, 83 are residence permits of Chinese citizens from Hong Kong,
 * Macao and Taiwan. A foreigner's card of permanent residence doesn't settle it: the nationality is asked for.
 */
function nationalityOf(identity: string | undefined): string | undefined {
  return identity === undefined || ofAForeigner.test(identity) ? undefined : 'CN';
}

function readNationality(typed: string): Read<string> {
  const code = typed.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code)
    ? read(code)
    : fault('nationality', 'nationality-unknown', '请从列表里选国籍。', 'Please choose the nationality from the list.');
}

/** A day of death: not in the future, not before birth. */
export function readDeath(typed: string, birth: Day, today: Day): Read<Day> {
  const day = readTypedDay(typed);
  if (day === undefined)
    return fault(
      'diedOn',
      'died-no-such-day',
      '没有这一天，请核对去世日期。',
      'There is no such day. Please check the day of death.',
    );
  if (day > today)
    return fault(
      'diedOn',
      'died-in-future',
      '去世日期还没到，请核对。',
      'That day has not come yet. Please check the day of death.',
    );
  return day < birth
    ? fault(
        'diedOn',
        'died-before-birth',
        '去世日期早于出生日期，请核对。',
        'The day of death lies before birth. Please check it.',
      )
    : read(day);
}

// Accounts

/** An account as typed. */
export interface TypedAccount {
  readonly bank: string;
  readonly holderName: string;
  readonly number: string;
}

/** What doesn't stop an entry, but is worth a second look. */
const luhnWarning: Localized = {
  'zh-CN': '这个银行卡号的校验位对不上，可能有一位写错。请对着卡再看一遍；确实没错就不用改。',
  en: 'The check digit of this card number doesn’t fit, so one digit may be wrong. Please compare it with the card; if it is right, leave it.',
};

/**
 * Checks an account. It is in its owner's own name: nobody keeps another's card (财办〔2020〕37 号). A wrong Luhn digit only warns: passbooks and older accounts
 * have none.
 */
export function checkAccount(
  typed: TypedAccount,
  ownerName: string,
):
  | { readonly kind: 'account'; readonly account: CheckedAccount; readonly warnings: readonly Localized[] }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] } {
  const bank = readBank(typed.bank);
  const holder = readName(typed.holderName, 'holderName');
  const number = readAccountNumber(typed.number);
  const faults = [bank, holder, number].flatMap((one) => (one.kind === 'fault' ? [one.fault] : []));
  if (holder.kind === 'read' && holder.value !== ownerName) faults.push(notOwnAccount.fault);
  if (faults.length > 0 || bank.kind === 'fault' || holder.kind === 'fault' || number.kind === 'fault')
    return { kind: 'faults', faults };
  const account = { bank: bank.value, holderName: holder.value, number: number.value };
  return { kind: 'account', account, warnings: luhnFits(account.number) ? [] : [luhnWarning] };
}

const notOwnAccount = fault(
  'holderName',
  'account-of-another',
  '户名和领取人的姓名不一样。补贴只发到本人名下的账户，不能用别人的卡。',
  'The account’s name differs from the recipient’s. Money goes only to an account in the person’s own name, never to another’s card.',
);

function readBank(typed: string): Read<string> {
  const bank = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (bank === '') return fault('bank', 'bank-empty', '请填写开户银行。', 'Please write the bank.');
  if ([...bank].length > 60 || /[\p{C}<>"]/u.test(bank))
    return fault(
      'bank',
      'bank-strange',
      '开户银行请写卡上的名称，60 字以内。',
      'Please write the bank’s name as on the card, at most 60 characters.',
    );
  return read(bank);
}

function readAccountNumber(typed: string): Read<string> {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  if (digits === '') return fault('number', 'number-empty', '请填写账号。', 'Please write the account number.');
  if (!/^\d+$/.test(digits))
    return fault(
      'number',
      'number-characters',
      '账号只有数字，请检查。',
      'An account number has digits only. Please check it.',
    );
  return digits.length < 8 || digits.length > 32
    ? fault(
        'number',
        'number-length',
        `账号一般是 16 到 19 位，现在是 ${digits.length} 位，请检查。`,
        `An account number mostly has 16 to 19 digits; this one has ${digits.length}. Please check it.`,
      )
    : read(digits);
}

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

function blank(typed: string | undefined): boolean {
  return typed === undefined || typed.trim() === '';
}

function optional<Value>(typed: string | undefined, reader: (text: string) => Read<Value>): Read<Value> | undefined {
  return typed === undefined || blank(typed) ? undefined : reader(typed);
}
