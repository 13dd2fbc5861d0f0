import type { PackInfo } from '../../../rules/pack/pack.ts';
import type { Day } from '../../../values/day.ts';
import type { Localized } from '../../../values/language.ts';
import type { WorkingCalendar } from '../../../values/working-days.ts';
import type { ApplicationBody, BenefitCase, CorrectionItem, Determined, Happening, Said } from './case.ts';
import type { Signer } from './hand.ts';
import type { OwnReason } from './letter.ts';
import type { CorrectRefusal, ReceiveRefusal, Refusal, ReviewRefusal, Seen, WithdrawRefusal } from './refusal.ts';
import { fenToWire } from '../../../values/fen.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { closedOn, turnOf } from './case.ts';
import { deadlineOf } from './deadline.ts';
import { decisionNumberOf, refusalReasons } from './letter.ts';

/** What a staff member may do to a case; the first three belong to review, the last three to confirmation. */
export type CaseAct = 'pass' | 'ask-correction' | 'refuse' | 'grant' | 'send-back';

/** What every decision is told: the law, what it says of the family today, the papers, the calendar and the day. */
export interface Told {
  readonly pack: PackInfo;
  /** Whether there is a text of the law by which it can be determined: `pack` is the bare name of the benefit otherwise. */
  readonly lawIsKept: boolean;
  /** Made from today's record. */
  readonly determination: Said;
  /** The pack's documents of which there is a photo. */
  readonly given: ReadonlySet<string>;
  readonly calendar: WorkingCalendar;
  readonly today: Day;
}

type HappeningOf<Kind extends Happening['kind']> = Extract<Happening, { kind: Kind }>;
export type Answer<Kind extends Happening['kind'], Why extends Refusal = ReviewRefusal> =
  | { readonly kind: 'done'; readonly happening: HappeningOf<Kind> }
  | Why;

/** An application as it is handed in, before it has its number. */
export type HandedIn = Pick<
  ApplicationBody,
  'origin' | 'policy' | 'period' | 'subject' | 'applicant' | 'family' | 'account' | 'residence' | 'documents'
>;

/**
 * Receives an application. Who is not eligible, or of whom too little is known, may hand in all the same: it is a person's right, and the
 * answer is a decision with reasons. Refused only is what the policy has no place for: another period, a document it does not ask for.
 */
export function receive(handedIn: HandedIn, receipt: string, told: Told): Answer<'received', ReceiveRefusal> {
  const { pack, calendar, today, determination } = told;
  if (!pack.periods.includes(handedIn.period))
    return { kind: 'not-in-the-policy', what: 'period', key: handedIn.period };
  const foreign = handedIn.documents.find((key) => !pack.documents.some((document) => document.key === key));
  if (foreign !== undefined) return { kind: 'not-in-the-policy', what: 'document', key: foreign };
  const { workingDays } = pack.procedure;
  const due = deadlineOf({ receivedOn: today, workingDays, waits: [] }, calendar);
  const term = { receivedOn: today, workingDays, dueOn: due.day, dueProvisional: due.provisional };
  return done({ kind: 'received', body: { ...handedIn, receipt, ...term, determination: briefOf(determination) } });
}

/** The township's first review finds everything in order. */
export function passReview(
  found: BenefitCase,
  signer: Signer,
  seen: Seen,
  told: Told,
  note?: string,
): Answer<'review-passed'> {
  const refusal = whyNot(found, 'pass', signer, told) ?? whyChanged(seen, told);
  if (refusal) return refusal;
  const body = { on: told.today, determination: briefOf(told.determination), ...(note !== undefined && { note }) };
  return done({ kind: 'review-passed', body });
}

