import { expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { fen } from '../../../values/fen.ts';
import type { Batch } from '../case.ts';
import { cancelBatch, draftBatch } from './draft.ts';
import { batchLines } from '../store.ts';
import { county, system } from '../../staff/testing.ts';
import { familyActing, otherVillage, testOffice } from '../testing.ts';
import { division } from '../../../values/division.ts';

const office = await testOffice();
const { house, payer } = office;

async function drafted(payOn = '2026-12-10'): Promise<Batch> {
  const outcome = await draftBatch(house, payer, { payOn: day(payOn) });
  if (outcome.kind !== 'drafted') throw new Error(outcome.kind);
  return outcome.batch;
}

function stateOf(id: string): Promise<{ state: string; version: number }> {
  return office.as(system, (trx) =>
    trx
      .selectFrom('payment')
      .select(['state', 'version'])
      .where('county', '=', county)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
}

test('what is due by the pay day goes in, in the order of the villages; what is due later stays', async () => {
  const shanghe = await office.grant({ name: '马月', village: otherVillage });
  const dongzhuang = await office.grant({ name: '王桂兰', amount: fen(300_000n) });
  const later = await office.grant({ dueOn: day('2026-12-11') });
  const batch = await drafted();
  const lines = await office.as(payer, (trx) => batchLines(trx, county, batch.id));
  expect(lines).toMatchObject([
    {
      line: 1,
      paymentId: dongzhuang.paymentId,
      payee: '王桂兰',
      amount: 300_000n,
      reference: '990101-20260001-000001',
    },
    { line: 2, paymentId: shanghe.paymentId, payee: '马月', amount: 360_000n, reference: '990101-20260001-000002' },
  ]);
  expect(batch).toMatchObject({ number: '2026-0001', lineCount: 2, total: 660_000n });
  expect((await stateOf(shanghe.paymentId)).state).toBe('in-batch');
  expect((await stateOf(later.paymentId)).state).toBe('due');
});

test('the account number is nowhere in the table as it is', async () => {
  const { accountNumber } = await office.grant();
  await drafted();
  const [row] = await office.as(payer, (trx) =>
    trx.selectFrom('batchLine').selectAll().where('numberLast4', '=', accountNumber.slice(-4)).execute(),
  );
  expect(row?.numberSealed.toString('latin1')).not.toContain(accountNumber);
  expect(JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
    accountNumber,
  );
});

test('a family can read who opened its account to pay it, and why', async () => {
  const granted = await office.grant();
  await drafted();
  const looks = await office.as(familyActing(granted), (trx) => trx.selectFrom('accessLog').selectAll().execute());
  expect(looks).toMatchObject([
    {
      what: 'account',
      actorName: '何秀英',
      duty: 'pay-out',
      purpose: 'draft-batch',
      personId: granted.personId,
      matterKind: 'case',
      matterId: granted.caseId,
    },
  ]);
});

test('a closed account and one whose holder has died are held back, and the rest goes', async () => {
  const [closed, died, open] = [await office.grant(), await office.grant(), await office.grant()];
  await office.as(system, async (trx) => {
    await trx.updateTable('account').set({ closedAt: house.clock.now() }).where('id', '=', closed.accountId).execute();
    await trx.updateTable('person').set({ diedOn: '2026-11-30' }).where('id', '=', died.personId).execute();
  });
  const outcome = await draftBatch(house, payer, { payOn: day('2026-12-10') });
  expect(outcome).toMatchObject({
    kind: 'drafted',
    batch: { lineCount: 1 },
    heldBack: expect.arrayContaining([
      { paymentId: closed.paymentId, why: 'account-closed' },
      { paymentId: died.paymentId, why: 'holder-died' },
    ]),
  });
  expect((await stateOf(open.paymentId)).state).toBe('in-batch');
  expect((await stateOf(closed.paymentId)).state).toBe('due');
  expect((await draftBatch(house, payer, { payOn: day('2026-12-10') })).kind).toBe('nothing-due');
});

test('a payer of one township drafts for that township alone', async () => {
  const [here, there] = [await office.grant(), await office.grant({ village: otherVillage })];
  const outcome = await draftBatch(
    house,
    { ...payer, division: division('990101101000') },
    { payOn: day('2026-12-10') },
  );
  expect(outcome).toMatchObject({ kind: 'drafted', batch: { lineCount: 1 } });
  expect((await stateOf(here.paymentId)).state).toBe('in-batch');
  expect((await stateOf(there.paymentId)).state).toBe('due');
});

test('a pay day in the past makes no batch', async () => {
  expect(await draftBatch(house, payer, { payOn: day('2026-11-30') })).toEqual({ kind: 'day-in-the-past' });
});

test('two drafts at the same moment never hold one payment both', async () => {
  await office.grant();
  await office.grant();
  const outcomes = await Promise.all([
    draftBatch(house, payer, { payOn: day('2026-12-10') }),
    draftBatch(house, office.otherPayer, { payOn: day('2026-12-10') }),
  ]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['drafted', 'nothing-due']);
});

test('a cancelled batch gives its payments back, and they go into the next one under a new reference', async () => {
  const granted = await office.grant();
  const first = await drafted();
  expect((await cancelBatch(house, payer, { id: first.id, version: first.version + 1 })).kind).toBe('stale');
  expect(await cancelBatch(house, payer, { id: first.id, version: first.version })).toMatchObject({
    kind: 'cancelled',
  });
  expect((await stateOf(granted.paymentId)).state).toBe('due');
  const second = await drafted();
  const [line] = await office.as(payer, (trx) => batchLines(trx, county, second.id));
  expect(line).toMatchObject({
    paymentId: granted.paymentId,
    reference: `990101-${second.number.replace('-', '')}-000001`,
  });
  expect(second.number).not.toBe(first.number);
  expect(await cancelBatch(house, payer, { id: first.id, version: 2 })).toEqual({ kind: 'already-cancelled' });
});
