import type { ProblemWords } from '../../../building/http/problem.ts';
import type { AnswerFault } from '../decide/answers.ts';
import type { NotPublished } from '../law/offered.ts';
import { words } from './made/all.ts';
import { type Language, inEveryLanguage, inLanguage } from '../../../values/language.ts';
import { noLongerOfferedWords } from './why-refused.ts';

/** A benefit that is not published, or no longer. */
export function notPublishedProblem(found: NotPublished): ProblemWords<NotPublished['kind']> {
  if (found.kind === 'no-longer-offered') return { code: found.kind, ...noLongerOfferedWords(found.title) };
  const { nearest } = found;
  const problem = {
    code: 'unknown-policy' as const,
    title: inEveryLanguage(words, (w) => w.problems.noSuchBenefitTitle),
  };
  if (nearest === undefined)
    return { ...problem, detail: inEveryLanguage(words, (w) => w.problems.noSuchBenefitDetail) };
  return {
    ...problem,
    detail: inEveryLanguage(words, (w) => w.problems.didYouMean({ nearest })),
    more: { nearest },
  };
}

/** Every fault at once, in the reader's language. */
export function faultsProblem(faults: readonly AnswerFault[], language: Language): ProblemWords<'faults'> {
  return {
    code: 'faults',
    title: inEveryLanguage(words, (w) => w.problems.faultsTitle),
    detail: inEveryLanguage(words, (w) => w.problems.faultsDetail),
    more: {
      faults: faults.map(({ at, code, words }) => ({ at: `/${at}`, code, detail: inLanguage(words, language) })),
    },
  };
}
