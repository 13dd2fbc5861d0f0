import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../values/language.ts';

/** Who reads, and how: everything the frame of a page depends on. */
export interface Reader {
  readonly language: Language;
  /** Elder mode: the same pages, larger. */
  readonly large: boolean;
  /** The address of this page without the ways of reading, for links that keep the page. */
  readonly path: string;
  /** A family's cookie came along; whether it still holds is asked where it matters. */
  readonly signedIn: boolean;
}

const yearInSeconds = 31_536_000;
const ways = ['lang', 'size'];

export function readerOf(request: FastifyRequest, familyCookie: string): Reader {
  return {
    language: request.language,
    large: chosenSize(request) ?? request.cookies['size'] === 'large',
    path: withoutWays(request.url),
    signedIn: (request.cookies[familyCookie] ?? '') !== '',
  };
}

/** Remembers the size chosen in the address (`?size=large`). */
export function rememberSize(request: FastifyRequest, reply: FastifyReply): void {
  const large = chosenSize(request);
  if (large !== undefined) void reply.setCookie('size', large ? 'large' : 'usual', { maxAge: yearInSeconds });
}

function chosenSize(request: FastifyRequest): boolean | undefined {
  const query = request.query as Readonly<Record<string, unknown>> | undefined;
  return typeof query?.['size'] === 'string' ? query['size'] === 'large' : undefined;
}

function withoutWays(address: string): string {
  const [path = '/', query = ''] = address.split('?');
  const kept = new URLSearchParams(query);
  for (const way of ways) kept.delete(way);
  return kept.size === 0 ? path : `${path}?${kept}`;
}

/** The same page read another way: `withWay('/my?x=1', 'lang', 'en')` → `/my?x=1&lang=en`. */
export function withWay(path: string, way: 'lang' | 'size', value: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${way}=${value}`;
}
