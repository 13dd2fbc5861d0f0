import type { Application } from '../contract/apply.ts';
import type { DeterminationWire } from '../contract/determination.ts';
import type { QuestionWire } from '../contract/asked.ts';
import type { Draft, DraftBody } from './draft.ts';
import type { Family, Person } from '../../families/case.ts';
import type { FamilyActing } from '../../hall/who/acting.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { Facts } from '../../../rules/facts.ts';
import type { Day } from '../../../values/day.ts';
import { begunPeriods } from './check/family-check.ts';
import { type GivenAnswers, readAnswers } from './answers.ts';
import { determinationToWire, withAnswers } from './facts-wire.ts';
import { policyAddress, questionToWire } from './benefit-wire.ts';
import { checkPerson } from '../../families/typed/person.ts';
import { factsOf } from '../../families/decide/facts.ts';
import { openQuestions } from '../../../rules/explain/missing/ask.ts';
import { explain } from '../../../rules/explain/explain.ts';
import { factName } from '../../../rules/facts.ts';

/** The pages of an application, in their order. */
export type Step = 'you' | 'who' | 'child' | 'facts' | 'period' | 'photos' | 'account' | 'sure';

/** An application under way: who applies, for which benefit, and what is filled in so far. */
export interface Applying {
  readonly acting: FamilyActing;
  readonly family: Family | undefined;
  readonly pack: Pack;
  readonly draft: Draft;
  readonly today: Day;
}

/** The people on record whom the applicant may apply for: those they are parent or guardian of, living, the youngest first. */
export function dependants({ family, acting }: Pick<Applying, 'family' | 'acting'>): readonly Person[] {
  if (family === undefined) return [];
  const cared = new Set(
    family.kinships.filter(({ kind, from }) => kind !== 'spouse' && from === acting.who).map(({ to }) => to),
  );
  return family.people
    .filter(({ id, diedOn }) => cared.has(id) && diedOn === undefined)
    .sort((a, b) => b.birth.localeCompare(a.birth));
}

/** Facts as the office would know them once this is handed in. Undefined while it is not said whom it is for. */
function factsOfSubject({ family, draft, pack, today }: Applying, subject = draft.body.subject): Facts | undefined {
  if (subject === undefined) return undefined;
  if ('id' in subject) return family && withAnswers(factsOf(family, subject.id, today), answersOf(pack, draft.body));
  const checked = checkPerson(subject.enter, today);
  if (checked.kind === 'faults') return undefined;
  const { birth, nationality } = checked.person;
  const id = pack.info.subject.name;
  const entered = { id, birth, alive: true, ...(nationality === undefined ? {} : { nationality }) };
  return withAnswers({ on: today, people: [entered], subject: id }, answersOf(pack, draft.body));
}

/** The family's own answers as the desk takes them; what no question asks is left out. */
function answersOf(pack: Pack, body: DraftBody): GivenAnswers {
  const read = readAnswers(pack.info, body.answers);
  return read.kind === 'answers' ? read.answers : {};
}

/** What the policy says of the subject, for each period that has begun; none while the subject is open. */
export function resultsOf(applying: Applying, subject = applying.draft.body.subject): readonly DeterminationWire[] {
  const facts = factsOfSubject(applying, subject);
  if (facts === undefined) return [];
  return begunPeriods(applying.pack, applying.today).map((period) =>
    determinationToWire(explain(applying.pack, facts, period)),
  );
}

/** Questions that neither the register nor the family has answered and that can still change a result. `null`: the family does not know. */
export function questionsLeft(applying: Applying): readonly QuestionWire[] {
  const facts = factsOfSubject(applying);
  if (facts === undefined) return [];
  const open = new Map(
    begunPeriods(applying.pack, applying.today)
      .flatMap((period) => openQuestions(applying.pack, facts, period))
      .map((question) => [question.fact, questionToWire(question)]),
  );
  return [...open.values()].filter(({ fact }) => applying.draft.body.answers[factName(fact)] !== null);
}

