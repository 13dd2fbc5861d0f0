import type { Language } from '../../../values/language.ts';
import { en } from './words.en.ts';
import { type RunWords, zh } from './words.zh-CN.ts';

export function runWordsIn(language: Language): RunWords {
  return language === 'en' ? en : zh;
}
