import type { FastifyRequest } from 'fastify';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a browser says that another site made this write. Browsers of the last years send `Sec-Fetch-Site`, older ones `Origin`; a
 * program that sends neither carries no person's cookie, and the form token still stands behind this check.
 */
export function comesFromAnotherSite(request: FastifyRequest, publicOrigin: string | undefined): boolean {
  if (reading.has(request.method)) return false;
  if (request.headers['sec-fetch-site'] !== undefined) return askedByAnotherSite(request);
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  return origin !== publicOrigin && hostOf(origin) !== request.host;
}

/** Whether a browser says that another site made it ask, to read or to write. */
export function askedByAnotherSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
