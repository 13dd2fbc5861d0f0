import type { County } from '../../../values/division.ts';
import { inTransaction, type Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { AccountId, FamilyId, PersonId } from '../../../values/id.ts';
import type { House } from '../../hall/house.ts';
import { lookAtRecord } from '../who/looks.ts';
import { recordLooks } from '../../hall/record.ts';
import { type FamilyActing, settingsOf, type StaffActing } from '../../hall/who/acting.ts';
import type { Account, Family, Person } from '../case.ts';
import * as finding from './find-store.ts';

type Trx = Transaction<Tables>;

/**
 * Opens a household's record for a staff member who acts with a purpose. The look is written in the same transaction, a line for each
 * person, and the family can read it. A family of another division is not found.
 */
export async function openRecord(house: House, acting: StaffActing, id: FamilyId): Promise<Family | undefined> {
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const family = await finding.familyById(trx, acting.county, house.keysOf(acting.county), id);
    if (family === undefined) return undefined;
    await recordLooks(trx, acting, looksAt(house, family));
    return family;
  });
}

function looksAt(house: House, family: Family) {
  const at = house.clock.now();
  return family.people.map((person) => ({
    at,
    personId: person.id,
    familyId: family.id,
    residence: person.residence.code,
    what: lookAtRecord,
  }));
}

/** A family's own record; undefined while it is not in the register. */
export async function ownRecord(house: House, acting: FamilyActing): Promise<Family | undefined> {
  const { family } = acting;
  if (family === undefined) return undefined;
  return inTransaction(house.db, settingsOf(acting), (trx) =>
    finding.familyById(trx, acting.county, house.keysOf(acting.county), family),
  );
}

/**
 * A household as other desks' acts need it, in their transaction; they write their own look. Undefined when it is out of the acting
 * person's sight.
 */
export async function familyWithin(trx: Trx, house: House, county: County, id: FamilyId): Promise<Family | undefined> {
  return finding.familyById(trx, county, house.keysOf(county), id);
}

/** One person as other desks' acts need them, in their transaction; they write their own look. */
export async function personWithin(trx: Trx, house: House, county: County, id: PersonId): Promise<Person | undefined> {
  return finding.personById(trx, county, house.keysOf(county), id);
}

/** One account, by its last four digits, in another desk's transaction. */
export async function accountWithin(
  trx: Trx,
  county: County,
  id: AccountId,
): Promise<(Account & { familyId: FamilyId }) | undefined> {
  const found = await finding.accountById(trx, county, id);
  if (found === undefined) return undefined;
  const { numberSealed: _, ...account } = found;
  return account;
}
