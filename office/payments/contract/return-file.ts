import { z } from 'zod';
import { fenText, localized } from '../../hall/contract/wire.ts';
import { oneOfRecords, problem, staffWrites } from '../../hall/contract/problem.ts';

/** One fault of a return file; nothing of the file was imported. */
const returnFileFault = z.object({
  /** The line of the file, from 1; absent for a fault of the whole file. */
  line: z.int().optional(),
  /** Which answer of a message, from 1: a bank may write all of them in one line. */
  record: z.int().optional(),
  reference: z.string().optional(),
  why: z.enum([
    'not-text',
    'not-csv',
    'not-xml',
    'xml-with-document-type',
    'xml-not-utf-8',
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
    'day-before-the-release',
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
 * `POST /api/office/batches/:id/return-file` (multipart, field `file`) → 200. Faults → 422 `returnFileProblem`; a file of another batch →
 * 409 `other-batch`; imported before → 409 `already-imported`.
 */
export const returnFileImported = z.object({
  paidCount: z.int(),
  returnedCount: z.int(),
  paidFen: fenText,
  returnedFen: fenText,
});

export type ReturnFileImported = z.infer<typeof returnFileImported>;

export const returnFileProblems = [
  ...staffWrites,
  ...oneOfRecords,
  'no-file',
  'too-large',
  'already-imported',
  'already-reconciled',
  'not-released',
  'other-batch',
  'return-file-has-faults',
] as const;

export type ReturnFileProblem = (typeof returnFileProblems)[number];
