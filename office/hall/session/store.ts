import { changeAny } from '../../../building/database/changes.ts';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Authority } from '../../../values/division.ts';
import type { StaffId } from '../../../values/id.ts';
import type { EndOfSession } from '../who/session.ts';

type Trx = Transaction<Tables>;

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

export async function addSession(trx: Trx, of: Authority, session: NewSession): Promise<void> {
  const { tokenHash, formToken, createdAt, expiresAt } = session;
  const owner =
    session.kind === 'staff'
      ? { kind: 'staff' as const, staffId: session.staffId }
      : { kind: 'family' as const, phoneBlind: session.phoneBlind, phoneSealed: session.phoneSealed };
  await trx
    .insertInto('session')
    .values({ county: of, tokenHash, formToken, createdAt, seenAt: createdAt, expiresAt, ...owner })
    .execute();
}

export async function sessionByHash(trx: Trx, of: Authority, tokenHash: string): Promise<SessionRow | undefined> {
  const row = await trx
    .selectFrom('session')
    .selectAll()
    .where('county', '=', of)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
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
export async function touchSession(trx: Trx, of: Authority, tokenHash: string, at: Date): Promise<void> {
  await changeAny(
    trx,
    trx.updateTable('session').set({ seenAt: at }).where('county', '=', of).where('tokenHash', '=', tokenHash),
  );
}

/** Ends open sessions; what is told later is the first reason. */
export async function endSession(
  trx: Trx,
  of: Authority,
  tokenHash: string,
  because: Exclude<EndOfSession, 'expired'>,
  at: Date,
): Promise<void> {
  await changeAny(
    trx,
    trx
      .updateTable('session')
      .set({ endedAt: at, endedBecause: because })
      .where('county', '=', of)
      .where('tokenHash', '=', tokenHash)
      .where('endedAt', 'is', null),
  );
}

/** Ends every open session of a staff member. */
export async function endSessionsOf(
  trx: Trx,
  of: Authority,
  staffId: StaffId,
  because: Exclude<EndOfSession, 'expired'>,
  at: Date,
): Promise<void> {
  await changeAny(
    trx,
    trx
      .updateTable('session')
      .set({ endedAt: at, endedBecause: because })
      .where('county', '=', of)
      .where('staffId', '=', staffId)
      .where('endedAt', 'is', null),
  );
}

/** Removes sessions that are of no use any more; ended ones stay as long as they can still explain themselves. */
export async function sweepSessions(trx: Trx, of: Authority, now: Date): Promise<void> {
  await changeAny(trx, trx.deleteFrom('session').where('county', '=', of).where('expiresAt', '<', now));
}
