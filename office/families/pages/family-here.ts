import type { FastifyReply, FastifyRequest } from 'fastify';
import { photoBytes } from '../../../building/files/photo/largest-photo.ts';
import { baseOf } from '../../../building/http/base.ts';
import { readForm, type SentForm } from '../../../building/http/form.ts';
import { Problem } from '../../../building/http/problem.ts';
import { staleForm } from '../../../building/http/common-problems.ts';
import { sameSecret } from '../../../building/identity/token.ts';
import { readerAt, type Site } from '../../hall/pages/site.ts';
import { type FamilyAtTheDoor, familyAt } from '../routes/family-at.ts';

const photosAtOnce = 12;

/** A family that is signed in. */
export type FamilyHere = Extract<FamilyAtTheDoor, { kind: 'family' }>;

/** The family at the door, or undefined once whoever is there has been shown the way to sign in, from which they come back here. */
export async function familyHere(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FamilyHere | undefined> {
  const found = await familyAt(site.house, request);
  if (found.kind === 'family') return found;
  const next = request.method === 'GET' ? readerAt(request).path : (pageBefore(request) ?? '/my');
  const ended = found.kind === 'ended' ? '&ended=yes' : '';
  await reply.redirect(`/sign-in?next=${encodeURIComponent(next)}${ended}`, 303);
  return undefined;
}

/** The page that a form was sent from, as this site's own paths say it: without the base below which it stands. */
function pageBefore(request: FastifyRequest): string | undefined {
  const { referer } = request.headers;
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const { pathname, search } = new URL(referer);
  const base = `${baseOf(request)}/`;
  return pathname.startsWith(base) ? `/${pathname.slice(base.length)}${search}` : undefined;
}

/** A form of this family's, sent from a page of ours. Throws a problem for one that was not. */
export async function formOf(request: FastifyRequest, here: FamilyHere): Promise<SentForm> {
  const sent = await readForm(request, { fileBytes: photoBytes, files: photosAtOnce });
  if (!sameSecret(sent.fields.get('form-token') ?? '', here.session.formToken)) throw new Problem(staleForm);
  return sent;
}
