import { createHash } from 'node:crypto';
import { inTransaction } from '../../../building/database/transaction.ts';
import type { BatchId } from '../../../values/id.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit, recordLooks } from '../../hall/record.ts';
import { settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { payingOut } from '../who/purposes.ts';
import { lookAtAccount } from '../who/steps.ts';
import { csvBankFile, type OutgoingBatch } from './bank-file.ts';
import type { BankLayout, Payer } from './bank-profile.ts';
import { openedLine } from './batch-lines.ts';
import { layoutOf, payerOf } from './bank-store.ts';
import { noteFile, payeesOfBatch } from '../overview/overview-store.ts';
import { pain001 } from './pain001.ts';
import { batchById, batchLines } from '../store.ts';

export type BankFileFormat = 'csv' | 'pain.001';

export type BankFileMade =
  | { readonly kind: 'made'; readonly name: string; readonly mediaType: string; readonly bytes: Buffer }
  | { readonly kind: 'no-such-batch' }
  | { readonly kind: 'not-released' }
  /** Nobody has entered the account from which the bank pays. */
  | { readonly kind: 'no-payer' }
  /** The same batch was made into other bytes before: the layout has changed since, and the bank may hold the first file. */
  | { readonly kind: 'made-otherwise' };

/**
 * Makes the file for the bank from a released batch. The same batch gives the same bytes; each making is written down, and is a look at
 * every account in it, which its family can read. For the duty pay-out.
 */
export async function makeBankFile(
  house: House,
  acting: StaffActing,
  id: BatchId,
  format: BankFileFormat,
): Promise<BankFileMade> {
  const { county, who } = acting;
  const madeAt = house.clock.now();
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const batch = await batchById(trx, county, id);
    if (batch === undefined) return { kind: 'no-such-batch' };
    const { progress } = batch;
    if (progress.state !== 'released' && progress.state !== 'reconciled') return { kind: 'not-released' };
    const payer = await payerOf(trx, county);
    if (payer === undefined) return { kind: 'no-payer' };
    const lines = (await batchLines(trx, county, id)).map((line) => openedLine(house.keysOf(acting.county), line));
    const outgoing = { number: batch.number, payOn: batch.payOn, releasedAt: progress.payOut.at, lines };
    const file = fileOf(format, outgoing, { payer, layout: await layoutOf(trx, county) });
    const digest = createHash('sha256').update(file.bytes).digest('hex');
    const noted = await noteFile(trx, county, { batchId: id, format, digest, madeAt, by: who });
    if (noted.digest !== digest) return { kind: 'made-otherwise' };
    const looks = (await payeesOfBatch(trx, county, id)).map((payee) => ({
      at: madeAt,
      ...payee,
      what: lookAtAccount,
    }));
    await recordLooks(trx, { ...acting, purpose: purposeOf(payingOut, batch.number) }, looks);
    const detail = { number: batch.number, format, digest, first: noted.isFirst };
    await recordAudit(trx, acting, { at: madeAt, act: 'batch.file-made', subjectKind: 'batch', subjectId: id, detail });
    return { kind: 'made', ...file };
  });
}

function fileOf(
  format: BankFileFormat,
  batch: OutgoingBatch,
  { payer, layout }: { payer: Payer; layout: BankLayout },
): { name: string; mediaType: string; bytes: Buffer } {
  switch (format) {
    case 'csv':
      return {
        name: `huijia-${batch.number}.csv`,
        mediaType: `text/csv; charset=${layout.outgoing.encoding}`,
        bytes: csvBankFile(batch, layout),
      };
    case 'pain.001':
      return { name: `huijia-${batch.number}.xml`, mediaType: 'application/xml', bytes: pain001(batch, payer) };
    default:
      return unreachable(format);
  }
}
