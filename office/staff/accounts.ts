import { inTransaction } from '../../building/database/transaction.ts';
import { hashPassword, type PasswordCost, standardCost } from '../../building/identity/password.ts';
import { newToken } from '../../building/identity/token.ts';
import type { StaffId } from '../../values/id.ts';
import { contains } from '../../values/division.ts';
import type { House } from '../hall/house.ts';
import { recordAudit } from '../hall/record.ts';
import { settingsOf, type StaffActing } from '../hall/who/acting.ts';
import { endSessionsOf } from '../hall/session/sessions.ts';
import { staffMember } from '../hall/session/staff.ts';
import * as store from './store.ts';

const passwordLength = 16;

/** An administrator's own account is another administrator's business, and so is that of another division. */
export type NotForYou = { readonly kind: 'no-such-staff' } | { readonly kind: 'own-account' };

/** Gives a new password to whoever forgot theirs. It is told this once; every session of theirs ends. */
export async function resetPassword(
  house: House,
  acting: StaffActing,
  staffId: StaffId,
  cost: PasswordCost = standardCost,
): Promise<{ readonly kind: 'reset'; readonly password: string } | NotForYou> {
  if (staffId === acting.who) return { kind: 'own-account' };
  const password = newToken().token.slice(0, passwordLength);
  const hash = await hashPassword(password, cost);
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const staff = await staffMember(trx, acting.county, { id: staffId });
    if (staff === undefined || !contains(acting.division, staff.office.division.code)) return { kind: 'no-such-staff' };
    const at = house.clock.now();
    await store.savePasswordHash(trx, acting.county, staffId, hash, at);
    await endSessionsOf(trx, acting.county, staffId, 'password-changed', at);
    await recordAudit(trx, acting, { at, act: 'password.reset', subjectKind: 'staff', subjectId: staffId });
    return { kind: 'reset', password };
  });
}

/** Closes the account of somebody who leaves, at once and wherever they are signed in; or opens it again. What they did stays theirs. */
export async function setActive(
  house: House,
  acting: StaffActing,
  staffId: StaffId,
  active: boolean,
): Promise<{ readonly kind: 'set' } | NotForYou> {
  if (staffId === acting.who) return { kind: 'own-account' };
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const staff = await staffMember(trx, acting.county, { id: staffId });
    if (staff === undefined || !contains(acting.division, staff.office.division.code)) return { kind: 'no-such-staff' };
    const at = house.clock.now();
    await store.setActive(trx, acting.county, staffId, active);
    if (!active) await endSessionsOf(trx, acting.county, staffId, 'closed-by-office', at);
    const act = active ? 'account.opened' : 'account.closed';
    await recordAudit(trx, acting, { at, act, subjectKind: 'staff', subjectId: staffId });
    return { kind: 'set' };
  });
}
