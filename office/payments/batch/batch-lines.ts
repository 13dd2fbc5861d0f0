import { createHash } from 'node:crypto';
import type { Keys } from '../../../building/identity/keys.ts';
import { openText, sealText } from '../../../building/identity/sealed.ts';
import type { Day } from '../../../values/day.ts';
import type { County } from '../../../values/division.ts';
import type { BatchLine } from '../case.ts';
import type { StoredLine } from '../store.ts';

/** What the bank repeats in its answer: county, batch and line, at most 35 characters. `990101-20260007-000001` */
export function referenceOf(county: County, batchNumber: string, line: number): string {
  return `${county}-${batchNumber.replace('-', '')}-${String(line).padStart(6, '0')}`;
}

/**
 * What a release signs: SHA-256, hex, over the batch and its lines in order. Each line is one JSON array, so that no field can run into the
 * next; the account number is in it in full.
 */
export function digestOf(batch: { readonly number: string; readonly payOn: Day }, lines: readonly BatchLine[]): string {
  const hash = createHash('sha256').update(`${JSON.stringify(['huijia-batch-1', batch.number, batch.payOn])}\n`);
  for (const { line, paymentId, reference, payee, bank, account, amount, remark } of lines) {
    hash.update(`${JSON.stringify([line, paymentId, reference, payee, bank, account, amount.toString(), remark])}\n`);
  }
  return hash.digest('hex');
}

/** A line with its account number sealed for its own place. */
export function sealedLine(keys: Keys, { account, ...line }: BatchLine): StoredLine {
  return { ...line, sealed: sealText(keys, account, placeOf(line.reference)), last4: account.slice(-4) };
}

/** A stored line with its account number opened. */
export function openedLine(keys: Keys, { sealed, last4: _last4, ...line }: StoredLine): BatchLine {
  return { ...line, account: openText(keys, sealed, placeOf(line.reference)) };
}

function placeOf(reference: string): string {
  return `batch_line.number ${reference}`;
}
