import { sql } from 'kysely';
import type { Transaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { County, Division } from '../../../values/division.ts';
import { type Fen, fen } from '../../../values/fen.ts';
import type { BatchId, FamilyId, PaymentId, PersonId, StaffId } from '../../../values/id.ts';
import { alike, type Localized } from '../../../values/language.ts';
import { type BankLayout, bankLayout, type Payer, payer, standardLayout } from '../batch/bank-profile.ts';
import { type Matter, type MatterColumns, withMatter } from '../../hall/who/matter.ts';
import type { BatchState } from '../case.ts';

type Trx = Transaction<Tables>;

/** Payments due on one day in one township. */
export interface DueSum {
  readonly dueOn: Day;
  readonly township: { readonly code: Division; readonly name: Localized };
  readonly count: number;
  readonly total: Fen;
}

/** What waits for a batch, by due day and township. */
export async function dueSums(trx: Trx, county: County): Promise<readonly DueSum[]> {
  const { rows } = await sql<{
    dueOn: Day;
    code: Division;
    name: Localized | null;
    count: number;
    total: bigint;
  }>`
    with due as (
      select due_on, rpad(left(residence, 9), 12, '0') as code, count(*)::integer as count, sum(amount_fen)::bigint as total
      from payment where county = ${county} and state = 'due' group by 1, 2
    )
    select due.due_on, due.code, d.name, due.count, due.total
    from due left join division d on d.code = due.code order by due.due_on, due.code`.execute(trx);
  return rows.map(({ dueOn, code, name, count, total }) => ({
    dueOn,
    township: { code, name: name ?? alike(code) },
    count,
    total: fen(total),
  }));
}

/** A batch in the list, with the names of who drafted it and how many lines were paid and returned. */
export interface BatchInList {
  readonly id: BatchId;
  readonly number: string;
  readonly state: BatchState['state'];
  readonly lineCount: number;
  readonly total: Fen;
  readonly payOn: Day;
  readonly draftedAt: Date;
  readonly draftedBy: { readonly id: StaffId; readonly name: string };
  readonly version: number;
  readonly paidCount: number;
  readonly returnedCount: number;
}

/** Batches, the newest first; one of them when `id` is given. */
export async function batchList(trx: Trx, county: County, only?: BatchId): Promise<readonly BatchInList[]> {
  const { rows } = await sql<
    Omit<BatchInList, 'total' | 'draftedBy'> & { totalFen: bigint; staffId: StaffId; staffName: string }
  >`
    select b.id, b.number, b.state, b.line_count, b.total_fen, b.pay_on, b.drafted_at, b.version,
      s.id as staff_id, s.name as staff_name,
      coalesce(r.paid_count, 0) as paid_count, coalesce(r.returned_count, 0) as returned_count
    from payment_batch b
    join staff s on s.county = b.county and s.id = b.drafted_by
    left join return_file r on r.county = b.county and r.batch_id = b.id
    where b.county = ${county} and (${only ?? null}::uuid is null or b.id = ${only ?? null}::uuid)
    order by b.drafted_at desc, b.number desc limit 200`.execute(trx);
  return rows.map(({ totalFen, staffId, staffName, ...row }) => ({
    ...row,
    total: fen(totalFen),
    draftedBy: { id: staffId, name: staffName },
  }));
}

/** A line as screens show it. */
export interface LineInList {
  readonly line: number;
  readonly reference: string;
  readonly payee: string;
  readonly bank: string;
  readonly last4: string;
  readonly remark: string;
  readonly amount: Fen;
  readonly outcome: 'paid' | 'returned' | 'cancelled' | null;
  readonly settledOn: Day | null;
  readonly returnReason: string | null;
}

/** Lines after `after`, in order. */
export async function linePage(
  trx: Trx,
  county: County,
  id: BatchId,
  after: number,
  size: number,
): Promise<readonly LineInList[]> {
  const rows = await trx
    .selectFrom('batchLine')
    .select([
      'line',
      'endToEnd',
      'payeeName',
      'bank',
      'numberLast4',
      'remark',
      'amountFen',
      'outcome',
      'settledOn',
      'returnReason',
    ])
    .where('county', '=', county)
    .where('batchId', '=', id)
    .where('line', '>', after)
    .orderBy('line')
    .limit(size)
    .execute();
  return rows.map(({ endToEnd, payeeName, numberLast4, amountFen, settledOn, ...row }) => ({
    ...row,
    reference: endToEnd,
    payee: payeeName,
    last4: numberLast4,
    amount: fen(amountFen),
    settledOn: settledOn as Day | null,
  }));
}

/** A signature with the signer's name. */
export interface NamedRelease {
  readonly power: 'manage-funds' | 'pay-out';
  readonly by: { readonly id: StaffId; readonly name: string };
  readonly at: Date;
}

/** Who released the batch, funds first. */
export async function namedReleases(trx: Trx, county: County, id: BatchId): Promise<readonly NamedRelease[]> {
  const rows = await trx
    .selectFrom('batchRelease')
    .innerJoin('staff', (join) =>
      join.onRef('staff.county', '=', 'batchRelease.county').onRef('staff.id', '=', 'batchRelease.staffId'),
    )
    .select(['batchRelease.power', 'batchRelease.at', 'staff.id', 'staff.name'])
    .where('batchRelease.county', '=', county)
    .where('batchRelease.batchId', '=', id)
    .orderBy('batchRelease.power')
    .execute();
  return rows.map((row) => ({ power: row.power, at: row.at, by: { id: row.id as StaffId, name: row.name } }));
}

/** A file that was made for the bank. */
export interface MadeFile {
  readonly format: 'csv' | 'pain.001';
  readonly digest: string;
  readonly madeAt: Date;
}

export async function filesOf(trx: Trx, county: County, id: BatchId): Promise<readonly MadeFile[]> {
  const rows = await trx
    .selectFrom('bankFile')
    .select(['format', 'fileDigest', 'madeAt'])
    .where('county', '=', county)
    .where('batchId', '=', id)
    .orderBy('format')
    .execute();
  return rows.map(({ format, fileDigest, madeAt }) => ({ format, digest: fileDigest, madeAt }));
}

/** Notes that a file was made; the digest that stands, which differs when the file was made before with other bytes. */
export async function noteFile(
  trx: Trx,
  county: County,
  file: MadeFile & { batchId: BatchId; by: StaffId },
): Promise<{ readonly digest: string; readonly isFirst: boolean }> {
  const { batchId, format, digest, madeAt, by } = file;
  const result = await trx
    .insertInto('bankFile')
    .values({ county, batchId, format, fileDigest: digest, madeAt, madeBy: by })
    .onConflict((conflict) => conflict.columns(['county', 'batchId', 'format']).doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows === 1n) return { digest, isFirst: true };
  const made = (await filesOf(trx, county, batchId)).find((one) => one.format === format);
  if (made === undefined) throw new Error('A file that is there was not found');
  return { digest: made.digest, isFirst: false };
}

/** Whose name and account a batch's file tells, each once. */
export async function payeesOfBatch(
  trx: Trx,
  county: County,
  id: BatchId,
): Promise<
  readonly {
    readonly personId: PersonId;
    readonly familyId: FamilyId;
    readonly residence: Division;
    readonly matter: Matter;
  }[]
> {
  const { rows } = await sql<{ personId: PersonId; familyId: FamilyId; residence: Division } & MatterColumns>`
    select distinct on (p.payee_id) p.payee_id as person_id, p.family_id, p.residence, p.matter_kind, p.matter_id
    from batch_line l join payment p on p.county = l.county and p.id = l.payment_id
    where l.county = ${county} and l.batch_id = ${id} order by p.payee_id, l.line`.execute(trx);
  return rows.map(withMatter);
}

/** A return file that was imported. */
export interface ImportedFile {
  readonly batchId: BatchId;
  readonly batchNumber: string;
  readonly importedAt: Date;
  readonly importedBy: { readonly id: StaffId; readonly name: string };
  readonly paidCount: number;
  readonly returnedCount: number;
}

/** The import of these bytes, or of this batch. */
export async function importedFile(
  trx: Trx,
  county: County,
  by: { digest: string } | { batchId: BatchId },
): Promise<ImportedFile | undefined> {
  const row = await trx
    .selectFrom('returnFile')
    .innerJoin('staff', (join) =>
      join.onRef('staff.county', '=', 'returnFile.county').onRef('staff.id', '=', 'returnFile.importedBy'),
    )
    .innerJoin('paymentBatch', (join) =>
      join.onRef('paymentBatch.county', '=', 'returnFile.county').onRef('paymentBatch.id', '=', 'returnFile.batchId'),
    )
    .select([
      'returnFile.batchId',
      'paymentBatch.number',
      'importedAt',
      'importedBy',
      'staff.name',
      'paidCount',
      'returnedCount',
    ])
    .where('returnFile.county', '=', county)
    .where(
      'digest' in by ? 'returnFile.fileDigest' : 'returnFile.batchId',
      '=',
      'digest' in by ? by.digest : by.batchId,
    )
    .executeTakeFirst();
  return (
    row && {
      batchId: row.batchId as BatchId,
      batchNumber: row.number,
      importedAt: row.importedAt,
      importedBy: { id: row.importedBy as StaffId, name: row.name },
      paidCount: row.paidCount,
      returnedCount: row.returnedCount,
    }
  );
}

export async function addReturnFile(
  trx: Trx,
  county: County,
  file: {
    batchId: BatchId;
    format: 'csv' | 'pain.002';
    digest: string;
    at: Date;
    by: StaffId;
    paidCount: number;
    returnedCount: number;
  },
): Promise<void> {
  const { batchId, format, digest, at, by, paidCount, returnedCount } = file;
  await trx
    .insertInto('returnFile')
    .values({
      county,
      id: newId(),
      batchId,
      format,
      fileDigest: digest,
      importedAt: at,
      importedBy: by,
      paidCount,
      returnedCount,
    })
    .execute();
}

/** Which batches references belong to, other than this one: reference → number. */
export async function batchesOfReferences(
  trx: Trx,
  county: County,
  references: readonly string[],
  otherThan: BatchId,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ endToEnd: string; number: string }>`
    select l.end_to_end, b.number from batch_line l join payment_batch b on b.county = l.county and b.id = l.batch_id
    where l.county = ${county} and l.end_to_end = any(${[...references]}::text[]) and l.batch_id <> ${otherThan}`.execute(
    trx,
  );
  return new Map(rows.map(({ endToEnd, number }) => [endToEnd, number]));
}

