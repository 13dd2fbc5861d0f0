import { inTransaction } from '../../building/database/transaction.ts';
import type { Division } from '../../values/division.ts';
import type { StaffId } from '../../values/id.ts';
import { contains } from '../../values/division.ts';
import type { House } from '../hall/house.ts';
import { recordAudit } from '../hall/record.ts';
import { settingsOf, type StaffActing } from '../hall/who/acting.ts';
import type { Duty } from '../hall/who/duty.ts';
import { decideGrant, type DutyRefusal } from './decide.ts';
import { staffMember, staffOfDivision } from '../hall/session/staff.ts';
import type { StaffMember } from '../hall/who/staff-member.ts';
import * as store from './store.ts';

/** `acting` administers: the door has seen to that, and the grants are asked again here. */
export async function grantDuty(
  house: House,
  acting: StaffActing,
  given: { readonly staffId: StaffId; readonly duty: Duty; readonly division: Division },
): Promise<{ readonly kind: 'granted' } | { readonly kind: 'no-such-staff' } | DutyRefusal> {
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const receiver = await staffMember(trx, acting.county, { id: given.staffId });
    if (receiver === undefined || !contains(acting.division, receiver.office.division.code))
      return { kind: 'no-such-staff' };
    const held = receiver.duties.map((one) => one.duty);
    const decided = decideGrant(
      { id: acting.who, division: acting.division },
      { id: given.staffId, duties: held },
      given,
      house.introduced.duties,
    );
    if (decided.kind !== 'may-be-granted') return decided;
    const at = house.clock.now();
    const added = await store.addDuty(trx, acting.county, { ...given, grantedBy: acting.who, at });
    if (added !== 'added') return { kind: added };
    const detail = { duty: given.duty, division: given.division };
    await recordAudit(trx, acting, { at, act: 'duty.granted', subjectKind: 'staff', subjectId: given.staffId, detail });
    return { kind: 'granted' };
  });
}

/** Takes a duty back. What was begun by it stays as it is. */
export async function withdrawDuty(
  house: House,
  acting: StaffActing,
  given: { readonly staffId: StaffId; readonly duty: Duty },
): Promise<{ readonly kind: 'withdrawn' } | { readonly kind: 'not-held' } | { readonly kind: 'no-such-staff' }> {
  return inTransaction(house.db, settingsOf(acting), async (trx) => {
    const staff = await staffMember(trx, acting.county, { id: given.staffId });
    if (staff === undefined || !contains(acting.division, staff.office.division.code)) return { kind: 'no-such-staff' };
    if (!(await store.removeDuty(trx, acting.county, given.staffId, given.duty))) return { kind: 'not-held' };
    const at = house.clock.now();
    await recordAudit(trx, acting, {
      at,
      act: 'duty.withdrawn',
      subjectKind: 'staff',
      subjectId: given.staffId,
      detail: { duty: given.duty },
    });
    return { kind: 'withdrawn' };
  });
}

/** Staff and their duties within the administrator's division. */
export async function listStaff(house: House, acting: StaffActing): Promise<readonly StaffMember[]> {
  return inTransaction(house.db, settingsOf(acting), (trx) => staffOfDivision(trx, acting.county, acting.division));
}
