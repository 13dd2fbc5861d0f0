import type * as pg from 'pg';
import PgBoss from 'pg-boss';

/** Jobs live in their own schema, made by the owner and used by the doors. */
export const schema = 'pgboss';

/** pg-boss on a connection of ours: it opens none and changes no schema unless told to. */
export function bossOn(
  connection: pg.Pool | pg.Client,
  options: PgBoss.MaintenanceOptions & PgBoss.SchedulingOptions = {},
): PgBoss {
  // Annotated so that the overloads of `query` don't leak: pg-boss gives text and values, and reads rows.
  const executeSql = async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> =>
    connection.query(text, values);
  return new PgBoss({ db: { executeSql }, schema, migrate: false, supervise: false, schedule: false, ...options });
}
