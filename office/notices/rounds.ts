import { inTransaction } from '../../building/database/transaction.ts';
import type { County } from '../../values/division.ts';
import type { House } from '../hall/house.ts';
import { settingsOf } from '../hall/who/acting.ts';
import { purposeOf } from '../hall/who/purpose.ts';
import { jobsFor, smsQueue } from './queue.ts';
import * as store from './store.ts';
import { sendingMessages } from './who/purposes.ts';

const hour = 3_600_000;
/** By then a job's own tries have ended, an hour after it was left. */
const lateAfterMs = 2 * hour;
/** What a message says is on the site; a week later it would only surprise. */
const givenUpAfterMs = 7 * 24 * hour;

/**
 * What this desk looks after once a day, for a county: messages that a carrier out of reach left behind are tried again in office hours,
 * and those that have waited a week are given up. Doing it again does no harm.
 */
export async function noticesRound(
  house: House,
  county: County,
): Promise<{ readonly again: number; readonly givenUp: number }> {
  const now = house.clock.now();
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  const settings = settingsOf({ kind: 'system', county, purpose: purposeOf(sendingMessages) });
  return inTransaction(house.db, settings, async (trx) => {
    const givenUp = await store.giveUp(trx, county, before(givenUpAfterMs));
    const late = await store.waitingSince(trx, county, before(lateAfterMs));
    const nineOClock = new Date(`${house.clock.today()}T09:00:00+08:00`);
    const afterSeconds = Math.max(0, Math.ceil((nineOClock.getTime() - now.getTime()) / 1_000));
    await house.jobs.leave(trx, smsQueue.name, county, jobsFor(late), { afterSeconds });
    return { again: late.length, givenUp };
  });
}
