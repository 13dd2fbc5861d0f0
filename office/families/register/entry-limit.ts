import { inTransaction } from '../../../building/database/transaction.ts';
import type { House } from '../../hall/house.ts';
import { type FamilyActing, settingsOf } from '../../hall/who/acting.ts';
import { takeTries } from '../../hall/session/limits.ts';

const day = 24 * 3_600_000;

/**
 * Whether a phone may enter people once more today. Ten entries serve any family; beyond that somebody may be asking which identity numbers
 * are in the register, and gets the sentence that leads to the counter whatever they send. Asked before the act and in its own transaction,
 * so that a refused entry counts as well.
 */
export async function mayEnterPeople(house: House, acting: FamilyActing): Promise<boolean> {
  const { county, phoneBlind } = acting;
  const tries = await inTransaction(house.db, settingsOf({ kind: 'sign-in', county, phoneBlind }), (trx) =>
    takeTries(trx, house, county, [{ key: `entry ${phoneBlind}`, most: 10, windowMs: day }]),
  );
  return tries.kind === 'allowed';
}
