import type { Day } from '../../values/day.ts';
import type { County } from '../../values/division.ts';
import type { WorkingCalendar } from '../../values/working-days.ts';
import { type PurposeIntroduced, purposeOf } from '../hall/who/purpose.ts';
import { droppingDrafts, movingDeadlines } from './who/purposes.ts';
import type { BenefitsHouse } from './house.ts';
import type { CaseId } from '../../values/id.ts';
import { inTransaction } from '../../building/database/transaction.ts';
import { settingsOf, type SystemActing } from '../hall/who/acting.ts';
import { lawOf } from './law/case-law.ts';
import { moveDeadline } from './case/decide.ts';
import { dropExpiredDrafts } from './apply/draft-store.ts';
import { photosNamed, unnamedForMs } from './apply/photos-named.ts';
import { happen } from './review/happen.ts';
import { openIds } from './list/list-store.ts';
import { inOneAct } from './review/one-act.ts';
import * as store from './store.ts';

/** Drops the drafts of a county that nobody came back to. Doing it again does no harm. Returns how many. */
export async function dropDrafts(house: BenefitsHouse, county: County): Promise<number> {
  const acting = systemOf(county, droppingDrafts);
  return inTransaction(house.db, settingsOf(acting), (trx) => dropExpiredDrafts(trx, county, house.clock.now()));
}

/** Deletes the photos of a county that no draft and no case names any more. Returns how many. */
export async function sweepPhotos(house: BenefitsHouse, county: County): Promise<number> {
  const named = await photosNamed(house, systemOf(county, droppingDrafts));
  return house.filesOf(county).keepOnly(named, unnamedForMs);
}

const page = 500;

/**
 * Recomputes the deadline of every open case of a county by today's calendar; where it moves, the timeline and the family are told. Returns
 * how many moved. Throws at the end for the cases that could not be looked over: they keep no other from it.
 */
export async function moveDeadlines(house: BenefitsHouse, county: County): Promise<number> {
  const acting = systemOf(county, movingDeadlines);
  const told = { calendar: await house.calendar('afresh'), today: house.clock.today() };
  const failed: Error[] = [];
  let moved = 0;
  let after: CaseId | undefined;
  for (;;) {
    const ids = await inTransaction(house.db, settingsOf(acting), (trx) => openIds(trx, county, after, page));
    for (const id of ids) {
      const one = await moveOne(house, acting, id, told).catch((cause: unknown) => {
        failed.push(new Error(`Case ${id}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }));
        return false;
      });
      if (one) moved += 1;
    }
    after = ids.at(-1);
    if (ids.length < page) break;
  }
  if (failed.length > 0)
    throw new AggregateError(failed, `The deadlines of ${failed.length} cases were not looked over`);
  return moved;
}

interface ToldToday {
  readonly calendar: WorkingCalendar;
  readonly today: Day;
}

async function moveOne(
  house: BenefitsHouse,
  acting: SystemActing,
  id: CaseId,
  { calendar, today }: ToldToday,
): Promise<boolean> {
  return inOneAct<boolean>(house, acting, async (trx) => {
    const stored = await store.loadCase(trx, acting.county, { id }, { forUpdate: true });
    const happening = stored && moveDeadline(stored.found, calendar, today);
    if (!stored || !happening) return false;
    const { info: pack } = await lawOf(trx, house.packs, stored.found);
    await happen(trx, house, acting, stored.found, { happening, pack });
    return true;
  });
}

function systemOf(county: County, purpose: PurposeIntroduced): SystemActing {
  return { kind: 'system', county, purpose: purposeOf(purpose) };
}
