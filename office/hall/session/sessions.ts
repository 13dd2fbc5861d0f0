import { inTransaction, type Transaction } from '../../../building/database/transaction.ts';
import { hashOfToken, newToken } from '../../../building/identity/token.ts';
import { openText, sealText } from '../../../building/identity/sealed.ts';
import type { Tables } from '../../../migrations/tables.ts';
import { type Authority, type County, readProvince } from '../../../values/division.ts';
import type { StaffId } from '../../../values/id.ts';
import type { House } from '../house.ts';
import { settingsOf } from '../who/acting.ts';
import { sweepingSignIns } from '../who/hall-purposes.ts';
import { purposeOf } from '../who/purpose.ts';
import { authorityOf, type EndOfSession, type FamilySession, type WorkSession } from '../who/session.ts';
import { sessionLife, sessionStanding } from '../who/standing.ts';
import { sweepLimits } from './limit-store.ts';
import * as sessionStore from './store.ts';
import { staffById } from './staff-store.ts';

type Trx = Transaction<Tables>;

/** Who stands behind a cookie. */
export type SessionFound =
  | { readonly kind: 'found'; readonly session: WorkSession | FamilySession }
  | { readonly kind: 'none' }
  | { readonly kind: 'ended'; readonly because: EndOfSession };

/** What a cookie and a page get of a session that has just begun. */
export interface OpenedSession {
  /** For the cookie; only its hash is kept. */
  readonly token: string;
  readonly formToken: string;
  readonly expiresAt: Date;
}

const touchAfterMs = 5 * 60_000;

/** Finds who stands behind a token at a county's or province's address, and notes that the session is in use. */
export async function findSession(house: House, of: Authority, token: string): Promise<SessionFound> {
  const tokenHash = hashOfToken(token);
  const now = house.clock.now();
  return inTransaction(house.db, settingsOf({ kind: 'sign-in', county: of, tokenHash }), async (trx) => {
    const row = await sessionStore.sessionByHash(trx, of, tokenHash);
    if (row === undefined) return { kind: 'none' };
    const standing = sessionStanding(row, now);
    if (standing !== 'open') return { kind: 'ended', because: standing };
    if (now.getTime() - row.seenAt.getTime() > touchAfterMs) await sessionStore.touchSession(trx, of, tokenHash, now);
    return row.kind === 'staff'
      ? workSession(trx, of, row)
      : { kind: 'found', session: familySession(house, of as County, row) };
  });
}

async function workSession(
  trx: Trx,
  of: Authority,
  row: sessionStore.SessionRow & { kind: 'staff' },
): Promise<SessionFound> {
  const staff = await staffById(trx, of, row.staffId);
  if (staff === undefined || !staff.active) return { kind: 'ended', because: 'closed-by-office' };
  const { id, name, signInName, office, duties } = staff;
  const { tokenHash, formToken } = row;
  const signedIn = { tokenHash, formToken, staff: { id, name, signInName }, office, duties };
  const province = readProvince(of);
  return {
    kind: 'found',
    session:
      province === undefined
        ? { kind: 'staff', county: of as County, ...signedIn }
        : { kind: 'province', province, ...signedIn },
  };
}

function familySession(house: House, county: County, row: sessionStore.SessionRow & { kind: 'family' }): FamilySession {
  const { tokenHash, formToken, phoneBlind } = row;
  const phone = openText(house.keysOf(county), row.phoneSealed, phoneContext(tokenHash));
  return { kind: 'family', county, tokenHash, formToken, phone, phoneBlind };
}

/** Begins a session of a staff member, in the caller's transaction. */
export async function openStaffSession(
  trx: Trx,
  house: House,
  of: Authority,
  staffId: StaffId,
): Promise<OpenedSession> {
  const { opened, common } = newSession(house, 'staff');
  await sessionStore.addSession(trx, of, { ...common, kind: 'staff', staffId });
  return opened;
}

/** Begins a session of a phone that has proved itself, in the caller's transaction. */
export async function openFamilySession(
  trx: Trx,
  house: House,
  county: County,
  phone: { readonly number: string; readonly blind: string },
): Promise<OpenedSession> {
  const { opened, common } = newSession(house, 'family');
  const phoneSealed = sealText(house.keysOf(county), phone.number, phoneContext(common.tokenHash));
  await sessionStore.addSession(trx, county, {
    ...common,
    kind: 'family',
    phoneBlind: phone.blind,
    phoneSealed,
  });
  return opened;
}

/** Ends a session: the cookie that comes back is told that its bearer has signed out. */
export async function signOut(house: House, session: WorkSession | FamilySession): Promise<void> {
  const [county, { tokenHash }] = [authorityOf(session), session];
  const settings = settingsOf({ kind: 'sign-in', county, tokenHash });
  await inTransaction(house.db, settings, (trx) =>
    sessionStore.endSession(trx, county, tokenHash, 'signed-out', house.clock.now()),
  );
}

/** Ends every open session of a staff member, in the caller's transaction. */
export async function endSessionsOf(
  trx: Trx,
  of: Authority,
  staffId: StaffId,
  because: Exclude<EndOfSession, 'expired'>,
  at: Date,
): Promise<void> {
  await sessionStore.endSessionsOf(trx, of, staffId, because, at);
}

/** Removes sessions and limits that are of no use any more: a daily job. */
export async function sweepSessions(house: House, county: County): Promise<void> {
  const settings = settingsOf({ kind: 'system', county, purpose: purposeOf(sweepingSignIns) });
  await inTransaction(house.db, settings, async (trx) => {
    await sessionStore.sweepSessions(trx, county, house.clock.now());
    await sweepLimits(trx, county, house.clock.now());
  });
}

function newSession(house: House, kind: 'staff' | 'family') {
  const { token, hash } = newToken();
  const formToken = newToken().token;
  const createdAt = house.clock.now();
  const expiresAt = new Date(createdAt.getTime() + sessionLife[kind].absoluteMs);
  return { opened: { token, formToken, expiresAt }, common: { tokenHash: hash, formToken, createdAt, expiresAt } };
}

/** What a session's phone is sealed for: it opens in this session alone. */
function phoneContext(tokenHash: string): string {
  return `session.phone ${tokenHash}`;
}
