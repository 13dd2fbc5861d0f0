import type { ProblemWords } from '../../../building/http/problem.ts';
import type { ApplyOutcome } from '../apply/apply.ts';
import type { ApplyProblem } from '../contract/apply.ts';
import type { EntryRefusal } from '../../families/register/register.ts';
import type { NotSettled } from '../apply/settle-people.ts';
import { words } from './made/all.ts';
import { type Language, inEveryLanguage } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import { refusalProblem } from './case-problems.ts';
import { noSuchPhoto } from './photo-problems.ts';
import { notPublishedProblem, faultsProblem } from './check-problems.ts';

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

function oneLiveCase(receipt: string | undefined): ProblemWords<'one-live-case'> {
  const title = inEveryLanguage(words, (w) => w.problems.appliedAlreadyTitle);
  const problem = { code: 'one-live-case' as const, title };
  if (receipt === undefined) {
    return {
      ...problem,
      detail: inEveryLanguage(words, (w) => w.problems.oneLiveCaseDetail),
    };
  }
  const detail = inEveryLanguage(words, (w) => w.problems.appliedAlreadyDetail({ receipt }));
  return { ...problem, detail, more: { receipt } };
}
