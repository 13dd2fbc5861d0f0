import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { yuanText } from '../../../values/fen.ts';
import { day } from '../../../values/day.ts';
import { fen } from '../../../values/fen.ts';
import type { Batch } from '../case.ts';
import { draftBatch } from '../batch/draft.ts';
import { importReturnFile } from './import.ts';
import { balances } from '../ledger/ledger-store.ts';
import { releaseBatch } from '../batch/release.ts';
import { batchLines } from '../store.ts';
import { county, system } from '../../staff/testing.ts';
import { familyActing, testOffice } from '../testing.ts';

const office = await testOffice();
const { house, funds, payer } = office;
const today = office.at('2026-12-12T10:30:00+08:00');
await office.deposit('1,000,000.00');

/** A released batch of everything that is due. */
async function released(): Promise<Batch> {
  const drafted = await draftBatch(house, payer, { payOn: day('2026-12-10') });
  if (drafted.kind !== 'drafted') throw new Error(drafted.kind);
  const { id, digest } = drafted.batch;
  await releaseBatch(house, funds, id, { version: 1, digest });
  const outcome = await releaseBatch(house, payer, id, { version: 2, digest });
  if (outcome.kind !== 'released') throw new Error(outcome.kind);
  return outcome.batch;
}

const head = '业务编号,收款人户名,金额,处理结果,失败原因,处理日期';

/** The bank's answer as its spreadsheet writes it; `ends` gives result, reason and day of each line. */
async function answerTo(batch: Batch, ends: readonly string[]): Promise<readonly string[]> {
  const lines = await office.as(payer, (trx) => batchLines(trx, county, batch.id));
  return [
    head,
    ...lines.map(({ reference, payee, amount }, index) => `${reference},${payee},"${yuanText(amount)}",${ends[index]}`),
  ];
}

const csv = (rows: readonly string[]): Buffer => iconv.encode(`${rows.join('\r\n')}\r\n`, 'gb18030');

/** Everything that an import could have changed. */
function everything(): Promise<unknown> {
  return office.as(system, async (trx) => ({
    payments: await trx.selectFrom('payment').selectAll().orderBy('id').execute(),
    lines: await trx.selectFrom('batchLine').selectAll().orderBy('endToEnd').execute(),
    batches: await trx.selectFrom('paymentBatch').selectAll().orderBy('id').execute(),
    entries: await trx.selectFrom('ledgerEntry').selectAll().orderBy('transactionId').orderBy('line').execute(),
    notices: await trx.selectFrom('notice').selectAll().orderBy('id').execute(),
    audit: await trx.selectFrom('auditEntry').selectAll().orderBy('id').execute(),
    files: await trx.selectFrom('returnFile').selectAll().orderBy('id').execute(),
  }));
}

test('what the bank paid is paid, what it returned is owed again, and both families are told', async () => {
  const arrived = await office.grant({ amount: fen(360_000n) });
  const cameBack = await office.grant({ amount: fen(120_000n) });
  const before = await office.as(funds, (trx) => balances(trx, county));
  const batch = await released();
  const file = csv(await answerTo(batch, ['成功,,20261211', '失败,账户已销户,2026-12-11']));
  expect(await importReturnFile(today, payer, batch.id, file)).toEqual({
    kind: 'imported',
    paid: { count: 1, total: 360_000n },
    returned: { count: 1, total: 120_000n },
  });
  const payments = await office.as(system, (trx) =>
    trx.selectFrom('payment').selectAll().orderBy('amountFen', 'desc').execute(),
  );
  expect(payments).toMatchObject([
    { id: arrived.paymentId, state: 'paid', paidOn: '2026-12-11', returnedOn: null },
    { id: cameBack.paymentId, state: 'returned', paidOn: null, returnedOn: '2026-12-11', returnReason: '账户已销户' },
  ]);
  const after = await office.as(funds, (trx) => balances(trx, county));
  expect(after.get('deposit')).toBe((before.get('deposit') ?? 0n) - 360_000n);
  expect(after.get('in-transit')).toBe(0n);
  expect(after.get('payable')).toBe(120_000n);
  const told = await office.as(familyActing(cameBack), (trx) => trx.selectFrom('notice').selectAll().execute());
  expect(told).toMatchObject([
    {
      kind: 'payment.returned',
      personId: cameBack.personId,
      words: {
        'zh-CN': '您申请的温暖补助 2026 年没有发成：账户已经销户。请换一个在用的账户。钱还在，换好账户就会再发。',
      },
    },
  ]);
  const [heard] = await office.as(familyActing(arrived), (trx) => trx.selectFrom('notice').select('kind').execute());
  expect(heard).toEqual({ kind: 'payment.paid' });
});

