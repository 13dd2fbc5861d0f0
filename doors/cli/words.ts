import type { Language } from '../../values/language.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh-CN.ts';

type Widened<T> = T extends string
  ? string
  : T extends (...given: never[]) => string
    ? T
    : { [K in keyof T]: Widened<T[K]> };

/** Every sentence of the command line; Chinese says which there are. */
export type Words = { readonly [K in keyof typeof zh]: Widened<(typeof zh)[K]> };

export function wordsIn(language: Language): Words {
  return language === 'en' ? en : zh;
}
