import {
  alike,
  inEveryLanguage,
  inEveryLanguageWith,
  inLanguage,
  type Language,
  type Localized,
} from '../values/language.ts';
import { words as catalogue, wordsIn } from './words/made/all.ts';
import type { Words } from './words/made/words.ts';

/** Everything that can be wrong with a register or with what it is built from. */
export type RegisterProblemKind = keyof Words['problem'];

/** One thing that is wrong, placed and said in words. */
export interface RegisterProblem {
  readonly kind: RegisterProblemKind;
  /** The file that was read. */
  readonly file: string;
  readonly column?: string;
  /** Record of the file from 1, the header not counted; or row of the shard from 1. */
  readonly row?: number;
  /** Line of the file from 1, where it can't be taken apart into records. */
  readonly line?: number;
  readonly words: Localized;
}

export interface Place {
  readonly file: string;
  readonly column?: string;
  readonly row?: number;
  readonly line?: number;
}

const isKind = (kind: string): kind is RegisterProblemKind => Object.hasOwn(catalogue.en.problem, kind);

/** Stands for whatever a sentence asks for. */
const untold = new Proxy({}, { get: () => '…' });

/** What a kind of problem is called where it is counted, `…` in place of what was found. */
export function kindWords(kind: string): Localized {
  if (!isKind(kind)) return alike(kind);
  return inEveryLanguage(catalogue, ({ problem }) => {
    const message = problem[kind];
    return typeof message === 'string' ? message : message(untold as never);
  });
}

export function problemAt(
  place: Place,
  kind: RegisterProblemKind,
  values: Readonly<Record<string, string>> = {},
): RegisterProblem {
  return { ...place, kind, words: inEveryLanguageWith(catalogue, ({ problem }) => problem[kind], values) };
}

/** The problem with its place, in one line. */
export function problemText({ file, column, row, line, words }: RegisterProblem, language: Language): string {
  const { place } = wordsIn(language);
  const at = line === undefined ? (row === undefined ? '' : place.row({ row })) : place.line({ line });
  const where = `${at}${column === undefined ? '' : place.column({ column })}`;
  return place.said({ file, place: where, problem: inLanguage(words, language) });
}
