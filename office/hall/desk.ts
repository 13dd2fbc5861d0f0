import type { FastifyRequest } from 'fastify';
import type { AnsweredProblem } from '../../building/http/problem.ts';
import type { WayIn } from '../../building/web-kit/shown/doors-list.tsx';
import type { HouseServer } from '../../building/http/server.ts';
import type { Queue } from '../../building/jobs/install.ts';
import type { JobData } from '../../building/jobs/jobs.ts';
import type { Transaction } from '../../building/database/transaction.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { SystemActing } from './who/acting.ts';
import type { County } from '../../values/division.ts';
import type { Localized } from '../../values/language.ts';
import type { House } from './house.ts';
import type { FigureFound, FigureUnit, Find, Waiting } from './introductions.ts';
import type { Site } from './pages/site.ts';
import type { Grounds } from './fields/grounds.ts';
import type { TablesHeld } from './fields/register.ts';
import type { Duty, DutyIntroduced } from './who/duty.ts';
import type { LookIntroduced } from './who/look.ts';
import type { PurposeIntroduced } from './who/purpose.ts';
import type { StepIntroduced } from './who/step.ts';
import type { StaffSession } from './who/session.ts';

/** One entry of the staff menu. Someone who holds none of its duties does not see it. */
export interface MenuEntry<H extends House = House> {
  readonly key: string;
  /** The address of its screen within the staff site (`/cases`). */
  readonly to: string;
  readonly words: Localized;
  readonly duties: readonly Duty[] | 'everyone';
  /** Where in the menu it stands; entries of one hundred belong together (1xx cases, 2xx money, 3xx oversight, 9xx oneself). */
  readonly place: number;
  readonly find?: Find;
  /** What waits behind it for whoever is signed in. */
  readonly waiting?: (house: H, session: StaffSession) => Promise<Waiting | undefined>;
}

/** What a desk looks after once a day, for a county. Doing it again does no harm. */
interface Round<H extends House = House> {
  readonly key: string;
  readonly run: (house: H, county: County) => Promise<unknown>;
}

/** A queue of the desk and what does its jobs. A job may be done twice, so doing it again does no harm. */
interface Work<H extends House = House> {
  readonly queue: Queue;
  readonly run: (house: H, county: County, job: JobData) => Promise<void>;
}

/** A figure that the office publishes: of how many it is, so that a small one can be withheld. */
export interface Figure<H extends House = House> {
  readonly key: string;
  readonly words: Localized;
  readonly unit: FigureUnit;
  /** Undefined while there is nothing to say. */
  readonly value: (house: H, county: County) => Promise<FigureFound | undefined>;
}

/** What an operator wrote for a desk, read: to be written with the founding, or what is wrong with it and where. */
export type FoundingPartRead =
  | {
      readonly kind: 'read';
      readonly write: (trx: Transaction<Tables>, house: House, acting: SystemActing) => Promise<void>;
    }
  | { readonly kind: 'faults'; readonly faults: readonly { readonly at: string; readonly words: Localized }[] };

/** What a desk must be told at a county's founding, under a key of its own in the operator's file. */
export interface FoundingPart {
  readonly key: string;
  /** Undefined when the file says nothing under that key. */
  readonly read: (written: unknown) => FoundingPartRead;
}

/**
 * A desk as it introduces itself. `office/desks.ts` lists the desks in order: beside its own folder and its migration, that list is all
 * that a new desk touches. Its staff screens introduce themselves in `screens/staff/places.ts`.
 */
export interface Desk<H extends House = House> {
  readonly key: string;
  readonly words: Localized;
  /** Duties that it adds to those of the procedure. */
  readonly duties?: readonly DutyIntroduced[];
  readonly purposes?: readonly PurposeIntroduced[];
  /** What of a family it looks at. */
  readonly looks?: readonly LookIntroduced[];
  /** Steps at which its acts lend a hand to a matter, so that nobody acts twice. */
  readonly steps?: readonly StepIntroduced[];
  /** Why, on what law and how long it holds fields, where neither the hall nor a desk before it says so. */
  readonly grounds?: Grounds;
  /** Every table of the desk: what it holds of people, or what it holds instead. */
  readonly tables?: TablesHeld;
  readonly menu?: readonly MenuEntry<H>[];
  /** Its part of the API. */
  readonly routes?: (server: HouseServer, house: H) => void;
  /** Its pages of the family site. */
  readonly pages?: (server: HouseServer, site: Site<H>) => void;
  /** Its pages of the open site. */
  readonly pagesOpen?: (server: HouseServer, site: Site<H>) => void;
  /** What it offers people at public addresses: all of it, or what was probably meant by an address that leads nowhere. */
  readonly offers?: (
    house: H,
    request: FastifyRequest,
    problem: AnsweredProblem | undefined,
  ) => Promise<readonly WayIn[]>;
  /** What it does once at each start, before any door opens. Doing it again does no harm. */
  readonly atStart?: (house: H) => Promise<void>;
  readonly founding?: FoundingPart;
  readonly rounds?: readonly Round<H>[];
  readonly works?: readonly Work<H>[];
  readonly figures?: readonly Figure<H>[];
}
