import * as pg from 'pg';
import type { PgBoss } from 'pg-boss';
import type { PoolAddress } from '../database/pool.ts';
import { schema } from './boss.ts';

// Until version 0.2 jobs lay in tables of pg-boss 10, which pg-boss 12 refuses to upgrade.

const aside = `${schema}_before`;
const oldestToUpgrade = 25;

/** Moves tables that can't be upgraded out of the way. */
export async function setOlderAside(owner: PoolAddress): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const known = await client.query(`select from pg_tables where schemaname = '${schema}' and tablename = 'version'`);
    if (known.rowCount === 0) return;
    const { rows } = await client.query<{ version: number }>(`select version from ${schema}.version`);
    if (Number(rows[0]?.version) < oldestToUpgrade) await client.query(`alter schema ${schema} rename to ${aside}`);
  } finally {
    await client.end();
  }
}

/** Sends what waited in tables set aside again, then drops them. Stopped in between it is sent twice, which does no harm: see `Handler`. */
export async function sendAgain(boss: PgBoss, queues: readonly string[]): Promise<void> {
  const db = boss.getDb();
  const { rows: tables } = await db.executeSql(
    `select from pg_tables where schemaname = '${aside}' and tablename = 'job'`,
  );
  if (tables.length === 0) return;
  for (const queue of queues) {
    const { rows }: { rows: { data: object | null }[] } = await db.executeSql(
      `select data from ${aside}.job where name = $1 and state in ('created', 'retry', 'active') order by created_on`,
      [queue],
    );
    await boss.insert(
      queue,
      rows.map(({ data }) => ({ data: data ?? {} })),
    );
  }
  await db.executeSql(`drop schema ${aside} cascade`);
}
