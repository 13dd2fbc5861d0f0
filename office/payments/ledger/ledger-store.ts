import { sql } from 'kysely';
import type { Transaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { County } from '../../../values/division.ts';
import { type Fen, fen } from '../../../values/fen.ts';
import type { BatchId } from '../../../values/id.ts';
import type { LedgerAccount, LedgerEvent } from '../case.ts';
import { availableOf, balancesOf, chart, entriesOf, type Movement, turnover } from './decide.ts';

type Trx = Transaction<Tables>;

/** A movement of money as it is entered in the ledger. */
export interface Posting extends Movement {
  readonly at: Date;
  readonly on: Day;
  readonly batchId?: BatchId;
}

/** Enters a movement in the ledger: one transaction, its two entries. */
export async function post(trx: Trx, county: County, posting: Posting): Promise<void> {
  const posted = await postOnce(trx, county, newId(), posting);
  if (posted !== 'posted') throw new Error('A new transaction of the ledger was there already');
}

/**
 * As {@link post}, under an id that whoever asks for it has made; `already-posted` when a transaction of that id exists. Two statements,
 * because the policy on entries must be able to see their transaction.
 */
export async function postOnce(
  trx: Trx,
  county: County,
  id: string,
  posting: Posting,
): Promise<'posted' | 'already-posted'> {
  const { rows } = await sql<{ id: string }>`
    with charted as (${openBooks(county)})
    insert into ledger_transaction (county, id, at, on_day, what, batch_id)
    values (${county}, ${id}, ${posting.at}, ${posting.on}, ${posting.what}, ${posting.batchId ?? null})
    on conflict (county, id) do nothing
    returning id`.execute(trx);
  if (rows.length === 0) return 'already-posted';
  await addEntries(trx, county, id, posting);
  return 'posted';
}

/** What was booked under an id: what happened, on which day and of how much. Undefined where nothing was. */
export async function postedUnder(
  trx: Trx,
  county: County,
  id: string,
): Promise<{ readonly what: LedgerEvent; readonly on: Day; readonly amount: Fen } | undefined> {
  const row = await trx
    .selectFrom('ledgerTransaction as t')
    .innerJoin('ledgerEntry as e', (join) =>
      join.onRef('e.county', '=', 't.county').onRef('e.transactionId', '=', 't.id'),
    )
    .select((eb) => ['t.what', 't.onDay', eb.fn.max('e.debitFen').as('debit')])
    .where('t.county', '=', county)
    .where('t.id', '=', id)
    .groupBy(['t.what', 't.onDay'])
    .executeTakeFirst();
  return row && { what: row.what, on: row.onDay as Day, amount: fen(row.debit) };
}

/** The two entries of a transaction that was just written. */
export async function addEntries(trx: Trx, county: County, transactionId: string, movement: Movement): Promise<void> {
  const values = entriesOf(movement).map(({ account, side, amount }, index) => ({
    county,
    transactionId,
    line: index + 1,
    account,
    debitFen: side === 'debit' ? amount : 0n,
    creditFen: side === 'credit' ? amount : 0n,
  }));
  await trx.insertInto('ledgerEntry').values(values).execute();
}

/** A part of a statement that puts the chart of accounts in place; costs a look at an index when it is there. */
export function openBooks(county: County) {
  const rows = chart.map(({ code, name, kind }) => sql`(${county}, ${code}, ${JSON.stringify(name)}::jsonb, ${kind})`);
  return sql`insert into ledger_account (county, code, name, kind) values ${sql.join(rows)} on conflict do nothing`;
}

/** One act on the county's money at a time: what a release may draw on stays true until it commits. */
export async function lockMoney(trx: Trx, county: County): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`money ${county}`}, 0))`.execute(trx);
}

/** The balance of every account, on its own side. */
export async function balances(trx: Trx, county: County): Promise<ReadonlyMap<LedgerAccount, Fen>> {
  const rows = await trx
    .selectFrom('ledgerEntry')
    .select([
      'account',
      sql<bigint>`sum(debit_fen)::bigint`.as('debit'),
      sql<bigint>`sum(credit_fen)::bigint`.as('credit'),
    ])
    .where('county', '=', county)
    .groupBy('account')
    .execute();
  return balancesOf(rows.map(({ account, debit, credit }) => turnover(account as LedgerAccount, debit, credit)));
}

/** What a release can draw on now; `leavingOut` names a batch whose own reservation does not count against it. */
export async function available(trx: Trx, county: County, leavingOut?: BatchId): Promise<Fen> {
  const { reserved } = await trx
    .selectFrom('paymentBatch')
    .select(sql<bigint>`coalesce(sum(total_fen), 0)::bigint`.as('reserved'))
    .where('county', '=', county)
    .where('state', '=', 'funds-released')
    .$if(leavingOut !== undefined, (query) => query.where('id', '!=', leavingOut ?? ''))
    .executeTakeFirstOrThrow();
  return availableOf(await balances(trx, county), fen(reserved));
}

/** Which part of the ledger is asked for; transactions come newest first, `before` one of them. */
export interface LedgerRange {
  readonly from: Day;
  readonly to: Day;
  readonly account?: LedgerAccount;
  readonly before?: string;
}

/** What each account turned over on each day of the range, newest day first. */
export async function turnoverByDay(
  trx: Trx,
  county: County,
  { from, to, account }: LedgerRange,
): Promise<readonly { day: Day; account: LedgerAccount; debit: Fen; credit: Fen }[]> {
  const { rows } = await sql<{ day: Day; account: LedgerAccount; debit: bigint; credit: bigint }>`
    select t.on_day as day, e.account, sum(e.debit_fen)::bigint as debit, sum(e.credit_fen)::bigint as credit
    from ledger_transaction t join ledger_entry e on e.county = t.county and e.transaction_id = t.id
    where t.county = ${county} and t.on_day between ${from} and ${to} and (${account ?? null}::text is null or e.account = ${account ?? null})
    group by t.on_day, e.account
    order by t.on_day desc, e.account`.execute(trx);
  return rows.map((row) => ({ ...row, debit: fen(row.debit), credit: fen(row.credit) }));
}

export interface LedgerTransaction {
  readonly id: string;
  readonly at: Date;
  readonly onDay: Day;
  readonly what: LedgerEvent;
  readonly batchNumber: string | null;
  /** Amounts as decimal strings: JSON of the database would lose digits. */
  readonly entries: readonly { account: LedgerAccount; debitFen: string; creditFen: string }[];
}

/** One page of the ledger's transactions, newest first. */
export async function ledgerPage(
  trx: Trx,
  county: County,
  range: LedgerRange,
  size: number,
): Promise<readonly LedgerTransaction[]> {
  const { from, to, account = null, before = null } = range;
  const { rows } = await sql<LedgerTransaction>`
    select t.id, t.at, t.on_day, t.what, b.number as batch_number,
      (select jsonb_agg(jsonb_build_object('account', e.account, 'debitFen', e.debit_fen::text, 'creditFen', e.credit_fen::text) order by e.line)
       from ledger_entry e where e.county = t.county and e.transaction_id = t.id) as entries
    from ledger_transaction t left join payment_batch b on b.county = t.county and b.id = t.batch_id
    where t.county = ${county} and t.on_day between ${from} and ${to}
      and (${account}::text is null or exists (
        select from ledger_entry e where e.county = t.county and e.transaction_id = t.id and e.account = ${account}))
      and (${before}::uuid is null or (t.on_day, t.at, t.id) < (
        select s.on_day, s.at, s.id from ledger_transaction s where s.county = ${county} and s.id = ${before}::uuid))
    order by t.on_day desc, t.at desc, t.id desc
    limit ${size}`.execute(trx);
  return rows;
}
