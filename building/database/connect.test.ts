import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { inCheckout } from '../checkout.ts';
import { openDatabase } from './connect.ts';
import { migrate, readMigrations } from './schema/migrate.ts';
import { testDatabase } from './testing.ts';

const { ownerAddress } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'huijia-migrations-'));
afterAll(() => rm(folder, { recursive: true }));

const migrations = await readMigrations(inCheckout('migrations'));

function opening(address: pg.ClientConfig) {
  return openDatabase({ owner: { ...ownerAddress, ...address }, migrations, doorPassword: 'a' });
}

test('a server that is not there, a wrong password and a missing database are told in a sentence', async () => {
  const url = `postgres://someone:x@127.0.0.1:1/none`;
  await expect(openDatabase({ owner: { connectionString: url }, migrations, doorPassword: 'a' })).rejects.toMatchObject(
    {
      words: { 'zh-CN': expect.stringContaining('连接不上') as string },
    },
  );
  await expect(opening({ password: 'wrong' })).rejects.toMatchObject({
    words: { 'zh-CN': expect.stringContaining('用户名或密码') as string },
  });
  await expect(opening({ database: 'nowhere' })).rejects.toMatchObject({
    words: { 'zh-CN': expect.stringContaining('不存在') as string },
  });
});

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerAddress);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Migrations of a house of its own, in a database beside the real one. */
async function inEmptyDatabase(work: (address: pg.ClientConfig) => Promise<void>): Promise<void> {
  const database = `${String(ownerAddress.database)}_empty`;
  await asOwner((client) => client.query(`create database ${database}`));
  try {
    await work({ ...ownerAddress, database });
  } finally {
    await asOwner((client) => client.query(`drop database ${database} with (force)`));
  }
}

async function write(name: string, sql: string) {
  await writeFile(join(folder, name), sql);
  return readMigrations(folder);
}

test('migrations run once each, in order, also when two starts come at once', async () => {
  const two = await write('0001_first.sql', 'create table first (a int)').then(() =>
    write('0002_second.sql', 'alter table first add b int'),
  );
  await inEmptyDatabase(async (address) => {
    const applied = await Promise.all([migrate(address, two), migrate(address, two)]);
    expect(applied.toSorted((a, b) => a - b)).toEqual([0, 2]);
  });
});

test('a migration that fails leaves nothing of itself and says where', async () => {
  const broken = [...(await write('0002_second.sql', 'create table half (a int);\ncreate table half (b int);'))];
  await inEmptyDatabase(async (address) => {
    await expect(migrate(address, broken)).rejects.toThrow(/0002_second\.sql: .*already exists/);
    const client = new pg.Client(address);
    await client.connect();
    const { rows } = await client.query(
      "select to_regclass('half') as half, (select count(*)::int from migration) as applied",
    );
    await client.end();
    expect(rows).toEqual([{ half: null, applied: 1 }]);
  });
});

test('an applied migration that was changed, and a database newer than the program, are refused', async () => {
  const original = await write('0002_second.sql', 'alter table first add b int');
  await inEmptyDatabase(async (address) => {
    await migrate(address, original);
    const changed = await write('0002_second.sql', 'alter table first add b bigint');
    await expect(migrate(address, changed)).rejects.toMatchObject({
      words: { 'zh-CN': expect.stringContaining('改动过') as string },
    });
    await expect(migrate(address, original.slice(0, 1))).rejects.toMatchObject({
      words: { 'zh-CN': expect.stringContaining('升级程序') as string },
    });
  });
});
