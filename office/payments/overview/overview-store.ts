import { sql } from 'kysely';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { County, Division } from '../../../values/division.ts';
import { type Fen, fen } from '../../../values/fen.ts';
import type { BatchId, FamilyId, PersonId, StaffId } from '../../../values/id.ts';
import { alike, type Localized } from '../../../values/language.ts';
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
