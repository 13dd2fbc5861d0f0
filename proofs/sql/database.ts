import { DuckDBInstance } from '@duckdb/node-api';
import * as pg from 'pg';
import type { PoolAddress } from '../../building/database/pool.ts';
import type { Dialect } from '../../rules/sql/dialect.ts';
import { type Writing, writings } from '../../rules/sql/dialect.ts';
import type { Stored, WarehouseTables } from './tables.ts';

/** A row of a query's result. */
export interface ResultRow {
  readonly row: bigint;
  readonly outcome: 'eligible' | 'not-eligible' | 'undetermined';
  readonly amountFen: bigint | undefined;
  readonly missing: string;
  readonly settle: boolean;
}

/** A database in which tables are made and a query is run over them. */
export interface WarehouseDatabase {
  readonly dialect: Dialect;
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function openDuckDb(): Promise<WarehouseDatabase> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  return {
    dialect: 'duckdb',
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A connection of its own; the tables are gone with it. */
export async function openPostgres(address: PoolAddress): Promise<WarehouseDatabase> {
  const client = new pg.Client(address);
  await client.connect();
  return {
    dialect: 'postgres',
    run: async (sql) => void (await client.query(sql)),
    rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    close: () => client.end(),
  };
}

const columnTypes = (writing: Writing, { facts }: WarehouseTables): string =>
  facts
    .map(({ fact, type }) => {
      const sort = type === 'boolean' ? 'boolean' : type === 'text' || type === 'enum' ? 'text' : 'integer';
      return `, ${writing.name(fact)} ${writing.types[sort]}`;
    })
    .join('');

function writtenValue(writing: Writing, value: Stored): string {
  if (value === undefined) return 'NULL';
  return typeof value === 'string' ? writing.text(value) : String(value);
}

const insert = (table: string, rows: readonly string[]): string =>
  rows.length === 0 ? '' : `INSERT INTO ${table} VALUES ${rows.map((row) => `(${row})`).join(', ')};`;

/** Makes `people` and `links` anew, for this connection alone. */
export async function loadTables(database: WarehouseDatabase, tables: WarehouseTables): Promise<void> {
  const writing = writings[database.dialect];
  const name = (column: string): string => writing.name(column);
  const people = tables.people.map(({ row, id, household, facts }) =>
    [row, id, household, true, ...facts].map((value) => writtenValue(writing, value)).join(', '),
  );
  const links = tables.links.map(({ relation, source, target }) => `'${relation}', ${source}, ${target}`);
  await database.run(
    `DROP TABLE IF EXISTS people; DROP TABLE IF EXISTS links;
    CREATE TEMP TABLE people (${name('row')} bigint, id ${writing.types.text}, household bigint, subject boolean${columnTypes(writing, tables)});
    CREATE TEMP TABLE links (relation ${writing.types.text}, source bigint, target bigint);
    ${insert('people', people)} ${insert('links', links)}`,
  );
}

/** A whole number, which PostgreSQL's driver gives as text. */
function wholeIn(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'string') return BigInt(value);
  throw new TypeError(`No whole number: ${JSON.stringify(value)}`);
}

/** What the query gives, in order of the rows. */
export async function resultsOf(database: WarehouseDatabase, query: string): Promise<readonly ResultRow[]> {
  const rows = await database.rows(query);
  return rows
    .map(({ row, outcome, amount_fen: amount, missing, settle }): ResultRow => ({
      row: wholeIn(row),
      outcome: outcome as ResultRow['outcome'],
      amountFen: amount === null ? undefined : wholeIn(amount),
      missing: String(missing),
      settle: settle === true,
    }))
    .toSorted((a, b) => Number(a.row - b.row));
}
