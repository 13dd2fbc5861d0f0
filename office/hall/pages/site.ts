import { words } from '../words/made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HouseServer } from '../../../building/http/server.ts';
import type { DivisionName } from '../who/session.ts';
import type { House } from '../house.ts';
import { baseOf } from '../../../building/http/base.ts';
import { servePageAssets } from '../../../building/web-kit/assets.ts';
import { cookieOf } from '../guard.ts';
import { countyDivisions } from '../divisions/divisions.ts';
import { type County, isInvented, levelOf } from '../../../values/division.ts';
import { countyAt } from '../routes/authority-at.ts';
import { markFile } from './mark.tsx';
import { type Frame, type Page, pageOf } from './page.tsx';
import { type Reader, readerOf, rememberSize } from './reader.ts';

/** A site for people: the house it serves, and what frames its pages. */
export interface Site<H extends House = House> {
  readonly house: H;
  /** All divisions of the county that is asked, in order of code. They are public. */
  divisions(request: FastifyRequest): Promise<readonly DivisionName[]>;
  frame(request: FastifyRequest): Promise<Frame>;
}

/** Puts what the pages load on the server, and remembers each reader's choice of size. */
export async function openSite<H extends House>(server: HouseServer, house: H, assetPrefix: string): Promise<Site<H>> {
  const assets = await servePageAssets(server, assetPrefix, markFile);
  server.addHook('onRequest', async (request, reply) => rememberSize(request, reply));
  const known = new Map<County, readonly DivisionName[]>();
  const divisions = async (request: FastifyRequest) => {
    const county = await countyAt(house, request);
    const found = known.get(county) ?? (await countyDivisions(house, county));
    if (found.length > 0) known.set(county, found);
    return found;
  };
  return {
    house,
    divisions,
    async frame(request) {
      const county = (await divisions(request)).find(({ code }) => levelOf(code) === 'county');
      return { assets, sample: isInvented(await countyAt(house, request)), county: county?.name ?? unnamedCounty };
    },
  };
}

const unnamedCounty = inEveryLanguage(words, (w) => w.site.unnamedCounty);

/** Who reads the page that is asked for. */
export const readerAt = (request: FastifyRequest): Reader => readerOf(request, cookieOf.family);

/** Answers with a page. What belongs to one family is kept by nobody on the way. */
export async function show(site: Site, request: FastifyRequest, reply: FastifyReply, page: Page, status = 200) {
  const text = pageOf(page, readerAt(request), await site.frame(request));
  return reply.code(status).type('text/html; charset=utf-8').send(text);
}

/** The address people type, for codes to scan: as the browser said it. */
export function addressOf(request: FastifyRequest, path: string): string {
  return `${request.protocol}://${request.host}${baseOf(request)}${path}`;
}

/** A path of this site to go on to; anything else would lead people away from it. */
export function safeNext(next: string | null | undefined, otherwise: string): string {
  return next !== null && next !== undefined && /^\/(?![/\\])/.test(next) && !/[\s\\]/.test(next) ? next : otherwise;
}
