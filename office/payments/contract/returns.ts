import { z } from 'zod';
import type { AccountId, FamilyId, PaymentId } from '../../../values/id.ts';
import { dayText, fenText, idOf, localized, matter } from '../../hall/contract/wire.ts';
import { familyWrites, oneOfRecords, staffWrites } from '../../hall/contract/problem.ts';

/** `GET /api/office/returns?family=`: of one family, for the counter that has its record open. */
export const returnsQuery = z.object({ family: idOf<FamilyId>().optional() });

/** `GET /api/office/returns`: payments that came back and wait for a corrected account. */
export const returnedPayments = z.object({
  returns: z.array(
    z.object({
      paymentId: idOf<PaymentId>(),
      matter,
      payee: z.string(),
      bank: z.string(),
      accountLast4: z.string(),
      purpose: localized,
      amountFen: fenText,
      returnedOn: dayText,
      reason: localized,
      /** What to do about it, for the family. */
      advice: localized,
      /** Absent at the counter, which sees no batch. */
      batchNumber: z.string().optional(),
    }),
  ),
});

export type ReturnedPayments = z.infer<typeof returnedPayments>;

/**
 * `POST /api/my/payments/:id/account`, `POST /api/office/payments/:id/account` → 200 `myPayment`: a returned payment goes due again, to an
 * account the register knows or to a new one.
 */
export const correctAccountRequest = z.union([
  z.object({ accountId: idOf<AccountId>() }),
  z.object({
    bank: z.string().trim().min(1).max(60),
    holderName: z.string().trim().min(1).max(60),
    number: z.string().max(40),
  }),
]);

export type CorrectAccountRequest = z.infer<typeof correctAccountRequest>;

// Refusals: the counter's, and a family's that acts for itself.
const correcting = [...oneOfRecords, 'not-returned', 'no-such-account', 'entry-refused', 'faults'] as const;
export const correctProblems = [...staffWrites, ...correcting] as const;
export const myCorrectProblems = [...familyWrites, ...correcting] as const;

export type CorrectProblem = (typeof correcting)[number];
