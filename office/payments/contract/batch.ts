import { z } from 'zod';
import type { BatchId, PaymentId, StaffId } from '../../../values/id.ts';
import { dayText, fenText, idOf, instantText as instant, localized } from '../../hall/contract/wire.ts';
import { oneOfRecords, staffReads, staffWrites } from '../../hall/contract/problem.ts';
import { permission } from './permission.ts';

const power = z.enum(['manage-funds', 'pay-out']);

const batchState = z.enum(['draft', 'funds-released', 'released', 'reconciled', 'cancelled']);

const lineOutcome = z.enum(['paid', 'returned', 'cancelled']);

const bankFileFormat = z.enum(['csv', 'pain.001']);

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
export const batchQuery = z.object({ after: z.coerce.number().int().min(0).max(2_147_483_647).default(0) });

/** `POST /api/office/batches/:id/release` and `…/cancel` → 200 `batchSummary` */
export const releaseRequest = z.object({
  version: z.int32().min(1),
  /** The digest that the screen showed: what is signed. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

export type ReleaseRequest = z.infer<typeof releaseRequest>;

export const cancelRequest = z.object({ version: z.int32().min(1) });

export type CancelRequest = z.infer<typeof cancelRequest>;

/** `GET /api/office/batches/:id/bank-file?format=csv` */
export const bankFileQuery = z.object({ format: bankFileFormat });

export const draftProblems = [...staffWrites, 'nothing-due', 'day-in-the-past'] as const;
export const batchProblems = [...staffReads, ...oneOfRecords] as const;
export const releaseProblems = [
  ...staffWrites,
  ...oneOfRecords,
  'nobody-acts-twice',
  'stale',
  'no-payer',
  'not-for-the-file',
  'deposit-short',
  'already-released',
  'cancelled',
  'funds-come-first',
  'same-person',
  'lines-changed',
] as const;
export const cancelProblems = [
  ...staffWrites,
  ...oneOfRecords,
  'stale',
  'already-released',
  'already-cancelled',
] as const;
export const bankFileProblems = [...batchProblems, 'not-released', 'no-payer', 'made-otherwise'] as const;

export type ReleaseProblem = (typeof releaseProblems)[number];
export type CancelProblem = (typeof cancelProblems)[number];
export type BankFileProblem = (typeof bankFileProblems)[number];
