import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { type Language, readLanguage } from '../../values/language.ts';
import { chooseLanguage } from '../../values/choose-language.ts';

/** How long the choice of a language is remembered: one year, in seconds. */
export const languageCookieSeconds = 31_536_000;

/** The language a person chose in the address (`?lang=en`), undefined when they did not. */
export function chosenLanguage(request: FastifyRequest): Language | undefined {
  const query = request.query as Readonly<Record<string, unknown>> | undefined;
  return readLanguage(query?.['lang']);
}

/** The reader's language: chosen in the address, else remembered in the cookie, else the browser's, else Chinese. */
export function languageOf(request: FastifyRequest): Language {
  return (
    chosenLanguage(request) ??
    readLanguage(request.cookies['lang']) ??
    chooseLanguage(new Negotiator(request).languages()) ??
    'zh-CN'
  );
}
