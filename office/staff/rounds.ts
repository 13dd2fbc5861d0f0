import { inTransaction } from '../../building/database/transaction.ts';
import type { County } from '../../values/division.ts';
import type { House } from '../hall/house.ts';
import { sweepSessions } from '../hall/session/sessions.ts';
import { settingsOf } from '../hall/who/acting.ts';
import { sweepingSignIns } from '../hall/who/hall-purposes.ts';
import { purposeOf } from '../hall/who/purpose.ts';
import { sweepTries } from './sign-in/sign-in-store.ts';

/** What this desk looks after once a day, for a county: sessions, codes and limits that are of no use any more go. Doing it again does no harm. */
export async function staffRound(house: House, county: County): Promise<void> {
  await sweepSessions(house, county);
  const settings = settingsOf({ kind: 'system', county, purpose: purposeOf(sweepingSignIns) });
  await inTransaction(house.db, settings, (trx) => sweepTries(trx, county, house.clock.now()));
}
