import { z } from 'zod';
import type { AccountId, BatchId, CaseId, FamilyId, PaymentId, StaffId } from '../../values/id.ts';
import { localized, dayText, divisionName, idOf, instantText as instant, problem } from '../hall/contract/wire.ts';

/** Fen as a decimal string: `360000` is 3,600 yuan. */
const fenText = z.string().regex(/^-?\d{1,18}$/);

/** May the reader do this now? If not, the sentence that says why and who may. */
const permission = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), why: localized }),
]);
export type Permission = z.infer<typeof permission>;

const power = z.enum(['manage-funds', 'pay-out']);
const batchState = z.enum(['draft', 'funds-released', 'released', 'reconciled', 'cancelled']);
const paymentState = z.enum(['due', 'in-batch', 'paid', 'returned', 'cancelled']);
const lineOutcome = z.enum(['paid', 'returned', 'cancelled']);
const bankFileFormat = z.enum(['csv', 'pain.001']);
const ledgerAccount = z.enum(['deposit', 'in-transit', 'payable', 'expense', 'appropriation']);
const ledgerEvent = z.enum(['appropriation', 'grant', 'release', 'settlement', 'return', 'correction']);

const signer = z.object({ id: idOf<StaffId>(), name: z.string() });

export const batchSummary = z.object({
  id: idOf<BatchId>(),
  number: z.string(),
  state: batchState,
  lineCount: z.int().min(1),
  totalFen: fenText,
  payOn: dayText,
  draftedAt: instant,
  draftedBy: signer,
  version: z.int().min(1),
  paidCount: z.int(),
  returnedCount: z.int(),
});
export type BatchSummary = z.infer<typeof batchSummary>;

const balance = z.object({
  account: ledgerAccount,
  name: localized,
  kind: z.enum(['asset', 'liability', 'expense', 'source']),
  /** On the account's own side: positive where one expects it. `in-transit` is negative while money is on its way. */
  balanceFen: fenText,
});
export type Balance = z.infer<typeof balance>;

/** `GET /api/office/money` */
export const moneyOverview = z.object({
  today: dayText,
  /** What may go into a batch, by due day and township; a day after today is still to come. */
  due: z.array(
    z.object({
      dueOn: dayText,
      township: divisionName,
      count: z.int(),
      totalFen: fenText,
    }),
  ),
  /** The pay day to offer for the next batch; absent when nothing is due. */
  suggestedPayOn: dayText.optional(),
  batches: z.array(batchSummary),
  balances: z.array(balance),
  /** What a release can draw on: the deposit, less what is in transit, less batches whose funds are released. */
  availableFen: fenText,
  returnedCount: z.int(),
  may: z.object({ draft: permission, appropriate: permission }),
});
export type MoneyOverview = z.infer<typeof moneyOverview>;

/** `POST /api/office/batches` → 201 `draftedBatch` */
export const draftBatchRequest = z.object({
  /** Payments due by this day go in; the bank is asked to pay on it. */
  payOn: dayText,
});
export type DraftBatchRequest = z.infer<typeof draftBatchRequest>;

export const draftedBatch = batchSummary.extend({
  /** Due payments that did not go in, because their account can't take money. */
  heldBack: z.array(z.object({ paymentId: idOf<PaymentId>(), why: localized })),
});

const batchLineView = z.object({
  line: z.int(),
  reference: z.string(),
  /** Masked: 王*兰. */
  payee: z.string(),
  bank: z.string(),
  accountLast4: z.string(),
  remark: z.string(),
  amountFen: fenText,
  outcome: lineOutcome.optional(),
  settledOn: dayText.optional(),
  reason: localized.optional(),
});
export type BatchLineView = z.infer<typeof batchLineView>;

/** `GET /api/office/batches/:id?after=<line>`: 200 lines at a time. */
export const batchView = batchSummary.extend({
  /** What a release signs: SHA-256 over the lines. */
  digest: z.string().length(64),
  releases: z.array(z.object({ power, by: signer, at: instant })),
  lines: z.array(batchLineView),
  /** Give as `after` for the next lines. */
  nextAfter: z.int().optional(),
  /** Lines the bank's file can't carry; while there are any, nothing is released. */
  notForTheFile: z.array(z.object({ line: z.int(), payee: z.string(), why: localized })),
  files: z.array(z.object({ format: bankFileFormat, madeAt: instant, digest: z.string() })),
  returnFile: z
    .object({ importedAt: instant, importedBy: signer, paidCount: z.int(), returnedCount: z.int() })
    .optional(),
  may: z.object({
    releaseFunds: permission,
    payOut: permission,
    cancel: permission,
    bankFile: permission,
    importReturnFile: permission,
  }),
});
export type BatchView = z.infer<typeof batchView>;

