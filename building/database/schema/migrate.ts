import { inEveryLanguage } from '../../../values/language.ts';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pg from 'pg';
import { OperatorFault } from '../../operator-fault.ts';
import type { PoolAddress } from '../pool.ts';
import { words } from '../words/made/all.ts';

/** One file `NNNN_name.sql`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file's text, hex. */
  readonly digest: string;
}

/** Reads the folder's migrations in order. Throws when two files carry one number or a name is not `NNNN_name.sql`. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}.*\.sql$/.test(file)).sort();
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)));
  migrations.forEach(({ number, name }, i) => {
    if (number === migrations[i + 1]?.number) throw new Error(`Two migrations carry the number of ${name}`);
  });
  return migrations;
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const match = /^(\d{4})_([a-z0-9_-]+)\.sql$/.exec(file);
  if (!match) throw new Error(`A migration is named NNNN_name.sql: ${file}`);
  const sql = await readFile(join(folder, file), 'utf8');
  return { number: Number(match[1]), name: file, sql, digest: digestOf(sql) };
}

/** One digest of all migrations together: the key of a ready-made database. */
export function digestOfAll(migrations: readonly Migration[]): string {
  return digestOf(migrations.map(({ name, digest }) => `${name} ${digest}`).join('\n'));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The lock that every start takes first: two starts on one database migrate one after the other. */
const startLock = "hashtextextended('huijia migrations', 0)";

/**
 * Brings the database to the newest migration, each in a transaction of its own, then runs `afterwards` under the same lock.
 * @returns how many migrations were applied now.
 * @throws OperatorFault when an applied file was changed since, or the database is newer than this program.
 */
export async function migrate(
  address: PoolAddress,
  migrations: readonly Migration[],
  afterwards?: () => Promise<void>,
): Promise<number> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${startLock})`);
    const waiting = await stillToApply(client, migrations);
    for (const migration of waiting) await apply(client, migration);
    await afterwards?.();
    return waiting.length;
  } finally {
    await client.end(); // Ends the session, and the lock with it.
  }
}

async function stillToApply(client: pg.Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await client.query(`create table if not exists migration (
    number integer primary key,
    name text not null,
    digest text not null,
    applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ number: number; name: string; digest: string }>(
    'select number, name, digest from migration',
  );
  for (const row of rows) {
    const file = migrations.find(({ number }) => number === row.number);
    if (file === undefined) throw newerDatabase(row.name);
    if (file.digest !== row.digest) throw changedFile(row.name);
  }
  return migrations.filter(({ number }) => !rows.some((row) => row.number === number));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into migration (number, name, digest) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.digest,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(`Migration ${migration.name}: ${placed(error, migration.sql)}`, { cause: error });
  }
}

/** PostgreSQL counts characters; people look for lines. */
function placed(error: unknown, text: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  const line = error.position === undefined ? '' : `line ${text.slice(0, Number(error.position)).split('\n').length}: `;
  return `${line}${error.message}${error.detail === undefined ? '' : ` (${error.detail})`}`;
}

function newerDatabase(name: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.newer({ name })));
}

function changedFile(name: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.changed({ name })));
}
