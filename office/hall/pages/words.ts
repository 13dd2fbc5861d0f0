import type { Language } from '../../../values/language.ts';
import { en } from './words.en.ts';
import { type Words as SiteWords, zh } from './words.zh-CN.ts';

export type Words = SiteWords;

/** The words of the frame in the reader's language. */
export function wordsOf(language: Language): Words {
  return language === 'en' ? en : zh;
}
