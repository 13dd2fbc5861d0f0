import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County, Division } from '../../../values/division.ts';
import type { OfficeId, StaffId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import type { Duty } from '../../hall/who/duty.ts';

type Trx = Transaction<Tables>;

/** Enters a division, or gives it its name of today. */
export async function putDivision(trx: Trx, code: Division, name: Localized): Promise<void> {
  const names = { name: JSON.stringify(name) };
  await trx
    .insertInto('division')
    .values({ code, ...names })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(names))
    .execute();
}

export async function officeOf(trx: Trx, county: County, division: Division): Promise<OfficeId | undefined> {
  const row = await trx
    .selectFrom('office')
    .select('id')
    .where('county', '=', county)
    .where('division', '=', division)
    .executeTakeFirst();
  return row && (row.id as OfficeId);
}

export async function addOffice(
  trx: Trx,
  county: County,
  office: { readonly id: OfficeId; readonly division: Division; readonly name: Localized },
): Promise<void> {
  const { id, division, name } = office;
  await trx
    .insertInto('office')
    .values({ county, id, division, name: JSON.stringify(name) })
    .execute();
}

/** Enters a person on the staff with their duties. */
export async function addStaff(
  trx: Trx,
  county: County,
  staff: { readonly id: StaffId; readonly officeId: OfficeId; readonly name: string; readonly signInName: string },
  held: { readonly duties: readonly Duty[]; readonly division: Division; readonly at: Date },
): Promise<void> {
  await trx
    .insertInto('staff')
    .values({ county, ...staff })
    .execute();
  const duties = held.duties.map((duty) => ({
    county,
    staffId: staff.id,
    duty,
    division: held.division,
    grantedAt: held.at,
  }));
  await trx.insertInto('staffDuty').values(duties).execute();
}
