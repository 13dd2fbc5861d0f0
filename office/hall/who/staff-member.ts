import type { OfficeId, StaffId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import type { DivisionName, DutyHeld } from './session.ts';

/** A staff member with office and duties. */
export interface StaffMember {
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
