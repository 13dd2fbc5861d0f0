import { sql } from 'kysely';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import { type Authority, type County, type Division, rangeOf } from '../../../values/division.ts';
import type { OfficeId, StaffId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import type { Duty } from '../who/duty.ts';
import type { StaffMember } from '../who/staff-member.ts';

type Trx = Transaction<Tables>;

interface WithOffice {
  readonly id: string;
  readonly name: string;
  readonly signInName: string;
  readonly active: boolean;
  readonly officeId: string;
  readonly officeName: Localized;
  readonly code: string;
  readonly divisionName: Localized;
  readonly duties: unknown;
}

/** Staff of a county or province with office and duties, in one statement. */
function selectStaff(trx: Trx, of: Authority) {
  return trx
    .selectFrom('staff')
    .innerJoin('office', (join) =>
      join.onRef('office.county', '=', 'staff.county').onRef('office.id', '=', 'staff.officeId'),
    )
    .innerJoin('division', 'division.code', 'office.division')
    .where('staff.county', '=', of)
    .select([
      'staff.id',
      'staff.name',
      'staff.signInName',
      'staff.active',
      'office.id as officeId',
      'office.name as officeName',
      'division.code',
      'division.name as divisionName',
    ])
    .select(
      sql`(select coalesce(jsonb_agg(jsonb_build_array(sd.duty, d.code, d.name) order by sd.duty), '[]')
        from staff_duty sd join division d on d.code = sd.division
        where sd.county = staff.county and sd.staff_id = staff.id)`.as('duties'),
    );
}

function staffOf(row: WithOffice): StaffMember {
  const duties = (row.duties as readonly (readonly [Duty, Division, Localized])[]).map(([duty, code, name]) => ({
    duty,
    division: { code, name },
  }));
  return {
    id: row.id as StaffId,
    name: row.name,
    signInName: row.signInName,
    active: row.active,
    office: {
      id: row.officeId as OfficeId,
      name: row.officeName,
      division: { code: row.code as Division, name: row.divisionName },
    },
    duties,
  };
}

/** A staff member with office and duties. */
export async function staffById(trx: Trx, of: Authority, id: StaffId): Promise<StaffMember | undefined> {
  const row = await selectStaff(trx, of).where('staff.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : staffOf(row);
}

export async function staffBySignInName(trx: Trx, of: Authority, signInName: string): Promise<StaffMember | undefined> {
  const row = await selectStaff(trx, of).where('staff.signInName', '=', signInName).executeTakeFirst();
  return row === undefined ? undefined : staffOf(row);
}

/** Staff whose office lies within the division, by office and name. */
export async function staffWithin(trx: Trx, county: County, division: Division): Promise<readonly StaffMember[]> {
  const { from, to } = rangeOf(division);
  const rows = await selectStaff(trx, county)
    .where('office.division', '>=', from)
    .where('office.division', '<=', to)
    .orderBy('office.division')
    .orderBy('staff.signInName')
    .execute();
  return rows.map(staffOf);
}
