import { sql } from 'kysely';
import type { Transaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import type { County } from '../../../values/division.ts';
import type { BatchId, PaymentId, StaffId } from '../../../values/id.ts';
import { type Localized } from '../../../values/language.ts';
import { type Matter, type MatterColumns, withMatter } from '../../hall/who/matter.ts';

type Trx = Transaction<Tables>;

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
