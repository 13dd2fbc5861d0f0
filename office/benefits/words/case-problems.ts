import type { ProblemWords } from '../../../building/http/problem.ts';
import type { CorrectProblem } from '../contract/correct.ts';
import type { ConfirmProblem } from '../contract/review.ts';
import type { ConfirmOutcome } from '../review/confirm.ts';
import type { CorrectOutcome } from '../review/correct.ts';
import type { Done } from '../review/review.ts';
import type { NotOpened } from '../review/open-case.ts';
import type { Refusal } from '../case/refusal.ts';
import { words } from './made/all.ts';
import { type Localized, type Language, inEveryLanguage } from '../../../values/language.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import { determinationToWire } from '../decide/facts-wire.ts';
import { noSuchPhoto } from './photo-problems.ts';
import { whyRefused } from './why-refused.ts';
import { faultsProblem } from './check-problems.ts';

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
    title: inEveryLanguage(words, (w) => w.problems.changedTitle),
    detail: inEveryLanguage(words, (w) => w.problems.changedDetail),
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
