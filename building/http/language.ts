import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { type Language, readLanguage } from '../../values/language.ts';
import { languages } from '../../values/words/made/languages.ts';

/** How long the choice of a language is remembered: one year, in seconds. */
export const languageCookieSeconds = 31_536_000;

/** The language a person chose in the address (`?lang=en`), undefined when they did not. */
export function chosenLanguage(request: FastifyRequest): Language | undefined {
  const query = request.query as Readonly<Record<string, unknown>> | undefined;
  return readLanguage(query?.['lang']);
}

/** The reader's language: chosen in the address, else remembered in the cookie, else the browser's, else Chinese. */
export function languageOf(request: FastifyRequest): Language {
  return chosenLanguage(request) ?? readLanguage(request.cookies['lang']) ?? preferred(request);
}

/** The first language on the browser's list that the house has, in the browser's script if it has that too; else Chinese. */
function preferred(request: FastifyRequest): Language {
  for (const tag of new Negotiator(request).languages()) {
    const wanted = likely(tag);
    const same = ours.filter(({ locale }) => locale?.language === wanted?.language);
    const found = same.find(({ locale }) => locale?.script === wanted?.script) ?? same[0];
    if (found !== undefined) return found.language;
  }
  return 'zh-CN';
}

/** Language and script of a tag: those of `zh-HK` are Chinese and 繁體. Undefined for `*` and for what is no tag. */
function likely(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

const ours = languages.map((language) => ({ language, locale: likely(language) }));
