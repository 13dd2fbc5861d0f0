import { words } from './words/made/all.ts';
import { languages } from './words/made/languages.ts';

/** The languages every sentence exists in: those that the catalogue has files for, and what it makes of them. Chinese is the first. */
export type Language = (typeof languages)[number];

/** The language of a tag as a cookie or an address holds it; undefined for anything else. */
export function readLanguage(tag: unknown): Language | undefined {
  return languages.find((language) => language === tag);
}

/** One sentence in every language that it is known in, by tag. Chinese and English always are; others as far as a pack, a letter or the catalogue has them. */
export interface Localized {
  readonly 'zh-CN': string;
  readonly en: string;
  readonly [language: string]: string;
}

/** The sentence in the reader's language; else in one of the same family (Chinese for 繁體), else in English. */
export function inLanguage(words: Localized, language: Language): string {
  const [family = ''] = language.split('-');
  return words[language] ?? Object.entries(words).find(([tag]) => tag.split('-')[0] === family)?.[1] ?? words.en;
}

/** One sentence of the catalogue in every language: `inEveryLanguage(words, (w) => w.list.lacks({ count: 3 }))`. What else is localized is said by `inOwn`. */
export function inEveryLanguage<Words>(
  words: Readonly<Record<Language, Words>>,
  say: (words: Words, inOwn: (other: Localized) => string, language: Language) => string,
): Localized {
  const said = languages.map((language) => {
    const inOwn = (other: Localized): string => inLanguage(other, language);
    return [language, say(words[language], inOwn, language)] as const;
  });
  return Object.fromEntries(said) as unknown as Localized;
}

/** What is written alike in every language: a name, a number. */
export function alike(text: string): Localized {
  return { 'zh-CN': text, en: text };
}

/** What a language calls itself, in whole and where there is little room. */
export function ownName(language: Language): { readonly whole: string; readonly short: string } {
  const { language: whole, languageShort: short } = words[language];
  return { whole, short };
}

/** Whose habits days and numbers are written by: `en-GB` for English. */
export function localeOf(language: Language): string {
  return words[language].locale;
}
