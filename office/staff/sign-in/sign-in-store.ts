import { sql } from 'kysely';
import { changeAny } from '../../../building/database/changes.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Authority } from '../../../values/division.ts';

type Trx = Transaction<Tables>;

// Limits

/** Counts one more try under a key; a window that is over starts anew. */
export async function countTry(
  trx: Trx,
  county: Authority,
  keyBlind: string,
  now: Date,
  windowMs: number,
): Promise<{ count: number; until: Date }> {
  const until = new Date(now.getTime() + windowMs);
  const row = await trx
    .insertInto('signInLimit')
    .values({ county, keyBlind, count: 1, startedAt: now, until })
    .onConflict((conflict) =>
      conflict.columns(['county', 'keyBlind']).doUpdateSet({
        count: sql<number>`case when sign_in_limit.until <= ${now} then 1 else sign_in_limit.count + 1 end`,
        startedAt: sql<Date>`case when sign_in_limit.until <= ${now} then excluded.started_at else sign_in_limit.started_at end`,
        until: sql<Date>`case when sign_in_limit.until <= ${now} then excluded.until else sign_in_limit.until end`,
      }),
    )
    .returning(['count', 'until'])
    .executeTakeFirstOrThrow();
  return row;
}

/** Takes back one counted try under each key. */
export async function uncountTries(trx: Trx, county: Authority, keysBlind: readonly string[]): Promise<void> {
  await changeAny(
    trx,
    trx
      .updateTable('signInLimit')
      .set((eb) => ({ count: eb('count', '-', 1) }))
      .where('county', '=', county)
      .where('keyBlind', 'in', [...keysBlind])
      .where('count', '>', 0),
  );
}

export async function forgetTries(trx: Trx, county: Authority, keysBlind: readonly string[]): Promise<void> {
  await changeAny(
    trx,
    trx
      .deleteFrom('signInLimit')
      .where('county', '=', county)
      .where('keyBlind', 'in', [...keysBlind]),
  );
}

// Codes for families

export async function saveCode(
  trx: Trx,
  county: Authority,
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
  county: Authority,
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

export async function removeCode(trx: Trx, county: Authority, phoneBlind: string): Promise<void> {
  await changeAny(trx, trx.deleteFrom('signInCode').where('county', '=', county).where('phoneBlind', '=', phoneBlind));
}

/** Removes codes and limits that are of no use any more. */
export async function sweepTries(trx: Trx, county: Authority, now: Date): Promise<void> {
  await changeAny(trx, trx.deleteFrom('signInCode').where('county', '=', county).where('expiresAt', '<', now));
  await changeAny(trx, trx.deleteFrom('signInLimit').where('county', '=', county).where('until', '<', now));
}
