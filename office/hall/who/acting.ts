import type { Authority, County, Division, Province } from '../../../values/division.ts';
import type { FamilyId, PersonId, StaffId } from '../../../values/id.ts';
import type { Localized } from '../../../values/language.ts';
import { rangeOf } from '../../../values/division.ts';
import type { Duty } from './duty.ts';
import type { Purpose } from './purpose.ts';
import { unreachable } from '../../../values/unreachable.ts';

export interface StaffActing {
  readonly kind: 'staff';
  readonly county: County;
  readonly who: StaffId;
  readonly name: string;
  readonly office: Localized;
  readonly duty: Duty;
  /** The division within which this duty is held. */
  readonly division: Division;
  /** Why people's data is opened, which the person may read later; required for every look at a person. */
  readonly purpose?: Purpose;
}

export interface FamilyActing {
  readonly kind: 'family';
  readonly county: County;
  /** HMAC of the phone number that proved itself with a code. */
  readonly phoneBlind: string;
  /** Absent until the phone's owner is in the register (a first application enters them). */
  readonly who?: PersonId;
  readonly family?: FamilyId;
  readonly name?: string;
  /** That phone number: whoever enters themselves is entered with it. */
  readonly phone?: string;
}

/** A province's staff member. No policy shows them more than figures of its counties and who works for the province. */
export interface ProvinceActing {
  readonly kind: 'province';
  readonly county: Province;
  readonly who: StaffId;
  readonly name: string;
  readonly office: Localized;
  readonly duty: Duty;
}

/** Before anyone is known: finding the staff member or the phone that asks to come in. */
export interface SignInActing {
  readonly kind: 'sign-in';
  readonly county: Authority;
  readonly phoneBlind?: string;
  readonly tokenHash?: string;
  /** The staff member who asks to come in, once they are found. */
  readonly who?: StaffId;
}

/** The worker, the loader of samples, and the operator who founds a county's or a province's offices. */
export interface SystemActing<Of extends Authority = County> {
  readonly kind: 'system';
  readonly county: Of;
  readonly purpose: Purpose;
}

/** Somebody who works here, in a matter of their own account: it takes no duty and touches nobody else. */
export interface OwnAccountActing {
  readonly kind: 'own-account';
  readonly of: 'staff' | 'province';
  readonly county: Authority;
  readonly who: StaffId;
}

/** Whoever acts for a county. */
export type CountyActing = StaffActing | FamilyActing | SystemActing;

/** Who acts in a transaction; the database's row-level policies read it. */
export type Acting = StaffActing | ProvinceActing | FamilyActing | SignInActing | SystemActing<Authority>;

/** The settings `huijia.*` of a transaction (migrations/0001_ground.sql, function `acting`). */
export function settingsOf(acting: Acting): Record<string, string> {
  const common = { county: acting.county, kind: acting.kind };
  switch (acting.kind) {
    case 'staff': {
      const range = rangeOf(acting.division);
      return {
        ...common,
        who: acting.who,
        duty: acting.duty,
        division_from: range.from,
        division_to: range.to,
        ...(acting.purpose === undefined ? {} : { purpose: acting.purpose.key }),
      };
    }
    case 'province':
      return { ...common, who: acting.who, duty: acting.duty };
    case 'family':
      return {
        ...common,
        phone: acting.phoneBlind,
        ...(acting.who === undefined ? {} : { who: acting.who }),
        ...(acting.family === undefined ? {} : { family: acting.family }),
      };
    case 'sign-in':
      return {
        ...common,
        ...(acting.phoneBlind === undefined ? {} : { phone: acting.phoneBlind }),
        ...(acting.tokenHash === undefined ? {} : { token: acting.tokenHash }),
        ...(acting.who === undefined ? {} : { who: acting.who }),
      };
    case 'system':
      return { ...common, purpose: acting.purpose.key };
    default:
      return unreachable(acting);
  }
}