/** `GET /api/office/batches/:id` */
export const batchQuery = z.object({ after: z.coerce.number().int().min(0).default(0) });

/** `POST /api/office/batches/:id/release` and `…/cancel` → 200 `batchSummary` */
export const releaseRequest = z.object({
  version: z.int().min(1),
  /** The digest that the screen showed: what is signed. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReleaseRequest = z.infer<typeof releaseRequest>;

export const cancelRequest = z.object({ version: z.int().min(1) });
export type CancelRequest = z.infer<typeof cancelRequest>;

/** `GET /api/office/batches/:id/bank-file?format=csv` */
export const bankFileQuery = z.object({ format: bankFileFormat });

/** One fault of a return file; nothing of the file was imported. */
const returnFileFault = z.object({
  /** The line of the file, from 1; absent for a fault of the whole file. */
  line: z.int().optional(),
  reference: z.string().optional(),
  why: z.enum([
    'not-text',
    'not-csv',
    'not-xml',
    'xml-with-document-type',
    'wrong-document',
    'missing-column',
    'wrong-column-count',
    'empty-file',
    'amount-not-a-number',
    'amount-with-more-than-two-decimals',
    'wrong-amount',
    'wrong-currency',
    'unknown-status',
    'pending-status',
    'missing-reason',
    'no-such-day',
    'day-in-the-future',
    'missing-reference',
    'unknown-reference',
    'reference-twice',
    'line-of-another-batch',
    'missing-line',
  ]),
  words: localized,
});
export type ReturnFileFault = z.infer<typeof returnFileFault>;

/** 422 `return-file-has-faults`: every fault of the file at once. */
export const returnFileProblem = problem.extend({ lines: z.array(returnFileFault) });

/**
 * `POST /api/office/batches/:id/return-file` (multipart, field `file`) → 200. Faults → 422 `returnFileProblem`; a file of another batch → 409
 * `other-batch`; imported before → 409 `already-imported`.
 */
export const returnFileImported = z.object({
  paidCount: z.int(),
  returnedCount: z.int(),
  paidFen: fenText,
  returnedFen: fenText,
});
export type ReturnFileImported = z.infer<typeof returnFileImported>;

/** `GET /api/office/returns?family=`: of one family, for the counter that has its record open. */
export const returnsQuery = z.object({ family: idOf<FamilyId>().optional() });

/** `GET /api/office/returns`: payments that came back and wait for a mended account. */
export const returnedPayments = z.object({
  returns: z.array(
    z.object({
      paymentId: idOf<PaymentId>(),
      caseId: idOf<CaseId>(),
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

/** `GET /api/my/payments` */
export const myPayment = z.object({
  id: idOf<PaymentId>(),
  caseId: idOf<CaseId>(),
  purpose: localized,
  period: z.string(),
  amountFen: fenText,
  state: paymentState,
  dueOn: dayText,
  paidOn: dayText.optional(),
  account: z.object({ id: idOf<AccountId>(), bank: z.string(), last4: z.string() }),
  /** The bank sent it back: when, why, and what to do. Kept after the account was mended. */
  returned: z.object({ on: dayText, reason: localized, advice: localized }).optional(),
});
export type MyPayment = z.infer<typeof myPayment>;
export const myPayments = z.object({ payments: z.array(myPayment) });
export type MyPayments = z.infer<typeof myPayments>;

/**
 * `POST /api/my/payments/:id/account`, `POST /api/office/payments/:id/account` → 200 `myPayment`: a returned payment goes due again, to an
 * account the register knows or to a new one.
 */
export const mendAccountRequest = z.union([
  z.object({ accountId: idOf<AccountId>() }),
  z.object({
    bank: z.string().trim().min(1).max(60),
    holderName: z.string().trim().min(1).max(60),
    number: z.string().max(40),
  }),
]);
export type MendAccountRequest = z.infer<typeof mendAccountRequest>;
