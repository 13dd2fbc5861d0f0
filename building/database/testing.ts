import { randomBytes } from 'node:crypto';
import * as pg from 'pg';
import { afterAll, inject } from 'vitest';
import { inCheckout } from '../checkout.ts';
import { openDatabase } from './connect.ts';
import { sqlStateOf } from './constraint.ts';
import { readMigrations } from './schema/migrate.ts';
import { openKysely, openPool, type PoolAddress } from './pool.ts';
import type { TestServer } from './test-context.ts';
import type { Database } from './transaction.ts';

/** A database of one test file: empty, migrated, real; gone when the file is done. */
export interface TestDatabase<Tables> {
  /** As doors and worker connect: bound by row-level security. */
  readonly doors: Database<Tables>;
  /** The owner's pool, for arranging and looking behind the curtain. Tables that force row-level security bind the owner too. */
  readonly owner: Database<Tables>;
  readonly ownerAddress: PoolAddress;
  readonly doorAddress: PoolAddress;
  /** Whether the doors have a role of their own on this server. */
  readonly separateRoles: boolean;
}

/**
 * A fresh copy of the migrated template for this test file, dropped after its last test. Call it at the top level:
 * `const { doors } = await testDatabase<Tables>();`
 */
export async function testDatabase<Tables>(): Promise<TestDatabase<Tables>> {
  const server: TestServer = inject('testServer');
  const name = `huijia_test_file_${randomBytes(6).toString('hex')}`;
  await order(server.owner, `create database ${name} template ${server.template}`);
  const ownerAddress = { ...server.owner, database: name };
  // The template is migrated: this only finds the doors' login for a database of this name.
  const migrations = await readMigrations(inCheckout('migrations'));
  const opened = await openDatabase<Tables>({
    owner: ownerAddress,
    migrations,
    doorPassword: server.doorPassword,
    doorLogin: server.doorLogin,
    poolSize: 4,
  });
  const owner = openKysely<Tables>(openPool({ ...ownerAddress, max: 4 }));
  afterAll(async () => {
    await opened.close();
    await owner.destroy();
    await drop(server.owner, name);
  });
  return {
    doors: opened.doors,
    owner,
    ownerAddress,
    doorAddress: opened.doorAddress,
    separateRoles: opened.separateRoles,
  };
}

/**
 * With force, unless the server's own cleaner (autovacuum) is at work in it, which only a superuser may end by force: a plain drop sends it
 * away.
 */
async function drop(address: PoolAddress, name: string): Promise<void> {
  const forbidden = '42501';
  await order(address, `drop database if exists ${name} with (force)`).catch(async (error: unknown) => {
    if (sqlStateOf(error) !== forbidden) throw error;
    await order(address, `drop database if exists ${name}`);
  });
}

async function order(address: PoolAddress, sql: string): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
