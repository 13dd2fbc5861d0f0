import { changeAny } from '../../../building/database/changes.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { DraftKind } from '../decide/draft.ts';
import type { County } from '../../../values/division.ts';

type Trx = Transaction<Tables>;

/** A draft as it is kept: only the phone that began it sees it, and only the house's key opens it. */
export interface KeptDraft {
  readonly id: string;
  readonly kind: DraftKind;
  readonly bodySealed: Buffer;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
}

export async function putDraft(
  trx: Trx,
  county: County,
  draft: KeptDraft & { readonly phoneBlind: string },
): Promise<void> {
  const { bodySealed, updatedAt, expiresAt } = draft;
  await trx
    .insertInto('applicationDraft')
    .values({ county, ...draft })
    .onConflict((conflict) => conflict.columns(['county', 'id']).doUpdateSet({ bodySealed, updatedAt, expiresAt }))
    .execute();
}

/** The draft, held until the transaction ends; undefined when it is gone, over or another phone's. */
export async function takeDraft(trx: Trx, county: County, id: string, now: Date): Promise<KeptDraft | undefined> {
  return draftsWhere(trx, county, now).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The phone's drafts of a kind, the newest first. */
export async function draftsOf(
  trx: Trx,
  county: County,
  { kind, phoneBlind }: { readonly kind: DraftKind; readonly phoneBlind: string },
  now: Date,
): Promise<readonly KeptDraft[]> {
  return draftsWhere(trx, county, now)
    .where('kind', '=', kind)
    .where('phoneBlind', '=', phoneBlind)
    .orderBy('updatedAt', 'desc')
    .execute();
}

/** Every draft of a county that is not over. */
export async function draftsOfCounty(trx: Trx, county: County, now: Date): Promise<readonly KeptDraft[]> {
  return draftsWhere(trx, county, now).execute();
}

function draftsWhere(trx: Trx, county: County, now: Date) {
  return trx
    .selectFrom('applicationDraft')
    .select(['id', 'kind', 'bodySealed', 'updatedAt', 'expiresAt'])
    .where('county', '=', county)
    .where('expiresAt', '>', now)
    .$narrowType<{ kind: DraftKind }>();
}

export async function dropDraft(trx: Trx, county: County, id: string): Promise<void> {
  await changeAny(trx, trx.deleteFrom('applicationDraft').where('county', '=', county).where('id', '=', id));
}

/** Removes what nobody has touched for too long. Returns how many. */
export async function dropExpiredDrafts(trx: Trx, county: County, now: Date): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('applicationDraft')
    .where('county', '=', county)
    .where('expiresAt', '<=', now)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
