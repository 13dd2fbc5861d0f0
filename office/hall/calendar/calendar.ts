import type { Database, Transaction } from '../../../building/database/transaction.ts';
import { type Kept, keepFresh } from '../../../building/keep-fresh.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { WorkingCalendar } from '../../../values/working-days.ts';
import { calendarOf, keptYears, type PublishedYear, putYear } from './calendar-store.ts';

type Trx = Transaction<Tables>;

/** What a start has changed of the calendar. */
export interface TakenUp {
  readonly added: readonly number[];
  /** Years whose notice reads otherwise than before. */
  readonly corrected: readonly number[];
}

/** Takes up the years that the law folder has: new ones, and those that were corrected there. */
export async function takeUpYears(trx: Trx, published: readonly PublishedYear[]): Promise<TakenUp> {
  const kept = await keptYears(trx);
  const added = published.filter(({ year }) => !kept.has(year));
  const corrected = published.filter((one) => {
    const before = kept.get(one.year);
    return before !== undefined && textOf(before) !== textOf(one);
  });
  for (const year of [...added, ...corrected]) await putYear(trx, year);
  const yearsOf = (years: readonly PublishedYear[]): readonly number[] => years.map(({ year }) => year);
  return { added: yearsOf(added), corrected: yearsOf(corrected) };
}

function textOf({ notice, changes }: PublishedYear): string {
  return [notice, ...changes.map(({ day, kind, name }) => `${day} ${kind} ${name}`).toSorted()].join('\n');
}

/**
 * Keeps the calendar for a process. Acts ask within their transactions, so they get what was read last; the daily look over deadlines reads
 * it afresh.
 */
export function keepCalendar(db: Database<Tables>): Kept<WorkingCalendar> {
  return keepFresh(() => calendarOf(db));
}
