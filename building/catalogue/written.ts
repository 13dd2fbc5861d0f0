import type { Localized } from '../../values/language.ts';
import { derived } from './derived.ts';
import { traditional } from './traditional.ts';

/** The languages that are made of others, and how: for texts that people write, such as packs, letters and names. */
export const madeLanguages = derived.map((one) => ({ ...one, made: traditional }));

/** What somebody wrote, in the made languages too; where they wrote one themselves, theirs is kept. */
export function inMadeLanguages(written: Localized): Localized {
  const made = madeLanguages.map(({ language, from, made: of }) => [language, written[language] ?? of(written[from])]);
  return { ...written, ...Object.fromEntries(made) };
}
