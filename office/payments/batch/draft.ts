import { purposeOf } from '../../hall/who/purpose.ts';
import { draftingBatch } from '../who/purposes.ts';
import { lookAtAccount } from '../who/steps.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Day } from '../../../values/day.ts';
import { yearOf } from '../../../values/day.ts';
import { rangeOf } from '../../../values/division.ts';
import { sumOf } from '../../../values/fen.ts';
import type { BatchId, PaymentId } from '../../../values/id.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { type Payee, openedPayees } from '../../families/find/payees.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit, recordLooks } from '../../hall/record.ts';
import { settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import type { Batch, BatchLine } from '../case.ts';
import { decideCancel } from '../decide.ts';
import { lockMoney } from '../ledger/ledger-store.ts';
import { digestOf, referenceOf, sealedLine } from './batch-lines.ts';
import { addBatch, batchById, type DuePayment, giveBack, moveBatch, nextBatchNumber, takeDue } from '../store.ts';

/** Most lines of one batch; what is beyond stays due for the next. */
const mostLines = 50_000;

/** A due payment that did not go into the batch, and why: somebody has to look after it. */
export interface HeldBack {
  readonly paymentId: PaymentId;
  readonly why: 'account-closed' | 'holder-died';
}

export type Drafted =
  | { readonly kind: 'drafted'; readonly batch: Batch; readonly heldBack: readonly HeldBack[] }
  /** No payment is due by that day, or all that are were held back. */
  | { readonly kind: 'nothing-due'; readonly heldBack: readonly HeldBack[] }
  | { readonly kind: 'day-in-the-past' };

/** Puts the payments due by `payOn` within the payer's division into a draft for the bank. For the duty pay-out. */
export async function draftBatch(house: House, acting: StaffActing, { payOn }: { payOn: Day }): Promise<Drafted> {
  if (payOn < house.clock.today()) return { kind: 'day-in-the-past' };
  const drafting = { ...acting, purpose: purposeOf(draftingBatch) };
  return inTransaction(house.db, settingsOf(drafting), async (trx) => {
    await lockMoney(trx, acting.county);
    const due = await takeDue(trx, acting.county, { by: payOn, ...rangeOf(acting.division), most: mostLines });
    const payees = await openedPayees(
      trx,
      acting.county,
      house.keysOf(acting.county),
      due.map(({ accountId }) => accountId),
    );
    const heldBack = due.flatMap((payment) => heldBackOf(payment, payees));
    const kept = new Set(heldBack.map(({ paymentId }) => paymentId));
    const going = due.filter(({ id }) => !kept.has(id));
    if (going.length === 0) return { kind: 'nothing-due', heldBack };
    return { kind: 'drafted', batch: await draft(house, trx, drafting, { payOn, going, payees }), heldBack };
  });
}

function heldBackOf(
  { id, accountId }: DuePayment,
  payees: ReadonlyMap<Payee['accountId'], Payee>,
): readonly HeldBack[] {
  const { standing } = payeeOf(payees, accountId);
  switch (standing) {
    case 'open':
      return [];
    case 'closed':
      return [{ paymentId: id, why: 'account-closed' }];
    case 'holder-died':
      return [{ paymentId: id, why: 'holder-died' }];
    default:
      return unreachable(standing);
  }
}

function payeeOf(payees: ReadonlyMap<Payee['accountId'], Payee>, accountId: Payee['accountId']): Payee {
  const payee = payees.get(accountId);
  if (payee === undefined) throw new Error(`A due payment goes to an account that the payer cannot see: ${accountId}`);
  return payee;
}

async function draft(
  house: House,
  trx: Transaction<Tables>,
  acting: StaffActing,
  {
    payOn,
    going,
    payees,
  }: { payOn: Day; going: readonly DuePayment[]; payees: ReadonlyMap<Payee['accountId'], Payee> },
): Promise<Batch> {
  const { county } = acting;
  const at = house.clock.now();
  const number = await nextBatchNumber(trx, county, yearOf(payOn));
  const lines = going.map(({ id, accountId, amount, remark }, index): BatchLine => {
    const { holderName, bank, number: account } = payeeOf(payees, accountId);
    const line = index + 1;
    return {
      line,
      paymentId: id,
      reference: referenceOf(county, number, line),
      payee: holderName,
      bank,
      account,
      amount,
      remark,
    };
  });
  const batch: Batch = {
    id: newId<'batch'>(),
    number,
    lineCount: lines.length,
    total: sumOf(lines.map(({ amount }) => amount)),
    digest: digestOf({ number, payOn }, lines),
    draftedBy: acting.who,
    draftedAt: at,
    payOn,
    version: 1,
    progress: { state: 'draft' },
  };
  await addBatch(
    trx,
    county,
    batch,
    lines.map((line) => sealedLine(house.keysOf(acting.county), line)),
  );
  await recordLooks(
    trx,
    acting,
    going.map(({ accountId, matter }) => ({ ...payeeOf(payees, accountId), at, what: lookAtAccount, matter })),
  );
  await audit(trx, acting, batch, 'batch.drafted', at);
  return batch;
}

export type Cancelled =
  | { readonly kind: 'cancelled'; readonly batch: Batch }
  | { readonly kind: 'no-such-batch' }
  | { readonly kind: 'stale'; readonly batch: Batch }
  | { readonly kind: 'already-released' }
  | { readonly kind: 'already-cancelled' };

/** Takes a batch back before its money has left: its payments are due again. For the duties pay-out and manage-funds. */
export async function cancelBatch(
  house: House,
  acting: StaffActing,
  { id, version }: { id: BatchId; version: number },
): Promise<Cancelled> {
  const at = house.clock.now();
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    await lockMoney(trx, acting.county);
    const batch = await batchById(trx, acting.county, id);
    if (batch === undefined) return { kind: 'no-such-batch' };
    const decision = decideCancel(batch, version);
    switch (decision.kind) {
      case 'cancel': {
        await moveBatch(trx, acting.county, batch, 'cancelled');
        await giveBack(trx, acting.county, batch);
        await audit(trx, acting, batch, 'batch.cancelled', at);
        return { kind: 'cancelled', batch: { ...batch, version: batch.version + 1, progress: { state: 'cancelled' } } };
      }
      case 'stale':
        return { kind: 'stale', batch };
      case 'already-released':
      case 'already-cancelled':
        return decision;
      default:
        return unreachable(decision);
    }
  });
}

async function audit(
  trx: Transaction<Tables>,
  acting: StaffActing,
  batch: Batch,
  act: string,
  at: Date,
): Promise<void> {
  const { id, number, lineCount, total, digest } = batch;
  const detail = { number, lines: lineCount, totalFen: total.toString(), digest };
  await recordAudit(trx, acting, { at, act, subjectKind: 'batch', subjectId: id, detail });
}
