import { inTransaction, type Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { BatchId } from '../../../values/id.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit } from '../../hall/record.ts';
import { settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import { lendHand } from '../../hall/lend-hand.ts';
import type { Matter } from '../../hall/who/matter.ts';
import { releaseSteps } from '../who/steps.ts';
import { linesNotForTheFile } from './bank-file.ts';
import type { Batch, BatchState, Power, Release } from '../case.ts';
import { decideRelease, type ReleaseRefusal } from '../decide.ts';
import { available, lockMoney, post } from '../ledger/ledger-store.ts';
import { digestOf, openedLine } from './batch-lines.ts';
import { layoutOf, payerOf } from './bank-store.ts';
import { addRelease, batchById, batchLines, moveBatch } from '../store.ts';

export type Released =
  | { readonly kind: 'released'; readonly batch: Batch }
  | { readonly kind: 'no-such-batch' }
  /** The signer had a hand in matters of this batch at another step. */
  | { readonly kind: 'nobody-acts-twice'; readonly matters: readonly Matter[] }
  | Exclude<ReleaseRefusal, { kind: 'stale' }>
  | { readonly kind: 'stale'; readonly batch: Batch };

/** What the signer's screen showed. */
export interface Shown {
  readonly version: number;
  readonly digest: string;
}

/**
 * Signs a batch with the power of the acting duty: first manage-funds, then pay-out by another person. The second signature takes the money
 * out of the payable accounts and puts it in transit.
 */
export async function releaseBatch(house: House, acting: StaffActing, id: BatchId, shown: Shown): Promise<Released> {
  const power = powerOf(acting);
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    await lockMoney(trx, acting.county);
    const batch = await batchById(trx, acting.county, id);
    if (batch === undefined) return { kind: 'no-such-batch' };
    const stored = await batchLines(trx, acting.county, id);
    const lines = stored.map((line) => openedLine(house.keysOf(acting.county), line));
    const decision = decideRelease(batch, {
      power,
      signer: acting.who,
      shown,
      digestNow: digestOf(batch, lines),
      hasPayer: (await payerOf(trx, acting.county)) !== undefined,
      notForTheFile: linesNotForTheFile(lines, await layoutOf(trx, acting.county)).length,
      available: await available(trx, acting.county, id),
    });
    if (decision.kind === 'stale') return { kind: 'stale', batch };
    if (decision.kind !== 'release') return decision;
    const matters = stored.map(({ matter }) => matter);
    const hand = await lendHand(trx, acting, matters, releaseSteps[power]);
    if (hand.kind !== 'lent') return hand;
    return sign(trx, acting, batch, { power, by: acting.who, at: house.clock.now(), digest: batch.digest }, house);
  });
}

function powerOf({ duty }: StaffActing): Power {
  if (duty === 'manage-funds' || duty === 'pay-out') return duty;
  throw new Error(`A batch is released by manage-funds and pay-out, not by ${duty}`);
}

async function sign(
  trx: Transaction<Tables>,
  acting: StaffActing,
  batch: Batch,
  release: Release,
  house: House,
): Promise<Released> {
  const { county } = acting;
  const added = await addRelease(trx, county, batch.id, release);
  if (added !== 'added') return { kind: added };
  const progress = progressWith(batch.progress, release);
  await moveBatch(trx, county, batch, progress.state);
  if (progress.state === 'released') {
    await post(trx, county, {
      what: 'release',
      amount: batch.total,
      at: release.at,
      on: house.clock.today(),
      batchId: batch.id,
    });
  }
  const detail = {
    number: batch.number,
    lines: batch.lineCount,
    totalFen: batch.total.toString(),
    digest: release.digest,
  };
  const act = release.power === 'manage-funds' ? 'batch.funds-released' : 'batch.released';
  await recordAudit(trx, acting, { at: release.at, act, subjectKind: 'batch', subjectId: batch.id, detail });
  return { kind: 'released', batch: { ...batch, version: batch.version + 1, progress } };
}

function progressWith(
  progress: BatchState,
  release: Release,
): Extract<BatchState, { state: 'funds-released' | 'released' }> {
  switch (progress.state) {
    case 'draft':
      return { state: 'funds-released', funds: release };
    case 'funds-released':
      return { state: 'released', funds: progress.funds, payOut: release };
    case 'released':
    case 'reconciled':
    case 'cancelled':
      throw new Error(`A batch that is ${progress.state} takes no signature`);
    default:
      return unreachable(progress);
  }
}
