import { words } from './made/all.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import type { Appropriated } from '../ledger/appropriate.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';

/** Why an appropriation was not entered. */
export function appropriationProblem(
  outcome: Extract<Appropriated, { kind: 'not-an-amount' | 'day-in-the-future' | 'sent-otherwise' }>,
): ProblemWords<'not-an-amount' | 'day-in-the-future' | 'sent-otherwise'> {
  const title: Localized = inEveryLanguage(words, (w) => w.appropriationProblems.title);
  if (outcome.kind === 'day-in-the-future') {
    return {
      code: outcome.kind,
      title,
      detail: inEveryLanguage(words, (w) => w.appropriationProblems.appropriationProblemDetail),
    };
  }
  if (outcome.kind === 'sent-otherwise') {
    return {
      code: outcome.kind,
      title,
      detail: inEveryLanguage(words, (w) => w.appropriationProblems.sentOtherwiseDetail),
    };
  }
  return { code: outcome.kind, title, detail: amountWords(outcome.why), more: { why: outcome.why } };
}

function amountWords(why: Extract<Appropriated, { kind: 'not-an-amount' }>['why']): Localized {
  switch (why) {
    case 'empty':
      return inEveryLanguage(words, (w) => w.appropriationProblems.empty);
    case 'not-a-number':
      return inEveryLanguage(words, (w) => w.appropriationProblems.notANumber);
    case 'more-than-two-decimals':
      return inEveryLanguage(words, (w) => w.appropriationProblems.moreThanTwoDecimals);
    case 'too-large':
      return inEveryLanguage(words, (w) => w.appropriationProblems.tooLarge);
    case 'not-above-zero':
      return inEveryLanguage(words, (w) => w.appropriationProblems.notAboveZero);
    default:
      return unreachable(why);
  }
}