/** A payment that came back and waits for a corrected account. */
export interface OpenReturn {
  readonly paymentId: PaymentId;
  readonly matter: Matter;
  readonly payee: string;
  readonly bank: string;
  readonly last4: string;
  readonly purpose: Localized;
  readonly amountFen: bigint;
  readonly returnedOn: Day;
  readonly reason: string;
  readonly batchNumber: string;
}

/** Returned payments, the longest waiting first, as they stood in their last batch. */
export async function openReturns(trx: Trx, county: County): Promise<readonly OpenReturn[]> {
  const { rows } = await sql<Omit<OpenReturn, 'matter'> & MatterColumns>`
    select p.id as payment_id, p.matter_kind, p.matter_id, l.payee_name as payee, l.bank, l.number_last4 as last4, p.purpose, p.amount_fen,
      p.returned_on, p.return_reason as reason, b.number as batch_number
    from payment p
    join lateral (
      select * from batch_line l where l.county = p.county and l.payment_id = p.id and l.outcome = 'returned' order by l.settled_on desc, l.end_to_end desc limit 1
    ) l on true
    join payment_batch b on b.county = l.county and b.id = l.batch_id
    where p.county = ${county} and p.state = 'returned' order by p.returned_on, p.id limit 500`.execute(trx);
  return rows.map(withMatter);
}

