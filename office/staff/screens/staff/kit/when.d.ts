import type { Language } from '../../../../../values/language.ts';
/** `11月22日`, `22 Nov`; with the year when asked for, or when it is not `thisYear`. */
export declare function dayText(text: string, language: Language, { thisYear }?: {
    thisYear?: number;
}): string;
/** `11-22 09:12` on the office's clock (China's time), wherever the screen stands. */
export declare function momentText(iso: string, { withYear }?: {
    withYear?: boolean;
}): string;
