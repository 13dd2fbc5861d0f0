import { z } from 'zod';
import type { TraceNode } from '../../rules/determination.ts';
import type { AccountId, CaseId, DocumentId, FamilyId, PersonId } from '../../values/id.ts';
import { accountInput } from '../families/contract.ts';
import { localized, dayText, divisionCode, divisionName, idOf, instantText, problem } from '../hall/contract/wire.ts';

// What crosses the wire between the benefits desk and its screens. Money is a decimal string of fen.

const fenText = z.string().regex(/^-?\d+$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const periodText = z.string().regex(/^\d{4}(-\d{2})?$/);
/** What a person types: counted in characters, never cut. */
const typed = (most: number): z.ZodString => z.string().trim().min(1).max(most);

// Determinations

const citation = z.object({ source: z.string(), title: z.string(), place: z.string(), verified: z.boolean() });
const reason = z.object({ words: localized, law: citation.optional() });

/** The trace crosses the wire as the rules made it (`rules/determination.ts`); it nests as deep as the rule. */
const trace = z.unknown() as unknown as z.ZodType<TraceNode, TraceNode>;

const determination = z.object({
  policy: z.string(),
  version: z.string(),
  period: z.string(),
  outcome: z.enum(['eligible', 'not-eligible', 'undetermined']),
  /** Null unless eligible. */
  amountFen: fenText.nullable(),
  missing: z.array(
    z.object({
      name: z.string(),
      person: z.string(),
      fact: z.string(),
      words: localized,
      question: z.string().optional(),
    }),
  ),
  because: z.array(reason),
  trace,
});

// Public: the benefits and the check

const benefitLine = z.object({
  policy: z.string(),
  /** The policy in an address: `cn~home-care`. */
  address: z.string(),
  title: localized,
  summary: localized,
  version: z.string(),
  periods: z.array(z.string()),
});

/** `GET /api/benefits` */
export const benefitList = z.object({ benefits: z.array(benefitLine) });

const question = z.object({
  key: z.string(),
  fact: z.string(),
  ask: localized,
  help: localized.optional(),
  why: localized,
  answer: z.union([
    z.object({ kind: z.literal('date') }),
    z.object({
      kind: z.literal('choice'),
      options: z.array(z.object({ value: z.union([z.string(), z.boolean()]), words: localized })),
    }),
  ]),
});

const documentRequirement = z.object({
  key: z.string(),
  name: localized,
  hint: localized,
  required: z.boolean(),
});

/** `GET /api/benefits/:policy`: everything the public page shows. */
export const benefitPage = benefitLine.extend({
  division: z.string(),
  subject: z.object({ name: z.string(), words: localized }),
  sources: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      date: z.string().optional(),
      verified: z.string(),
      address: z.string().optional(),
    }),
  ),
  articles: z.array(
    z.object({
      heading: localized,
      text: localized,
      source: z.string(),
      title: z.string(),
      place: z.string(),
      verified: z.boolean(),
      /** Said beside the article: an official example, what is not recorded or tested. */
      note: localized.optional(),
    }),
  ),
  parameters: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      words: localized.optional(),
      /** `published`: the day on which the value became law, where that is not `from`. */
      values: z.array(z.object({ from: z.string(), value: z.string(), published: z.string().optional() })),
      verified: z.boolean(),
      law: z.string().optional(),
    }),
  ),
  documents: z.array(documentRequirement),
  procedure: z.object({
    steps: z.array(z.object({ key: z.string(), duty: z.string(), level: z.string(), name: localized })),
    workingDays: z.number().int(),
    law: citation,
    payment: z.object({ rhythm: z.string(), words: localized }),
    remedies: z.array(
      z.object({ key: z.string(), words: localized, withinDays: z.number().int().optional(), law: z.string() }),
    ),
  }),
  questions: z.array(question),
  /** What the check takes for granted, said beside its result. */
  supposed: z.array(localized),
  notes: z.array(localized),
  ends: z.array(localized),
  leaflet: z.array(localized),
});

