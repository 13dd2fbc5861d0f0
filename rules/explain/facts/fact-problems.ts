import { inEveryLanguageWith, inLanguage, type Language, type Localized } from '../../../values/language.ts';
import { words as catalogue, wordsIn } from '../words/made/all.ts';
import type { Words } from '../words/made/words.ts';

export type ProblemKind = keyof Words['problem'];

/** One thing that is wrong with facts from outside: where, and in words. */
export interface FactProblem {
  /** `people[0].birth`; empty for the whole. */
  readonly path: string;
  readonly kind: ProblemKind;
  readonly words: Localized;
}

export function problemIn(path: string, kind: ProblemKind, values: Readonly<Record<string, string>> = {}): FactProblem {
  return { path, kind, words: inEveryLanguageWith(catalogue, ({ problem }) => problem[kind], values) };
}

/** Said of a problem where nobody can see the path: in one language and with the place. */
export function problemText({ path, words }: FactProblem, language: Language): string {
  const problem = inLanguage(words, language);
  return path === '' ? problem : wordsIn(language).problemAt({ path, problem });
}
