import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County, Division } from '../../../values/division.ts';
import type { House } from '../house.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { settingsOf, type StaffActing } from '../who/acting.ts';
import type { DivisionName } from '../who/session.ts';
import { divisionsByCode, divisionsWithin } from './store.ts';

/** The acting person's division and all within. */
export async function listDivisions(house: House, acting: StaffActing): Promise<readonly DivisionName[]> {
  return inTransaction(house.db, settingsOf(acting), (trx) => divisionsWithin(trx, acting.division));
}

/** All divisions of the county, for families choosing where they live. They are public. */
export async function countyDivisions(house: House, county: County): Promise<readonly DivisionName[]> {
  return inTransaction(house.db, settingsOf({ kind: 'sign-in', county }), (trx) =>
    divisionsWithin(trx, `${county}000000` as Division),
  );
}

/** A division with its name; undefined when the county has none of that code. */
export async function divisionNamed(trx: Transaction<Tables>, code: Division): Promise<DivisionName | undefined> {
  return (await divisionsByCode(trx, [code]))[0];
}

/** As {@link divisionNamed}, for the many divisions of a list. */
export async function divisionsNamed(
  trx: Transaction<Tables>,
  codes: readonly Division[],
): Promise<ReadonlyMap<Division, DivisionName>> {
  return new Map((await divisionsByCode(trx, codes)).map((named) => [named.code, named]));
}
