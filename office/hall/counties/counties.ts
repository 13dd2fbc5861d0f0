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
import { inEveryLanguage } from '../../../values/language.ts';
import { OperatorFault } from '../../../building/operator-fault.ts';
import { words } from '../words/made/all.ts';
import {
  type HostOfTwo,
  hostOfTwo,
  type HostsWished,
  realAmong,
  realBesideInvented,
  type Served,
  withAlso,
} from './decide.ts';
import { type Kept, keepFresh } from '../../../building/keep-fresh.ts';
import { dropHosts, firstKeyHolders, putCounty, putHosts, putProvince, servedBy } from './store.ts';

/**
 * Whom the database serves, kept for a process: one that another process has taken in is served half a minute later at the latest. At each
 * reading real and invented counties are refused together, and by a process that shows a sample everybody real: it serves nobody then.
 */
export function keepServed(db: Database<Tables>, { sample = false }: { readonly sample?: boolean } = {}): Kept<Served> {
  const read = async (): Promise<Served> => {
    const served = await servedBy(db);
    const real = realAmong(served);
    if (sample && real !== undefined)
      throw new OperatorFault(inEveryLanguage(words, (w) => w.counties.realInSample({ real })));
    refuseRealBesideInvented(served);
    return served;
  };
  return keepFresh(read, { oldestMs: 30_000 });
}

function refuseRealBesideInvented(served: Served): void {
  const found = realBesideInvented(served);
  if (found !== undefined) throw new OperatorFault(inEveryLanguage(words, (w) => w.counties.realBesideInvented(found)));
}

/** The counties whose data are older than counties' own keys. A new county is never among them. */
export async function countiesOfFirstKey(db: Database<Tables>): Promise<ReadonlySet<Authority>> {
  return new Set(await firstKeyHolders(db));
}

/**
 * Takes in the counties and provinces that are new: they are served from now on.
 * @throws OperatorFault when real ones would be served beside invented ones; nothing is changed then.
 */
export async function takeIn(house: Pick<House, 'db' | 'served'>, authorities: readonly Authority[]): Promise<void> {
  await inTransaction(house.db, {}, async (trx) => {
    refuseRealBesideInvented(withAlso(await servedBy(trx), authorities));
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
  try {
    await inTransaction(house.db, {}, async (trx) => {
      const twice = hostOfTwo(await servedBy(trx), wished);
      if (twice !== undefined) throw new GivenToTwo(twice);
      for (const { of, hosts } of wished) {
        await actFor(trx, of);
        await dropHosts(trx, of, hosts);
      }
      for (const { of, hosts } of wished) {
        await actFor(trx, of);
        // Another process may have given them away since we read.
        const [taken] = await putHosts(trx, of, hosts);
        if (taken !== undefined) throw new GivenToTwo({ host: taken.host, of: [taken.of, of] });
      }
    });
    return { kind: 'given' };
  } catch (error) {
    if (error instanceof GivenToTwo) return { kind: 'host-of-two', ...error.found };
    throw error;
  } finally {
    house.served.forget();
  }
}

/** Undoes what was changed before it was found. */
class GivenToTwo extends Error {
  readonly found: HostOfTwo;
  constructor(found: HostOfTwo) {
    super(`${found.host} would be of ${found.of.join(' and ')}`);
    this.found = found;
  }
}

/** From here on the transaction acts for this county or province: it changes what is theirs alone. */
async function actFor(trx: Transaction<Tables>, county: Authority): Promise<void> {
  await applySettings(trx, settingsOf({ kind: 'system', county, purpose: purposeOf(servingAuthorities) }));
}