/** Facts of the subject by their names without the subject: `{ "birth": "2023-12-05", "nationality": "CN" }`. Absent: not known. */
const answers = z.record(z.string().max(60), z.union([z.string().max(60), z.boolean(), z.null()]));

/** `POST /api/benefits/:policy/check`. Nothing is stored. */
export const checkInput = z.object({ answers, period: periodText.optional() });

export const checkAnswer = z.object({
  /** One for the period asked for; without it one for each period of the policy that has begun. */
  results: z.array(determination),
  /** The next question that can still change an answer; null when none can. */
  next: question.nullable(),
});

// Lists

const caseState = z.enum(['received', 'correcting', 'reviewed', 'granted', 'refused', 'withdrawn']);
const standing = z.enum(['overdue', 'soon', 'rest', 'waiting', 'closed']);
/** Whose turn it is; null when the case is closed. */
const turn = z.enum(['review', 'confirm', 'family']);

/** One case in a list: masked, no look at a record. */
const caseLine = z.object({
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
  /** Working days left; negative when the day has passed; null when the clock stands or the case is closed. */
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
  /** The office waits for the family; the clock stands. */
  waiting: z.number().int(),
});

/** `GET /api/office/today?after=`: what waits for the duty held (review, confirm; all open cases for receive and supervise), by legal deadline. */
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
  /** A township or a village within the acting division. */
  division: divisionCode.optional(),
  policy: z.string().max(100).optional(),
  standing: standing.exclude(['closed']).optional(),
  q: z.string().max(60).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const caseList = z.object({ today: dayText, lines: z.array(caseLine), next: z.string().nullable() });

// One case, opened

const actor = z.object({
  kind: z.enum(['staff', 'family', 'system']),
  name: z.string(),
  office: localized.optional(),
  duty: z.string().optional(),
});

/** One entry of the timeline, already in words. */
const timelineEntry = z.object({
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
const correction = z.object({
  on: dayText,
  items: z.array(correctionItem),
  note: z.string().optional(),
  answeredOn: dayText.optional(),
  explanation: z.string().optional(),
});

/** The letter: what was decided, why, by which law, and how to disagree until when. */
const decisionLetter = z.object({
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

const pathStep = z.object({
  key: z.enum(['received', 'correction', 'review', 'confirm', 'payment']),
  /** `ended`: the case was closed before this step, which will not come. */
  state: z.enum(['done', 'now', 'next', 'refused', 'ended']),
  name: localized,
  words: localized,
  on: dayText.optional(),
  by: localized.optional(),
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

// What is done to a case

/** What the signer saw when deciding. Differs from today's determination: `determination-changed`. */
const seenDetermination = z.object({ outcome: determination.shape.outcome, amountFen: fenText.nullable() });

/** `POST /api/office/cases/:id/review` */
export const reviewInput = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('pass'),
    version: z.number().int(),
    seen: seenDetermination,
    note: typed(500).optional(),
  }),
  z.object({
    outcome: z.literal('ask-correction'),
    version: z.number().int(),
    /** Keys of the pack's documents, and names of facts (`nationality`). Everything that is missing: there is no second notice. */
    documents: z.array(z.string().max(60)).max(40),
    facts: z.array(z.string().max(60)).max(40),
    note: typed(500).optional(),
  }),
  z.object({
    outcome: z.literal('refuse'),
    version: z.number().int(),
    seen: seenDetermination,
    /** Needed when the policy itself does not refuse: the reason, and the article (`articles[].key` of the case file). */
    reason: typed(500).optional(),
    article: z.string().max(200).optional(),
  }),
]);

/** `POST /api/office/cases/:id/confirm` */
export const confirmInput = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('grant'), version: z.number().int(), seen: seenDetermination }),
  z.object({
    outcome: z.literal('refuse'),
    version: z.number().int(),
    seen: seenDetermination,
    reason: typed(500).optional(),
    article: z.string().max(200).optional(),
  }),
  z.object({ outcome: z.literal('send-back'), version: z.number().int(), reason: typed(500) }),
]);

