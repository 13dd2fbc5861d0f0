import { words } from '../words/made/all.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { County } from '../../../values/division.ts';
import { photoBytes } from '../../../building/files/photo/largest-photo.ts';
import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../../building/database/transaction.ts';
import type { NotAnImage } from '../../../building/files/photo/checked.ts';
import { checkImage } from '../../../building/files/photo/image.ts';
import { newId } from '../../../building/identity/new-id.ts';
import { openText, sealText } from '../../../building/identity/sealed.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { BenefitsHouse } from '../house.ts';
import { type FamilyActing, settingsOf } from '../../hall/who/acting.ts';
import { apply, type ApplyOutcome, receivedBefore } from './apply.ts';
import type { Application } from '../contract/apply.ts';
import type { Photo } from '../contract/photo.ts';
import * as store from './draft-store.ts';

/** What a family has answered so far; the missing parts are the pages still to come. */
export interface DraftBody extends Partial<Pick<Application, 'period' | 'subject' | 'applicant' | 'account'>> {
  readonly policy: string;
  /** Of the form that hands it in: handed in twice, it is one case. */
  readonly submissionKey: string;
  readonly photos: readonly Photo[];
  readonly answers: Application['answers'];
}

export interface Draft {
  readonly id: string;
  readonly body: DraftBody;
  readonly updatedAt: Date;
}

const keptForDays = 30;
const dayMs = 86_400_000;
/** A phone that photographs a household register page by page. */
const mostPhotos = 40;

/** The draft that this phone has begun for a policy, or a new one. */
export async function openDraft(house: BenefitsHouse, acting: FamilyActing, policy: string): Promise<Draft> {
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const now = house.clock.now();
    const kept = await store.draftsOf(trx, acting.county, acting.phoneBlind, now);
    const known = kept
      .map((draft) => openedDraft(house, acting.county, draft))
      .find(({ body }) => body.policy === policy);
    if (known !== undefined) return known;
    const draft = {
      id: newId(),
      body: { policy, submissionKey: randomUUID(), photos: [], answers: {} },
      updatedAt: now,
    };
    await put(trx, house, acting, draft);
    return draft;
  });
}

/** The draft as it stands; undefined when it is gone, over or another phone's. */
async function loadDraft(house: BenefitsHouse, acting: FamilyActing, id: string): Promise<Draft | undefined> {
  return changeDraft(house, acting, id, (body) => body);
}

/** Changes a draft, holding it meanwhile, so that two pages sent at once both count. */
export async function changeDraft(
  house: BenefitsHouse,
  acting: FamilyActing,
  id: string,
  change: (body: DraftBody) => DraftBody,
): Promise<Draft | undefined> {
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const now = house.clock.now();
    const kept = await store.takeDraft(trx, acting.county, id, now);
    if (kept === undefined) return undefined;
    const before = openedDraft(house, acting.county, kept);
    const body = change(before.body);
    if (body === before.body) return before;
    const draft = { id, body, updatedAt: now };
    await put(trx, house, acting, draft);
    return draft;
  });
}

export type PhotoAdded =
  | { readonly kind: 'added'; readonly draft: Draft }
  | { readonly kind: 'no-such-draft' }
  | { readonly kind: NotAnImage }
  | { readonly kind: 'too-many-photos' };

/** Keeps a photo and adds it to the draft under one of the pack's documents. */
export async function addPhoto(
  house: BenefitsHouse,
  acting: FamilyActing,
  id: string,
  requirement: string,
  bytes: Uint8Array,
): Promise<PhotoAdded> {
  const kept = await keepPhoto(house, acting.county, bytes);
  if (kept.kind !== 'kept') return kept;
  const { digest, mediaType, sizeBytes } = kept;
  let full = false;
  const draft = await changeDraft(house, acting, id, (body) => {
    const others = body.photos.filter((photo) => photo.digest !== digest || photo.requirement !== requirement);
    full = others.length >= mostPhotos;
    return full ? body : { ...body, photos: [...others, { requirement, digest, mediaType, sizeBytes }] };
  });
  if (draft === undefined) return { kind: 'no-such-draft' };
  return full ? { kind: 'too-many-photos' } : { kind: 'added', draft };
}

/** Takes photos out of the draft again: one, or all of them. A draft that is gone meanwhile holds none. */
export async function removePhotos(
  house: BenefitsHouse,
  acting: FamilyActing,
  id: string,
  which: Pick<Photo, 'requirement' | 'digest'> | 'all',
): Promise<void> {
  await inTransaction(house.db, settingsOf(acting), async (trx) => {
    const now = house.clock.now();
    const kept = await store.takeDraft(trx, acting.county, id, now);
    if (kept === undefined) return;
    const { body } = openedDraft(house, acting.county, kept);
    const stays = ({ requirement, digest }: Photo): boolean =>
      which !== 'all' && (requirement !== which.requirement || digest !== which.digest);
    await put(trx, house, acting, { id, body: { ...body, photos: body.photos.filter(stays) }, updatedAt: now });
  });
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

/** Which page of the form is still to be filled in. */
type DraftPart = 'period' | 'subject' | 'applicant' | 'account';

export type HandInOutcome =
  | ApplyOutcome
  | { readonly kind: 'no-such-draft' }
  | { readonly kind: 'not-complete'; readonly part: DraftPart };

/**
 * Hands a draft in: the application and the end of the draft are one act. `submissionKey` comes with the form, so that a form sent again after the draft
 * is gone still gets its receipt.
 */
export async function handIn(
  house: BenefitsHouse,
  acting: FamilyActing,
  id: string,
  submissionKey: string,
): Promise<HandInOutcome> {
  const draft = await loadDraft(house, acting, id);
  if (draft === undefined || draft.body.submissionKey !== submissionKey) {
    return (await receivedBefore(house, acting, submissionKey)) ?? { kind: 'no-such-draft' };
  }
  const application = completed(draft.body);
  if (application.kind === 'not-complete') return application;
  return apply(house, acting, application.application, (trx) => store.dropDraft(trx, acting.county, id));
}

function completed(
  body: DraftBody,
): { kind: 'complete'; application: Application } | { kind: 'not-complete'; part: DraftPart } {
  const { period, subject, applicant, account, photos } = body;
  if (period === undefined) return { kind: 'not-complete', part: 'period' };
  if (subject === undefined) return { kind: 'not-complete', part: 'subject' };
  if (applicant === undefined) return { kind: 'not-complete', part: 'applicant' };
  if (account === undefined) return { kind: 'not-complete', part: 'account' };
  return { kind: 'complete', application: { ...body, period, subject, applicant, account, photos: [...photos] } };
}

async function put(
  trx: Parameters<typeof store.putDraft>[0],
  house: BenefitsHouse,
  { county, phoneBlind }: FamilyActing,
  { id, body, updatedAt }: Draft,
): Promise<void> {
  const bodySealed = sealText(house.keysOf(county), JSON.stringify(body), place(id));
  await store.putDraft(trx, county, {
    id,
    phoneBlind,
    bodySealed,
    updatedAt,
    expiresAt: new Date(updatedAt.getTime() + keptForDays * dayMs),
  });
}

/** A kept draft, opened by its county's key. */
export function openedDraft(
  house: BenefitsHouse,
  county: County,
  { id, bodySealed, updatedAt }: Pick<store.KeptDraft, 'id' | 'bodySealed' | 'updatedAt'>,
): Draft {
  return { id, updatedAt, body: JSON.parse(openText(house.keysOf(county), bodySealed, place(id))) as DraftBody };
}

/** Where a draft's seal belongs. */
function place(id: string): string {
  return `application_draft.body ${id}`;
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
