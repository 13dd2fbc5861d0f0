import type { Language } from '../../values/language.ts';
import { en } from './words.en.ts';
import { type Words as OpenWords, zh } from './words.zh-CN.ts';

export type Words = OpenWords;

/** The open site's words in the reader's language. */
export function wordsOf(language: Language): Words {
  return language === 'en' ? en : zh;
}
