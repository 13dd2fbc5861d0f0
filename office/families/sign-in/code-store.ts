import { changeAny } from '../../../building/database/changes.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County } from '../../../values/division.ts';

type Trx = Transaction<Tables>;

export async function saveCode(
  trx: Trx,
  county: County,
  phoneBlind: string,
  codeHash: string,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  const fresh = { codeHash, tries: 0, createdAt: now, expiresAt };
  await trx
    .insertInto('signInCode')
    .values({ county, phoneBlind, ...fresh })
    .onConflict((conflict) => conflict.columns(['county', 'phoneBlind']).doUpdateSet(fresh))
    .execute();
}

/** Uses up one try and tells the code's hash and which try this is; undefined when there is no code or it has expired. */
export async function tryCode(
  trx: Trx,
  county: County,
  phoneBlind: string,
  now: Date,
): Promise<{ codeHash: string; tries: number } | undefined> {
  return trx
    .updateTable('signInCode')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('county', '=', county)
    .where('phoneBlind', '=', phoneBlind)
    .where('expiresAt', '>', now)
    .returning(['codeHash', 'tries'])
    .executeTakeFirst();
}

export async function removeCode(trx: Trx, county: County, phoneBlind: string): Promise<void> {
  await changeAny(trx, trx.deleteFrom('signInCode').where('county', '=', county).where('phoneBlind', '=', phoneBlind));
}

/** Removes codes that are of no use any more. */
export async function sweepCodes(trx: Trx, county: County, now: Date): Promise<void> {
  await changeAny(trx, trx.deleteFrom('signInCode').where('county', '=', county).where('expiresAt', '<', now));
}
