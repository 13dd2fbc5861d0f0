import type { BenefitsSite } from '../benefits-site.ts';
import type { HouseServer } from '../../../../building/http/server.ts';
import type { SentForm } from '../../../../building/http/form.ts';
import type { FormMistake } from '../../../../building/web-kit/typed/mistakes.tsx';
import type { Language } from '../../../../values/language.ts';
import type { Applying } from '../../decide/application-under-way.ts';
import { Problem } from '../../../../building/http/problem.ts';
import { notFound } from '../../../../building/http/common-problems.ts';
import { said } from '../../../../building/web-kit/say.ts';
import { addPhoto, mostPhotos, type PhotoAdded, photoRefusalWords } from '../../apply/draft-photos.ts';
import { removePhoto } from '../../apply/draft.ts';
import { wordsIn } from '../../screens/family/words/made/all.ts';
import { applicationAt } from './application-at.ts';
import { familyHere } from '../../../families/pages/family-here.ts';

export type TakenPhotos =
  /** One was taken away: the page is shown again. */
  | { readonly kind: 'stay' }
  | { readonly kind: 'go-on'; readonly applying: Applying }
  | {
      readonly kind: 'mistakes';
      readonly applying: Applying;
      readonly mistakes: readonly FormMistake[];
      readonly mayGoOn: boolean;
    };

/** Keeps the photos that were sent, each for itself: one that can't be taken holds no other up. */
export async function takePhotos(
  site: BenefitsSite,
  applying: Applying,
  sent: SentForm,
  language: Language,
): Promise<TakenPhotos> {
  const taken = sent.fields.get('remove');
  if (taken !== null) {
    await remove(site, applying, taken);
    return { kind: 'stay' };
  }
  const { applying: after, mistakes } = await keep(site, applying, sent, language);
  if (mistakes.length > 0) return { kind: 'mistakes', applying: after, mistakes, mayGoOn: false };
  const missing = missingPhotos(after, language);
  if (missing.length > 0 && !sent.fields.has('later'))
    return { kind: 'mistakes', applying: after, mistakes: missing, mayGoOn: true };
  return { kind: 'go-on', applying: after };
}

async function remove(site: BenefitsSite, { acting, draft }: Applying, taken: string): Promise<void> {
  const [requirement = '', digest = ''] = taken.split(':');
  await removePhoto(site.house, acting, draft.id, { requirement, digest });
}

async function keep(site: BenefitsSite, applying: Applying, sent: SentForm, language: Language) {
  const asked = new Set(applying.pack.info.documents.map(({ key }) => key));
  const mistakes: FormMistake[] = [];
  let { draft } = applying;
  for (const file of sent.files) {
    if (!asked.has(file.field)) continue;
    const added =
      file.kind === 'too-large'
        ? ({ kind: 'too-large' } as const)
        : await addPhoto(site.house, applying.acting, draft, file.field, file.bytes);
    if (added.kind === 'added') draft = added.draft;
    else mistakes.push({ field: file.field, words: refusalWords(added.kind, file.name, language) });
  }
  return { applying: { ...applying, draft }, mistakes };
}

type Refused = Exclude<PhotoAdded['kind'], 'added'>;

/** Why a file was not taken, by its name. */
export function refusalWords(kind: Refused, file: string, language: Language): string {
  const words = wordsIn(language).apply;
  if (kind === 'no-such-draft') return words.changed;
  if (kind === 'too-many-photos') return words.photos.tooMany({ count: mostPhotos });
  return words.photos.refused({ file, why: said(photoRefusalWords(kind), language) });
}

function missingPhotos({ pack, draft }: Applying, language: Language): readonly FormMistake[] {
  const words = wordsIn(language).apply.photos;
  const given = new Set(draft.body.photos.map(({ requirement }) => requirement));
  return pack.info.documents
    .filter(({ key, required }) => required && !given.has(key))
    .map(({ key, name }) => ({ field: key, words: words.missing({ name: said(name, language) }) }));
}

/** A family sees the photos it has taken, and nobody else does. */
export function photoRoutes(server: HouseServer, site: BenefitsSite): void {
  server.get('/apply/:policy/photo/:digest', async (request, reply) => {
    const here = await familyHere(site, request, reply);
    if (here === undefined) return reply;
    const { draft } = await applicationAt(site, request, here);
    const { digest } = request.params as { digest: string };
    const photo = draft.body.photos.find((one) => one.digest === digest);
    const bytes = photo && (await site.house.filesOf(here.acting.county).get(photo.digest));
    if (photo === undefined || bytes === undefined) throw new Problem(notFound);
    return reply.type(photo.mediaType).header('cache-control', 'private, no-store').send(bytes);
  });
}
