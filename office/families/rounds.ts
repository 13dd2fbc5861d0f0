import { inTransaction } from '../../building/database/transaction.ts';
import type { County } from '../../values/division.ts';
import type { House } from '../hall/house.ts';
import { settingsOf } from '../hall/who/acting.ts';
import { sweepingSignIns } from '../hall/who/hall-purposes.ts';
import { purposeOf } from '../hall/who/purpose.ts';
import { sweepCodes } from './sign-in/code-store.ts';

/** What this desk looks after once a day, for a county: codes that are of no use any more go. Doing it again does no harm. */
export async function familiesRound(house: House, county: County): Promise<void> {
  const settings = settingsOf({ kind: 'system', county, purpose: purposeOf(sweepingSignIns) });
  await inTransaction(house.db, settings, (trx) => sweepCodes(trx, county, house.clock.now()));
}
