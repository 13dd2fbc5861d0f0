import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HouseServer } from '../../building/http/server.ts';
import type { DivisionName } from '../../office/hall/who/session.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { readForm, type SentForm } from '../../building/http/form.ts';
import { Problem } from '../../building/http/problem.ts';
import { staleForm } from '../../building/http/problems.ts';
import { sameSecret } from '../../building/identity/token.ts';
import { servePageAssets } from '../../building/web-kit/assets.ts';
import { photoBytes } from '../../office/benefits/draft.ts';
import { type FamilyAtTheDoor, familyAt } from '../../office/families/at-the-door.ts';
import { cookieOf } from '../../office/hall/guard.ts';
import { countyDivisions } from '../../office/staff/divisions.ts';
import { levelOf } from '../../values/division.ts';
import { markFile } from './mark.tsx';
import { type Frame, type Page, pageOf } from './page.tsx';
import { type Reader, readerOf, rememberSize } from './reader.ts';

/** A site for people: the house it serves, and what frames its pages. */
export interface Site {
  readonly house: BenefitsHouse;
  /** All divisions of the county, in order of code. They are public. */
  divisions(): Promise<readonly DivisionName[]>;
  frame(): Promise<Frame>;
}

const photosAtOnce = 12;

/** Puts what the pages load on the server, and remembers each reader's choice of size. */
export async function openSite(server: HouseServer, house: BenefitsHouse, assetPrefix: string): Promise<Site> {
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

const unnamedCounty = { zh: '本县', en: 'this county' };

const readerAt = (request: FastifyRequest): Reader => readerOf(request, cookieOf.family);

/** Answers with a page. What belongs to one family is kept by nobody on the way. */
export async function show(site: Site, request: FastifyRequest, reply: FastifyReply, page: Page, status = 200) {
  const text = pageOf(page, readerAt(request), await site.frame());
  return reply.code(status).type('text/html; charset=utf-8').send(text);
}

/** The address people type, for codes to scan: as the browser said it. */
export function addressOf(request: FastifyRequest, path: string): string {
  return `${request.protocol}://${request.host}${path}`;
}

export type FamilyHere = Extract<FamilyAtTheDoor, { kind: 'family' }>;

/** The family at the door, or undefined once whoever is there has been shown the way to sign in, from which they come back here. */
export async function familyHere(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FamilyHere | undefined> {
  const found = await familyAt(site.house, request);
  if (found.kind === 'family') return found;
  const next = request.method === 'GET' ? readerAt(request).path : (pathOf(request.headers.referer) ?? '/my');
  const ended = found.kind === 'ended' ? '&ended=yes' : '';
  await reply.redirect(`/sign-in?next=${encodeURIComponent(next)}${ended}`, 303);
  return undefined;
}

function pathOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** A form of this family's, sent from a page of ours. Throws 403 for one that was not. */
export async function formOf(request: FastifyRequest, here: FamilyHere): Promise<SentForm> {
  const sent = await readForm(request, { fileBytes: photoBytes, files: photosAtOnce });
  if (!sameSecret(sent.fields.get('form-token') ?? '', here.session.formToken)) throw new Problem(staleForm);
  return sent;
}

/** A path of this site to go on to; anything else would lead people away from it. */
export function safeNext(next: string | null | undefined, otherwise: string): string {
  return next !== null && next !== undefined && /^\/(?![/\\])/.test(next) && !/[\s\\]/.test(next) ? next : otherwise;
}
