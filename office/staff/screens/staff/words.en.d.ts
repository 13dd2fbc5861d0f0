import type { Words } from './words.zh-CN.ts';
export declare const en: Words;
