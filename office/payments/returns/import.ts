import { createHash } from 'node:crypto';
import { dayInChina } from '../../../building/clock.ts';
import { inTransaction, type Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import { type Fen, noFen, sumOf } from '../../../values/fen.ts';
import type { BatchId } from '../../../values/id.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit } from '../../hall/record.ts';
import { settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import type { Batch, FaultOfReturnFile, LineOutcome } from '../case.ts';
import { lockMoney, post } from '../ledger/ledger-store.ts';
import { addReturnFile, batchesOfReferences, importedFile, type ImportedFile } from './return-store.ts';
import { layoutOf } from '../batch/bank-store.ts';
import { reconcile } from './decide.ts';
import { largestReturnFile, type ReadReturnFile, readReturnFile } from './return-file.ts';
import { batchById, batchLines, moveBatch, settleLines, type SettledPayment } from '../store.ts';
import { tellOfSettlement } from './tell.ts';

export type Imported =
  | { readonly kind: 'imported'; readonly paid: Settled; readonly returned: Settled }
  | { readonly kind: 'no-such-batch' }
  | { readonly kind: 'too-large' }
  /** These bytes were imported before, for this batch or another. */
  | { readonly kind: 'already-imported'; readonly before: ImportedFile }
  /** The batch has its answer, in another file. */
  | { readonly kind: 'already-reconciled'; readonly before: ImportedFile }
  | { readonly kind: 'not-released' }
  | { readonly kind: 'other-batch'; readonly number: string }
  /** Every fault of the file; nothing was imported. */
  | { readonly kind: 'faults'; readonly faults: readonly FaultOfReturnFile[] };

/** How many lines ended so, and their sum. */
interface Settled {
  readonly count: number;
  readonly total: Fen;
}

/** Imports the bank's answer to a batch: all of it in one transaction, or nothing. For the duty pay-out. */
export async function importReturnFile(
  house: House,
  acting: StaffActing,
  id: BatchId,
  bytes: Uint8Array,
): Promise<Imported> {
  if (bytes.length > largestReturnFile) return { kind: 'too-large' };
  const { county } = acting;
  const digest = createHash('sha256').update(bytes).digest('hex');
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    await lockMoney(trx, county);
    const batch = await batchById(trx, county, id);
    if (batch === undefined) return { kind: 'no-such-batch' };
    const released = await releasedOrNot(trx, batch, acting, digest);
    if (released.kind !== 'released') return released;
    const file = readReturnFile(bytes, await layoutOf(trx, county));
    const reconciled = reconcile({
      awaited: await batchLines(trx, county, id),
      answers: file.lines,
      formFaults: file.faults,
      elsewhere: await batchesOfReferences(trx, county, referencesOf(file), id),
      releasedOn: dayInChina(released.at),
      today: house.clock.today(),
    });
    if (reconciled.kind !== 'settled') return reconciled;
    return book(house, trx, acting, { batch, digest, format: file.format, outcomes: reconciled.outcomes });
  });
}

/** When a batch that waits for its answer was released; otherwise why this file can't be it. */
async function releasedOrNot(
  trx: Transaction<Tables>,
  { id, progress }: Batch,
  { county }: StaffActing,
  digest: string,
): Promise<{ readonly kind: 'released'; readonly at: Date } | Exclude<Imported, { kind: 'imported' }>> {
  const same = await importedFile(trx, county, { digest });
  if (same !== undefined) return { kind: 'already-imported', before: same };
  switch (progress.state) {
    case 'released':
      return { kind: 'released', at: progress.payOut.at };
    case 'reconciled': {
      const before = await importedFile(trx, county, { batchId: id });
      if (before === undefined) throw new Error('A reconciled batch has a return file');
      return { kind: 'already-reconciled', before };
    }
    case 'draft':
    case 'funds-released':
    case 'cancelled':
      return { kind: 'not-released' };
    default:
      return unreachable(progress);
  }
}

function referencesOf({ lines, faults }: ReadReturnFile): readonly string[] {
  return [...lines.map(({ reference }) => reference), ...faults.flatMap(({ reference }) => reference ?? [])];
}

interface Booking {
  readonly batch: Batch;
  readonly digest: string;
  readonly format: 'csv' | 'pain.002';
  readonly outcomes: ReadonlyMap<number, LineOutcome>;
}

/** Lines, payments, ledger, the batch's state, notices and audit. */
async function book(house: House, trx: Transaction<Tables>, acting: StaffActing, booking: Booking): Promise<Imported> {
  const { batch, digest, format, outcomes } = booking;
  const { county } = acting;
  const at = house.clock.now();
  const settled = await settleLines(trx, county, batch.id, outcomes);
  const paid = sumUp(settled, 'paid');
  const returned = sumUp(settled, 'returned');
  const common = { at, on: house.clock.today(), batchId: batch.id };
  if (paid.total > noFen) await post(trx, county, { ...common, what: 'settlement', amount: paid.total });
  if (returned.total > noFen) await post(trx, county, { ...common, what: 'return', amount: returned.total });
  const counts = { paidCount: paid.count, returnedCount: returned.count };
  await addReturnFile(trx, county, { batchId: batch.id, format, digest, at, by: acting.who, ...counts });
  await moveBatch(trx, county, batch, 'reconciled');
  await tellOfSettlement(trx, house, acting, settled);
  const detail = {
    number: batch.number,
    format,
    digest,
    ...counts,
    paidFen: paid.total.toString(),
    returnedFen: returned.total.toString(),
  };
  await recordAudit(trx, acting, { at, act: 'batch.reconciled', subjectKind: 'batch', subjectId: batch.id, detail });
  return { kind: 'imported', paid, returned };
}

function sumUp(settled: readonly SettledPayment[], outcome: 'paid' | 'returned'): Settled {
  const lines = settled.filter((payment) => payment.outcome.outcome === outcome);
  return { count: lines.length, total: sumOf(lines.map(({ amount }) => amount)) };
}
