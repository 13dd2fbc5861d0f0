import type { County } from '../../values/division.ts';
import type { House } from '../hall/house.ts';
import { sweepSessions } from '../hall/session/sessions.ts';

/** What this desk looks after once a day, for a county: sessions and limits that are of no use any more go. Doing it again does no harm. */
export async function staffRound(house: House, county: County): Promise<void> {
  await sweepSessions(house, county);
}
