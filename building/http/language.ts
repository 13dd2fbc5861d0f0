import type { FastifyRequest } from 'fastify';
import { type Language, readLanguage } from '../../values/language.ts';

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
    preferred(request.headers['accept-language'] ?? '')
  );
}

/** English only for a browser that wants English before any Chinese (RFC 9110, section 12.5.4). */
function preferred(header: string): Language {
  const ranges = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    return { tag, quality: Number(quality ?? 1) };
  });
  const best = (prefix: string): number =>
    Math.max(0, ...ranges.filter(({ tag }) => tag.split('-')[0] === prefix).map(({ quality }) => quality));
  return best('en') > best('zh') ? 'en' : 'zh-CN';
}
