import { type Database, inTransaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County } from '../../../values/division.ts';
import type { House } from '../house.ts';
import { type HostOfTwo, hostOfTwo, type HostsOfCounty, type ServedCounty } from './decide.ts';
import { type Kept, keepFresh } from '../../../building/keep-fresh.ts';
import { dropHosts, putCounty, putHosts, servedCounties } from './store.ts';

/** The counties of the database, kept for a process: one that another process has taken in is served half a minute later. */
export function keepCounties(db: Database<Tables>): Kept<readonly ServedCounty[]> {
  return keepFresh(() => servedCounties(db));
}

/** Takes in the counties that are new: they are served from now on. */
export async function takeInCounties(
  house: Pick<House, 'db' | 'counties'>,
  counties: readonly County[],
): Promise<void> {
  await inTransaction(house.db, {}, async (trx) => {
    for (const county of counties) await putCounty(trx, county);
  });
  house.counties.forget();
}

/** Gives counties the hosts at which they answer from now on. Nothing is changed when a host would be of two. */
export async function giveHosts(
  house: Pick<House, 'db' | 'counties'>,
  wished: readonly HostsOfCounty[],
): Promise<{ readonly kind: 'given' } | ({ readonly kind: 'host-of-two' } & HostOfTwo)> {
  const found = await inTransaction<Tables, HostOfTwo | undefined>(house.db, {}, async (trx) => {
    const twice = hostOfTwo(await servedCounties(trx), wished);
    if (twice !== undefined) return twice;
    for (const { county, hosts } of wished) await dropHosts(trx, county, hosts);
    for (const { county, hosts } of wished) await putHosts(trx, county, hosts);
    return undefined;
  });
  house.counties.forget();
  return found === undefined ? { kind: 'given' } : { kind: 'host-of-two', ...found };
}
