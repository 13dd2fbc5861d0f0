import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Authority, County, Division } from '../../../values/division.ts';
import type { StaffId } from '../../../values/id.ts';
import type { StaffMember } from '../who/staff-member.ts';
import * as store from './staff-store.ts';

/** Somebody who works here, by their id or by the name they sign in with. */
export async function staffMember(
  trx: Transaction<Tables>,
  of: Authority,
  by: { readonly id: StaffId } | { readonly signInName: string },
): Promise<StaffMember | undefined> {
  return 'id' in by ? store.staffById(trx, of, by.id) : store.staffBySignInName(trx, of, by.signInName);
}

/** Staff whose office lies within the division, by office and name. */
export async function staffOfDivision(
  trx: Transaction<Tables>,
  county: County,
  division: Division,
): Promise<readonly StaffMember[]> {
  return store.staffWithin(trx, county, division);
}
