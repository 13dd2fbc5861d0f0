import { type Database, inTransaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County } from '../../../values/division.ts';
import type { House } from '../house.ts';
import type { ServedCounty } from './decide.ts';
import { type Kept, keepFresh } from '../../../building/keep-fresh.ts';
import { putCounty, servedCounties } from './store.ts';

/** The counties of the database, kept for a process: one that another process has taken in is served half a minute later. */
export function keepCounties(db: Database<Tables>): Kept<readonly ServedCounty[]> {
  return keepFresh(() => servedCounties(db));
}

/** Takes counties in, those that are new: they are served from now on. */
export async function takeInCounties(house: House, counties: readonly County[]): Promise<void> {
  await inTransaction(house.db, {}, async (trx) => {
    for (const county of counties) await putCounty(trx, county);
  });
  house.counties.forget();
}
