import type { BenefitsHouse } from '../house.ts';
import type { SystemActing } from '../../hall/who/acting.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { settingsOf } from '../../hall/who/acting.ts';
import { photosOfCounty } from '../store.ts';
import { openedDraft } from './draft.ts';
import { draftsOfCounty, dropExpiredDrafts } from './draft-store.ts';

/** A photo taken at the counter is named by nobody until the application is handed in. */
const unnamedForMs = 7 * 86_400_000;

/** Drops drafts that nobody has touched for too long, then deletes the photos that no draft and no case names. Returns how many of each. */
export async function sweepDrafts(
  house: BenefitsHouse,
  acting: SystemActing,
): Promise<{ readonly dropped: number; readonly swept: number }> {
  const { county } = acting;
  const now = house.clock.now();
  const { dropped, named } = await inTransaction(house.db, settingsOf(acting), async (trx) => ({
    dropped: await dropExpiredDrafts(trx, county, now),
    // Drafts first: one that is handed in meanwhile is a case by the time these are read.
    named: [...photosIn(house, county, await draftsOfCounty(trx, county, now)), ...(await photosOfCounty(trx, county))],
  }));
  return { dropped, swept: await house.filesOf(county).keepOnly(named, unnamedForMs) };
}

function photosIn(
  house: BenefitsHouse,
  county: SystemActing['county'],
  drafts: Awaited<ReturnType<typeof draftsOfCounty>>,
): readonly string[] {
  return drafts.flatMap((draft) => openedDraft(house, county, draft).body.photos.map(({ digest }) => digest));
}
