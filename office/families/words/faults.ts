import { words } from './made/all.ts';
import type { ProblemWords } from '../../../building/http/problem.ts';
import { inEveryLanguage, inLanguage, type Language, type Localized } from '../../../values/language.ts';

/** Every fault at once, in the reader's language. */
export function faulty(
  language: Language,
  faults: readonly { readonly at: string; readonly words: Localized }[],
): ProblemWords<'faults'> {
  return {
    code: 'faults',
    title: inEveryLanguage(words, (w) => w.faults.faultyTitle),
    detail: inEveryLanguage(words, (w) => w.faults.faultyDetail),
    more: { faults: faults.map(({ at, words }) => ({ at, detail: inLanguage(words, language) })) },
  };
}

export const nothingToSearch: Localized = inEveryLanguage(words, (w) => w.faults.nothingToSearch);
