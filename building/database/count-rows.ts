import * as pg from 'pg';
import type { PoolAddress } from './pool.ts';

/**
 * Counts rows and values of every table for PostgreSQL's planner, as owner: after much was written at once. PostgreSQL does so itself, a
 * minute later; until then it plans as for empty tables, and goes through all cases of a county to find one.
 */
export async function countRows(owner: PoolAddress): Promise<void> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...owner });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
