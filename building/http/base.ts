import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

// The same pages may stand below several paths of one host, one for each of those who are served: where there is one host alone, it can't
// say whose page is wanted. A request's base is cut off before routes are looked up; what the answer names of this server is put below it
// again.

const bases = new WeakMap<IncomingMessage, string>();

/** Cuts the base off the address, and remembers it for {@link baseOf}. */
export function withoutBase(pattern: RegExp): (raw: IncomingMessage) => string {
  return (raw) => {
    const address = raw.url ?? '/';
    const base = pattern.exec(address)?.[0] ?? '';
    bases.set(raw, base);
    const rest = address.slice(base.length);
    return rest.startsWith('/') ? rest : `/${rest}`;
  };
}

/** The path below which this request asked, `/c/990101`; empty where it asked below none. */
export function baseOf(request: FastifyRequest): string {
  return bases.get(request.raw) ?? '';
}

// Text in a page has its quotation marks escaped, so this is always the beginning of an attribute.
const addresses = / (href|src|action|formaction)="\/(?!\/)/g;

/** Keeps an answer's links, forms, redirect and cookies below the request's base. */
export function keptBelowBase(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const base = baseOf(request);
  if (base === '') return payload;
  const location = reply.getHeader('location');
  if (typeof location === 'string' && /^\/(?!\/)/.test(location)) void reply.header('location', `${base}${location}`);
  const cookies = reply.getHeader('set-cookie');
  if (cookies !== undefined) {
    reply.removeHeader('set-cookie');
    void reply.header(
      'set-cookie',
      [cookies].flat().map((cookie) => String(cookie).replace(/; Path=\/(?=;|$)/i, `; Path=${base}`)),
    );
  }
  const isPage = String(reply.getHeader('content-type')).startsWith('text/html');
  return isPage && typeof payload === 'string' ? payload.replace(addresses, ` $1="${base}/`) : payload;
}
