import { z } from 'zod';
import type { CaseId, DocumentId, FamilyId, PersonId } from '../../../values/id.ts';
import { documentRequirement } from './asked.ts';
import { caseState, standing, turn } from './case-list.ts';
import { citation, determination, reason } from './determination.ts';
import { dayText, divisionName, fenText, idOf, instantText, localized } from '../../hall/contract/wire.ts';
import { oneOfRecords, staffReads } from '../../hall/contract/problem.ts';

const actor = z.object({
  kind: z.enum(['staff', 'family', 'system']),
  name: z.string(),
  office: localized.optional(),
  duty: z.string().optional(),
});

/** One entry of the timeline, already in words. */
export const timelineEntry = z.object({
  seq: z.number().int(),
  at: instantText,
  kind: z.string(),
  by: actor,
  words: localized,
  /** What was typed with it: a note, a reason, the family's explanation. */
  note: z.string().optional(),
});

const correctionItem = z.union([
  z.object({ kind: z.literal('document'), requirement: z.string(), words: localized }),
  z.object({ kind: z.literal('fact'), fact: z.string(), words: localized }),
]);

export const correction = z.object({
  on: dayText,
  items: z.array(correctionItem),
  note: z.string().optional(),
  answeredOn: dayText.optional(),
  explanation: z.string().optional(),
});

/** The letter: what was decided, why, by which law, and how to disagree until when. */
export const decisionLetter = z.object({
  number: z.string(),
  outcome: z.enum(['granted', 'refused']),
  amountFen: fenText.nullable(),
  decidedOn: dayText,
  office: localized,
  reasons: z.array(reason),
  remedies: z.array(z.object({ key: z.string(), words: localized, law: z.string(), lastDay: dayText.optional() })),
});

/** One check above the decision. `attention` does not stop it, `fails` does. */
const check = z.object({
  key: z.enum(['competent', 'complete', 'article', 'amount', 'step', 'deadline', 'signer']),
  result: z.enum(['passes', 'attention', 'fails']),
  words: localized,
});

/** What the case's step allows; one that this signer may not do says why. */
const action = z.object({
  key: z.enum(['pass', 'ask-correction', 'refuse', 'grant', 'send-back']),
  allowed: z.boolean(),
  why: localized.optional(),
});

const caseDocument = z.object({
  id: idOf<DocumentId>(),
  requirement: z.string(),
  name: localized,
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  addedAt: instantText,
});

/** `GET /api/office/cases/:id`: the case in full; the look is logged under `purpose`, and the family can read it. */
export const caseFile = z.object({
  id: idOf<CaseId>(),
  receipt: z.string(),
  version: z.number().int(),
  policy: z.string(),
  title: localized,
  period: z.string(),
  state: caseState,
  turn: turn.nullable(),
  standing,
  origin: z.enum(['phone', 'counter']),
  receivedOn: dayText,
  dueOn: dayText,
  dueProvisional: z.boolean(),
  workingDaysLeft: z.number().int().nullable(),
  /** The term of the procedure, in working days. */
  workingDays: z.number().int(),
  purpose: localized,
  familyId: idOf<FamilyId>(),
  applicant: z.object({
    id: idOf<PersonId>(),
    name: z.string(),
    maskedPhone: z.string().optional(),
    maskedIdentity: z.string().optional(),
    relation: z.enum(['parent', 'guardian', 'self', 'none']),
  }),
  subject: z.object({
    id: idOf<PersonId>(),
    name: z.string(),
    birth: dayText,
    nationality: z.string().optional(),
    maskedIdentity: z.string().optional(),
    residence: divisionName,
  }),
  account: z.object({
    bank: z.string(),
    holderName: z.string(),
    last4: z.string(),
    holderIs: z.enum(['applicant', 'subject', 'other']),
  }),
  /** The pack's documents, how many photos of each there are, and whether the correction notice asked for it. */
  requirements: z.array(documentRequirement.extend({ given: z.number().int(), asked: z.boolean() })),
  documents: z.array(caseDocument),
  /** Facts that the family gave because the register does not hold them. */
  answers: z.array(z.object({ fact: z.string(), words: localized, value: z.string() })),
  /** As it stood when somebody last acted. */
  determination,
  /** Whether it comes out the same when it is worked out again from the kept facts and text; if it does not, in words. */
  workedOutAgain: z.object({ result: z.enum(['same', 'different', 'not-possible']), words: localized.optional() }),
  /** What the policy says on today's record, when outcome or amount differ: a decision is taken on this one. */
  changedSince: determination.nullable(),
  /** The smallest change of facts that would change it, where that can be told. */
  wouldChange: localized.nullable(),
  /** Facts that the correction notice may ask for. */
  askable: z.array(z.object({ fact: z.string(), words: localized })),
  /** Articles that a refusal may rest on. */
  articles: z.array(z.object({ key: z.string(), heading: localized, law: citation })),
  checks: z.array(check),
  actions: z.array(action),
  timeline: z.array(timelineEntry),
  correction: correction.nullable(),
  decision: decisionLetter.nullable(),
});

export const caseFileProblems = [...staffReads, ...oneOfRecords] as const;

export type CaseFile = z.infer<typeof caseFile>;
export type Check = z.infer<typeof check>;
export type CaseAction = z.infer<typeof action>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type CorrectionWire = z.infer<typeof correction>;
export type DecisionLetter = z.infer<typeof decisionLetter>;
