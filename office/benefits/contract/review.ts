import { z } from 'zod';
import type { CaseId } from '../../../values/id.ts';
import { timelineEntry } from './case-file.ts';
import { caseState } from './case-list.ts';
import { determination, seenDetermination } from './determination.ts';
import { idOf, typed } from '../../hall/contract/wire.ts';
import { oneOfRecords, problem, staffWrites } from '../../hall/contract/problem.ts';

/** `POST /api/office/cases/:id/review` */
export const reviewInput = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('pass'),
    version: z.int32(),
    seen: seenDetermination,
    note: typed(500).optional(),
  }),
  z.object({
    outcome: z.literal('ask-correction'),
    version: z.int32(),
    /** Keys of the pack's documents, and names of facts (`nationality`). Everything that is missing: there is no second notice. */
    documents: z.array(z.string().max(60)).max(40),
    facts: z.array(z.string().max(60)).max(40),
    note: typed(500).optional(),
  }),
  z.object({
    outcome: z.literal('refuse'),
    version: z.int32(),
    seen: seenDetermination,
    /** Needed when the policy itself does not refuse: the reason, and the article (`articles[].key` of the case file). */
    reason: typed(500).optional(),
    article: z.string().max(200).optional(),
  }),
]);

/** `POST /api/office/cases/:id/confirm` */
export const confirmInput = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('grant'), version: z.int32(), seen: seenDetermination }),
  z.object({
    outcome: z.literal('refuse'),
    version: z.int32(),
    seen: seenDetermination,
    reason: typed(500).optional(),
    article: z.string().max(200).optional(),
  }),
  z.object({ outcome: z.literal('send-back'), version: z.int32(), reason: typed(500) }),
]);

/** Both answer with the case as it now stands. */
export const acted = z.object({
  id: idOf<CaseId>(),
  receipt: z.string(),
  state: caseState,
  version: z.int32(),
  decisionNumber: z.string().optional(),
});

/** `409`: what happened since the version that was decided on (`stale-version`), or the two determinations (`determination-changed`). */
export const changedCase = problem.extend({
  version: z.int32().optional(),
  state: caseState.optional(),
  since: z.array(timelineEntry).optional(),
  seen: seenDetermination.optional(),
  now: determination.optional(),
});

/** Why a case is not reviewed, and why it is not confirmed. */
export const reviewProblems = [
  ...staffWrites,
  ...oneOfRecords,
  'stale-version',
  'case-is-closed',
  'law-not-kept',
  'clock-paused',
  'another-duty',
  'not-this-step',
  'nobody-acts-twice',
  'determination-changed',
  'documents-missing',
  'undetermined',
  'not-eligible',
  'everything-missing-is-said-once',
  'nothing-asked-for',
  'not-in-the-policy',
  'a-refusal-gives-its-reason',
] as const;
export const confirmProblems = [...reviewProblems, 'granted-before'] as const;

export type ConfirmProblem = (typeof confirmProblems)[number];

export type ReviewInput = z.infer<typeof reviewInput>;
export type ConfirmInput = z.infer<typeof confirmInput>;
export type Acted = z.infer<typeof acted>;
