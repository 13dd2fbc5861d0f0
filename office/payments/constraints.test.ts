import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { constraintOf } from '../../building/database/constraint.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import { newId } from '../../building/identity/new-id.ts';
import type { Tables } from '../../migrations/tables.ts';
import { day } from '../../values/day.ts';
import { fen, yuanText } from '../../values/fen.ts';
import type { FamilyActing, StaffActing, SystemActing } from '../hall/who/acting.ts';
import type { Batch } from './case.ts';
import { draftBatch } from './batch/draft.ts';
import { importReturnFile } from './returns/import.ts';
import { orderPayment } from './order.ts';
import { releaseBatch } from './batch/release.ts';
import { makeBankFile } from './batch/send.ts';
import { batchLines } from './store.ts';
import { county, system } from '../staff/testing.ts';
import { familyActing, testOffice, village } from './testing.ts';

// What must never be is refused by the database as well, whoever asks it.

const office = await testOffice();
const { house, funds, payer } = office;
await office.deposit('1,000,000.00');

/** The name of the constraint, or the SQLSTATE, that stopped the work. */
async function refusalOf(
  acting: StaffActing | FamilyActing | SystemActing,
  work: (trx: Transaction<Tables>) => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await office.as(acting, work);
    return 'nothing refused it';
  } catch (error) {
    return constraintOf(error) ?? (error as { code?: string }).code;
  }
}

async function drafted(): Promise<Batch> {
  await office.grant({ amount: fen(100n) });
  const outcome = await draftBatch(house, payer, { payOn: day('2026-12-10') });
  if (outcome.kind !== 'drafted') throw new Error(outcome.kind);
  return outcome.batch;
}

async function released(): Promise<Batch> {
  const batch = await drafted();
  const { id, digest } = batch;
  await releaseBatch(house, funds, id, { version: 1, digest });
  const outcome = await releaseBatch(house, payer, id, { version: 2, digest });
  if (outcome.kind !== 'released') throw new Error(outcome.kind);
  return outcome.batch;
}

function transaction(
  trx: Transaction<Tables>,
  id: string,
  what: 'appropriation' | 'grant' | 'correction' = 'correction',
) {
  return trx
    .insertInto('ledgerTransaction')
    .values({ county, id, at: house.clock.now(), onDay: '2026-12-01', what })
    .execute();
}

function entries(trx: Transaction<Tables>, transactionId: string, debitFen: bigint, creditFen: bigint) {
  return trx
    .insertInto('ledgerEntry')
    .values([
      { county, transactionId, line: 1, account: 'deposit', debitFen, creditFen: 0n },
      { county, transactionId, line: 2, account: 'appropriation', debitFen: 0n, creditFen },
    ])
    .execute();
}

test.each<[string, StaffActing | SystemActing]>([
  ['the fund manager', funds],
  ['the system', system],
])('entries that do not balance are refused to %s', async (_who, acting) => {
  expect(
    await refusalOf(acting, async (trx) => {
      const id = newId();
      await transaction(trx, id);
      await entries(trx, id, 100n, 99n);
    }),
  ).toBe('entries_of_a_transaction_balance');
});

test('entries that the writer has put out of sight at the end count as none', async () => {
  expect(
    await refusalOf(funds, async (trx) => {
      const id = newId();
      await transaction(trx, id);
      await entries(trx, id, 100n, 99n);
      await sql`select set_config('huijia.duty', 'author-policy', true)`.execute(trx);
    }),
  ).toBe('a_transaction_has_entries');
});

test('a transaction without entries is refused', async () => {
  expect(await refusalOf(funds, (trx) => transaction(trx, newId()))).toBe('a_transaction_has_entries');
});

test('an entry is on one side, with money', async () => {
  expect(
    await refusalOf(funds, async (trx) => {
      const id = newId();
      await transaction(trx, id);
      await entries(trx, id, 0n, 0n);
    }),
  ).toBe('an_entry_is_on_one_side');
});

test('the confirmer enters grants alone', async () => {
  expect(
    await refusalOf(office.confirmer, async (trx) => {
      const id = newId();
      await transaction(trx, id, 'appropriation');
      await entries(trx, id, 100n, 100n);
    }),
  ).toBe('42501');
});

