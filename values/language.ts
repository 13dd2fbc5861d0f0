import { words } from './words/made/all.ts';
import { languages } from './words/made/languages.ts';

/** The languages every sentence exists in: those that the catalogue has files for, and what it makes of them. Chinese is the first. */
export type Language = (typeof languages)[number];

/** The language of a tag as a cookie or an address holds it; undefined for anything else. */
export function readLanguage(tag: unknown): Language | undefined {
  return languages.find((language) => language === tag);
}

/** One sentence in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The sentence in the reader's language. */
export function inLanguage(words: Bilingual, language: Language): string {
  return language === 'en' ? words.en : words.zh;
}

/** Whose habits days and numbers are written by: `en-GB` for English. */
export function localeOf(language: Language): string {
  return words[language].locale;
}
