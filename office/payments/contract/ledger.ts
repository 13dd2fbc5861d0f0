import { z } from 'zod';
import { dayText, fenText, instantText as instant, localized } from '../../hall/contract/wire.ts';
import { staffWrites } from '../../hall/contract/problem.ts';

const ledgerAccount = z.enum(['deposit', 'in-transit', 'payable', 'expense', 'appropriation']);

const ledgerEvent = z.enum(['appropriation', 'grant', 'release', 'settlement', 'return', 'correction']);

export const balance = z.object({
  account: ledgerAccount,
  name: localized,
  kind: z.enum(['asset', 'liability', 'expense', 'source']),
  /** On the account's own side: positive where one expects it. `in-transit` is negative while money is on its way. */
  balanceFen: fenText,
});

export type Balance = z.infer<typeof balance>;

/** `GET /api/office/ledger?from=&to=&before=`: newest first, 100 transactions at a time. */
export const ledgerQuery = z.object({
  from: dayText.optional(),
  to: dayText.optional(),
  account: ledgerAccount.optional(),
  before: z.uuid().optional(),
});

export type LedgerQuery = z.infer<typeof ledgerQuery>;

export const ledgerView = z.object({
  from: dayText,
  to: dayText,
  balances: z.array(balance),
  /** Turnover of each account on each day, newest day first. */
  days: z.array(z.object({ day: dayText, account: ledgerAccount, debitFen: fenText, creditFen: fenText })),
  transactions: z.array(
    z.object({
      id: z.uuid(),
      onDay: dayText,
      at: instant,
      what: ledgerEvent,
      words: localized,
      batchNumber: z.string().optional(),
      entries: z.array(z.object({ account: ledgerAccount, name: localized, debitFen: fenText, creditFen: fenText })),
    }),
  ),
  nextBefore: z.uuid().optional(),
});

export type LedgerView = z.infer<typeof ledgerView>;

/** `POST /api/office/ledger/appropriations` → 201. The same key twice is one appropriation. */
export const appropriateRequest = z.object({
  submissionKey: z.uuid(),
  /** In yuan, as written: `1,200,000.00`. */
  amountYuan: z.string().max(30),
  /** The day the money reached the deposit. */
  onDay: dayText,
  /** The number of the paper that appropriates it (拨款文号). */
  document: z.string().trim().min(1).max(60),
});

export type AppropriateRequest = z.infer<typeof appropriateRequest>;

export const appropriated = z.object({ amountFen: fenText });

export const appropriateProblems = [...staffWrites, 'not-an-amount', 'day-in-the-future', 'sent-otherwise'] as const;
