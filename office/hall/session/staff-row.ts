import { sql } from 'kysely';
import type { Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Authority, Division } from '../../../values/division.ts';
import type { OfficeId, StaffId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import type { Duty } from '../who/duty.ts';
import type { DivisionName, DutyHeld } from '../who/session.ts';

type Trx = Transaction<Tables>;

/** A staff member with office and duties. */
export interface StaffRow {
  readonly id: StaffId;
  readonly name: string;
  readonly signInName: string;
  readonly active: boolean;
  readonly office: {
    readonly id: OfficeId;
    readonly name: Localized;
    readonly division: DivisionName;
  };
  readonly duties: readonly DutyHeld[];
}

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
export function selectStaff(trx: Trx, of: Authority) {
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

export function staffOf(row: WithOffice): StaffRow {
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
export async function staffById(trx: Trx, of: Authority, id: StaffId): Promise<StaffRow | undefined> {
  const row = await selectStaff(trx, of).where('staff.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : staffOf(row);
}
