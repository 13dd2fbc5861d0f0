import { expect, test } from 'vitest';
import { inTransaction } from '../../../building/database/transaction.ts';
import { day } from '../../../values/day.ts';
import { fen } from '../../../values/fen.ts';
import { settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import { standardLayout } from './bank-profile.ts';
import type { Batch } from '../case.ts';
import { cancelBatch, draftBatch } from './draft.ts';
import { available, balances } from '../ledger/ledger-store.ts';
import { batchView } from '../overview/money.ts';
import { releaseRefusalWords } from '../words/sentences.ts';
import { releaseBatch } from './release.ts';
import { county, system } from '../../staff/testing.ts';
import { testOffice } from '../testing.ts';

const office = await testOffice();
const { house, funds, payer } = office;
await office.deposit('10,000.00');

async function drafted(): Promise<Batch> {
  const outcome = await draftBatch(house, payer, { payOn: day('2026-12-10') });
  if (outcome.kind !== 'drafted') throw new Error(outcome.kind);
  return outcome.batch;
}

async function sign(acting: StaffActing, { id, version, digest }: Batch): Promise<Batch> {
  const outcome = await releaseBatch(house, acting, id, { version, digest });
  if (outcome.kind !== 'released') throw new Error(outcome.kind);
  return outcome.batch;
}

function money(): Promise<{ deposit: bigint; transit: bigint; payable: bigint; available: bigint }> {
  return office.as(funds, async (trx) => {
    const found = await balances(trx, county);
    const of = (account: 'deposit' | 'in-transit' | 'payable'): bigint => found.get(account) ?? 0n;
    return {
      deposit: of('deposit'),
      transit: of('in-transit'),
      payable: of('payable'),
      available: await available(trx, county),
    };
  });
}

test('two people release a batch, funds first; the money goes from payable into transit with the second', async () => {
  await office.grant({ amount: fen(360_000n) });
  await office.grant({ amount: fen(120_000n) });
  const batch = await drafted();
  const first = await sign(funds, batch);
  expect(first.progress).toMatchObject({ state: 'funds-released', funds: { by: funds.who, digest: batch.digest } });
  expect(await money()).toEqual({ deposit: 1_000_000n, transit: 0n, payable: 480_000n, available: 520_000n });
  const second = await sign(payer, first);
  expect(second.progress).toMatchObject({ state: 'released', payOut: { by: payer.who } });
  expect(await money()).toEqual({ deposit: 1_000_000n, transit: -480_000n, payable: 0n, available: 520_000n });
});

test('every case of the batch knows both hands', async () => {
  const { caseId } = await office.grant({ amount: fen(100n) });
  await sign(payer, await sign(funds, await drafted()));
  const hands = await office.as(system, (trx) =>
    trx.selectFrom('hand').select(['staffId', 'step']).where('matterId', '=', caseId).execute(),
  );
  expect(hands).toHaveLength(2);
  expect(hands).toEqual(
    expect.arrayContaining([
      { staffId: funds.who, step: 'release-funds' },
      { staffId: payer.who, step: 'pay-out' },
    ]),
  );
});

test('whoever had a hand in a case does not release its money; the case is named and nothing is written', async () => {
  const { caseId } = await office.grant({ amount: fen(100n) });
  await office.as(system, (trx) =>
    trx
      .insertInto('hand')
      .values({ county, matterKind: 'case', matterId: caseId, staffId: funds.who, step: 'review' })
      .execute(),
  );
  const batch = await drafted();
  const { id, version, digest } = batch;
  expect(await releaseBatch(house, funds, id, { version, digest })).toEqual({
    kind: 'nobody-acts-twice',
    matters: [{ kind: 'case', id: caseId }],
  });
  const signed = await office.as(funds, (trx) =>
    trx.selectFrom('batchRelease').selectAll().where('batchId', '=', id).execute(),
  );
  expect(signed).toEqual([]);
  await cancelBatch(house, payer, { id, version });
  await office.as(system, (trx) =>
    trx.updateTable('payment').set({ state: 'cancelled' }).where('matterId', '=', caseId).execute(),
  );
});

test('what a first release reserves is not there for another batch', async () => {
  await office.grant({ amount: fen(400_000n) });
  const one = await sign(funds, await drafted());
  await office.grant({ amount: fen(200_000n) });
  const two = await drafted();
  const { id, version, digest } = two;
  const free = (await money()).available;
  expect(await releaseBatch(house, funds, id, { version, digest })).toEqual({
    kind: 'deposit-short',
    available: free,
    total: 200_000n,
  });
  const back = await cancelBatch(house, funds, { id: one.id, version: one.version });
  expect(back.kind).toBe('cancelled');
  const released = await sign(payer, await sign(funds, two));
  expect(released.progress.state).toBe('released');
  // The payment of the cancelled batch is due again; the fund manager who signed it may sign it again.
  await office.deposit('10,000.00');
  expect((await sign(payer, await sign(funds, await drafted()))).progress.state).toBe('released');
});

test('a name that the bank’s encoding lacks is named by line before anybody releases it', async () => {
  await office.as(system, (trx) => {
    const layout = { ...standardLayout, outgoing: { ...standardLayout.outgoing, encoding: 'gbk' } };
    return trx
      .updateTable('bankProfile')
      .set({ layout: JSON.stringify(layout) })
      .execute();
  });
  await office.grant({ name: '张𠮷', amount: fen(100n) });
  const { id, version, digest } = await drafted();
  expect(await releaseBatch(house, funds, id, { version, digest })).toEqual({ kind: 'not-for-the-file', lines: 1 });
  await cancelBatch(house, payer, { id, version });
  await office.as(system, (trx) =>
    trx
      .updateTable('bankProfile')
      .set({ layout: JSON.stringify(standardLayout) })
      .execute(),
  );
  expect((await sign(funds, await drafted())).progress.state).toBe('funds-released');
});

test('without the account that pays nothing is released and no file is made, and the words say what to do', async () => {
  const poor = await testOffice({ payer: 'none' });
  await poor.deposit('10,000.00');
  await poor.grant({ amount: fen(100n) });
  const made = await draftBatch(poor.house, poor.payer, { payOn: poor.house.clock.today() });
  if (made.kind !== 'drafted') throw new Error(made.kind);
  const { id, version, digest } = made.batch;
  const refused = await releaseBatch(poor.house, poor.funds, id, { version, digest });
  expect(refused).toEqual({ kind: 'no-payer' });
  if (refused.kind !== 'no-payer') throw new Error(refused.kind);
  expect(releaseRefusalWords(refused).en).toContain('founding file');
  const shown = await batchView(poor.house, poor.funds, id, 0);
  expect(shown?.may.releaseFunds).toEqual({ allowed: false, why: releaseRefusalWords(refused) });
});

test('a clerk of cases sees no batch at all', async () => {
  await office.grant({ amount: fen(100n) });
  const { id } = await drafted();
  const clerk: StaffActing = { ...office.clerk, purpose: { key: 'handle-case' } };
  const seen = await inTransaction(house.db, settingsOf(clerk), (trx) =>
    trx.selectFrom('paymentBatch').selectAll().execute(),
  );
  expect(seen).toEqual([]);
  expect(
    await releaseBatch(house, { ...funds, who: clerk.who, duty: 'manage-funds', county: '990102' as never }, id, {
      version: 1,
      digest: '0'.repeat(64),
    }),
  ).toEqual({
    kind: 'no-such-batch',
  });
});
