import type { OfficeHouse } from '../../office/desks.ts';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inCheckout } from '../../building/checkout.ts';
import { baseOf } from '../../building/http/base.ts';
import { contentSecurityPolicy } from '../../building/http/headers.ts';
import type { HouseServer } from '../../building/http/server.ts';
import { isInventedAt } from '../../office/hall/routes/authority-at.ts';
import type { Localized } from '../../values/language.ts';

/** Someone of the sample with whom a newcomer can sign in; shown on the sign-in page and nowhere else. */
interface SampleAccount {
  readonly signInName: string;
  readonly password: string;
  readonly name: string;
  /** Office and duty. */
  readonly words: Localized;
}

/** Whom the sign-in page of a sample county offers, and that of its province. */
export interface SampleStaff {
  readonly county: readonly SampleAccount[];
  readonly province: readonly SampleAccount[];
}

export interface StaffSiteOptions {
  /** The built site; `dist` in its folder unless told otherwise. */
  readonly folder?: string;
  readonly sampleStaff?: SampleStaff;
}

/** Serves the staff site under `/office`: its files with long caching, its one page for every other address below. */
export async function mountStaffSite(
  server: HouseServer,
  house: Pick<OfficeHouse, 'served'>,
  options: StaffSiteOptions = {},
): Promise<void> {
  const folder = options.folder ?? inCheckout('doors/staff-site/dist');
  const pages = {
    real: await readPage(folder, []),
    county: await readPage(folder, options.sampleStaff?.county ?? []),
    province: await readPage(folder, options.sampleStaff?.province ?? []),
  };
  const pageFor = async (request: FastifyRequest) => {
    if (!(await isInventedAt(house, request))) return pages.real;
    return pages[baseOf(request).startsWith('/p/') ? 'province' : 'county'];
  };
  await server.register(fastifyStatic, {
    root: folder,
    prefix: '/office/',
    wildcard: false,
    index: false,
    globIgnore: ['index.html*', '.vite/**'],
    preCompressed: true,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names in assets/ carry the digest of their content.
      const forever = path.includes('/assets/');
      void reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.split('?')[0] ?? '';
    // A file of an earlier build is gone; a page in its place would be read as a script.
    if (path.startsWith('/office/assets/')) {
      reply.callNotFound();
      return reply;
    }
    const [page, nonce] = [await pageFor(request), randomBytes(16).toString('base64')];
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policyWith(nonce))
      .send(page(nonce));
  };
  server.get('/office', { schema: { hide: true } }, async (request, reply) => show(request, reply));
  server.get('/office/*', { schema: { hide: true } }, async (request, reply) => show(request, reply));
}

/** React Aria writes a few styles at run time (what a finger may do on a button); only those that carry this answer's nonce apply. */
function policyWith(nonce: string): string {
  return contentSecurityPolicy().replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`);
}

async function readPage(folder: string, sampleStaff: readonly SampleAccount[]): Promise<(nonce: string) => string> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const [head, rest] = html.split('</head>');
  if (head === undefined || rest === undefined) throw new Error(`The staff site's page has no head: ${folder}`);
  const sample =
    sampleStaff.length === 0 ? '' : `<meta name="sample-staff" content="${escaped(JSON.stringify(sampleStaff))}">`;
  return (nonce) => `${head}${sample}<meta property="csp-nonce" content="${nonce}"></head>${rest}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
