import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import {
  accountWarnings,
  birthDiffers,
  birthFault,
  deathFault,
  luhnFits,
  nationalityOf,
  ownerFaults,
} from './decide.ts';

const today = day('2026-03-02');
const born = day('1994-05-06');

describe('a day of birth', () => {
  test('may be today, not tomorrow', () => {
    expect(birthFault(today, today)).toBeUndefined();
    expect(birthFault(day('2026-03-03'), today)).toMatchObject({ field: 'birth', code: 'birth-in-future' });
  });

  test('lies within a human age', () => {
    expect(birthFault(day('1896-03-03'), today)).toBeUndefined();
    expect(birthFault(day('1896-01-01'), today)).toMatchObject({ code: 'birth-too-long-ago' });
  });

  test('is the one in the identity number', () => {
    expect(birthDiffers(born, { birth: born })).toEqual([]);
    expect(birthDiffers(born, { birth: day('1994-05-07') })).toMatchObject([{ code: 'birth-differs-from-identity' }]);
  });
});

test('nobody dies tomorrow or before birth', () => {
  expect(deathFault(day('2026-03-03'), born, today)).toMatchObject({ field: 'diedOn', code: 'died-in-future' });
  expect(deathFault(day('1994-05-05'), born, today)).toMatchObject({ code: 'died-before-birth' });
  expect(deathFault(born, born, today)).toBeUndefined();
});

test('a resident identity number is a citizen’s; a foreigner’s card and no number settle nothing', () => {
  expect(nationalityOf('990101199405060021')).toBe('CN');
  expect(nationalityOf('932682198501010017')).toBeUndefined();
  expect(nationalityOf(undefined)).toBeUndefined();
});

describe('an account', () => {
  test('is in the person’s own name: nobody keeps another’s card', () => {
    expect(ownerFaults('王秀兰', '王秀兰')).toEqual([]);
    expect(ownerFaults('王秀兰', '刘桂芳')).toMatchObject([{ field: 'holderName', code: 'account-of-another' }]);
  });

  test('with a digit that looks wrong is warned of, not refused', () => {
    const account = { bank: '禾安农商银行', holderName: '王秀兰', number: '4111111111111112' };
    expect(accountWarnings(account)).toMatchObject([{ 'zh-CN': expect.stringContaining('可能有一位写错') }]);
    expect(accountWarnings({ ...account, number: '4111111111111111' })).toEqual([]);
  });
});

test('a card number of which any one digit is mistyped no longer fits Luhn’s check', () => {
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