/** Questions that the family answered here because the register is silent. */
export function questionsAnswered(applying: Applying): readonly QuestionWire[] {
  const { subject } = applying.draft.body;
  const silent = factsOfSubject({ ...applying, draft: withoutAnswers(applying.draft) });
  if (subject === undefined || silent === undefined) return [];
  const person = silent.people.find(({ id }) => id === silent.subject);
  const answers = answersOf(applying.pack, applying.draft.body);
  return applying.pack.info.questions
    .filter(({ fact }) => person?.[factName(fact)] === undefined && answers[factName(fact)] !== undefined)
    .map(questionToWire);
}

function withoutAnswers(draft: Draft): Draft {
  return { ...draft, body: { ...draft.body, answers: {} } };
}

/** The steps of this application; which there are depends on what is known. */
export function stepsOf(applying: Applying, at?: Step): readonly Step[] {
  const { acting, draft } = applying;
  const { subject } = draft.body;
  const known = dependants(applying).length > 0;
  const enters = at === 'child' || !known || (subject !== undefined && 'enter' in subject);
  const asks = at === 'facts' || questionsLeft(applying).length > 0 || questionsAnswered(applying).length > 0;
  return [
    ...(acting.who === undefined ? (['you'] as const) : []),
    ...(known ? (['who'] as const) : []),
    ...(enters ? (['child'] as const) : []),
    ...(asks ? (['facts'] as const) : []),
    'period',
    'photos',
    'account',
    'sure',
  ];
}

/** Whether a step needs nothing more. Photos may come later: they hold nobody up. */
function isFilled(step: Step, applying: Applying): boolean {
  const { body } = applying.draft;
  switch (step) {
    case 'you':
      return body.applicant !== undefined;
    case 'who':
    case 'child':
      return body.subject !== undefined;
    case 'facts':
      return questionsLeft(applying).length === 0;
    case 'period':
      return body.period !== undefined;
    case 'photos':
      return true;
    case 'account':
      return body.account !== undefined;
    case 'sure':
      return false;
  }
}

/** The first step that still needs something. */
export function firstOpen(applying: Applying): Step {
  return stepsOf(applying).find((step) => !isFilled(step, applying)) ?? 'sure';
}

/** Where to go after a step: the next one, unless an earlier one is open. */
export function stepAfter(step: Step, applying: Applying): Step {
  const steps = stepsOf(applying);
  const after = steps.slice(steps.indexOf(step) + 1);
  const open = firstOpen(applying);
  const photosNext = after[0] === 'photos' && steps.indexOf(open) > steps.indexOf('photos');
  return photosNext && applying.draft.body.photos.length === 0 ? 'photos' : open;
}

/** Whether the step may be shown: everything before it is filled in. */
export function mayShow(step: Step, applying: Applying): boolean {
  const steps = stepsOf(applying, step);
  if (!steps.includes(step)) return false;
  return steps.slice(0, steps.indexOf(step)).every((earlier) => earlier === 'who' || isFilled(earlier, applying));
}

/** The applicant's name, as it will be on the account. */
export function applicantName({ acting, draft }: Pick<Applying, 'acting' | 'draft'>): string {
  const { applicant } = draft.body;
  return applicant !== undefined && 'enter' in applicant ? applicant.enter.name : (acting.name ?? '');
}

/** The subject's name and birth, for the last look. */
export function subjectShown(applying: Applying): { name: string; birth: Day } | undefined {
  const { subject } = applying.draft.body;
  if (subject === undefined) return undefined;
  if ('id' in subject) return applying.family?.people.find(({ id }) => id === subject.id);
  const checked = checkPerson(subject.enter, applying.today);
  return checked.kind === 'person' ? checked.person : undefined;
}

export function stepHref(applying: Pick<Applying, 'pack'>, step: Step): string {
  return `/apply/${policyAddress(applying.pack.info.policy)}/${step}`;
}

export type Part = Partial<Pick<Application, 'subject' | 'applicant' | 'account' | 'period'>>;
