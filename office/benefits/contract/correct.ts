import { z } from 'zod';
import { answers } from './asked.ts';
import { photo } from './photo.ts';
import { typed } from '../../hall/contract/wire.ts';
import { familyWrites, oneOfRecords, staffWrites } from '../../hall/contract/problem.ts';

/** `POST /api/my/cases/:receipt/correction`, and at the counter `POST /api/office/cases/:id/correction` */
export const correctInput = z.object({
  version: z.int32(),
  photos: z.array(photo).max(40),
  answers,
  /** Why something asked for can't be handed in. */
  explanation: typed(500).optional(),
});

/** `POST /api/my/cases/:receipt/withdrawal`, and at the counter `POST /api/office/cases/:id/withdrawal` */
export const withdrawInput = z.object({ version: z.int32() });

// Refusals: the counter's, and a family's that acts for itself.
const onACase = [...oneOfRecords, 'stale-version', 'case-is-closed'] as const;
const takingIn = [
  ...onACase,
  'law-not-kept',
  'nothing-to-correct',
  'not-in-the-policy',
  'still-missing',
  'nobody-acts-twice',
  'faults',
  'no-such-photo',
] as const;
export const correctProblems = [...staffWrites, ...takingIn] as const;
export const myCorrectionProblems = [...familyWrites, ...takingIn] as const;
export const withdrawProblems = [...staffWrites, ...onACase] as const;
export const myWithdrawalProblems = [...familyWrites, ...onACase] as const;

export type CorrectProblem = (typeof takingIn)[number];

export type CorrectInput = z.infer<typeof correctInput>;
