import {
  applySettings,
  type Database,
  inTransaction,
  type Transaction,
} from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import { type Authority, type County, readProvince } from '../../../values/division.ts';
import type { House } from '../house.ts';
import { settingsOf } from '../who/acting.ts';
import { servingAuthorities } from '../who/hall-purposes.ts';
import { purposeOf } from '../who/purpose.ts';
import { type HostOfTwo, hostOfTwo, type HostsWished, type Served } from './decide.ts';
import { type Kept, keepFresh } from '../../../building/keep-fresh.ts';
import { dropHosts, firstKeyHolders, putCounty, putHosts, putProvince, servedBy } from './store.ts';

/** Whom the database serves, kept for a process: one that another process has taken in is served half a minute later. */
export function keepServed(db: Database<Tables>): Kept<Served> {
  return keepFresh(() => servedBy(db));
}

/** The counties whose data are older than counties' own keys. A new county is never among them. */
export async function countiesOfFirstKey(db: Database<Tables>): Promise<ReadonlySet<Authority>> {
  return new Set(await firstKeyHolders(db));
}

/** Takes in the counties and provinces that are new: they are served from now on. */
export async function takeIn(house: Pick<House, 'db' | 'served'>, authorities: readonly Authority[]): Promise<void> {
  await inTransaction(house.db, {}, async (trx) => {
    for (const code of authorities) {
      await actFor(trx, code);
      const province = readProvince(code);
      if (province === undefined) await putCounty(trx, code as County);
      else await putProvince(trx, province);
    }
  });
  house.served.forget();
}

/** Gives counties and provinces the hosts at which they answer from now on. Nothing is changed when a host would be of two. */
export async function giveHosts(
  house: Pick<House, 'db' | 'served'>,
  wished: readonly HostsWished[],
): Promise<{ readonly kind: 'given' } | ({ readonly kind: 'host-of-two' } & HostOfTwo)> {
  const found = await inTransaction<Tables, HostOfTwo | undefined>(house.db, {}, async (trx) => {
    const twice = hostOfTwo(await servedBy(trx), wished);
    if (twice !== undefined) return twice;
    for (const { of, hosts } of wished) {
      await actFor(trx, of);
      await dropHosts(trx, of, hosts);
    }
    for (const { of, hosts } of wished) {
      await actFor(trx, of);
      await putHosts(trx, of, hosts);
    }
    return undefined;
  });
  house.served.forget();
  return found === undefined ? { kind: 'given' } : { kind: 'host-of-two', ...found };
}

/** From here on the transaction acts for this county or province: it changes what is theirs alone. */
async function actFor(trx: Transaction<Tables>, county: Authority): Promise<void> {
  await applySettings(trx, settingsOf({ kind: 'system', county, purpose: purposeOf(servingAuthorities) }));
}
