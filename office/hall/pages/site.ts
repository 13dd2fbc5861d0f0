import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HouseServer } from '../../../building/http/server.ts';
import type { DivisionName } from '../who/session.ts';
import type { House } from '../house.ts';
import { servePageAssets } from '../../../building/web-kit/assets.ts';
import { cookieOf } from '../guard.ts';
import { countyDivisions } from '../divisions/divisions.ts';
import { levelOf } from '../../../values/division.ts';
import { markFile } from './mark.tsx';
import { type Frame, type Page, pageOf } from './page.tsx';
import { type Reader, readerOf, rememberSize } from './reader.ts';

/** A site for people: the house it serves, and what frames its pages. */
export interface Site<H extends House = House> {
  readonly house: H;
  /** All divisions of the county, in order of code. They are public. */
  divisions(): Promise<readonly DivisionName[]>;
  frame(): Promise<Frame>;
}

/** Puts what the pages load on the server, and remembers each reader's choice of size. */
export async function openSite<H extends House>(server: HouseServer, house: H, assetPrefix: string): Promise<Site<H>> {
  const assets = await servePageAssets(server, assetPrefix, markFile);
  server.addHook('onRequest', async (request, reply) => rememberSize(request, reply));
  let known: readonly DivisionName[] = [];
  const divisions = async () => {
    if (known.length === 0) known = await countyDivisions(house);
    return known;
  };
  return {
    house,
    divisions,
    async frame() {
      const county = (await divisions()).find(({ code }) => levelOf(code) === 'county');
      return { assets, sample: house.sample, county: county?.name ?? unnamedCounty };
    },
  };
}

const unnamedCounty = { 'zh-CN': '本县', en: 'this county' };

/** Who reads the page that is asked for. */
export const readerAt = (request: FastifyRequest): Reader => readerOf(request, cookieOf.family);

/** Answers with a page. What belongs to one family is kept by nobody on the way. */
export async function show(site: Site, request: FastifyRequest, reply: FastifyReply, page: Page, status = 200) {
  const text = pageOf(page, readerAt(request), await site.frame());
  return reply.code(status).type('text/html; charset=utf-8').send(text);
}

/** The address people type, for codes to scan: as the browser said it. */
export function addressOf(request: FastifyRequest, path: string): string {
  return `${request.protocol}://${request.host}${path}`;
}

/** A path of this site to go on to; anything else would lead people away from it. */
export function safeNext(next: string | null | undefined, otherwise: string): string {
  return next !== null && next !== undefined && /^\/(?![/\\])/.test(next) && !/[\s\\]/.test(next) ? next : otherwise;
}
