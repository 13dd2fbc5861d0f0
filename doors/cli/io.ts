import type { Language } from '../../values/language.ts';

/** What a command speaks to and where it stands. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly cwd: string;
  readonly language: Language;
}

/** How a command ended, as the shell sees it. */
export const exit = { fine: 0, faults: 1, usage: 2 } as const;
export type Exit = (typeof exit)[keyof typeof exit];

/** The language of the terminal; Chinese unless it asks for English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const asked = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return asked?.toLowerCase().startsWith('en') === true ? 'en' : 'zh-CN';
}

/** `--lang zh`, `zh-CN` or `en`; undefined for anything else. */
export function readLanguage(text: string): Language | undefined {
  if (text === 'zh' || text === 'zh-CN') return 'zh-CN';
  return text === 'en' ? 'en' : undefined;
}
