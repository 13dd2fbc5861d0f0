import { describe, expect, test } from 'vitest';
import { checkAccount } from './account.ts';

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
});
