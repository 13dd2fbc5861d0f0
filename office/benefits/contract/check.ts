import { z } from 'zod';
import { atAnAddress } from '../../hall/contract/problem.ts';
import { answers, periodText, question } from './asked.ts';
import { determination } from './determination.ts';

/** `POST /api/benefits/:policy/check`. Nothing is stored. */
export const checkInput = z.object({ answers, period: periodText.optional() });

export const checkAnswer = z.object({
  /** One for the period asked for; without it one for each period of the policy that has begun. */
  results: z.array(determination),
  /** The next question that can still change an answer; null when none can. */
  next: question.nullable(),
});

export const checkProblems = [
  ...atAnAddress,
  'unknown-policy',
  'no-longer-offered',
  'faults',
  'not-in-the-policy',
] as const;

export type CheckInput = z.infer<typeof checkInput>;
export type CheckAnswer = z.infer<typeof checkAnswer>;
