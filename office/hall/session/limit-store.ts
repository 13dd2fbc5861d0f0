import { sql } from 'kysely';
import { changeAny } from '../../../building/database/changes.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Authority } from '../../../values/division.ts';

type Trx = Transaction<Tables>;

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

/** Removes limits that are of no use any more. */
export async function sweepLimits(trx: Trx, county: Authority, now: Date): Promise<void> {
  await changeAny(trx, trx.deleteFrom('signInLimit').where('county', '=', county).where('until', '<', now));
}