test('an amount with three decimals, a wrong one, an unknown and a repeated reference, a line of another batch and a missing line: all at once, and nothing changed', async () => {
  await office.grant({ amount: fen(100n) });
  const other = await released();
  const [, otherLine] = await answerTo(other, ['成功,,20261211']);
  for (const amount of [10_000n, 20_000n, 30_000n, 40_000n]) await office.grant({ amount: fen(amount) });
  const batch = await released();
  const [first, second, third] = (await office.as(payer, (trx) => batchLines(trx, county, batch.id))).map(
    ({ reference }) => reference,
  );
  const file = [
    head,
    `${first},甲,100.000,成功,,`,
    `${second},乙,200.01,成功,,`,
    `${third},丙,300.00,成功,,`,
    `${third},丙,300.00,成功,,`,
    '990101-20250001-000001,丁,1.00,成功,,',
    otherLine ?? '',
  ];
  const before = await everything();
  const outcome = await importReturnFile(today, payer, batch.id, csv(file));
  if (outcome.kind !== 'faults') throw new Error(outcome.kind);
  expect(outcome.faults.map(({ line, why }) => [line, why])).toEqual([
    [2, 'amount-with-more-than-two-decimals'],
    [3, 'wrong-amount'],
    [5, 'reference-twice'],
    [6, 'unknown-reference'],
    [7, 'line-of-another-batch'],
    [undefined, 'missing-line'],
  ]);
  expect(await everything()).toEqual(before);

  expect(await importReturnFile(today, payer, batch.id, csv([head, otherLine ?? '']))).toEqual({
    kind: 'other-batch',
    number: other.number,
  });
  expect(await everything()).toEqual(before);
});

test('the same file twice says when and by whom it was imported, and changes nothing', async () => {
  await office.grant({ amount: fen(50_000n) });
  const batch = await released();
  const file = csv(await answerTo(batch, ['成功,,20261211']));
  expect((await importReturnFile(today, payer, batch.id, file)).kind).toBe('imported');
  const before = await everything();
  const again = await importReturnFile(office.at('2026-12-13T08:00:00+08:00'), office.otherPayer, batch.id, file);
  const firstImport = {
    batchNumber: batch.number,
    importedAt: new Date('2026-12-12T10:30:00+08:00'),
    importedBy: { id: payer.who, name: '何秀英' },
  };
  expect(again).toMatchObject({ kind: 'already-imported', before: firstImport });
  const changed = Buffer.concat([file, Buffer.from('\r\n')]);
  expect(await importReturnFile(today, payer, batch.id, changed)).toMatchObject({
    kind: 'already-reconciled',
    before: firstImport,
  });
  expect(await everything()).toEqual(before);
});

test('two people who import one file at the same moment import it once', async () => {
  await office.grant({ amount: fen(50_000n) });
  const batch = await released();
  const file = csv(await answerTo(batch, ['成功,,20261211']));
  const outcomes = await Promise.all(
    [payer, office.otherPayer].map((acting) => importReturnFile(today, acting, batch.id, file)),
  );
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['already-imported', 'imported']);
});

test('a status report in ISO 20022 settles a batch as well', async () => {
  await office.grant({ amount: fen(70_000n) });
  await office.grant({ amount: fen(80_000n) });
  const batch = await released();
  const [one, two] = await office.as(payer, (trx) => batchLines(trx, county, batch.id));
  const file = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlPmtInfAndSts>
  <TxInfAndSts><OrgnlEndToEndId>${one?.reference}</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
  <TxInfAndSts><OrgnlEndToEndId>${two?.reference}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>
    <OrgnlTxRef><Amt><InstdAmt Ccy="CNY">${yuanText(two?.amount ?? fen(0n), { grouped: false })}</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
  expect(await importReturnFile(today, payer, batch.id, Buffer.from(file))).toMatchObject({
    kind: 'imported',
    paid: { count: 1, total: one?.amount },
    returned: { count: 1, total: two?.amount },
  });
});

test('a batch that has not left has no answer', async () => {
  await office.grant({ amount: fen(90_000n) });
  const drafted = await draftBatch(house, payer, { payOn: day('2026-12-10') });
  if (drafted.kind !== 'drafted') throw new Error(drafted.kind);
  const file = csv(await answerTo(drafted.batch, ['成功,,20261211']));
  expect(await importReturnFile(today, payer, drafted.batch.id, file)).toEqual({ kind: 'not-released' });
});
