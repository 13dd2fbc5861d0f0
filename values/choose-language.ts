import type { Language } from './language.ts';
import { languages } from './words/made/languages.ts';

/**
 * The language that fits the first of the tags that any fits, in its script if the house has that: `zh-HK` is Chinese and 繁體. Undefined
 * where none fits.
 */
export function chooseLanguage(tags: readonly string[]): Language | undefined {
  for (const tag of tags) {
    const wanted = likely(tag);
    const same = ours.filter(({ locale }) => locale?.language === wanted?.language);
    const found = same.find(({ locale }) => locale?.script === wanted?.script) ?? same[0];
    if (wanted !== undefined && found !== undefined) return found.language;
  }
  return undefined;
}

/** Language and script of a tag. Undefined for `*` and for what is no tag. */
function likely(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

const ours = languages.map((language) => ({ language, locale: likely(language) }));
