import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
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
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }), plugins });
}

/**
 * The server keeps every prepared statement of every connection: long texts (rows in bulk) and those beyond so many are planned each time.
 */
const mostPrepared = 400;
const longestPrepared = 6_000;
const names = new Map<string, string>();

/**
 * The pool with statements prepared by name: the server plans each text once a connection. Row-level policies make planning dearer than
 * running (an application's statements take half the time so). A `begin` waits for the first statement and goes with it.
 */
function preparing(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect();
      const send = (text: string, values: readonly unknown[]): Promise<pg.QueryResult> =>
        client.query({ text, values: [...values], ...nameOf(text, values) });
      const query = withBegin(send);
      // Kysely would hand in a cursor only to stream rows, which needs a cursor's class given to its dialect.
      return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

type Send = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>;

const nothing: pg.QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * Holds a `begin` back until there is something to begin: with a statement that has no values it goes as one message, before others by
 * itself.
 */
function withBegin(send: Send): Send {
  let waiting = false;
  return async (text, values) => {
    if (text === 'begin') {
      waiting = true;
      return nothing;
    }
    if (!waiting) return send(text, values);
    waiting = false;
    if (text === 'commit' || text === 'rollback') return nothing;
    if (values.length === 0) return lastOf(await send(`begin; ${text}`, values));
    await send('begin', []);
    return send(text, values);
  };
}

/** Of several statements in one message, the answers come as a list. */
function lastOf(answer: pg.QueryResult | readonly pg.QueryResult[]): pg.QueryResult {
  return 'rows' in answer ? answer : (answer.at(-1) ?? nothing);
}

function nameOf(text: string, values: readonly unknown[]): { name?: string } {
  if (values.length === 0 || text.length > longestPrepared) return {};
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= mostPrepared) return {};
  const name = `s${names.size}`;
  names.set(text, name);
  return { name };
}
