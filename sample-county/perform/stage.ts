import type { BenefitCase } from '../../office/benefits/case/case.ts';
import type { Photo } from '../../office/benefits/contract/photo.ts';
import { phoneBlind } from '../../office/families/register/sealing.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import type { Batch } from '../../office/payments/case.ts';
import type { FamilyActing, StaffActing } from '../../office/hall/who/acting.ts';
import type { Purpose } from '../../office/hall/who/purpose.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import type { County } from '../../values/division.ts';
import type { Asking } from '../diary/deeds.ts';
import type { SampleCounty } from '../people/generate.ts';
import type { Chance } from '../people/random.ts';
import type { SampleAccount, SamplePerson } from '../people/registry.ts';
import type { SampleStaff } from '../staff.ts';

/** What the deeds of a diary are done with. */
export interface Stage {
  readonly house: BenefitsHouse;
  /** The county that all this happens in. */
  readonly at: County;
  readonly pack: Pack;
  readonly county: SampleCounty;
  /** Photos of documents, several to choose from. */
  readonly photos: readonly Photo[];
}

/** Where the diary stands while it is performed. */
export interface Memory extends Stage {
  readonly people: ReadonlyMap<string, SamplePerson>;
  readonly accounts: ReadonlyMap<string, SampleAccount>;
  readonly askings: Map<number, Asking>;
  readonly cases: Map<number, BenefitCase>;
  readonly batches: Map<number, Batch>;
  readonly keys: Chance;
}

/** A clerk of the sample, acting by the duty they hold. */
export function actingAs(
  county: County,
  { id, name, office, duties: [held] }: SampleStaff,
  purpose?: Purpose,
): StaffActing {
  if (held === undefined) throw new Error(`${name} has no duty`);
  const { duty, division } = held;
  return {
    kind: 'staff',
    county,
    who: id,
    name,
    office: office.name,
    duty,
    division,
    ...(purpose !== undefined && { purpose }),
  };
}

/** The applicant, who came in by the code on their phone. */
export function familyOf({ people, at, house }: Memory, { applicant, family }: Asking): FamilyActing {
  const person = people.get(applicant);
  if (person?.phone === undefined) throw new Error(`${applicant} has no phone to apply with`);
  return {
    kind: 'family',
    county: at,
    phoneBlind: phoneBlind(house.keysOf(at), person.phone),
    who: applicant,
    family,
    name: person.name,
  };
}

/** The key that a form would have made. */
export function submissionKey({ keys }: Memory): string {
  const four = (): string => keys.between(0, 0xff_ff).toString(16).padStart(4, '0');
  return `${four()}${four()}-${four()}-4${four().slice(1)}-8${four().slice(1)}-${four()}${four()}${four()}`;
}
