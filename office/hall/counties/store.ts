import { changeAny, changeExactly } from '../../../building/database/changes.ts';
import type { Database, Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County } from '../../../values/division.ts';
import type { ServedCounty } from './decide.ts';

/** Every county of the database, by code. */
export async function servedCounties(db: Database<Tables> | Transaction<Tables>): Promise<readonly ServedCounty[]> {
  const counties = await db.selectFrom('county').select('code').orderBy('code').execute();
  const hosts = await db.selectFrom('countyHost').selectAll().orderBy('host').execute();
  return counties.map(({ code }) => ({
    code: code as County,
    hosts: hosts.filter((one) => one.code === code).map(({ host }) => host),
  }));
}

/** The counties whose data are older than counties' own keys. A new county is never among them. */
export async function countiesOfFirstKey(db: Database<Tables>): Promise<ReadonlySet<County>> {
  const rows = await db.selectFrom('county').select('code').where('keepsFirstKey', '=', true).execute();
  return new Set(rows.map(({ code }) => code as County));
}

/** Takes a county in, if it is new. */
export async function putCounty(trx: Transaction<Tables>, county: County): Promise<void> {
  await changeAny(
    trx,
    trx
      .insertInto('county')
      .values({ code: county })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Takes from a county the hosts that are none of these. */
export async function dropHosts(trx: Transaction<Tables>, county: County, kept: readonly string[]): Promise<void> {
  await changeAny(
    trx,
    trx
      .deleteFrom('countyHost')
      .where('code', '=', county)
      .where('host', 'not in', [...kept]),
  );
}

/** Gives a county its hosts. */
export async function putHosts(trx: Transaction<Tables>, county: County, hosts: readonly string[]): Promise<void> {
  await changeExactly(
    trx,
    hosts.length,
    trx
      .insertInto('countyHost')
      .values(hosts.map((host) => ({ host, code: county })))
      .onConflict((conflict) => conflict.column('host').doUpdateSet({ code: county })),
  );
}