test.each(['ledger_entry', 'ledger_transaction', 'batch_release', 'bank_file', 'return_file'])(
  'what is written in %s stays: the doors have no right to change it, and an owner that serves the doors itself is stopped as well',
  async (table) => {
    const batch = await released();
    await makeBankFile(house, payer, batch.id, 'csv');
    const lines = await office.as(payer, (trx) => batchLines(trx, county, batch.id));
    const answers = lines.map(({ reference, amount }) => `${reference},${yuanText(amount)},成功,,`);
    const file = ['业务编号,金额,处理结果,失败原因,处理日期', ...answers].join('\n');
    expect((await importReturnFile(house, payer, batch.id, Buffer.from(file))).kind).toBe('imported');
    const refusals = ['42501', 'what_is_written_stays'];
    expect(refusals).toContain(
      await refusalOf(system, (trx) => sql`update ${sql.table(table)} set county = county`.execute(trx)),
    );
    expect(refusals).toContain(await refusalOf(system, (trx) => sql`delete from ${sql.table(table)}`.execute(trx)));
  },
);

test('nor the owner’s: the ledger is corrected by new entries', async () => {
  const asOwner = (statement: string): Promise<unknown> =>
    office.owner.transaction().execute(async (trx) => {
      await sql`select set_config('huijia.county', ${county}, true), set_config('huijia.kind', 'system', true)`.execute(
        trx,
      );
      await sql.raw(statement).execute(trx);
    });
  await expect(asOwner('update ledger_entry set debit_fen = debit_fen + 1 where debit_fen > 0')).rejects.toMatchObject({
    constraint: 'what_is_written_stays',
  });
  await expect(asOwner('delete from ledger_transaction')).rejects.toMatchObject({
    constraint: 'what_is_written_stays',
  });
});

test('one person does not release twice, whoever writes it', async () => {
  const { id, digest } = await drafted();
  const release = (power: 'manage-funds' | 'pay-out') => ({
    county,
    batchId: id,
    power,
    staffId: funds.who,
    at: house.clock.now(),
    digest,
  });
  const both = [release('manage-funds'), release('pay-out')];
  expect(await refusalOf(system, (trx) => trx.insertInto('batchRelease').values(both).execute())).toBe(
    'two_releases_by_two_people',
  );
});

test('nobody signs with another’s power or in another’s name', async () => {
  const { id, digest } = await drafted();
  const release = {
    county,
    batchId: id,
    power: 'manage-funds' as const,
    staffId: funds.who,
    at: house.clock.now(),
    digest,
  };
  const byPayer = { ...release, staffId: payer.who };
  expect(await refusalOf(payer, (trx) => trx.insertInto('batchRelease').values(byPayer).execute())).toBe('42501');
  expect(await refusalOf(payer, (trx) => trx.insertInto('batchRelease').values(release).execute())).toBe('42501');
  expect(await refusalOf(office.supervisor, (trx) => trx.insertInto('batchRelease').values(release).execute())).toBe(
    '42501',
  );
});

test('a payment keeps what it is for, and its account until the bank has sent it back', async () => {
  const [one, other] = [await office.grant({ amount: fen(100n) }), await office.grant({ amount: fen(200n) })];
  const change = (set: { amountFen?: bigint; period?: string; accountId?: string }): Promise<string | undefined> =>
    refusalOf(payer, (trx) => trx.updateTable('payment').set(set).where('id', '=', one.paymentId).execute());
  expect(await change({ amountFen: 100_000n })).toBe('a_payment_keeps_what_it_is_for');
  expect(await change({ period: '2027' })).toBe('a_payment_keeps_what_it_is_for');
  expect(await change({ accountId: other.accountId })).toBe('a_payment_keeps_what_it_is_for');
});

test('a signature over other lines than the batch’s is refused', async () => {
  const { id } = await drafted();
  const release = {
    county,
    batchId: id,
    power: 'manage-funds' as const,
    staffId: funds.who,
    at: house.clock.now(),
    digest: 'f'.repeat(64),
  };
  expect(await refusalOf(funds, (trx) => trx.insertInto('batchRelease').values(release).execute())).toBe(
    'a_release_signs_the_lines_of_its_batch',
  );
});

test.each(['funds-released', 'released', 'reconciled'] as const)(
  'a batch is not %s without its signatures, whoever writes the state',
  async (state) => {
    const { id } = await drafted();
    expect(
      await refusalOf(system, (trx) => trx.updateTable('paymentBatch').set({ state }).where('id', '=', id).execute()),
    ).toBe('money_leaves_by_both_powers');
  },
);

