import type { Localized } from '../../../values/language.ts';

/** A language that nobody writes packs in: it is made of one that they are written in. */
export interface FurtherLanguage {
  readonly language: string;
  readonly from: 'zh-CN' | 'en';
  readonly made: (written: string) => string;
}

/** What was written, in the further languages too. */
export function withFurther(
  written: { readonly 'zh-CN': string; readonly en: string },
  further: readonly FurtherLanguage[],
): Localized {
  return {
    ...written,
    ...Object.fromEntries(further.map(({ language, from, made }) => [language, made(written[from])])),
  };
}
