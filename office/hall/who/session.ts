import type { County, Division } from '../../../values/division.ts';
import type { OfficeId, StaffId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import type { Duty } from './duty.ts';

/** A division with its name. */
export interface DivisionName {
  readonly code: Division;
  readonly name: Localized;
}

/** A duty and where it is held. */
export interface DutyHeld {
  readonly duty: Duty;
  readonly division: DivisionName;
}

/** A staff member who is signed in. */
export interface StaffSession {
  readonly kind: 'staff';
  readonly county: County;
  readonly tokenHash: string;
  readonly formToken: string;
  readonly staff: { readonly id: StaffId; readonly name: string; readonly signInName: string };
  readonly office: { readonly id: OfficeId; readonly name: Localized; readonly division: DivisionName };
  readonly duties: readonly DutyHeld[];
}

/** A phone that proved itself with a code. */
export interface FamilySession {
  readonly kind: 'family';
  readonly county: County;
  readonly tokenHash: string;
  readonly formToken: string;
  readonly phone: string;
  readonly phoneBlind: string;
}

/** Why a session is over. */
export type EndOfSession = 'signed-out' | 'password-changed' | 'closed-by-office' | 'expired';
