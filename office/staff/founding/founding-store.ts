import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Authority, Division } from '../../../values/division.ts';
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

export async function officeOf(trx: Trx, of: Authority, division: Division): Promise<OfficeId | undefined> {
  const row = await trx
    .selectFrom('office')
    .select('id')
    .where('county', '=', of)
    .where('division', '=', division)
    .executeTakeFirst();
  return row && (row.id as OfficeId);
}

export async function addOffice(
  trx: Trx,
  of: Authority,
  office: { readonly id: OfficeId; readonly division: Division; readonly name: Localized },
): Promise<void> {
  const { id, division, name } = office;
  await trx
    .insertInto('office')
    .values({ county: of, id, division, name: JSON.stringify(name) })
    .execute();
}

/** Enters a person on the staff with their duties. */
export async function addStaff(
  trx: Trx,
  of: Authority,
  staff: { readonly id: StaffId; readonly officeId: OfficeId; readonly name: string; readonly signInName: string },
  held: { readonly duties: readonly Duty[]; readonly division: Division; readonly at: Date },
): Promise<void> {
  await trx
    .insertInto('staff')
    .values({ county: of, ...staff })
    .execute();
  const duties = held.duties.map((duty) => ({
    county: of,
    staffId: staff.id,
    duty,
    division: held.division,
    grantedAt: held.at,
  }));
  await trx.insertInto('staffDuty').values(duties).execute();
}
