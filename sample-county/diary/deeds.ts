import type { Day } from '../../values/day.ts';
import type { Division } from '../../values/division.ts';
import type { AccountId, FamilyId, PersonId } from '../../values/id.ts';
import type { WorkingCalendar } from '../../values/working-days.ts';
import type { Part } from '../people/cast.ts';
import type { SampleCounty } from '../people/generate.ts';
import type { Chance } from '../people/random.ts';
import type { SampleOffices, SampleStaff } from '../staff.ts';

/** What the policy would say of a child for a period. The diary is told; it knows no law. */
export type Claim = 'eligible' | 'not-eligible' | 'undetermined';

/** Who asks for what: one application of the diary. */
export interface Asking {
  /** The application's number in the diary, by which later entries name it. */
  readonly n: number;
  readonly child: PersonId;
  readonly applicant: PersonId;
  readonly family: FamilyId;
  readonly account: AccountId;
  readonly residence: Division;
  readonly period: string;
  /** Served at the counter by this clerk; without one, handed in by phone. */
  readonly counter?: SampleStaff;
  /** The last of the required documents was forgotten. */
  readonly incomplete: boolean;
}

/** A clerk of the township. */
export interface ReviewDeed {
  readonly kind: 'ask-correction' | 'pass' | 'refuse';
  readonly n: number;
  readonly by: SampleStaff;
}

/** An officer of the county. */
export interface ConfirmDeed {
  readonly kind: 'grant' | 'send-back';
  readonly n: number;
  readonly by: SampleStaff;
}

export interface FamilyDeed {
  readonly kind: 'correct' | 'withdraw';
  readonly n: number;
}

/** Something done to the batch of that number in the diary. */
export type BatchDeed = { readonly batch: number; readonly by: SampleStaff } & (
  | { readonly kind: 'draft'; readonly payOn: Day }
  | { readonly kind: 'release' }
  /** The bank answered: every so many lines, and those of these applications, came back. */
  | { readonly kind: 'settle'; readonly returned: readonly number[]; readonly oneIn: number }
);

/** What somebody did. */
export type Deed =
  | { readonly kind: 'apply'; readonly asking: Asking }
  | ReviewDeed
  | ConfirmDeed
  | FamilyDeed
  | BatchDeed
  | { readonly kind: 'appropriate'; readonly by: SampleStaff; readonly yuan: string; readonly document: string };

/** One line of the county's year: at this instant, this was done. */
export interface Entry {
  /** ISO 8601, in China's time. */
  readonly at: string;
  readonly deed: Deed;
}

/** What the diary is told. */
export interface Told {
  readonly county: SampleCounty;
  readonly offices: SampleOffices;
  readonly calendar: WorkingCalendar;
  readonly today: Day;
  /** How many applications the year brought, the cast's not counted. */
  readonly applications: number;
  /** The term of the procedure, in working days. */
  readonly term: number;
  readonly periodOf: (on: Day) => string;
  readonly claim: (child: PersonId, period: string) => Claim;
}

/** A diary while it is being written. */
export interface Page extends Told {
  readonly chance: Chance;
  readonly write: (day: Day, minutes: number, deed: Deed) => void;
  readonly nextNumber: () => number;
  /** The application of a member of the cast, once it is written. */
  readonly castNumbers: Map<Part, number>;
}
