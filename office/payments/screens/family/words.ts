import type { Language } from '../../../../values/language.ts';
import { en } from './words.en.ts';
import { type Words, zh } from './words.zh-CN.ts';

/** The words of the families’ pages about money, in the reader's language. */
export function wordsOf(language: Language): Words {
  return language === 'en' ? en : zh;
}
