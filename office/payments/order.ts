import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { PaymentId } from '../../values/id.ts';
import type { CountyActing } from '../hall/who/acting.ts';
import type { PaymentOrder } from './case.ts';
import { addPayment, paymentOf } from './store.ts';

export type Ordered =
  | { readonly kind: 'ordered'; readonly paymentId: PaymentId }
  /** The order's period has its payment; nothing was written. */
  | { readonly kind: 'already-ordered'; readonly paymentId: PaymentId };

/**
 * Orders the payment that a decision grants and enters it in the ledger (expense against payable), in the decision's own transaction. An
 * order is paid once per period. Throws when the amount is not above zero.
 */
export async function orderPayment(
  trx: Transaction<Tables>,
  acting: CountyActing,
  order: PaymentOrder,
): Promise<Ordered> {
  const paymentId = await addPayment(trx, acting.county, order);
  if (paymentId !== undefined) return { kind: 'ordered', paymentId };
  return { kind: 'already-ordered', paymentId: await paymentOf(trx, acting.county, order) };
}
