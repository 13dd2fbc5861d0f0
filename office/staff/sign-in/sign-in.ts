import { words } from '../words/made/all.ts';
import type { Authority } from '../../../values/division.ts';
import { applySettings, inTransaction } from '../../../building/database/transaction.ts';
import { checkPassword, hashPassword, standardCost, type PasswordCost } from '../../../building/identity/password.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit } from '../../hall/record.ts';
import { settingsOf, type SignInActing } from '../../hall/who/acting.ts';
import { authorityOf, type WorkSession } from '../../hall/who/session.ts';
import { decidePassword, type PasswordRefusal } from '../decide.ts';
import { forgetAllTries, giveBackTry, type Limit, takeTries } from '../../hall/session/limits.ts';
import { endSessionsOf, type OpenedSession, openStaffSession } from '../../hall/session/sessions.ts';
import { staffMember } from '../../hall/session/staff.ts';
import * as store from '../store.ts';

/** How a sign-in ended. A wrong name and a wrong password are one answer, given in the same time. */
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly opened: OpenedSession }
  | { readonly kind: 'wrong-name-or-password' }
  | { readonly kind: 'too-many-tries'; readonly until: Date };

export const wrongNameOrPasswordWords: Localized = inEveryLanguage(words, (w) => w.signIn.wrongNameOrPassword);

const quarterOfAnHour = 15 * 60_000;

/**
 * One person at one place gets five wrong tries; one name at large and one place at large get more, so that guessing around the limit is no
 * way in either. A place may be a whole county behind one address, at eight in the morning: only wrong tries count against it.
 */
function limitsOf(signInName: string, address: string): { readonly own: readonly Limit[]; readonly place: Limit } {
  return {
    own: [
      { key: `password ${signInName} ${address}`, most: 5, windowMs: quarterOfAnHour },
      { key: `password ${signInName}`, most: 20, windowMs: quarterOfAnHour },
    ],
    place: { key: `password-from ${address}`, most: 100, windowMs: quarterOfAnHour },
  };
}

/**
 * Signs a staff member of a county or province in by name and password. `address` is where the request comes from.
 * @param cost what the check of an unknown name costs; a test's staff have cheap passwords and names it.
 */
export async function signIn(
  house: House,
  given: {
    readonly of: Authority;
    readonly signInName: string;
    readonly password: string;
    readonly address: string;
  },
  cost: PasswordCost = standardCost,
): Promise<SignInOutcome> {
  const county = given.of;
  const signInName = given.signInName.trim().toLowerCase();
  const comingIn: SignInActing = { kind: 'sign-in', county };
  const limits = limitsOf(signInName, given.address);
  const found = await inTransaction(house.db, settingsOf(comingIn), async (trx) => {
    const tries = await takeTries(trx, house, county, [...limits.own, limits.place]);
    if (tries.kind === 'too-many') return tries;
    const staff = await staffMember(trx, county, { signInName });
    if (staff?.active !== true) return { kind: 'known' as const, staff };
    await applySettings(trx, settingsOf({ ...comingIn, who: staff.id }));
    const hash = await store.passwordHashOf(trx, county, staff.id);
    return { kind: 'known' as const, staff, hash };
  });
  if (found.kind === 'too-many') return { kind: 'too-many-tries', until: found.until };
  // Outside the transaction: no connection waits for argon2.
  const { matches, outdated } = await checkPassword(given.password, found.hash, cost);
  if (!matches || found.staff === undefined) return { kind: 'wrong-name-or-password' };
  const { id } = found.staff;
  const renewed = outdated ? await hashPassword(given.password, cost) : undefined;
  const opened = await inTransaction(house.db, settingsOf({ ...comingIn, who: id }), async (trx) => {
    await forgetAllTries(trx, house, county, limits.own);
    await giveBackTry(trx, house, county, [limits.place]);
    if (renewed !== undefined) await store.savePasswordHash(trx, county, id, renewed, house.clock.now());
    return openStaffSession(trx, house, county, id);
  });
  return { kind: 'signed-in', opened };
}

export type PasswordOutcome =
  | { readonly kind: 'changed'; readonly opened: OpenedSession }
  | { readonly kind: 'wrong-current-password' }
  | { readonly kind: 'too-many-tries'; readonly until: Date }
  | { readonly kind: PasswordRefusal };

/**
 * Changes one's own password. Every session of the staff member ends, this one too: whoever comes with an older cookie is told so; the one
 * who changed it goes on with the new session that is returned.
 */
export async function changePassword(
  house: House,
  session: WorkSession,
  given: { readonly current: string; readonly chosen: string },
  cost: PasswordCost = standardCost,
): Promise<PasswordOutcome> {
  const county = authorityOf(session);
  const { id, signInName } = session.staff;
  const oneself = { kind: 'own-account', of: session.kind, county, who: id } as const;
  const limits: Limit[] = [{ key: `change-password ${id}`, most: 5, windowMs: quarterOfAnHour }];
  const found = await inTransaction(house.db, settingsOf({ kind: 'sign-in', county, who: id }), async (trx) => {
    const tries = await takeTries(trx, house, county, limits);
    return tries.kind === 'too-many'
      ? tries
      : { kind: 'hash' as const, hash: await store.passwordHashOf(trx, county, id) };
  });
  if (found.kind === 'too-many') return { kind: 'too-many-tries', until: found.until };
  if (!(await checkPassword(given.current, found.hash, cost)).matches) return { kind: 'wrong-current-password' };
  const fit = decidePassword(given.chosen, given.current, signInName);
  if (fit.kind !== 'fits') return fit;
  const hash = await hashPassword(given.chosen, cost);
  const opened = await inTransaction(house.db, settingsOf({ kind: 'sign-in', county, who: id }), async (trx) => {
    const at = house.clock.now();
    await forgetAllTries(trx, house, county, limits);
    await store.savePasswordHash(trx, county, id, hash, at);
    await endSessionsOf(trx, county, id, 'password-changed', at);
    await recordAudit(trx, oneself, { at, act: 'password.changed', subjectKind: 'staff', subjectId: id });
    return openStaffSession(trx, house, county, id);
  });
  return { kind: 'changed', opened };
}
