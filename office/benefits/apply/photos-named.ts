import type { BenefitsHouse } from '../house.ts';
import type { SystemActing } from '../../hall/who/acting.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { photosOfCounty } from '../store.ts';
import { openedDraft } from './draft.ts';
import { draftsOfCounty } from './draft-store.ts';

/** A photo taken at the counter is named by nobody until the application is handed in. */
export const unnamedForMs = 7 * 86_400_000;

/** The digests of every photo that a draft or a case of the county names. */
export async function photosNamed(house: BenefitsHouse, acting: SystemActing): Promise<readonly string[]> {
  const { county } = acting;
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    // Drafts first: one that is handed in meanwhile is a case by the time these are read.
    const drafts = await draftsOfCounty(trx, county, house.clock.now());
    const ofDrafts = drafts.flatMap((draft) =>
      openedDraft(house, county, draft).body.photos.map(({ digest }) => digest),
    );
    return [...ofDrafts, ...(await photosOfCounty(trx, county))];
  });
}
