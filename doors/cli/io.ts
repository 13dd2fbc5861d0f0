import { chooseLanguage } from '../../values/choose-language.ts';
import { derived } from '../../building/catalogue/derived.ts';
import type { FurtherLanguage } from '../../rules/pack/text/further.ts';
import type { Language } from '../../values/language.ts';

/** What a command speaks to and where it stands. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly cwd: string;
  readonly language: Language;
  /** What the words of packs are wanted in beside the languages they are written in: the terminal's, if it is made of another. */
  readonly further: readonly FurtherLanguage[];
}

/** Loads what a made language is made by, and only when it is wanted: its dictionary takes longer to read than a command takes. */
export async function furtherFor(language: Language): Promise<readonly FurtherLanguage[]> {
  const isMade = derived.some((one) => one.language === language);
  return isMade ? (await import('../../building/catalogue/written.ts')).madeLanguages : [];
}

/** How a command ended, as the shell sees it. */
export const exit = { fine: 0, faults: 1, usage: 2 } as const;
export type Exit = (typeof exit)[keyof typeof exit];

/** The language of the terminal; Chinese where the house has no other that fits. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const asked = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  // `zh_TW.UTF-8`, `en_GB@euro`
  const tag = (asked ?? '').split(/[.@]/)[0]?.replaceAll('_', '-') ?? '';
  return chooseLanguage([tag]) ?? 'zh-CN';
}
