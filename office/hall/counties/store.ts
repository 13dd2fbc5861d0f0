import { changeAny } from '../../../building/database/changes.ts';
import type { Database, Transaction } from '../../../building/database/transaction.ts';
import type { Tables } from '../../../migrations/tables.ts';
import { type Authority, type County, type Province, readProvince } from '../../../values/division.ts';
import type { Served } from './decide.ts';

/** Every county and province of the database, by code. */
export async function servedBy(db: Database<Tables> | Transaction<Tables>): Promise<Served> {
  const counties = await db.selectFrom('county').select('code').orderBy('code').execute();
  const provinces = await db.selectFrom('province').select('code').orderBy('code').execute();
  const hosts = await db.selectFrom('servedHost').selectAll().orderBy('host').execute();
  const hostsOf = (code: string): string[] =>
    hosts.filter(({ ofCounty, ofProvince }) => (ofCounty ?? ofProvince) === code).map(({ host }) => host);
  return {
    counties: counties.map(({ code }) => ({ code: code as County, hosts: hostsOf(code) })),
    provinces: provinces.map(({ code }) => ({ code: code as Province, hosts: hostsOf(code) })),
  };
}

/** The counties whose data are older than counties' own keys. A new county is never among them. */
export async function firstKeyHolders(db: Database<Tables>): Promise<readonly County[]> {
  const rows = await db.selectFrom('county').select('code').where('keepsFirstKey', '=', true).execute();
  return rows.map(({ code }) => code as County);
}

/** Takes a county in, if it is new. */
export async function putCounty(trx: Transaction<Tables>, county: County): Promise<void> {
  await changeAny(
    trx,
    trx
      .insertInto('county')
      .values({ code: county })
      .onConflict((conflict) => conflict.column('code').doNothing()),
  );
}

/** Takes a province in, if it is new. */
export async function putProvince(trx: Transaction<Tables>, province: Province): Promise<void> {
  await changeAny(
    trx,
    trx
      .insertInto('province')
      .values({ code: province })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Takes from a county or province the hosts that are none of these. */
export async function dropHosts(trx: Transaction<Tables>, of: Authority, kept: readonly string[]): Promise<void> {
  await changeAny(
    trx,
    trx
      .deleteFrom('servedHost')
      .where(readProvince(of) === undefined ? 'ofCounty' : 'ofProvince', '=', of)
      .where('host', 'not in', [...kept]),
  );
}

/** Gives a county or province these hosts, but for those that are somebody else's by now: they are returned, with whose they are. */
export async function putHosts(
  trx: Transaction<Tables>,
  of: Authority,
  hosts: readonly string[],
): Promise<readonly { readonly host: string; readonly of: Authority }[]> {
  if (hosts.length === 0) return [];
  const isProvince = readProvince(of) !== undefined;
  const owner = { ofCounty: isProvince ? null : of, ofProvince: isProvince ? of : null };
  const put = await trx
    .insertInto('servedHost')
    .values(hosts.map((host) => ({ host, ...owner })))
    .onConflict((conflict) =>
      conflict
        .column('host')
        .doUpdateSet(owner)
        .where(isProvince ? 'servedHost.ofProvince' : 'servedHost.ofCounty', '=', of),
    )
    .returning('host')
    .execute();
  if (put.length === hosts.length) return [];
  const taken = await trx
    .selectFrom('servedHost')
    .selectAll()
    .where('host', 'in', [...hosts])
    .orderBy('host')
    .execute();
  return taken
    .map(({ host, ofCounty, ofProvince }) => ({ host, of: (ofCounty ?? ofProvince) as Authority }))
    .filter((one) => one.of !== of);
}
