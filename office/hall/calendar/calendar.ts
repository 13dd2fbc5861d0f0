import type { Database, Transaction } from '../../../building/database/transaction.ts';
import { type Kept, keepFresh } from '../../../building/keep-fresh.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { WorkingCalendar } from '../../../values/working-days.ts';
import { calendarOf, type PublishedYear, putYear, yearsKnown } from './calendar-store.ts';

type Trx = Transaction<Tables>;

/** Adds the years that the law folder has and the database has not; what an administrator has corrected stays. Returns which years were added. */
export async function addPublishedYears(trx: Trx, published: readonly PublishedYear[]): Promise<readonly number[]> {
  const known = await yearsKnown(trx);
  const fresh = published.filter(({ year }) => !known.has(year));
  for (const year of fresh) await putYear(trx, year);
  return fresh.map(({ year }) => year);
}

/** Keeps the calendar for a process: deadlines are looked over daily, so what is at most half a minute old is always fresh enough. */
export function keepCalendar(db: Database<Tables>): Kept<WorkingCalendar> {
  return keepFresh(() => calendarOf(db));
}
