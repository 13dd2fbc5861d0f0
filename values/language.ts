import { words } from './words/made/all.ts';
import { languages } from './words/made/languages.ts';

/** The languages every sentence exists in: those that the catalogue has files for, and what it makes of them. Chinese is the first. */
export type Language = (typeof languages)[number];

/** The language of a tag as a cookie or an address holds it; undefined for anything else. */
export function readLanguage(tag: unknown): Language | undefined {
  return languages.find((language) => language === tag);
}

/**
 * One sentence in every language that it is known in, by tag. Chinese and English always are; others as far as a pack, a letter or the
 * catalogue has them.
 */
export interface Localized {
  readonly 'zh-CN': string;
  readonly en: string;
  readonly [language: string]: string;
}

/** Where a sentence may be taken from, the best first: its own language, one of the same family (Chinese for 繁體), English. */
const instead = new Map<string, readonly Language[]>(
  languages.map((language) => {
    const family = languages.filter((other) => other !== language && other.split('-')[0] === language.split('-')[0]);
    return [language, [language, ...family, 'en']];
  }),
);

/** The sentence in the reader's language, or in the one that is nearest. */
export function inLanguage(words: Localized, language: Language): string {
  for (const tag of instead.get(language) ?? []) {
    const text = words[tag];
    if (text !== undefined) return text;
  }
  return words.en;
}

/** Says what else is localized in the language of the sentence around it. */
type InOwn = (other: Localized) => string;
const speakers = languages.map((language) => ({
  language,
  inOwn: (other: Localized): string => other[language] ?? inLanguage(other, language),
}));

/** One sentence of the catalogue in every language: `inEveryLanguage(words, (w) => w.list.lacks({ count: 3 }))`. */
export function inEveryLanguage<Words>(
  words: Readonly<Record<Language, Words>>,
  say: (words: Words, inOwn: InOwn, language: Language) => string,
): Localized {
  const said: Record<string, string> = {};
  for (const { language, inOwn } of speakers) said[language] = say(words[language], inOwn, language);
  return said as unknown as Localized;
}

/** A message that a key chose while the program runs, filled with what is known by name. */
export function inEveryLanguageWith<Words>(
  words: Readonly<Record<Language, Words>>,
  choose: (words: Words) => string | ((given: never) => string),
  values: Readonly<Record<string, string | Localized>>,
): Localized {
  return inEveryLanguage(words, (w, inOwn) => {
    const message = choose(w);
    if (typeof message === 'string') return message;
    const given = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : inOwn(value),
    ]);
    return message(Object.fromEntries(given) as never);
  });
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
