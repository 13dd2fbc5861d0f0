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

interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly data: object | null;
}

/**
 * Sends what waited in tables set aside again and takes it out of them; once they are empty they go. Stopped in between, the last queue is
 * sent twice, which does no harm: see `Handler`. Throws when jobs are left, of a queue that the house has no more: the tables stay, and
 * nothing is lost.
 */
export async function sendAgain(boss: PgBoss, queues: readonly string[]): Promise<void> {
  const db = boss.getDb();
  const { rows: tables } = await db.executeSql(
    `select from pg_tables where schemaname = '${aside}' and tablename = 'job'`,
  );
  if (tables.length === 0) return;
  const { rows }: { rows: Waiting[] } = await db.executeSql(
    `select id, name, data from ${aside}.job where state in ('created', 'retry', 'active') order by created_on`,
  );
  // What pg-boss leaves for itself, it leaves again.
  const byQueue = Object.groupBy(
    rows.filter(({ name }) => !name.startsWith('__pgboss__')),
    ({ name }) => name,
  );
  for (const queue of queues) {
    const waiting = byQueue[queue] ?? [];
    if (waiting.length === 0) continue;
    const sent = await boss.insert(
      queue,
      waiting.map(({ data }) => ({ data: data ?? {} })),
      { returnId: true },
    );
    if (sent?.length !== waiting.length)
      throw new Error(`${waiting.length} jobs of ${queue} wait in ${aside}, but ${sent?.length ?? 0} were sent again`);
    await db.executeSql(`delete from ${aside}.job where id = any($1)`, [waiting.map(({ id }) => id)]);
    delete byQueue[queue];
  }
  const left = Object.entries(byQueue).map(([name, jobs = []]) => `${jobs.length} of ${name}`);
  if (left.length > 0) throw new Error(`Jobs wait in ${aside} that no queue takes: ${left.join(', ')}`);
  await db.executeSql(`drop schema ${aside} cascade`);
}
