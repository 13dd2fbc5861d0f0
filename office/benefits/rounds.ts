import type { County } from '../../values/division.ts';
import { type PurposeIntroduced, purposeOf } from '../hall/who/purpose.ts';
import { droppingDrafts, movingDeadlines } from './who/purposes.ts';
import type { BenefitsHouse } from './house.ts';
import type { CaseId } from '../../values/id.ts';
import { inTransaction } from '../../building/database/transaction.ts';
import { settingsOf, type SystemActing } from '../hall/who/acting.ts';
import { lawOf } from './law/case-law.ts';
import { moveDeadline } from './case/decide.ts';
import { sweepDrafts } from './apply/sweep.ts';
import { happen } from './review/happen.ts';
import { openIds } from './list/list-store.ts';
import { inOneAct } from './review/one-act.ts';
import * as store from './store.ts';

/** What this desk looks after once a day, for a county, and after the working calendar has changed. Doing it again does no harm. */
export async function benefitsRound(
  house: BenefitsHouse,
  county: County,
): Promise<{ readonly moved: number; readonly dropped: number; readonly swept: number }> {
  const moved = await moveDeadlines(house, county);
  return { moved, ...(await sweepDrafts(house, systemOf(county, droppingDrafts))) };
}

const page = 500;

/** Recomputes the deadline of every open case of a county by today's calendar; where it moves, the timeline and the family are told. Returns how many moved. */
export async function moveDeadlines(house: BenefitsHouse, county: County): Promise<number> {
  const acting = systemOf(county, movingDeadlines);
  let moved = 0;
  let after: CaseId | undefined;
  for (;;) {
    const ids = await inTransaction(house.db, settingsOf(acting), (trx) => openIds(trx, county, after, page));
    for (const id of ids) if (await moveOne(house, acting, id)) moved += 1;
    after = ids.at(-1);
    if (ids.length < page) return moved;
  }
}

async function moveOne(house: BenefitsHouse, acting: SystemActing, id: CaseId): Promise<boolean> {
  const calendar = await house.calendar();
  return inOneAct<boolean>(house, acting, async (trx) => {
    const stored = await store.loadCase(trx, acting.county, { id }, { forUpdate: true });
    const happening = stored && moveDeadline(stored.found, calendar, house.clock.today());
    if (!stored || !happening) return false;
    const { info: pack } = await lawOf(trx, house.packs, stored.found);
    await happen(trx, house, acting, stored.found, { happening, pack });
    return true;
  });
}

function systemOf(county: County, purpose: PurposeIntroduced): SystemActing {
  return { kind: 'system', county, purpose: purposeOf(purpose) };
}
