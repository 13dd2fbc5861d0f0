import type { County } from '../../../values/division.ts';
import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import { openText, sealText } from '../../../building/identity/sealed.ts';
import type { BenefitsHouse } from '../house.ts';
import { type FamilyActing, settingsOf } from '../../hall/who/acting.ts';
import { apply, type ApplyOutcome, receivedBefore } from './apply.ts';
import type { Photo } from '../contract/photo.ts';
import {
  completed,
  type CorrectionBody,
  type Draft,
  type DraftBody,
  type DraftKind,
  type DraftPart,
  type WithPhotos,
} from '../decide/draft.ts';
import * as store from './draft-store.ts';

const keptForDays = 30;
const dayMs = 86_400_000;

/** The application that this phone has begun for a policy, or a new one. */
export async function openDraft(house: BenefitsHouse, acting: FamilyActing, policy: string): Promise<Draft> {
  return begunOrNew(house, acting, {
    kind: 'application',
    isIt: (body) => body.policy === policy,
    empty: () => ({ policy, submissionKey: randomUUID(), photos: [], answers: {} }),
  });
}

/** The correction that this phone has begun of a case, or a new one. */
export async function openCorrection(
  house: BenefitsHouse,
  acting: FamilyActing,
  receipt: string,
): Promise<Draft<CorrectionBody>> {
  return begunOrNew(house, acting, {
    kind: 'correction',
    isIt: (body) => body.receipt === receipt,
    empty: () => ({ receipt, photos: [] }),
  });
}

interface Begun<Body> {
  readonly kind: DraftKind;
  readonly isIt: (body: Body) => boolean;
  readonly empty: () => Body;
}

async function begunOrNew<Body extends WithPhotos>(
  house: BenefitsHouse,
  acting: FamilyActing,
  { kind, isIt, empty }: Begun<Body>,
): Promise<Draft<Body>> {
  const { county, phoneBlind } = acting;
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const now = house.clock.now();
    const kept = await store.draftsOf(trx, county, { kind, phoneBlind }, now);
    const known = kept.map((draft) => openedDraft<Body>(house, county, draft)).find(({ body }) => isIt(body));
    if (known !== undefined) return known;
    const draft = { id: newId(), kind, body: empty(), updatedAt: now };
    await put(trx, house, acting, draft);
    return draft;
  });
}

/** The draft as it stands; undefined when it is gone, over or another phone's. */
async function loadDraft(house: BenefitsHouse, acting: FamilyActing, id: string): Promise<Draft | undefined> {
  return changeDraft(house, acting, id, (body) => body);
}

/** Changes a draft, holding it meanwhile, so that two pages sent at once both count. */
export async function changeDraft<Body extends WithPhotos = DraftBody>(
  house: BenefitsHouse,
  acting: FamilyActing,
  id: string,
  change: (body: Body) => Body,
): Promise<Draft<Body> | undefined> {
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const now = house.clock.now();
    const kept = await store.takeDraft(trx, acting.county, id, now);
    if (kept === undefined) return undefined;
    const before = openedDraft<Body>(house, acting.county, kept);
    const body = change(before.body);
    if (body === before.body) return before;
    const draft = { ...before, body, updatedAt: now };
    await put(trx, house, acting, draft);
    return draft;
  });
}

/** Takes a photo out of the draft again. A draft that is gone meanwhile holds none. */
export async function removePhoto(
  house: BenefitsHouse,
  acting: FamilyActing,
  id: string,
  { requirement, digest }: Pick<Photo, 'requirement' | 'digest'>,
): Promise<void> {
  await inTransaction(house.db, settingsOf(acting), async (trx) => {
    const now = house.clock.now();
    const kept = await store.takeDraft(trx, acting.county, id, now);
    if (kept === undefined) return;
    const draft = openedDraft<WithPhotos>(house, acting.county, kept);
    const stays = (photo: Photo): boolean => photo.requirement !== requirement || photo.digest !== digest;
    const body = { ...draft.body, photos: draft.body.photos.filter(stays) };
    await put(trx, house, acting, { ...draft, body, updatedAt: now });
  });
}

export type HandInOutcome =
  | ApplyOutcome
  | { readonly kind: 'no-such-draft' }
  | { readonly kind: 'not-complete'; readonly part: DraftPart };

/**
 * Hands a draft in: the application and the end of the draft are one act. `submissionKey` comes with the form, so that a form sent again
 * after the draft is gone still gets its receipt.
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

async function put(
  trx: Parameters<typeof store.putDraft>[0],
  house: BenefitsHouse,
  { county, phoneBlind }: FamilyActing,
  { id, kind, body, updatedAt }: Draft<WithPhotos>,
): Promise<void> {
  const bodySealed = sealText(house.keysOf(county), JSON.stringify(body), place(id));
  await store.putDraft(trx, county, {
    id,
    kind,
    phoneBlind,
    bodySealed,
    updatedAt,
    expiresAt: new Date(updatedAt.getTime() + keptForDays * dayMs),
  });
}

/** A kept draft, opened by its county's key. */
export function openedDraft<Body extends WithPhotos = DraftBody>(
  house: BenefitsHouse,
  county: County,
  { id, kind, bodySealed, updatedAt }: store.KeptDraft,
): Draft<Body> {
  return { id, kind, updatedAt, body: JSON.parse(openText(house.keysOf(county), bodySealed, place(id))) as Body };
}

/** Where a draft's seal belongs. */
function place(id: string): string {
  return `application_draft.body ${id}`;
}
