import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import { checkDigitOf } from '../../values/resident-id.ts';
import { maskedName, maskedPhone } from './case.ts';
import { checkAccount, checkPerson, luhnFits, readBirth, readDeath, readName, readPhone } from './decide.ts';

const today = day('2026-03-02');
const identity = numberOf('990101199405060021');

describe('a name', () => {
  test.each([
    ['王秀兰', '王秀兰'],
    ['　王 秀兰 ', '王 秀兰'],
    ['𠮷田㼆齉', '𠮷田㼆齉'],
    ['\u{2CEB2}\u{31350}', '\u{2CEB2}\u{31350}'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿卜杜拉・吐尔逊', '阿卜杜拉·吐尔逊'],
    ["Mary Ann O'Neil-Smith", "Mary Ann O'Neil-Smith"],
    ['Jose\u0301', 'José'],
    ['葛\u{E0100}城', '葛\u{E0100}城'],
    ['王'.repeat(60), '王'.repeat(60)],
    ['𠮷'.repeat(60), '𠮷'.repeat(60)],
  ])('“%s” is kept as “%s”', (typed, kept) => {
    expect(readName(typed)).toEqual({ kind: 'read', value: kept });
  });

  test.each([
    ['', 'name-empty'],
    ['  　', 'name-empty'],
    ['𠮷'.repeat(61), 'name-too-long'],
    ['王\u0000秀兰', 'name-strange-character'],
    ['王\n秀兰', 'name-strange-character'],
    ['王\u200B秀兰', 'name-strange-character'],
    ['\u202E兰秀王', 'name-strange-character'],
    ['王\uD842', 'name-strange-character'],
    ['<b>王</b>', 'name-strange-character'],
    ['王秀兰😀', 'name-strange-character'],
    ['王\u3164兰', 'name-strange-character'],
    ['\uFFA0', 'name-strange-character'],
    ['王\u034F兰', 'name-strange-character'],
    ['王\uE863', 'name-private-use'],
    ['123', 'name-without-letter'],
  ])('%j is refused: %s', (typed, code) => {
    expect(readName(typed)).toMatchObject({ kind: 'fault', fault: { field: 'name', code } });
  });

  test('a fault names the character, so that it can be found', () => {
    expect(readName('王*兰')).toMatchObject({ fault: { words: { 'zh-CN': '姓名里不能有“*”（U+002A），请删去。' } } });
    expect(readName('王\u200B兰')).toMatchObject({ fault: { words: { 'zh-CN': '姓名里不能有U+200B，请删去。' } } });
  });

  test.each([
    ['陈晓', '陈*'],
    ['王小兰', '王*兰'],
    ['尉迟恭', '尉迟*'],
    ['欧阳小兰', '欧阳*兰'],
    ['尉迟', '尉*'],
    ['阿依古丽·买买提', '阿***'],
    ['𠮷田桂兰', '𠮷**兰'],
    ['王', '*'],
  ])('“%s” is “%s” in a list', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });
});

describe('a day of birth', () => {
  test.each([
    '2023-12-05',
    '2023-12-5',
    '2023/12/05',
    '2023年12月5日',
    '20231205',
    '２０２３．１２．０５',
    ' 2023 - 12 - 05 ',
  ])('%s is understood', (typed) => {
    expect(readBirth(typed, today)).toEqual({ kind: 'read', value: '2023-12-05' });
  });

  test.each([
    ['', 'birth-empty'],
    ['2023-02-29', 'birth-no-such-day'],
    ['5.12.2023', 'birth-no-such-day'],
    ['2026-03-03', 'birth-in-future'],
    ['1896-01-01', 'birth-too-long-ago'],
  ])('%j is refused: %s', (typed, code) => {
    expect(readBirth(typed, today)).toMatchObject({ kind: 'fault', fault: { code } });
  });

  test('may be today', () => {
    expect(readBirth('2026-03-02', today).kind).toBe('read');
  });
});

describe('a phone number', () => {
  test.each(['19900000042', '+86 199 0000 0042', '0086-199-0000-0042', '８６１９９００００００４２', '(199) 00000042'])(
    '%s is one',
    (typed) => {
      expect(readPhone(typed)).toEqual({ kind: 'read', value: '19900000042' });
    },
  );

  test.each([
    ['', 'phone-empty'],
    ['1990000004', 'phone-wrong'],
    ['12900000042', 'phone-wrong'],
    ['0571-88888888', 'phone-wrong'],
  ])('%j is none: %s', (typed, code) => {
    expect(readPhone(typed)).toMatchObject({ kind: 'fault', fault: { code } });
  });

  test('shows its ends in a list', () => {
    expect(maskedPhone('19900000042')).toBe('199****0042');
  });
});

