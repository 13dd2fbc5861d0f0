import type { Authority, County, Division, Province } from '../../../values/division.ts';
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

/** Somebody who works for a county or for a province, and is signed in. */
interface SignedIn {
  readonly tokenHash: string;
  readonly formToken: string;
  readonly staff: { readonly id: StaffId; readonly name: string; readonly signInName: string };
  readonly office: { readonly id: OfficeId; readonly name: Localized; readonly division: DivisionName };
  readonly duties: readonly DutyHeld[];
}

/** A staff member of a county who is signed in. */
export interface StaffSession extends SignedIn {
  readonly kind: 'staff';
  readonly county: County;
}

/** A staff member of a province who is signed in: no act of a county takes one. */
export interface ProvinceSession extends SignedIn {
  readonly kind: 'province';
  readonly province: Province;
}

export type WorkSession = StaffSession | ProvinceSession;

/** Whom a session belongs to. */
export function authorityOf(session: WorkSession | FamilySession): Authority {
  return session.kind === 'province' ? session.province : session.county;
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
