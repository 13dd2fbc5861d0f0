import { type Kysely, sql, type Transaction as KyselyTransaction } from 'kysely';
import { escapeLiteral } from 'pg';
import { sqlStateOf } from './constraint.ts';

/** A database whose tables are `Tables` (camelCase names of the snake_case columns). */
export type Database<Tables> = Kysely<Tables>;

/** One open transaction: what every store function takes. */
export type Transaction<Tables> = KyselyTransaction<Tables>;

/** What the transaction tells the row-level policies: `{ staff: '…' }` is `current_setting('huijia.staff', true)`. */
export type Settings = Readonly<Record<string, string>>;

/** Somebody else changed meanwhile what an act had read. */
export class LostRace extends Error {
  override readonly name = 'LostRace';
}

const attempts = 4;
const serializationFailure = '40001';
const deadlock = '40P01';

/**
 * What a transaction may say of itself that finds every row by its key: its statements are planned once and for all values. Left to itself
 * PostgreSQL plans those with many row-level policies anew each time, which takes longer than running them. Not for lists: their plan
 * depends on what is asked.
 */
const planOnce = `set_config('plan_cache_mode', 'force_generic_plan', true)`;

/** How a transaction is run. */
export interface Manner {
  /** Every row is found by its key. */
  readonly byKeys?: boolean;
}

/**
 * Runs `work` in one transaction whose settings end with it. When PostgreSQL asks to try again (serialization failure, deadlock) or a race
 * was lost, the whole of `work` runs again on what holds by then, up to four times: it must touch nothing outside the database.
 */
export async function inTransaction<Tables, T>(
  database: Database<Tables>,
  settings: Settings,
  work: (trx: Transaction<Tables>) => Promise<T>,
  { byKeys = false }: Manner = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction().execute(async (trx) => {
        await applySettings(trx, settings, byKeys ? [planOnce] : []);
        return work(trx);
      });
    } catch (error) {
      if (attempt === attempts || !mayRunAgain(error)) throw error;
    }
  }
}

function mayRunAgain(error: unknown): boolean {
  return error instanceof LostRace || [serializationFailure, deadlock].includes(sqlStateOf(error) ?? '');
}

/**
 * Adds settings to an open transaction: for an act that learns only within it who is asking (a sign-in). As literals, so that the first of
 * them can go together with the transaction's `begin`.
 */
export async function applySettings<Tables>(
  trx: Transaction<Tables>,
  settings: Settings,
  further: readonly string[] = [],
): Promise<void> {
  const acting = Object.entries(settings).map(
    ([key, value]) => `set_config(${escapeLiteral(`huijia.${key}`)}, ${escapeLiteral(value)}, true)`,
  );
  const parts = [...acting, ...further];
  if (parts.length > 0) await sql.raw(`select ${parts.join(', ')}`).execute(trx);
}
