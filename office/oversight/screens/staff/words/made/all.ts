// Made from the JSON beside this folder (npm run words); change that. aac42fb4884a6c79
import { words as w0 } from './zh-CN.ts';
import { words as w1 } from './en.ts';
import { words as w2 } from './zh-TW.ts';
import type { Words } from './words.ts';

type Language = 'zh-CN' | 'en' | 'zh-TW';
export const words: Readonly<Record<Language, Words>> = { 'zh-CN': w0, en: w1, 'zh-TW': w2 };
