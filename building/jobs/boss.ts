import type * as pg from 'pg';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { PoolAddress } from '../database/pool.ts';

/** Jobs live in their own schema, made by the owner and used by the doors. */
export const schema = 'pgboss';

type Options = Omit<ConstructorOptions, 'db' | 'schema'>;

/** It changes no schema, looks after nothing and lists itself nowhere unless told to. */
const quiet = {
  schema,
  migrate: false,
  supervise: false,
  schedule: false,
  registerInstance: false,
  openTelemetry: { enabled: false },
} as const;

/** pg-boss on a few connections of its own. */
export function bossAt(address: PoolAddress, options: Options): PgBoss {
  const { host, port, database, user, password, ssl, connectionString } = address;
  const given = Object.entries({ host, port, database, user, password, ssl, connectionString });
  const where = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  return new PgBoss({ application_name: 'huijia', max: 2, ...where, ...quiet, ...options });
}

/** pg-boss on a pool of ours. */
export function bossOn(pool: pg.Pool): PgBoss {
  // Annotated so that the overloads of `query` don't leak: pg-boss gives text and values, and reads rows.
  const executeSql = async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => pool.query(text, values);
  return new PgBoss({ db: { executeSql }, ...quiet });
}
