import type { Kept } from '../../building/keep-fresh.ts';
import type { Clock } from '../../building/clock.ts';
import type { Database } from '../../building/database/transaction.ts';
import type { FileStore } from '../../building/files/store.ts';
import type { Keys } from '../../building/identity/keys.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { Authority, County } from '../../values/division.ts';
import type { WorkingCalendar } from '../../values/working-days.ts';
import type { Introduced } from './introductions.ts';
import type { SmsAdapter } from '../../building/sms/sms.ts';
import type { CountyJobs } from './jobs/county-jobs.ts';
import type { Served } from './counties/decide.ts';

/** What every act of the office stands on; made once at start. */
export interface House {
  /**
   * The counties and provinces that are served, each half a minute after another process took it in, at the latest. Who acts says for
   * which.
   */
  readonly served: Kept<Served>;
  /** Connected as the door: bound by row-level security. */
  readonly db: Database<Tables>;
  readonly clock: Clock;
  /** What the secrets of one county, or of a province's own staff, are sealed and found with. */
  readonly keysOf: (of: Authority) => Keys;
  readonly filesOf: (county: County) => FileStore;
  readonly jobs: CountyJobs;
  /** The law folder's, from the database. Acts get at once what was read last, rounds ask for it afresh. */
  readonly calendar: (reading?: 'afresh') => Promise<WorkingCalendar>;
  /** How a county's text messages leave the house: an invented county's never do. */
  readonly smsOf: (county: County) => SmsAdapter;
  /** What the desks of this house have introduced: duties, purposes, tables, menu. */
  readonly introduced: Introduced;
}
