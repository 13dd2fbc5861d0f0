import { z } from 'zod';
import { documentRequirement, question } from './asked.ts';
import { correction, decisionLetter } from './case-file.ts';
import { caseLine, caseState } from './case-list.ts';
import { determination } from './determination.ts';
import { dayText, divisionName, instantText, localized } from '../../hall/contract/wire.ts';
import { familyReads, oneOfRecords } from '../../hall/contract/problem.ts';

const pathStep = z.object({
  key: z.enum(['received', 'correction', 'review', 'confirm', 'payment']),
  /** `ended`: the case was closed before this step, which will not come. */
  state: z.enum(['done', 'now', 'next', 'refused', 'ended']),
  name: localized,
  words: localized,
  on: dayText.optional(),
  by: localized.optional(),
});

const myCaseLine = caseLine
  .pick({
    receipt: true,
    policy: true,
    title: true,
    period: true,
    subject: true,
    state: true,
    dueOn: true,
    dueProvisional: true,
    receivedOn: true,
    amountFen: true,
  })
  .extend({ progress: localized });

/** An application that was begun and not handed in, as its family goes on with it. */
const myDraft = z.object({
  id: z.string(),
  /** The benefit as addresses write it. */
  policyAddress: z.string(),
  title: localized,
  /** Absent while it is not said for whom it is. */
  subject: z.string().optional(),
  period: z.string().optional(),
  photos: z.number().int(),
  /** The last whole day on which it is kept. */
  keptUntil: dayText,
});

/** `GET /api/my/cases` */
export const myCases = z.object({ cases: z.array(myCaseLine) });

/** `GET /api/my/cases/:receipt` */
export const myCase = z.object({
  receipt: z.string(),
  version: z.number().int(),
  policy: z.string(),
  title: localized,
  period: z.string(),
  state: caseState,
  progress: localized,
  applicant: z.string(),
  subject: z.string(),
  residence: divisionName,
  receivedOn: dayText,
  dueOn: dayText,
  dueProvisional: z.boolean(),
  /** The clock is paused: the office waits for the family. */
  waiting: z.boolean(),
  overdue: z.boolean(),
  workingDays: z.number().int(),
  path: z.array(pathStep),
  correction: correction.nullable(),
  requirements: z.array(documentRequirement.extend({ given: z.number().int(), asked: z.boolean() })),
  /** The questions that correct the facts asked for. */
  questions: z.array(question),
  decision: decisionLetter.nullable(),
  determination: determination.omit({ trace: true }),
  account: z.object({ bank: z.string(), last4: z.string() }),
  looks: z.array(z.object({ at: instantText, office: localized, duty: localized.optional(), what: localized })),
  mayWithdraw: z.boolean(),
});

export const myCaseProblems = [...familyReads, ...oneOfRecords] as const;

export type PathStep = z.infer<typeof pathStep>;
export type MyDraft = z.infer<typeof myDraft>;
export type MyCases = z.infer<typeof myCases>;
export type MyCase = z.infer<typeof myCase>;
