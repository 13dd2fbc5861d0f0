import { changeOne, refusalOf } from '../../building/database/changes.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { Authority, County, Division } from '../../values/division.ts';
import type { StaffId } from '../../values/id.ts';
import type { Duty } from '../hall/who/duty.ts';
type Trx = Transaction<Tables>;

export async function setActive(trx: Trx, of: Authority, staffId: StaffId, active: boolean): Promise<void> {
  await changeOne(trx, trx.updateTable('staff').set({ active }).where('county', '=', of).where('id', '=', staffId));
}

const refusedDuties = new Map<string, 'four-powers-combined' | 'to-oneself'>([
  ['four_powers_are_never_combined', 'four-powers-combined'],
  ['nobody_grants_a_duty_to_themselves', 'to-oneself'],
]);

/** Adds a duty, or moves it to another division. The database refuses what {@link decideGrant} would, named by its constraint. */
export async function addDuty(
  trx: Trx,
  county: County,
  duty: { staffId: StaffId; duty: Duty; division: Division; grantedBy: StaffId; at: Date },
): Promise<'added' | 'four-powers-combined' | 'to-oneself'> {
  const { staffId, division, grantedBy, at } = duty;
  const added = trx
    .insertInto('staffDuty')
    .values({ county, staffId, duty: duty.duty, division, grantedBy, grantedAt: at })
    .onConflict((conflict) =>
      conflict.columns(['county', 'staffId', 'duty']).doUpdateSet({ division, grantedBy, grantedAt: at }),
    );
  return (await refusalOf(trx, added, refusedDuties)) ?? 'added';
}

/** False when the duty was not held. */
export async function removeDuty(trx: Trx, county: County, staffId: StaffId, duty: Duty): Promise<boolean> {
  const result = await trx
    .deleteFrom('staffDuty')
    .where('county', '=', county)
    .where('staffId', '=', staffId)
    .where('duty', '=', duty)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function passwordHashOf(trx: Trx, of: Authority, staffId: StaffId): Promise<string | undefined> {
  const row = await trx
    .selectFrom('staffPassword')
    .select('hash')
    .where('county', '=', of)
    .where('staffId', '=', staffId)
    .executeTakeFirst();
  return row?.hash;
}

export async function savePasswordHash(
  trx: Trx,
  of: Authority,
  staffId: StaffId,
  hash: string,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('staffPassword')
    .values({ county: of, staffId, hash, changedAt: at })
    .onConflict((conflict) => conflict.columns(['county', 'staffId']).doUpdateSet({ hash, changedAt: at }))
    .execute();
}
