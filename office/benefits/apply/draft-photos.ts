import { words } from '../words/made/all.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { County } from '../../../values/division.ts';
import { photoBytes } from '../../../building/files/photo/largest-photo.ts';
import type { NotAnImage } from '../../../building/files/photo/checked.ts';
import { checkImage } from '../../../building/files/photo/image.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { BenefitsHouse } from '../house.ts';
import type { FamilyActing } from '../../hall/who/acting.ts';
import type { Photo } from '../contract/photo.ts';
import { changeDraft } from './draft.ts';
import type { CorrectionBody, Draft, DraftBody } from '../decide/draft.ts';

/** A phone that photographs a household register page by page. */
export const mostPhotos = 40;

type AnyBody = DraftBody | CorrectionBody;

export type PhotoAdded<Body extends AnyBody = AnyBody> =
  | { readonly kind: 'added'; readonly draft: Draft<Body> }
  | { readonly kind: 'no-such-draft' }
  | { readonly kind: NotAnImage }
  | { readonly kind: 'too-many-photos' };

/** Keeps a photo and adds it to the draft under one of the pack's documents. */
export async function addPhoto<Body extends AnyBody>(
  house: BenefitsHouse,
  acting: FamilyActing,
  { id }: Draft<Body>,
  requirement: string,
  bytes: Uint8Array,
): Promise<PhotoAdded<Body>> {
  const kept = await keepPhoto(house, acting.county, bytes);
  if (kept.kind !== 'kept') return kept;
  const { digest, mediaType, sizeBytes } = kept;
  let full = false;
  const draft = await changeDraft<Body>(house, acting, id, (body) => {
    const others = body.photos.filter((photo) => photo.digest !== digest || photo.requirement !== requirement);
    full = others.length >= mostPhotos;
    return full ? body : { ...body, photos: [...others, { requirement, digest, mediaType, sizeBytes }] };
  });
  if (draft === undefined) return { kind: 'no-such-draft' };
  return full ? { kind: 'too-many-photos' } : { kind: 'added', draft };
}

/** Checks by its bytes that a file is a photo, takes out where it was taken, and keeps it. */
export async function keepPhoto(
  house: BenefitsHouse,
  county: County,
  bytes: Uint8Array,
): Promise<({ readonly kind: 'kept' } & Omit<Photo, 'requirement'>) | { readonly kind: NotAnImage }> {
  const checked = await checkImage(bytes, photoBytes);
  if (checked.kind === 'refused') return { kind: checked.why };
  const { digest, size } = await house.filesOf(county).put(checked.bytes);
  return { kind: 'kept', digest, mediaType: checked.mediaType, sizeBytes: size };
}

/** The sentence for a file that is not taken. */
export function photoRefusalWords(kind: NotAnImage): Localized {
  switch (kind) {
    case 'not-an-image':
      return inEveryLanguage(words, (w) => w.draft.notAnImage);
    case 'too-large':
      return inEveryLanguage(words, (w) => w.draft.tooLarge);
    case 'too-many-pixels':
      return inEveryLanguage(words, (w) => w.draft.tooManyPixels);
    case 'damaged':
      return inEveryLanguage(words, (w) => w.draft.damaged);
    default:
      return unreachable(kind);
  }
}
