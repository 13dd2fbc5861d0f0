import { statuses } from '../routes/statuses.ts';
import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { AnsweredProblem } from '../../../building/http/problem.ts';
import type { NotPublished } from '../law/offered.ts';
import { noLongerOfferedWords } from '../words/why-refused.ts';

/** For the address of a benefit that is not published, or is so no longer. */
export function unknownBenefit(found: NotPublished): AnsweredProblem {
  if (found.kind === 'no-longer-offered') {
    const { title, detail } = noLongerOfferedWords(found.title);
    return { status: statuses[found.kind], code: found.kind, title, detail };
  }
  const { nearest } = found;
  return {
    status: statuses[found.kind],
    code: found.kind,
    title: inEveryLanguage(words, (w) => w.unknownBenefit.title),
    detail: inEveryLanguage(words, (w) => w.unknownBenefit.detail),
    ...(nearest === undefined ? {} : { more: { nearest } }),
  };
}
