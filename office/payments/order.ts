import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { PaymentId } from '../../values/id.ts';
import type { Acting } from '../staff/acting.ts';
import type { PaymentOrder } from './case.ts';

export type Ordered =
  | { readonly kind: 'ordered'; readonly paymentId: PaymentId }
  /** The entitlement's period has its payment; nothing was written. */
  | { readonly kind: 'already-ordered'; readonly paymentId: PaymentId };

/**
 * Orders the payment that a decision grants and enters it in the ledger (expense against payable), in the decision's own transaction. An entitlement
 * is paid once per period.
 */
export async function orderPayment(_trx: Transaction<Tables>, _acting: Acting, _order: PaymentOrder): Promise<Ordered> {
  throw new Error('not yet');
}
