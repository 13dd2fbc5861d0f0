import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../../building/database/server/embedded.ts';
import type { Dialect as WrittenFor } from '../../rules/sql/dialect.ts';
import { type Checksums, type Contender, type Prepared, type Ready, readyOrAbsent, type Run } from './contender.ts';
import { column32, type People } from './people.ts';

/** What a database is asked, in its dialect. */
export interface SqlText {
  /**
   * Statements that make what the query reads out of the loaded table `loaded(id int, household int, birth int, income int, local
   * boolean)`: ids and households counted from 0 through all shards, births packed `year << 9 | month << 5 | day`, income in fen.
   */
  readonly setUp: readonly string[];
  /** A query with a row for each person: `id`, `outcome` (1 eligible, 0 not), `amount` in fen (0 or null where not eligible). */
  readonly query: string;
}

export type Dialect = Exclude<WrittenFor, 'spark'>;

/** Rows of one statement or one flush while loading. */
const batch = 20_000;

/** Asked of either database; one row of texts comes back. */
type Ask = (statement: string) => Promise<readonly string[]>;

/** The query runs whole, and only its sums leave the database. */
const totalsOf = (query: string): string =>
  `select cast(coalesce(sum(outcome), 0) as text), cast(coalesce(sum(amount), 0) as text) from (${query}) as determined`;
const checksumsOf = (query: string): string =>
  `select cast(sum(outcome * (id % 251 + 1)) as text),
     cast(sum(cast(coalesce(amount, 0) as bigint) * (id % 251 + 1)) as text) from (${query}) as determined`;

function readyOn(ask: Ask, query: string, close: () => Promise<void>): Ready {
  return {
    async run(): Promise<Run> {
      const from = performance.now();
      const [eligible = '0', amount = '0'] = await ask(totalsOf(query));
      const milliseconds = performance.now() - from;
      return { milliseconds, totals: { eligible: Number(eligible), amountFen: BigInt(amount), undetermined: 0 } };
    },
    async checksums(): Promise<Checksums> {
      const [outcome = '0', amount = '0'] = await ask(checksumsOf(query));
      return { outcome: BigInt(outcome), amount: BigInt(amount) };
    },
    close,
  };
}

/** The people as five columns of a batch at a time, ids and households counted on through the shards. */
function* batches(people: People): Generator<readonly (Int32Array | Int8Array)[]> {
  let [rowsBefore, householdsBefore] = [0, 0];
  for (const shard of people.shards) {
    const [birth, income, local] = [column32(shard, 'birth'), column32(shard, 'income'), column32(shard, 'local')];
    const { of, count } = shard.households;
    for (let from = 0; from < shard.rows; from += batch) {
      const to = Math.min(shard.rows, from + batch);
      const ids = Int32Array.from({ length: to - from }, (_, i) => rowsBefore + from + i);
      const households = Int32Array.from(of.subarray(from, to), (household) => householdsBefore + household);
      yield [ids, households, birth.subarray(from, to), income.subarray(from, to), local.subarray(from, to)];
    }
    rowsBefore += shard.rows;
    householdsBefore += count;
  }
}

const loaded = 'create table loaded (id integer, household integer, birth integer, income integer, local boolean)';

async function duckDb(people: People, { setUp, query }: SqlText): Promise<Ready> {
  // One core, as all others have.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const ask: Ask = async (statement) => {
    const [row = []] = (await connection.runAndReadAll(statement)).getRows();
    return row.map(String);
  };
  await connection.run(loaded);
  const appender = await connection.createAppender('loaded');
  for (const [ids, households, births, incomes, locals] of batches(people)) {
    for (let i = 0; i < (ids?.length ?? 0); i += 1) {
      for (const column of [ids, households, births, incomes]) appender.appendInteger(column?.[i] ?? 0);
      appender.appendBoolean(locals?.[i] === 1);
      appender.endRow();
    }
    appender.flushSync();
  }
  appender.closeSync();
  for (const statement of setUp) await connection.run(statement);
  return readyOn(ask, query, async () => {
    connection.closeSync();
    instance.closeSync();
  });
}

async function loadInto(client: Client, people: People): Promise<void> {
  await client.query(loaded.replace('create table', 'create unlogged table'));
  const text = `insert into loaded select id, household, birth, income, local = 1
    from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[]) as given (id, household, birth, income, local)`;
  for (const columns of batches(people))
    await client.query({ name: 'load', text, values: columns.map((column) => `{${column.join(',')}}`) });
}

/** `folder` is for the server's files. */
async function postgres(people: People, folder: string, { setUp, query }: SqlText): Promise<Ready> {
  const server = await startEmbedded(folder, { durable: false });
  const client = new Client(server.owner);
  const close = async (): Promise<void> => {
    await client.end();
    await server.stop();
  };
  try {
    await client.connect();
    // One core; sorts and hashes in memory; what it is told to keep of the people, it keeps.
    for (const set of ['max_parallel_workers_per_gather = 0', "work_mem = '1GB'", "temp_buffers = '64MB'"])
      await client.query(`set ${set}`);
    await loadInto(client, people);
    for (const statement of setUp) await client.query(statement);
    await client.query('analyze');
    const ask: Ask = async (statement) => {
      const { rows } = await client.query<string[]>({ text: statement, rowMode: 'array' });
      return rows[0] ?? [];
    };
    return readyOn(ask, query, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** A database that carries out a query; of more people than `most` it is not asked. */
export function sqlContender(
  name: string,
  dialect: Dialect,
  textFor: (dialect: Dialect) => Promise<SqlText>,
  most?: number,
): Contender {
  return {
    name,
    ...(most !== undefined && { most }),
    async prepare(people, folder): Promise<Prepared> {
      const text = await textFor(dialect);
      return readyOrAbsent(() =>
        dialect === 'duckdb' ? duckDb(people, text) : postgres(people, join(folder, name), text),
      );
    },
  };
}
