import { describe, expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { checkDigitOf } from '../../../values/resident-id.ts';
import { maskedPhone } from '../case.ts';
import { readBirth } from './days.ts';
import { readPhone } from './numbers.ts';
import { checkPerson } from './person.ts';

const today = day('2026-03-02');
const identity = numberOf('990101199405060021');

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
});

/** The number with its right last character. */
function numberOf(digits: string): string {
  return `${digits.slice(0, 17)}${checkDigitOf(digits.slice(0, 17))}`;
}
