import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import etag from '@fastify/etag';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askedByAnotherSite } from './same-site.ts';

const textual = /^(?:text\/|application\/(?:json|problem\+json|xml)|image\/svg)/;

/**
 * The last steps before an answer leaves: who may keep it, a tag by which a browser that has it already is told so, and compression. What
 * belongs to one person is marked `no-store` by whoever answers; everything else is asked for again each time unless it says otherwise.
 */
export async function addDelivery(server: FastifyInstance): Promise<void> {
  server.addHook('onRequest', async (request) => {
    // Another site that makes a signed-in browser ask, and sees how long each answer is on the wire, could guess at what it holds (BREACH).
    if (askedByAnotherSite(request) && request.headers.cookie !== undefined)
      request.headers['x-no-compression'] = 'yes';
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', request.headers.cookie === undefined ? 'no-cache' : 'private, no-store');
    if (
      typeof payload === 'string' &&
      textual.test(String(reply.getHeader('content-type'))) &&
      !reply.hasHeader('vary')
    )
      reply.header('vary', 'accept-language, cookie');
  });
  await server.register(etag, { weak: true });
  server.addHook('onSend', async (request, reply) => {
    if (!mayBeKept(request, reply)) reply.removeHeader('etag');
  });
  await server.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1_000,
    customTypes: textual,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 5 },
    // A compressed request may be small and unpack to gigabytes.
    globalDecompression: false,
  });
}

function mayBeKept(request: FastifyRequest, reply: FastifyReply): boolean {
  const kept = !String(reply.getHeader('cache-control')).includes('no-store');
  return kept && ['GET', 'HEAD'].includes(request.method) && [200, 304].includes(reply.statusCode);
}
