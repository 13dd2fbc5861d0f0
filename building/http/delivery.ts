import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const worthCompressing = 1_000;
const textual = /^(?:text\/|application\/(?:json|problem\+json|xml)|image\/svg)/;

/**
 * The last steps before a text leaves: a tag by which a browser that has it already is told so, and compression. What belongs to one person is marked
 * `no-store` by whoever answers; everything else is asked for again each time unless it says otherwise.
 */
export async function delivered(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (!reply.hasHeader('cache-control'))
    reply.header('cache-control', request.headers.cookie === undefined ? 'no-cache' : 'private, no-store');
  if (typeof payload !== 'string' || !textual.test(String(reply.getHeader('content-type') ?? ''))) return payload;
  if (isUnchanged(request, reply, payload)) {
    void reply.code(304).removeHeader('content-type');
    return '';
  }
  return payload.length < worthCompressing ? payload : compressed(request, reply, payload);
}

function isUnchanged(request: FastifyRequest, reply: FastifyReply, payload: string): boolean {
  const mayBeKept = !String(reply.getHeader('cache-control')).includes('no-store');
  if (request.method !== 'GET' || reply.statusCode !== 200 || !mayBeKept) return false;
  const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
  void reply.header('etag', tag);
  return (request.headers['if-none-match'] ?? '').split(/,\s*/).includes(tag);
}

async function compressed(request: FastifyRequest, reply: FastifyReply, payload: string): Promise<unknown> {
  void reply.header('vary', 'accept-encoding, accept-language, cookie');
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bbr\b/.test(accepted)) {
    void reply.header('content-encoding', 'br').removeHeader('content-length');
    return promisify(brotliCompress)(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  }
  if (/\bgzip\b/.test(accepted)) {
    void reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return promisify(gzip)(payload, { level: 5 });
  }
  return payload;
}