test('one payment is not in two batches', async () => {
  const batch = await released();
  const other = await drafted();
  expect(
    await refusalOf(payer, (trx) =>
      sql`insert into batch_line (county, batch_id, line, payment_id, end_to_end, payee_name, bank, number_sealed, number_last4, remark, amount_fen)
        select county, ${other.id}, 99, payment_id, 'another', payee_name, bank, number_sealed, number_last4, remark, amount_fen
        from batch_line where batch_id = ${batch.id}`.execute(trx),
    ),
  ).toBe('a_payment_is_in_one_batch_at_a_time');
});

test('a signed line keeps payee, account and amount, and its outcome once it has one', async () => {
  const { id } = await released();
  const change = (set: string): Promise<string | undefined> =>
    refusalOf(payer, (trx) => sql`update batch_line set ${sql.raw(set)} where batch_id = ${id}`.execute(trx));
  expect(await change("payee_name = '别人'")).toBe('a_signed_line_only_learns_its_outcome');
  expect(await change('amount_fen = amount_fen * 10')).toBe('a_signed_line_only_learns_its_outcome');
  expect(await change("number_sealed = '\\x00'")).toBe('a_signed_line_only_learns_its_outcome');
  expect(await change("outcome = 'paid', settled_on = '2026-12-11'")).toBe('nothing refused it');
  expect(await change('outcome = null, settled_on = null')).toBe('a_signed_line_only_learns_its_outcome');
});

test('an order has one payment a period: a second one finds the first', async () => {
  const granted = await office.grant({ amount: fen(100n) });
  const order = {
    ...granted,
    matter: { kind: 'case', id: granted.caseId },
    orderId: granted.entitlementId,
    residence: village,
    period: '2026',
    payeeId: granted.personId,
    purpose: { 'zh-CN': '温暖补助', en: 'Warm home grant' },
    dueOn: day('2026-12-01'),
    at: house.clock.now(),
    on: day('2026-12-01'),
  };
  const again = await office.as(office.confirmer, (trx) => orderPayment(trx, office.confirmer, order));
  expect(again).toEqual({ kind: 'already-ordered', paymentId: granted.paymentId });
  const grants = await office.as(funds, (trx) =>
    trx.selectFrom('ledgerTransaction').select('id').where('matterId', '=', granted.caseId).execute(),
  );
  expect(grants).toHaveLength(1);
  const another = { ...order, matter: { kind: 'petition', id: granted.caseId } };
  expect(await office.as(office.confirmer, (trx) => orderPayment(trx, office.confirmer, another))).toMatchObject({
    kind: 'ordered',
  });
  const ofNothing = { ...order, orderId: newId() };
  const refused = office.as(office.confirmer, (trx) => orderPayment(trx, office.confirmer, ofNothing));
  expect(await refused.catch(constraintOf)).toBe('a_payment_of_a_case_is_of_its_entitlement');
});

test('a family moves its payment from returned to due alone', async () => {
  const granted = await office.grant({ amount: fen(100n) });
  const family = familyActing(granted);
  const attempt = await office.as(family, (trx) =>
    trx
      .updateTable('payment')
      .set({ state: 'paid', paidOn: '2026-12-01' })
      .where('id', '=', granted.paymentId)
      .executeTakeFirst(),
  );
  expect(attempt.numUpdatedRows).toBe(0n);
  await office.as(system, (trx) =>
    trx
      .updateTable('payment')
      .set({ state: 'returned', returnedOn: '2026-12-01', returnReason: 'AC04' })
      .where('id', '=', granted.paymentId)
      .execute(),
  );
  expect(
    await refusalOf(family, (trx) =>
      trx
        .updateTable('payment')
        .set({ state: 'paid', paidOn: '2026-12-01' })
        .where('id', '=', granted.paymentId)
        .execute(),
    ),
  ).toBe('42501');
});

test('no family and no clerk of cases reads a batch, a line or the ledger', async () => {
  const granted = await office.grant({ amount: fen(100n) });
  await drafted();
  for (const acting of [familyActing(granted), office.clerk]) {
    const seen = await office.as(acting, async (trx) => [
      await trx.selectFrom('paymentBatch').select('id').execute(),
      await trx.selectFrom('batchLine').select('line').execute(),
      await trx.selectFrom('ledgerEntry').select('line').execute(),
      await trx.selectFrom('returnFile').select('id').execute(),
    ]);
    expect(seen).toEqual([[], [], [], []]);
  }
});
