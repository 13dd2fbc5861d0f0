import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import { fen, yuanText } from '../../values/fen.ts';
import { county, system } from '../staff/testing.ts';
import { cancelBatch, draftBatch } from './batch/draft.ts';
import { releaseBatch } from './batch/release.ts';
import type { Batch } from './case.ts';
import { importReturnFile } from './returns/import.ts';
import { batchLines } from './store.ts';
import { testOffice } from './testing.ts';

// Whoever moves a batch on from a version that is gone when they write does not move it, and leaves nothing half done.

const office = await testOffice();
const { house, funds, payer } = office;
await office.deposit('10,000.00');

async function drafted(): Promise<Batch> {
  await office.grant({ amount: fen(120_000n) });
  const outcome = await draftBatch(house, payer, { payOn: day('2026-12-10') });
  if (outcome.kind !== 'drafted') throw new Error(outcome.kind);
  return outcome.batch;
}

/** Does an act while somebody else holds the batch: it has read the batch when they write a newer version, and writes after them. */
async function overtaken<T>({ id }: Batch, act: () => Promise<T>): Promise<T> {
  const begun = await office.as(payer, async (trx) => {
    await sql`update payment_batch set version = version + 1 where county = ${county} and id = ${id}`.execute(trx);
    const acting = act();
    await someoneWaits();
    return () => acting; // Wrapped, so that the rival commits before the act has ended.
  });
  return begun();
}

async function someoneWaits(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await office.pool.query(waiting)).rowCount === 0);
}

const rowOf = ({ id }: Batch) =>
  office.as(system, (trx) =>
    trx.selectFrom('paymentBatch').select(['state', 'version']).where('id', '=', id).executeTakeFirstOrThrow(),
  );

const paymentsOf = ({ id }: Batch) =>
  office.as(system, (trx) =>
    trx
      .selectFrom('batchLine')
      .innerJoin('payment', 'payment.id', 'batchLine.paymentId')
      .select(['payment.state', 'batchLine.outcome'])
      .where('batchId', '=', id)
      .execute(),
  );

test('a cancelling that was overtaken is told so, and gives no payment back', async () => {
  const batch = await drafted();
  const outcome = await overtaken(batch, () => cancelBatch(house, payer, { id: batch.id, version: batch.version }));
  expect(outcome).toMatchObject({ kind: 'stale', batch: { version: batch.version + 1 } });
  expect(await rowOf(batch)).toEqual({ state: 'draft', version: batch.version + 1 });
  expect(await paymentsOf(batch)).toEqual([{ state: 'in-batch', outcome: null }]);
});

test('a release that was overtaken is told so, and signs nothing', async () => {
  const batch = await drafted();
  const { id, version, digest } = batch;
  expect(await overtaken(batch, () => releaseBatch(house, funds, id, { version, digest }))).toMatchObject({
    kind: 'stale',
  });
  expect(await rowOf(batch)).toEqual({ state: 'draft', version: version + 1 });
  const signed = await office.as(funds, (trx) =>
    trx.selectFrom('batchRelease').select('power').where('batchId', '=', id).execute(),
  );
  expect(signed).toEqual([]);
});

test('the bank’s answer to a batch that was touched meanwhile is imported whole', async () => {
  const batch = await drafted();
  const { id, version, digest } = batch;
  await releaseBatch(house, funds, id, { version, digest });
  await releaseBatch(house, payer, id, { version: version + 1, digest });
  const [line] = await office.as(payer, (trx) => batchLines(trx, county, id));
  if (line === undefined) throw new Error('The batch has a line');
  const file = Buffer.from(
    `业务编号,收款人户名,金额,处理结果,失败原因,处理日期\r\n${line.reference},${line.payee},"${yuanText(line.amount)}",成功,,2026-12-01\r\n`,
  );
  const outcome = await overtaken(batch, () => importReturnFile(house, payer, id, file));
  expect(outcome).toMatchObject({ kind: 'imported', paid: { count: 1 } });
  expect(await rowOf(batch)).toEqual({ state: 'reconciled', version: version + 4 });
  expect(await paymentsOf(batch)).toEqual([{ state: 'paid', outcome: 'paid' }]);
});
