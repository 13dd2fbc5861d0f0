import { sql } from 'kysely';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { County } from '../../values/division.ts';
import type { StaffId } from '../../values/id.ts';
import type { EndOfSession } from './case.ts';

type Trx = Transaction<Tables>;

// Sessions

interface SessionBase {
  readonly tokenHash: string;
  readonly formToken: string;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly endedBecause?: Exclude<EndOfSession, 'expired'>;
}

export type SessionRow = SessionBase &
  (
    | { readonly kind: 'staff'; readonly staffId: StaffId }
    | { readonly kind: 'family'; readonly phoneBlind: string; readonly phoneSealed: Buffer }
  );

export type NewSession = Omit<SessionBase, 'seenAt' | 'endedBecause'> & { readonly createdAt: Date } & (
    | { readonly kind: 'staff'; readonly staffId: StaffId }
    | { readonly kind: 'family'; readonly phoneBlind: string; readonly phoneSealed: Buffer }
  );

export async function addSession(trx: Trx, county: County, session: NewSession): Promise<void> {
  const { tokenHash, formToken, createdAt, expiresAt } = session;
  const owner =
    session.kind === 'staff'
      ? { kind: 'staff' as const, staffId: session.staffId }
      : { kind: 'family' as const, phoneBlind: session.phoneBlind, phoneSealed: session.phoneSealed };
  await trx
    .insertInto('session')
    .values({ county, tokenHash, formToken, createdAt, seenAt: createdAt, expiresAt, ...owner })
    .execute();
}

export async function sessionByHash(trx: Trx, tokenHash: string): Promise<SessionRow | undefined> {
  const row = await trx.selectFrom('session').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
  if (row === undefined) return undefined;
  const base = {
    tokenHash,
    formToken: row.formToken,
    seenAt: row.seenAt,
    expiresAt: row.expiresAt,
    ...(row.endedBecause === null ? {} : { endedBecause: row.endedBecause }),
  };
  if (row.kind === 'staff' && row.staffId !== null) return { ...base, kind: 'staff', staffId: row.staffId as StaffId };
  if (row.phoneBlind === null || row.phoneSealed === null) throw new Error('A family session has a phone');
  return { ...base, kind: 'family', phoneBlind: row.phoneBlind, phoneSealed: row.phoneSealed };
}

/** Notes that the session is in use. */
export async function touchSession(trx: Trx, tokenHash: string, at: Date): Promise<void> {
  await trx.updateTable('session').set({ seenAt: at }).where('tokenHash', '=', tokenHash).execute();
}

/** Ends open sessions; what is told later is the first reason. */
export async function endSession(
  trx: Trx,
  tokenHash: string,
  because: Exclude<EndOfSession, 'expired'>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('session')
    .set({ endedAt: at, endedBecause: because })
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .execute();
}

/** Ends every open session of a staff member. */
export async function endSessionsOf(
  trx: Trx,
  county: County,
  staffId: StaffId,
  because: Exclude<EndOfSession, 'expired'>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('session')
    .set({ endedAt: at, endedBecause: because })
    .where('county', '=', county)
    .where('staffId', '=', staffId)
    .where('endedAt', 'is', null)
    .execute();
}

/** Sessions, codes and limits that are of no use any more; ended sessions stay as long as they can still explain themselves. */
export async function sweep(trx: Trx, county: County, now: Date): Promise<void> {
  await trx.deleteFrom('session').where('county', '=', county).where('expiresAt', '<', now).execute();
  await trx.deleteFrom('signInCode').where('county', '=', county).where('expiresAt', '<', now).execute();
  await trx.deleteFrom('signInLimit').where('county', '=', county).where('until', '<', now).execute();
}

// Limits

/** Counts one more try under a key; a window that is over starts anew. */
export async function countTry(
  trx: Trx,
  county: County,
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
export async function uncountTries(trx: Trx, county: County, keysBlind: readonly string[]): Promise<void> {
  await trx
    .updateTable('signInLimit')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('county', '=', county)
    .where('keyBlind', 'in', [...keysBlind])
    .where('count', '>', 0)
    .execute();
}

export async function forgetTries(trx: Trx, county: County, keysBlind: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('signInLimit')
    .where('county', '=', county)
    .where('keyBlind', 'in', [...keysBlind])
    .execute();
}

// Codes for families

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
  await trx.deleteFrom('signInCode').where('county', '=', county).where('phoneBlind', '=', phoneBlind).execute();
}
