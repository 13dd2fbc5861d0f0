import { inMadeLanguages } from '../../../building/catalogue/written.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { foundingOffices } from '../who/purposes.ts';
import { inTransaction, type Transaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import { hashPassword, type PasswordCost, standardCost } from '../../../building/identity/password.ts';
import { newToken } from '../../../building/identity/token.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Authority, County } from '../../../values/division.ts';
import type { OfficeId, StaffId } from '../../../values/id.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit } from '../../hall/record.ts';
import { settingsOf, type SystemActing } from '../../hall/who/acting.ts';
import type { Founding, FoundingDivision, FoundingStaff } from './founding-file.ts';
import * as founding from './founding-store.ts';
import { endSessionsOf } from '../../hall/session/sessions.ts';
import { staffMember } from '../../hall/session/staff.ts';
import * as store from '../store.ts';

/** Someone who may sign in now; the password is told once and kept nowhere. */
export interface NewAccount {
  readonly name: string;
  readonly signInName: string;
  readonly password: string;
}

type Trx = Transaction<Tables>;
type FoundingActing = SystemActing<Authority>;

const passwordLength = 16;

/**
 * Opens the offices of a county or province and takes in their staff. What is there already stays as it is, but for accounts of those who
 * left: the file may grow and be given again. Everything or nothing.
 */
export async function foundOffices(
  house: House,
  { of, divisions, parts }: Founding,
  cost: PasswordCost = standardCost,
): Promise<readonly NewAccount[]> {
  const acting: FoundingActing = { kind: 'system', county: of, purpose: purposeOf(foundingOffices) };
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const accounts: NewAccount[] = [];
    for (const division of divisions) {
      await founding.putDivision(trx, division.code, inMadeLanguages(division.name));
      const officeId = await openOffice(trx, house, acting, division);
      for (const staff of division.staff) {
        const account = await takeIn(trx, house, acting, { staff, division, officeId, cost });
        if (account !== undefined) accounts.push(account);
      }
    }
    // A province has no parts.
    for (const { write } of parts) await write(trx, house, { ...acting, county: of as County });
    return accounts;
  });
}

async function openOffice(
  trx: Trx,
  house: House,
  acting: FoundingActing,
  { code, office }: FoundingDivision,
): Promise<OfficeId> {
  const known = await founding.officeOf(trx, acting.county, code);
  if (known !== undefined) return known;
  const id = newId<'office'>();
  await founding.addOffice(trx, acting.county, { id, division: code, name: inMadeLanguages(office) });
  await recordAudit(trx, acting, { at: house.clock.now(), act: 'office.opened', subjectKind: 'office', subjectId: id });
  return id;
}

interface TakingIn {
  readonly staff: FoundingStaff;
  readonly division: FoundingDivision;
  readonly officeId: OfficeId;
  readonly cost: PasswordCost;
}

async function takeIn(
  trx: Trx,
  house: House,
  acting: FoundingActing,
  { staff, division, officeId, cost }: TakingIn,
): Promise<NewAccount | undefined> {
  const { name, signInName, duties } = staff;
  const known = await staffMember(trx, acting.county, { signInName });
  if (known !== undefined && staff.left && known.active) await closeAccount(trx, house, acting, known.id);
  if (known !== undefined || staff.left) return undefined;
  const id = newId<'staff'>();
  const at = house.clock.now();
  const password = newToken().token.slice(0, passwordLength);
  await founding.addStaff(
    trx,
    acting.county,
    { id, officeId, name, signInName },
    { duties, division: division.code, at },
  );
  await store.savePasswordHash(trx, acting.county, id, await hashPassword(password, cost), at);
  await recordAudit(trx, acting, {
    at,
    act: 'staff.taken-in',
    subjectKind: 'staff',
    subjectId: id,
    detail: { duties },
  });
  return { name, signInName, password };
}

/** A province has no administrator: who leaves is marked so in its file. */
async function closeAccount(trx: Trx, house: House, acting: FoundingActing, staffId: StaffId): Promise<void> {
  const at = house.clock.now();
  await store.setActive(trx, acting.county, staffId, false);
  await endSessionsOf(trx, acting.county, staffId, 'closed-by-office', at);
  await recordAudit(trx, acting, { at, act: 'account.closed', subjectKind: 'staff', subjectId: staffId });
}
