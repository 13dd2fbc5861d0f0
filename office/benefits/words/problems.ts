import { words } from './made/all.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import type { NotAnImage } from '../../../building/files/photo/checked.ts';
import { inEveryLanguage, type Localized, type Language } from '../../../values/language.ts';
import type { ApplyOutcome } from '../apply/apply.ts';
import type { ApplyProblem } from '../contract/apply.ts';
import type { CorrectProblem } from '../contract/correct.ts';
import type { ConfirmProblem } from '../contract/review.ts';
import type { ConfirmOutcome } from '../review/confirm.ts';
import type { CorrectOutcome } from '../review/correct.ts';
import type { Done } from '../review/review.ts';
import type { AnswerFault } from '../determine/determine.ts';
import type { EntryRefusal } from '../../families/register/register.ts';
import type { NotOpened } from '../review/open-case.ts';
import type { NotSettled } from '../apply/settle.ts';
import { inLanguage } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import type { Refusal } from '../case/refusal.ts';
import { photoRefusalWords } from '../apply/draft.ts';
import { determinationToWire } from '../determine/facts-wire.ts';
import type { NotPublished } from '../law/offered.ts';
import { noLongerOfferedWords, whyRefused } from './why-refused.ts';

// How this desk's refusals are said: what happened, what to do, and that nothing was lost.

const notDone: Localized = inEveryLanguage(words, (w) => w.problems.notDone);

/** A refusal of the desk's own rules. */
export function refusalProblem<Why extends Refusal>(refusal: Why): ProblemWords<Why['kind']> {
  const problem = { code: refusal.kind, title: notDone, detail: whyRefused(refusal) };
  if (refusal.kind === 'determination-changed') {
    return { ...problem, more: { seen: refusal.seen, now: determinationToWire(refusal.now) } };
  }
  if (refusal.kind === 'still-missing') return { ...problem, more: { items: refusal.items } };
  return problem;
}

function notOpenedProblem(outcome: NotOpened): ProblemWords<'no-such-record' | 'stale-version'> {
  if (outcome.kind === 'no-such-case') return noSuchRecord;
  const { version, state, since } = outcome;
  return {
    code: 'stale-version',
    title: inEveryLanguage(words, (w) => w.problems.notOpenedProblemTitle),
    detail: inEveryLanguage(words, (w) => w.problems.notOpenedProblemDetail),
    more: { version, state, since },
  };
}

/** Why an act on a case was not done: the desk's own rules, or the case was not there to be acted on. */
export function caseProblem<Why extends Refusal>(
  outcome: Why | NotOpened,
): ProblemWords<Why['kind'] | 'no-such-record' | 'stale-version'> {
  return isNotOpened(outcome) ? notOpenedProblem(outcome) : refusalProblem(outcome);
}

function isNotOpened(outcome: { readonly kind: string }): outcome is NotOpened {
  return outcome.kind === 'no-such-case' || outcome.kind === 'stale-version';
}

/** Why a case was not confirmed. */
export function confirmProblem(outcome: Exclude<ConfirmOutcome, Done>): ProblemWords<ConfirmProblem> {
  return outcome.kind === 'granted-before' ? grantedBefore : caseProblem(outcome);
}

/** Why what was asked for was not taken in. */
export function correctProblem(
  outcome: Exclude<CorrectOutcome, Done>,
  language: Language,
): ProblemWords<CorrectProblem> {
  if (outcome.kind === 'answer-faults') return faultsProblem(outcome.faults, language);
  return outcome.kind === 'no-such-photo' ? noSuchPhoto : caseProblem(outcome);
}

const grantedBefore: ProblemWords<'granted-before'> = {
  code: 'granted-before',
  title: notDone,
  detail: inEveryLanguage(words, (w) => w.problems.grantedBeforeDetail),
};

