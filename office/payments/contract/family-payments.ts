import { z } from 'zod';
import type { AccountId, PaymentId } from '../../../values/id.ts';
import { dayText, fenText, idOf, localized, matter } from '../../hall/contract/wire.ts';

const paymentState = z.enum(['due', 'in-batch', 'paid', 'returned', 'cancelled']);

/** `GET /api/my/payments` */
export const myPayment = z.object({
  id: idOf<PaymentId>(),
  /** What it is for. */
  matter,
  purpose: localized,
  period: z.string(),
  amountFen: fenText,
  state: paymentState,
  dueOn: dayText,
  paidOn: dayText.optional(),
  account: z.object({ id: idOf<AccountId>(), bank: z.string(), last4: z.string() }),
  /** The bank sent it back: when, why, and what to do. Kept after the account was corrected. */
  returned: z.object({ on: dayText, reason: localized, advice: localized }).optional(),
});

export type MyPayment = z.infer<typeof myPayment>;

export const myPayments = z.object({ payments: z.array(myPayment) });

export type MyPayments = z.infer<typeof myPayments>;
