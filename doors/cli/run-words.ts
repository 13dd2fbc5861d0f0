import type { Language } from '../../values/language.ts';
import { en } from './run-words.en.ts';
import { type RunWords, zh } from './run-words.zh-CN.ts';

export function runWordsIn(language: Language): RunWords {
  return language === 'en' ? en : zh;
}
