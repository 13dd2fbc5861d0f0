import { inTransaction } from '../../building/database/transaction.ts';
import type { House } from '../hall/house.ts';
import { sweepSessions } from '../hall/session/sessions.ts';
import { settingsOf } from '../hall/who/acting.ts';
import { sweepTries } from './sign-in/sign-in-store.ts';

/** What this desk looks after once a day: sessions, codes and limits that are of no use any more go. Doing it again does no harm. */
export async function staffRound(house: House): Promise<void> {
  await sweepSessions(house);
  const settings = settingsOf({ kind: 'system', county: house.county, purpose: '清理过期登录' });
  await inTransaction(house.db, settings, (trx) => sweepTries(trx, house.county, house.clock.now()));
}
