import { expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { yuanText } from '../../../values/fen.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import { draftBatch } from '../batch/draft.ts';
import { importReturnFile } from './import.ts';
import { correctAccount } from './correct-account.ts';
import { myPayments } from '../overview/money.ts';
import { returnedPayments } from './returned.ts';
import { releaseBatch } from '../batch/release.ts';
import { batchLines } from '../store.ts';
import { county } from '../../staff/testing.ts';
import { familyActing, type Granted, testOffice } from '../testing.ts';

const office = await testOffice();
const { house, funds, payer } = office;
await office.deposit('1,000,000.00');

/** Sends everything that is due to the bank, which answers each line so. */
async function sendAndAnswer(end: string): Promise<string> {
  const drafted = await draftBatch(house, payer, { payOn: day('2026-12-10') });
  if (drafted.kind !== 'drafted') throw new Error(drafted.kind);
  const { id, digest, number } = drafted.batch;
  await releaseBatch(house, funds, id, { version: 1, digest });
  await releaseBatch(house, payer, id, { version: 2, digest });
  const lines = await office.as(payer, (trx) => batchLines(trx, county, id));
  const rows = lines.map(({ reference, amount }) => `${reference},${yuanText(amount, { grouped: false })},${end}`);
  const file = ['业务编号,金额,处理结果,失败原因,处理日期', ...rows].join('\n');
  expect((await importReturnFile(house, payer, id, Buffer.from(file))).kind).toBe('imported');
  return number;
}

async function returned(): Promise<Granted> {
  const granted = await office.grant({ name: '王桂兰' });
  await sendAndAnswer('退汇,账号户名不符,2026-12-01');
  return granted;
}

const newAccount = { bank: '禾安农商银行', holderName: '王桂兰', number: '6228 4800 1111 2222 333' };

test('the family names another account, and the money goes out again, once', async () => {
  const granted = await returned();
  const family = familyActing(granted);
  const [before] = (await myPayments(house, family)).payments;
  expect(before).toMatchObject({
    state: 'returned',
    returned: {
      on: '2026-12-01',
      reason: { 'zh-CN': '户名和账号对不上' },
      advice: { 'zh-CN': '请按银行卡上的写法重新填写户名和账号。' },
    },
  });
  const corrected = await correctAccount(house, family, granted.paymentId, newAccount);
  expect(corrected).toMatchObject({ kind: 'corrected', payment: { standing: { state: 'due' } } });
  await sendAndAnswer('成功,,2026-12-01');
  const { payments } = await myPayments(house, family);
  expect(payments).toMatchObject([
    {
      state: 'paid',
      paidOn: '2026-12-01',
      account: { bank: '禾安农商银行', last4: '2333' },
      returned: { on: '2026-12-01' },
    },
  ]);
  const lines = await office.as(payer, (trx) =>
    trx.selectFrom('batchLine').select('outcome').where('paymentId', '=', granted.paymentId).execute(),
  );
  expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['paid', 'returned']));
});

test('an account that works again may be named again', async () => {
  const granted = await returned();
  expect(
    await correctAccount(house, familyActing(granted), granted.paymentId, { accountId: granted.accountId }),
  ).toMatchObject({ kind: 'corrected' });
  await sendAndAnswer('成功,,2026-12-01');
});

test('a clerk does it at the counter, and the family can read that they did', async () => {
  const granted = await returned();
  const clerk: StaffActing = { ...office.clerk, purpose: { key: 'payment' } };
  expect(await correctAccount(house, clerk, granted.paymentId, newAccount)).toMatchObject({ kind: 'corrected' });
  const looks = await office.as(familyActing(granted), (trx) =>
    trx.selectFrom('accessLog').select(['actorName', 'purpose']).execute(),
  );
  expect(looks).toContainEqual({ actorName: '方小满', purpose: 'payment' });
  await sendAndAnswer('成功,,2026-12-01');
});

test('another family’s payment and another family’s account are not there', async () => {
  const mine = await returned();
  const theirs = await office.grant();
  expect(await correctAccount(house, familyActing(theirs), mine.paymentId, newAccount)).toEqual({
    kind: 'no-such-payment',
  });
  expect(await correctAccount(house, familyActing(mine), mine.paymentId, { accountId: theirs.accountId })).toEqual({
    kind: 'no-such-account',
  });
  expect((await myPayments(house, familyActing(mine))).payments).toMatchObject([{ state: 'returned' }]);
});

test('an account in another’s name is refused at its field, and the payment waits', async () => {
  const granted = await returned();
  const outcome = await correctAccount(house, familyActing(granted), granted.paymentId, {
    ...newAccount,
    holderName: '李有田',
  });
  expect(outcome).toMatchObject({ kind: 'faults', faults: [{ at: 'account/holderName' }] });
  expect((await myPayments(house, familyActing(granted))).payments).toMatchObject([{ state: 'returned' }]);
});

test('a payment that is not returned keeps its account', async () => {
  const granted = await office.grant();
  expect(await correctAccount(house, familyActing(granted), granted.paymentId, newAccount)).toEqual({
    kind: 'not-returned',
  });
});

test('two tabs that correct at the same moment correct once, and leave one account', async () => {
  const granted = await returned();
  const accounts = ['6228480011112222666', '6228480011112222777'].map((number) => ({ ...newAccount, number }));
  const outcomes = await Promise.all(
    accounts.map((account) => correctAccount(house, familyActing(granted), granted.paymentId, account)),
  );
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['corrected', 'not-returned']));
  const kept = await office.as(familyActing(granted), (trx) => trx.selectFrom('account').select('id').execute());
  expect(kept).toHaveLength(2);
});

test('returns are tasks with a masked name, the reason, and what to do', async () => {
  const { returns } = await returnedPayments(house, payer);
  expect(returns.length).toBeGreaterThan(0);
  expect(returns[0]).toMatchObject({
    payee: '王*兰',
    purpose: { 'zh-CN': '温暖补助 2026 年' },
    reason: { en: 'the name and the account do not match' },
  });
});