/** The one notice that lists everything missing (一次性告知). From its day the clock is paused. */
export function askCorrection(
  found: BenefitCase,
  signer: Signer,
  asked: {
    readonly documents: readonly string[];
    readonly facts: readonly string[];
    readonly note?: string | undefined;
  },
  told: Told,
): Answer<'correction-asked'> {
  const refusal = whyNot(found, 'ask-correction', signer, told);
  if (refusal) return refusal;
  const items: CorrectionItem[] = [];
  for (const requirement of new Set(asked.documents)) {
    const document = told.pack.documents.find(({ key }) => key === requirement);
    if (document === undefined) return { kind: 'not-in-the-policy', what: 'document', key: requirement };
    items.push({ kind: 'document', requirement, words: document.name });
  }
  for (const fact of new Set(asked.facts)) {
    const words = factWords(told, fact);
    if (words === undefined) return { kind: 'not-in-the-policy', what: 'fact', key: fact };
    items.push({ kind: 'fact', fact, words });
  }
  if (items.length === 0) return { kind: 'nothing-asked-for' };
  return done({
    kind: 'correction-asked',
    body: { on: told.today, items, ...(asked.note !== undefined && { note: asked.note }) },
  });
}

/** What a fact of the subject is called: as the policy misses it, else as its question asks for it. */
function factWords({ determination, pack }: Told, fact: string): Localized | undefined {
  const name = `${pack.subject.name}.${fact}`;
  return (
    determination.missing.find((missing) => missing.name === name)?.words ??
    pack.questions.find((question) => question.fact === name)?.ask
  );
}

/** The family hands in what was asked for: all of it, or it says why something can't be had. The clock runs again. */
export function correct(
  found: BenefitCase,
  handedIn: {
    readonly documents: readonly string[];
    readonly facts: readonly string[];
    readonly explanation?: string | undefined;
  },
  told: Told,
): Answer<'corrected', CorrectRefusal> {
  if (closedOn(found) !== undefined) return { kind: 'case-is-closed', state: found.state };
  if (found.state !== 'correcting') return { kind: 'nothing-to-correct' };
  if (!told.lawIsKept) return { kind: 'law-not-kept' };
  const foreign = handedIn.documents.find((key) => !told.pack.documents.some((document) => document.key === key));
  if (foreign !== undefined) return { kind: 'not-in-the-policy', what: 'document', key: foreign };
  const items = found.asked.items.filter((item) => !brings(handedIn, item));
  if (items.length > 0 && handedIn.explanation === undefined) return { kind: 'still-missing', items };
  const { documents, facts, explanation } = handedIn;
  const due = deadlineOf({ ...found, waits: found.waits.map((wait) => ({ to: told.today, ...wait })) }, told.calendar);
  const clock = { dueOn: due.day, dueProvisional: due.provisional };
  const said = { documents, facts, ...(explanation !== undefined && { explanation }) };
  return done({
    kind: 'corrected',
    body: { on: told.today, ...said, ...clock, determination: briefOf(told.determination) },
  });
}

function brings(
  handedIn: { readonly documents: readonly string[]; readonly facts: readonly string[] },
  item: CorrectionItem,
): boolean {
  return item.kind === 'document' ? handedIn.documents.includes(item.requirement) : handedIn.facts.includes(item.fact);
}

/** The county grants, on the determination that the signer saw and no other. */
export function confirm(found: BenefitCase, signer: Signer, seen: Seen, told: Told): Answer<'confirmed'> {
  const refusal = whyNot(found, 'grant', signer, told) ?? whyChanged(seen, told);
  if (refusal) return refusal;
  const decisionNumber = decisionNumberOf(found.receipt);
  return done({
    kind: 'confirmed',
    body: { on: told.today, determination: briefOf(told.determination), decisionNumber },
  });
}

/** Refuses with reasons, at review or at confirmation. What the policy grants is refused only with an own reason and its article. */
export function refuse(
  found: BenefitCase,
  signer: Signer,
  seen: Seen,
  own: OwnReason,
  told: Told,
): Answer<'review-refused' | 'refused'> {
  const refusal = whyNot(found, 'refuse', signer, told) ?? whyChanged(seen, told);
  if (refusal) return refusal;
  const reasons = refusalReasons(told.pack, told.determination, own);
  if (reasons === undefined) return { kind: 'not-in-the-policy', what: 'article', key: own.article ?? '' };
  if (reasons.length === 0) return { kind: 'a-refusal-gives-its-reason' };
  const decided = {
    on: told.today,
    determination: briefOf(told.determination),
    decisionNumber: decisionNumberOf(found.receipt),
  };
  return done({ kind: signer.duty === 'review' ? 'review-refused' : 'refused', body: { ...decided, reasons } });
}

