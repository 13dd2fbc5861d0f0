import type { ProblemWords } from '../../../building/http/problem.ts';
import type { NotAnImage } from '../../../building/files/photo/checked.ts';
import type { Localized, Language } from '../../../values/language.ts';
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

const notDone: Localized = { 'zh-CN': '没有办成', en: 'Not done' };

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
    title: { 'zh-CN': '这件刚有了变化', en: 'This case has changed meanwhile' },
    detail: {
      'zh-CN': '您打开以后，有人办过本件。请看过变化再决定，什么都没有保存。',
      en: 'Somebody acted on this case after you opened it. Please look at what changed before deciding; nothing was saved.',
    },
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
  detail: {
    'zh-CN': '这一年度已经同意过一次，不能重复发放。请不予同意，并写明理由。',
    en: 'This was granted for the period before and is not paid twice. Please refuse it with that reason.',
  },
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
    title: { 'zh-CN': '申请没有提交', en: 'The application was not handed in' },
    detail: {
      'zh-CN': '由父母一方或其他监护人申请。登记里没有这层关系，请到窗口补上。您填的都在。',
      en: 'A parent or another guardian applies. The register does not show that link; the counter can add it. What you filled in is kept.',
    },
  },
  'no-such-account': {
    code: 'no-such-account',
    title: { 'zh-CN': '申请没有提交', en: 'The application was not handed in' },
    detail: {
      'zh-CN': '收款账户要在申请人或本人名下，并且还在使用。请另选一个，您填的都在。',
      en: 'The account must be in the name of the applicant or of the person concerned, and in use. Please choose another; what you filled in is kept.',
    },
  },
};

const noSuchPhoto: ProblemWords<'no-such-photo'> = {
  code: 'no-such-photo',
  title: { 'zh-CN': '有一张照片没有传上来', en: 'A photo did not arrive' },
  detail: { 'zh-CN': '请再传一次。其他的都在。', en: 'Please send it again. Everything else is kept.' },
};

function oneLiveCase(receipt: string | undefined): ProblemWords<'one-live-case'> {
  const title = { 'zh-CN': '这一年度已经申请过', en: 'This was applied for already' };
  const problem = { code: 'one-live-case' as const, title };
  if (receipt === undefined) {
    return {
      ...problem,
      detail: {
        'zh-CN': '本年度已有一份申请在办或已同意。请到窗口查询。',
        en: 'An application for this period is open or granted. Please ask at the counter.',
      },
    };
  }
  const detail = {
    'zh-CN': `回执号${receipt}，可以凭它查进度，不用再交。`,
    en: `Its receipt is ${receipt}: follow it there, there is no need to apply again.`,
  };
  return { ...problem, detail, more: { receipt } };
}

/** A benefit that is not published, or no longer. */
export function notPublishedProblem(found: NotPublished): ProblemWords<NotPublished['kind']> {
  if (found.kind === 'no-longer-offered') return { code: found.kind, ...noLongerOfferedWords(found.title) };
  const { nearest } = found;
  const problem = {
    code: 'unknown-policy' as const,
    title: { 'zh-CN': '没有这个惠民项目', en: 'There is no such benefit' },
  };
  if (nearest === undefined)
    return { ...problem, detail: { 'zh-CN': '请从项目列表里选。', en: 'Please choose one from the list.' } };
  return {
    ...problem,
    detail: { 'zh-CN': `您要找的是“${nearest}”吗？`, en: `Did you mean ‘${nearest}’?` },
    more: { nearest },
  };
}

/** Every fault at once, in the reader's language. */
export function faultsProblem(faults: readonly AnswerFault[], language: Language): ProblemWords<'faults'> {
  return {
    code: 'faults',
    title: { 'zh-CN': '有几处需要改一下', en: 'A few things need mending' },
    detail: { 'zh-CN': '什么都没有保存，您填的还在。', en: 'Nothing was saved; what you filled in is still there.' },
    more: {
      faults: faults.map(({ at, code, words }) => ({ at: `/${at}`, code, detail: inLanguage(words, language) })),
    },
  };
}

/** A photo that is too large, damaged, or none. */
export function photoProblem(kind: NotAnImage): ProblemWords<NotAnImage> {
  const title = { 'zh-CN': '照片没有收下', en: 'The photo was not taken' };
  return { code: kind, title, detail: photoRefusalWords(kind) };
}

export const noPhoto: ProblemWords<'no-photo'> = {
  code: 'no-photo',
  title: { 'zh-CN': '没有收到照片', en: 'No photo arrived' },
  detail: { 'zh-CN': '请选一张照片再传。', en: 'Please choose a photo and send it again.' },
};