describe('a person', () => {
  test('whose identity number tells birth and citizenship needs no more than a name', () => {
    expect(checkPerson({ name: '王秀兰', identity: identity.toLowerCase() }, today)).toEqual({
      kind: 'person',
      person: { name: '王秀兰', birth: '1994-05-06', nationality: 'CN', identity },
    });
  });

  test('without an identity number has no nationality until somebody says so', () => {
    expect(checkPerson({ name: '刘一诺', birth: '2023-12-05' }, today)).toEqual({
      kind: 'person',
      person: { name: '刘一诺', birth: '2023-12-05' },
    });
  });

  test('with a foreigner’s permanent residence number is not taken for a citizen', () => {
    const checked = checkPerson({ name: 'Anna Berg', identity: '932682198501010017' }, today);
    expect(checked).toMatchObject({ kind: 'person', person: { birth: '1985-01-01' } });
    expect(checked.kind === 'person' && 'nationality' in checked.person).toBe(false);
  });

  test('hears of every fault at once', () => {
    const checked = checkPerson(
      {
        name: '',
        birth: '2026-13-01',
        identity: `${identity.slice(0, 17)}${identity.endsWith('1') ? '2' : '1'}`,
        phone: '12345',
        nationality: '?',
      },
      today,
    );
    expect(checked).toMatchObject({
      kind: 'faults',
      faults: [
        { code: 'name-empty' },
        { code: 'birth-no-such-day' },
        { code: 'identity-wrong-check-digit' },
        { code: 'phone-wrong' },
        { code: 'nationality-unknown' },
      ],
    });
  });

  test('is asked which is right when the birthday differs from the identity number', () => {
    expect(checkPerson({ name: '王秀兰', birth: '1994-05-07', identity }, today)).toMatchObject({
      kind: 'faults',
      faults: [{ field: 'birth', code: 'birth-differs-from-identity' }],
    });
  });

  test('did not die tomorrow or before birth', () => {
    expect(readDeath('2026-03-03', day('1994-05-06'), today)).toMatchObject({ fault: { code: 'died-in-future' } });
    expect(readDeath('1994-05-05', day('1994-05-06'), today)).toMatchObject({ fault: { code: 'died-before-birth' } });
    expect(readDeath('1994-05-06', day('1994-05-06'), today).kind).toBe('read');
  });
});

describe('an account', () => {
  const typed = { bank: '禾安农商银行', holderName: '王秀兰', number: '6228 4800 0000 0000 018' };

  test('in the person’s own name is kept in its digits', () => {
    expect(checkAccount(typed, '王秀兰')).toMatchObject({
      kind: 'account',
      account: { bank: '禾安农商银行', holderName: '王秀兰', number: '6228480000000000018' },
    });
  });

  test('of somebody else is refused: nobody keeps another’s card', () => {
    expect(checkAccount(typed, '刘桂芳')).toMatchObject({
      kind: 'faults',
      faults: [{ field: 'holderName', code: 'account-of-another' }],
    });
  });

  test('with a digit that looks wrong is warned of, not refused', () => {
    const wrong = checkAccount({ ...typed, number: '4111111111111112' }, '王秀兰');
    expect(wrong).toMatchObject({
      kind: 'account',
      warnings: [{ 'zh-CN': expect.stringContaining('可能有一位写错') }],
    });
    expect(checkAccount({ ...typed, number: '4111111111111111' }, '王秀兰')).toMatchObject({ warnings: [] });
  });

  test.each([
    ['', 'number-empty'],
    ['6228-48OO', 'number-characters'],
    ['6228480', 'number-length'],
    ['6'.repeat(33), 'number-length'],
  ])('number %j is refused: %s', (number, code) => {
    expect(checkAccount({ ...typed, number }, '王秀兰')).toMatchObject({ kind: 'faults', faults: [{ code }] });
  });

  test('of which any one digit is mistyped no longer fits Luhn’s check', () => {
    const cards = fc.tuple(fc.stringMatching(/^\d{15,18}$/), fc.nat(), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(cards, ([body, at, by]) => {
        const check = [...'0123456789'].find((digit) => luhnFits(`${body}${digit}`)) ?? '';
        const place = at % body.length;
        const mistyped = `${body.slice(0, place)}${(Number(body[place]) + by) % 10}${body.slice(place + 1)}${check}`;
        return luhnFits(`${body}${check}`) && !luhnFits(mistyped);
      }),
    );
  });
});

/** The number with its right last character. */
function numberOf(digits: string): string {
  return `${digits.slice(0, 17)}${checkDigitOf(digits.slice(0, 17))}`;
}
