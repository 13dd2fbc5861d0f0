import { purposeOf } from '../../hall/who/purpose.ts';
import { foundingOffices } from '../who/purposes.ts';
import { inTransaction, type Transaction } from '../../../building/database/transaction.ts';
import { newId } from '../../../building/identity/new-id.ts';
import { hashPassword, type PasswordCost, standardCost } from '../../../building/identity/password.ts';
import { newToken } from '../../../building/identity/token.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { OfficeId } from '../../../values/id.ts';
import type { House } from '../../hall/house.ts';
import { recordAudit } from '../../hall/record.ts';
import { settingsOf, type SystemActing } from '../../hall/who/acting.ts';
import type { Founding, FoundingDivision, FoundingStaff } from './founding-file.ts';
import * as founding from './founding-store.ts';
import * as store from '../store.ts';

/** Someone who may sign in now; the password is told once and kept nowhere. */
export interface NewAccount {
  readonly name: string;
  readonly signInName: string;
  readonly password: string;
}

type Trx = Transaction<Tables>;

const passwordLength = 16;

/**
 * Opens the offices of a county and takes in their staff. What is there already stays as it is: the file may grow and be given again. Everything or nothing.
 */
export async function foundOffices(
  house: House,
  { county, divisions }: Founding,
  cost: PasswordCost = standardCost,
): Promise<readonly NewAccount[]> {
  const acting: SystemActing = { kind: 'system', county, purpose: purposeOf(foundingOffices) };
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const accounts: NewAccount[] = [];
    for (const division of divisions) {
      await founding.putDivision(trx, division.code, division.name);
      const officeId = await openOffice(trx, house, acting, division);
      for (const staff of division.staff) {
        const account = await takeIn(trx, house, acting, { staff, division, officeId, cost });
        if (account !== undefined) accounts.push(account);
      }
    }
    return accounts;
  });
}

async function openOffice(
  trx: Trx,
  house: House,
  acting: SystemActing,
  { code, office }: FoundingDivision,
): Promise<OfficeId> {
  const known = await founding.officeOf(trx, acting.county, code);
  if (known !== undefined) return known;
  const id = newId<'office'>();
  await founding.addOffice(trx, acting.county, { id, division: code, name: office });
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
  acting: SystemActing,
  { staff, division, officeId, cost }: TakingIn,
): Promise<NewAccount | undefined> {
  const { name, signInName, duties } = staff;
  if ((await store.staffBySignInName(trx, acting.county, signInName)) !== undefined) return undefined;
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
