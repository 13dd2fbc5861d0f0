import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import * as pg from 'pg';
import type { Database } from './transaction.ts';

/** Anything `pg` can connect to. */
export type PoolAddress = pg.PoolConfig;

const { builtins } = pg.types;

/** Text of the wire → value. Dates stay `YYYY-MM-DD` (a Date would move them across a zone); money and counts keep every digit. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, String],
  [builtins.INT8, BigInt],
  [builtins.NUMERIC, String],
  [builtins.TIMESTAMPTZ, (text) => new Date(text)],
  [1182, (text) => listOf(text)], // date[]
]);

function listOf(text: string): readonly string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}

type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: TypeId, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : parsers.get(id);
    return own ?? (format === 'binary' ? pg.types.getTypeParser(id, format) : pg.types.getTypeParser(id, format));
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool that reads values as this house does, and that survives a server which goes away under idle connections. */
export function openPool(address: PoolAddress): pg.Pool {
  const pool = new pg.Pool({ application_name: 'huijia', connectionTimeoutMillis: 10_000, ...address, types });
  pool.on('error', () => undefined); // The query that meets the lost connection reports it; without a listener the process would end.
  return pool;
}

export function openKysely<Tables>(pool: pg.Pool): Database<Tables> {
  // Keys inside jsonb are the writer's own; only column names are translated.
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