/** How many batches stand in each of the states, and whether any payment is due by a day. */
export async function waiting(
  trx: Trx,
  county: County,
  today: Day,
): Promise<{
  readonly draft: number;
  readonly fundsReleased: number;
  readonly released: number;
  readonly isDue: boolean;
}> {
  const { rows } = await sql<{ draft: number; fundsReleased: number; released: number; isDue: boolean }>`
    select count(*) filter (where state = 'draft')::integer as draft,
      count(*) filter (where state = 'funds-released')::integer as funds_released,
      count(*) filter (where state = 'released')::integer as released,
      exists (select from payment where county = ${county} and state = 'due' and due_on <= ${today}) as is_due
    from payment_batch where county = ${county} and state in ('draft', 'funds-released', 'released')`.execute(trx);
  return rows[0] ?? { draft: 0, fundsReleased: 0, released: 0, isDue: false };
}

export async function countReturned(trx: Trx, county: County): Promise<number> {
  const { count } = await trx
    .selectFrom('payment')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('county', '=', county)
    .where('state', '=', 'returned')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How the county's bank wants its files. Throws when the stored layout is not one: no file is better than a wrong one. */
export async function layoutOf(trx: Trx, county: County): Promise<BankLayout> {
  const row = await trx
    .selectFrom('bankProfile')
    .select('layout')
    .where('county', '=', county)
    .where('key', '=', 'default')
    .executeTakeFirst();
  return row === undefined || row.layout === null ? standardLayout : bankLayout.parse(row.layout);
}

/** The account from which the county's bank pays; undefined while nobody has entered one. Throws when what is stored is none. */
export async function payerOf(trx: Trx, county: County): Promise<Payer | undefined> {
  const row = await trx
    .selectFrom('bankProfile')
    .select('payer')
    .where('county', '=', county)
    .where('key', '=', 'default')
    .executeTakeFirst();
  return row && payer.parse(row.payer);
}

/** Enters the account from which the county's bank pays, in the place of the one before. */
export async function putPayer(trx: Trx, county: County, pays: Payer): Promise<void> {
  const row = { payer: JSON.stringify(pays) };
  await trx
    .insertInto('bankProfile')
    .values({ county, key: 'default', ...row })
    .onConflict((conflict) => conflict.columns(['county', 'key']).doUpdateSet(row))
    .execute();
}

/** What has arrived since a day, and in how many payments. */
export async function paidSince(
  trx: Trx,
  county: County,
  since: Day,
): Promise<{ readonly amount: Fen; readonly payments: number }> {
  const row = await trx
    .selectFrom('payment')
    .select((eb) => [eb.fn.sum<bigint | null>('amountFen').as('amount'), eb.fn.countAll<bigint>().as('payments')])
    .where('county', '=', county)
    .where('state', '=', 'paid')
    .where('paidOn', '>=', since)
    .executeTakeFirstOrThrow();
  return { amount: fen(BigInt(row.amount ?? 0)), payments: Number(row.payments) };
}
