import { z } from 'zod';
import type { AccountId, CaseId, PersonId } from '../../../values/id.ts';
import { answers, periodText } from './asked.ts';
import { determination } from './determination.ts';
import { photo } from './photo.ts';
import { accountInput, entryRefused } from '../../families/contract/register.ts';
import { dayText, divisionCode, idOf, localized } from '../../hall/contract/wire.ts';
import { familyWrites, looksUp, oneOfRecords, staffWrites } from '../../hall/contract/problem.ts';

/** A child who is not in the register yet. */
const newChild = z.object({
  name: z.string().max(200),
  birth: z.string().max(20),
  identity: z.string().max(40).optional(),
  nationality: z.string().max(2).optional(),
  residence: divisionCode,
  link: z.enum(['parent', 'guardian']),
});

/** An applicant who is not in the register yet (a phone that applies for the first time). */
const newApplicant = z.object({
  name: z.string().max(200),
  birth: z.string().max(20),
  identity: z.string().max(40).optional(),
  /** At the counter. Who applies by phone is entered with the phone that proved itself. */
  phone: z.string().max(40).optional(),
});

export const application = z.object({
  policy: z.string().max(100),
  period: periodText,
  /** Made by the form: posted twice, it is one case. */
  submissionKey: z.uuid(),
  subject: z.union([z.object({ id: idOf<PersonId>() }), z.object({ enter: newChild })]),
  applicant: z.union([z.object({ id: idOf<PersonId>() }), z.object({ enter: newApplicant })]),
  account: z.union([z.object({ id: idOf<AccountId>() }), z.object({ enter: accountInput })]),
  photos: z.array(photo).max(40),
  /** Facts that the register does not hold, as the family says them. */
  answers,
});

/** `POST /api/office/counter/applications` */
export const counterApplication = application.extend({ purpose: z.string().min(1).max(60) });

/** `201`, or `200` when the same form had been handed in before. */
export const applied = z.object({
  id: idOf<CaseId>(),
  receipt: z.string(),
  dueOn: dayText,
  dueProvisional: z.boolean(),
  workingDays: z.number().int(),
  determination,
  already: z.boolean(),
  /** Sentences that stop nothing: an account number whose check digit is wrong. */
  warnings: z.array(localized),
});

// Refusals: the counter's, and a family's that applies for itself.
const receiving = [
  ...oneOfRecords,
  ...entryRefused,
  'unknown-policy',
  'no-longer-offered',
  'not-in-the-policy',
  'no-such-photo',
  'one-live-case',
  'not-a-caregiver',
  'no-such-account',
] as const;
export const applyProblems = [...staffWrites, ...looksUp, ...receiving] as const;
export const myApplicationProblems = [...familyWrites, ...receiving] as const;

export type ApplyProblem = (typeof receiving)[number];

export type Application = z.infer<typeof application>;
export type Applied = z.infer<typeof applied>;