/** Why an application was not received, except for what the register refuses (`entryProblem` of families says that). */
export function applyProblem(
  outcome: Exclude<ApplyOutcome, { kind: 'received' } | EntryRefusal>,
  language: Language,
): ProblemWords<ApplyProblem> {
  switch (outcome.kind) {
    case 'not-in-the-policy':
      return refusalProblem(outcome);
    case 'unknown-policy':
    case 'no-longer-offered':
      return notPublishedProblem(outcome);
    case 'answer-faults':
      return faultsProblem(outcome.faults, language);
    case 'no-such-photo':
      return noSuchPhoto;
    case 'one-live-case':
      return oneLiveCase(outcome.receipt);
    case 'no-such-person':
    case 'not-a-caregiver':
    case 'no-such-account':
      return notSettled[outcome.kind];
    default:
      return unreachable(outcome);
  }
}

const notSettled: Readonly<Record<Exclude<NotSettled, EntryRefusal>['kind'], ProblemWords<ApplyProblem>>> = {
  'no-such-person': noSuchRecord,
  'not-a-caregiver': {
    code: 'not-a-caregiver',
    title: inEveryLanguage(words, (w) => w.problems.notACaregiverTitle),
    detail: inEveryLanguage(words, (w) => w.problems.notACaregiverDetail),
  },
  'no-such-account': {
    code: 'no-such-account',
    title: inEveryLanguage(words, (w) => w.problems.noSuchAccountTitle),
    detail: inEveryLanguage(words, (w) => w.problems.noSuchAccountDetail),
  },
};

const noSuchPhoto: ProblemWords<'no-such-photo'> = {
  code: 'no-such-photo',
  title: inEveryLanguage(words, (w) => w.problems.noSuchPhotoTitle),
  detail: inEveryLanguage(words, (w) => w.problems.noSuchPhotoDetail),
};

function oneLiveCase(receipt: string | undefined): ProblemWords<'one-live-case'> {
  const title = inEveryLanguage(words, (w) => w.problems.title);
  const problem = { code: 'one-live-case' as const, title };
  if (receipt === undefined) {
    return {
      ...problem,
      detail: inEveryLanguage(words, (w) => w.problems.oneLiveCaseDetail),
    };
  }
  const detail = inEveryLanguage(words, (w) => w.problems.detail({ receipt }));
  return { ...problem, detail, more: { receipt } };
}

/** A benefit that is not published, or no longer. */
export function notPublishedProblem(found: NotPublished): ProblemWords<NotPublished['kind']> {
  if (found.kind === 'no-longer-offered') return { code: found.kind, ...noLongerOfferedWords(found.title) };
  const { nearest } = found;
  const problem = {
    code: 'unknown-policy' as const,
    title: inEveryLanguage(words, (w) => w.problems.problemTitle),
  };
  if (nearest === undefined)
    return { ...problem, detail: inEveryLanguage(words, (w) => w.problems.notPublishedProblemDetail) };
  return {
    ...problem,
    detail: inEveryLanguage(words, (w) => w.problems.notPublishedProblemDetail2({ nearest })),
    more: { nearest },
  };
}

/** Every fault at once, in the reader's language. */
export function faultsProblem(faults: readonly AnswerFault[], language: Language): ProblemWords<'faults'> {
  return {
    code: 'faults',
    title: inEveryLanguage(words, (w) => w.problems.faultsProblemTitle),
    detail: inEveryLanguage(words, (w) => w.problems.faultsProblemDetail),
    more: {
      faults: faults.map(({ at, code, words }) => ({ at: `/${at}`, code, detail: inLanguage(words, language) })),
    },
  };
}

/** A photo that is too large, damaged, or none. */
export function photoProblem(kind: NotAnImage): ProblemWords<NotAnImage> {
  const title = inEveryLanguage(words, (w) => w.problems.title2);
  return { code: kind, title, detail: photoRefusalWords(kind) };
}

export const noPhoto: ProblemWords<'no-photo'> = {
  code: 'no-photo',
  title: inEveryLanguage(words, (w) => w.problems.noPhotoTitle),
  detail: inEveryLanguage(words, (w) => w.problems.noPhotoDetail),
};
