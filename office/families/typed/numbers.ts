import type { Day } from '../../../values/day.ts';
import type { Localized } from '../../../values/language.ts';
import type { CheckedPerson } from '../case.ts';
import { type NotAResidentId, readResidentId } from '../../../values/resident-id.ts';
import { type Read, read, unreadable } from './reading.ts';

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
  return unreadable('identity', `identity-${number.why}`, words['zh-CN'], words.en);
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
    ? unreadable('phone', 'phone-empty', '请填写手机号。', 'Please write the phone number.')
    : unreadable(
        'phone',
        'phone-wrong',
        '请填 11 位手机号，以 1 开头。',
        'Please write the 11 digits of a mobile number; it begins with 1.',
      );
}