/** The county returns the case to the review, with what is to be looked at again. */
export function sendBack(found: BenefitCase, signer: Signer, reason: string, told: Told): Answer<'sent-back'> {
  return whyNot(found, 'send-back', signer, told) ?? done({ kind: 'sent-back', body: { on: told.today, reason } });
}

/** The family takes its application back, which it may until it is decided. */
export function withdraw(found: BenefitCase, today: Day): Answer<'withdrawn', WithdrawRefusal> {
  if (closedOn(found) !== undefined) return { kind: 'case-is-closed', state: found.state };
  return done({ kind: 'withdrawn', body: { on: today } });
}

/** The calendar was corrected: the deadline by the new one, or undefined when it stays where it is. */
export function moveDeadline(
  found: BenefitCase,
  calendar: WorkingCalendar,
  today: Day,
): HappeningOf<'deadline-moved'> | undefined {
  if (closedOn(found) !== undefined) return undefined;
  const due = deadlineOf(found, calendar);
  if (due.day === found.dueOn && due.provisional === found.dueProvisional) return undefined;
  return {
    kind: 'deadline-moved',
    body: { on: today, from: found.dueOn, dueOn: due.day, dueProvisional: due.provisional },
  };
}

/** Why this signer may not do this now; undefined when they may. The screen shows it beside the action before anybody tries. */
export function whyNot(found: BenefitCase, act: CaseAct, signer: Signer, told: Told): ReviewRefusal | undefined {
  const turn = turnOf(found.state);
  if (turn === undefined) return { kind: 'case-is-closed', state: found.state };
  if (found.state === 'correcting') return { kind: 'clock-paused', since: found.asked.on };
  const step = turn === 'confirm' ? 'confirm' : 'review';
  const needs = stepOf(act) ?? step;
  if (signer.duty !== needs) return { kind: 'another-duty', needs };
  if (step !== needs) return { kind: 'not-this-step', turn: step };
  if (signer.earlier !== undefined) return { kind: 'nobody-acts-twice', earlier: signer.earlier };
  if (!told.lawIsKept && act !== 'send-back') return { kind: 'law-not-kept' };
  switch (act) {
    case 'ask-correction':
      return found.correction && { kind: 'everything-missing-is-said-once', on: found.correction.on };
    case 'pass':
    case 'grant':
      return whyNotGranted(told);
    case 'refuse':
    case 'send-back':
      return undefined;
    default:
      return unreachable(act);
  }
}

/** The step an act belongs to; refusing belongs to both. */
function stepOf(act: CaseAct): 'review' | 'confirm' | undefined {
  switch (act) {
    case 'pass':
    case 'ask-correction':
      return 'review';
    case 'grant':
    case 'send-back':
      return 'confirm';
    case 'refuse':
      return undefined;
    default:
      return unreachable(act);
  }
}

/** A grant needs the policy's yes with an amount, and every document that the policy asks for. */
function whyNotGranted({ pack, determination, given }: Told): ReviewRefusal | undefined {
  const { outcome, amountFen } = determination;
  if (outcome === 'not-eligible') return { kind: 'not-eligible', because: determination.because };
  if (outcome === 'undetermined' || amountFen === undefined) {
    return { kind: 'undetermined', missing: determination.missing.map(({ words }) => words) };
  }
  const missing = pack.documents.filter(({ key, required }) => required && !given.has(key));
  return missing.length > 0 ? { kind: 'documents-missing', documents: missing.map(({ name }) => name) } : undefined;
}

/** A decision is taken on what the policy says today, so the signer must have seen that. */
function whyChanged(seen: Seen, { determination }: Told): ReviewRefusal | undefined {
  const now = briefOf(determination);
  const same = seen.outcome === now.outcome && seen.amountFen === now.amountFen;
  return same ? undefined : { kind: 'determination-changed', seen, now: determination };
}

/** What a determination comes to, as the timeline keeps it. */
export function briefOf({ outcome, amountFen, version }: Said): Determined {
  return { outcome, amountFen: amountFen === undefined ? null : fenToWire(amountFen), version };
}

function done<Kind extends Happening['kind']>(
  happening: HappeningOf<Kind>,
): { kind: 'done'; happening: HappeningOf<Kind> } {
  return { kind: 'done', happening };
}
