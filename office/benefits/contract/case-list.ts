import { z } from 'zod';
import type { CaseId } from '../../../values/id.ts';
import { determination } from './determination.ts';
import { dayText, divisionName, fenText, idOf, localized } from '../../hall/contract/wire.ts';

export const caseState = z.enum(['received', 'correcting', 'reviewed', 'granted', 'refused', 'withdrawn']);

export const standing = z.enum(['overdue', 'soon', 'rest', 'waiting', 'closed']);

/** Whose turn it is; null when the case is closed. */
export const turn = z.enum(['review', 'confirm', 'family']);

/** One case in a list: masked, no look at a record. */
export const caseLine = z.object({
  id: idOf<CaseId>(),
  receipt: z.string(),
  policy: z.string(),
  title: localized,
  period: z.string(),
  /** `王*兰` */
  applicant: z.string(),
  subject: z.string(),
  residence: divisionName,
  state: caseState,
  turn: turn.nullable(),
  standing,
  receivedOn: dayText,
  dueOn: dayText,
  dueProvisional: z.boolean(),
  /** Working days left; negative when the day has passed; null when the clock is paused or the case is closed. */
  workingDaysLeft: z.number().int().nullable(),
  outcome: determination.shape.outcome,
  amountFen: fenText.nullable(),
  documents: z.object({ given: z.number().int(), required: z.number().int(), complete: z.boolean() }),
  origin: z.enum(['phone', 'counter']),
  version: z.number().int(),
});

const caseCounts = z.object({
  overdue: z.number().int(),
  /** Due within three working days, today included. */
  soon: z.number().int(),
  rest: z.number().int(),
  /** The office waits for the family; the clock is paused. */
  waiting: z.number().int(),
});

/**
 * `GET /api/office/today?after=`: what waits for the duty held (review, confirm; all open cases for receive and supervise), by legal
 * deadline.
 */
export const todayAnswer = z.object({
  today: dayText,
  /** Three working days from today: up to this day a case is 'soon'. */
  soonUntil: dayText,
  counts: caseCounts,
  /** Decisions of this month within the term, of all decisions of this month. */
  onTime: z.object({ decided: z.number().int(), onTime: z.number().int() }),
  lines: z.array(caseLine),
  next: z.string().nullable(),
});

export const todayQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

/** `GET /api/office/cases`: newest receipt first; `q` finds by receipt number, name, pinyin or initials. */
export const casesQuery = z.object({
  state: caseState.optional(),
  turn: turn.optional(),
  /** Townships and villages within the acting division, by code, with commas between. */
  division: z
    .string()
    .regex(/^\d{12}(?:,\d{12}){0,199}$/)
    .optional(),
  policy: z.string().max(100).optional(),
  standing: standing.exclude(['closed']).optional(),
  q: z.string().max(60).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

export const caseList = z.object({ today: dayText, lines: z.array(caseLine), next: z.string().nullable() });

export type CaseLine = z.infer<typeof caseLine>;
export type CaseCounts = z.infer<typeof caseCounts>;
export type TodayAnswer = z.infer<typeof todayAnswer>;
export type CasesQuery = z.infer<typeof casesQuery>;
export type CaseList = z.infer<typeof caseList>;