/** Both answer with the case as it now stands. */
export const acted = z.object({
  id: idOf<CaseId>(),
  receipt: z.string(),
  state: caseState,
  version: z.number().int(),
  decisionNumber: z.string().optional(),
});

/** `409`: what happened since the version that was decided on (`stale-version`), or the two determinations (`determination-changed`). */
export const changedCase = problem.extend({
  version: z.number().int().optional(),
  state: caseState.optional(),
  since: z.array(timelineEntry).optional(),
  seen: seenDetermination.optional(),
  now: determination.optional(),
});

// Applying

/** A photo that was uploaded, for one document of the pack. */
export const photo = z.object({
  requirement: z.string().max(60),
  digest: sha256,
  /** As the desk found it when the photo came (`POST /api/office/photos`), never as a browser claims. */
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf']),
  sizeBytes: z.number().int().positive(),
});

/** `POST /api/office/photos` (multipart, field `photo`) */
export const photoStored = photo.omit({ requirement: true });

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

// The family's own

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
  .extend({ headline: localized });
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
  headline: localized,
  applicant: z.string(),
  subject: z.string(),
  residence: divisionName,
  receivedOn: dayText,
  dueOn: dayText,
  dueProvisional: z.boolean(),
  /** The clock stands: the office waits for the family. */
  waiting: z.boolean(),
  overdue: z.boolean(),
  workingDays: z.number().int(),
  path: z.array(pathStep),
  correction: correction.nullable(),
  requirements: z.array(documentRequirement.extend({ given: z.number().int(), asked: z.boolean() })),
  /** The questions that mend the facts asked for. */
  questions: z.array(question),
  decision: decisionLetter.nullable(),
  determination: determination.omit({ trace: true }),
  account: z.object({ bank: z.string(), last4: z.string() }),
  looks: z.array(z.object({ at: instantText, office: localized, duty: localized.optional(), what: localized })),
  mayWithdraw: z.boolean(),
});

/** `POST /api/my/cases/:receipt/correction`, and at the counter `POST /api/office/cases/:id/correction` */
export const correctInput = z.object({
  version: z.number().int(),
  photos: z.array(photo).max(40),
  answers,
  /** Why something asked for can't be handed in. */
  explanation: typed(500).optional(),
});
/** `POST /api/my/cases/:receipt/withdrawal`, and at the counter `POST /api/office/cases/:id/withdrawal` */
export const withdrawInput = z.object({ version: z.number().int() });

export type DeterminationWire = z.infer<typeof determination>;
export type BenefitLine = z.infer<typeof benefitLine>;
export type BenefitList = z.infer<typeof benefitList>;
export type BenefitPage = z.infer<typeof benefitPage>;
export type QuestionWire = z.infer<typeof question>;
export type Answers = z.infer<typeof answers>;
export type CheckInput = z.infer<typeof checkInput>;
export type CheckAnswer = z.infer<typeof checkAnswer>;
export type CaseLine = z.infer<typeof caseLine>;
export type CaseCounts = z.infer<typeof caseCounts>;
export type TodayAnswer = z.infer<typeof todayAnswer>;
export type CasesQuery = z.infer<typeof casesQuery>;
export type CaseList = z.infer<typeof caseList>;
export type CaseFile = z.infer<typeof caseFile>;
export type Check = z.infer<typeof check>;
export type CaseAction = z.infer<typeof action>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type CorrectionWire = z.infer<typeof correction>;
export type DecisionLetter = z.infer<typeof decisionLetter>;
export type PathStep = z.infer<typeof pathStep>;
export type ReviewInput = z.infer<typeof reviewInput>;
export type ConfirmInput = z.infer<typeof confirmInput>;
export type Acted = z.infer<typeof acted>;
export type Photo = z.infer<typeof photo>;
export type Application = z.infer<typeof application>;
export type Applied = z.infer<typeof applied>;
export type MyDraft = z.infer<typeof myDraft>;
export type MyCases = z.infer<typeof myCases>;
export type MyCase = z.infer<typeof myCase>;
export type CorrectInput = z.infer<typeof correctInput>;
