import type { Clock } from '../../building/clock.ts';
import type { Database } from '../../building/database/transaction.ts';
import type { FileStore } from '../../building/files/store.ts';
import type { Keys } from '../../building/identity/keys.ts';
import type { Jobs } from '../../building/jobs/jobs.ts';
import type { Tables } from '../../migrations/tables.ts';
import type { County } from '../../values/division.ts';
import type { WorkingCalendar } from '../../values/working-days.ts';
import type { SmsAdapter } from '../../building/sms/sms.ts';

/** What every act of the office stands on; made once at start. */
export interface House {
  readonly county: County;
  /** Connected as the door: bound by row-level security. */
  readonly db: Database<Tables>;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly files: FileStore;
  readonly jobs: Jobs;
  /** From the database, where an administrator may correct it; read again when it changes. */
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly sms: SmsAdapter;
  /** The sample county is loaded: codes are shown on screen. */
  readonly sample: boolean;
}
