import type { Language } from '../../values/language.ts';
import { en } from './words.en.ts';
import { type Words, zh } from './words.zh-CN.ts';

export function wordsIn(language: Language): Words {
  return language === 'en' ? en : zh;
}
