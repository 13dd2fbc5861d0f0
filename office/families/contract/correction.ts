import { z } from 'zod';
import { personRecord } from './record.ts';
import { localized } from '../../hall/contract/wire.ts';
import { looksUp, oneOfRecords, staffWrites } from '../../hall/contract/problem.ts';

/** `PATCH /api/office/people/:id`: only what is to be corrected. `null` removes what may be absent. */
export const correctPerson = z.object({
  purpose: z.string().min(1),
  version: z.int32(),
  name: z.string().max(200).optional(),
  birth: z.string().max(20).optional(),
  identity: z.string().max(40).nullable().optional(),
  phone: z.string().max(40).nullable().optional(),
  nationality: z.string().max(2).nullable().optional(),
  diedOn: z.string().max(20).nullable().optional(),
});

/** `409` to a stale correction: the record as it stands, and for each field that differs what stands there and what was sent. */
export const staleCorrection = z.object({
  now: personRecord,
  differences: z.array(z.object({ field: z.string(), words: localized, now: z.string(), sent: z.string() })),
});

/** Why a person is not corrected. */
const correcting = [...oneOfRecords, 'stale-version', 'faults', 'identity-of-another', 'phone-of-another'] as const;
export const correctionProblems = [...staffWrites, ...looksUp, ...correcting] as const;

export type CorrectionProblem = (typeof correcting)[number];

export type CorrectPerson = z.infer<typeof correctPerson>;
export type StaleCorrection = z.infer<typeof staleCorrection>;
