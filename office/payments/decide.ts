import { type Day, dayOf, partsOf } from '../../values/day.ts';
import type { Fen } from '../../values/fen.ts';
import type { StaffId } from '../../values/id.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { Batch, Power, Rhythm } from './case.ts';

/**
 * From which day a payment granted on `grantedOn` may go into a batch. Quarterly: from the first day of the quarter's last month, so that
 * each quarter has its batch (管理规范 art. 14–16); a grant within that month is due at once.
 */
export function dueDayOf(rhythm: Rhythm, grantedOn: Day): Day {
  const { year, month } = partsOf(grantedOn);
  switch (rhythm) {
    case 'once':
    case 'monthly':
      return grantedOn;
    case 'quarterly':
      return later(grantedOn, firstOf(year, Math.ceil(month / 3) * 3));
    case 'yearly':
      return later(grantedOn, firstOf(year, 12));
    default:
      return unreachable(rhythm);
  }
}

function firstOf(year: number, month: number): Day {
  const first = dayOf(year, month, 1);
  if (first === undefined) throw new Error(`No such month: ${year}-${month}`);
  return first;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Why a batch is not released; nothing was written. */
export type ReleaseRefusal =
  /** The batch has moved on since the screen was opened. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'already-released' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'funds-come-first' }
  | { readonly kind: 'same-person' }
  /** What is stored is not what was shown, or not what was drafted. */
  | { readonly kind: 'lines-changed' }
  /** Nobody has entered the account from which the bank pays. */
  | { readonly kind: 'no-payer' }
  | { readonly kind: 'not-for-the-file'; readonly lines: number }
  | { readonly kind: 'deposit-short'; readonly available: Fen; readonly total: Fen };

/** What is known when somebody signs. */
export interface Signing {
  readonly power: Power;
  readonly signer: StaffId;
  /** What the signer's screen showed. */
  readonly shown: { readonly version: number; readonly digest: string };
  /** The digest of the lines as they are stored now. */
  readonly digestNow: string;
  /** Whether the account is known from which the bank pays. */
  readonly hasPayer: boolean;
  /** How many lines the bank's file can't carry. */
  readonly notForTheFile: number;
  /** What the deposit can still give; for the second power without this batch's own reservation. */
  readonly available: Fen;
}

/** The two releases: funds first, then payment, by two people, over the same lines, and only money that is there. */
export function decideRelease(batch: Batch, signing: Signing): { readonly kind: 'release' } | ReleaseRefusal {
  const refusal = outOfTurn(batch, signing.power, signing.signer);
  if (refusal !== undefined) return refusal;
  if (signing.shown.version !== batch.version) return { kind: 'stale' };
  if (signing.digestNow !== batch.digest || signing.shown.digest !== batch.digest) return { kind: 'lines-changed' };
  if (!signing.hasPayer) return { kind: 'no-payer' };
  if (signing.notForTheFile > 0) return { kind: 'not-for-the-file', lines: signing.notForTheFile };
  if (signing.available < batch.total)
    return { kind: 'deposit-short', available: signing.available, total: batch.total };
  return { kind: 'release' };
}

/** Why it is not this power's and this person's turn to sign; undefined when it is. */
export function outOfTurn(batch: Batch, power: Power, signer: StaffId): ReleaseRefusal | undefined {
  const { progress } = batch;
  switch (progress.state) {
    case 'draft':
      return power === 'manage-funds' ? undefined : { kind: 'funds-come-first' };
    case 'funds-released':
      if (power === 'manage-funds') return { kind: 'already-released' };
      return progress.funds.by === signer ? { kind: 'same-person' } : undefined;
    case 'released':
    case 'reconciled':
      return { kind: 'already-released' };
    case 'cancelled':
      return { kind: 'cancelled' };
    default:
      return unreachable(progress);
  }
}

/** Until the second power has signed, no money has moved and a batch may be taken back. */
export function decideCancel(
  { progress, version }: Batch,
  shownVersion: number,
):
  | { readonly kind: 'cancel' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'already-released' }
  | { readonly kind: 'already-cancelled' } {
  switch (progress.state) {
    case 'draft':
    case 'funds-released':
      return version === shownVersion ? { kind: 'cancel' } : { kind: 'stale' };
    case 'released':
    case 'reconciled':
      return { kind: 'already-released' };
    case 'cancelled':
      return { kind: 'already-cancelled' };
    default:
      return unreachable(progress);
  }
}
