import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { checkout } from '../../checkout.ts';
import { holdDataFolder } from '../../data-folder.ts';
import { isAlive } from '../../processes.ts';
import { startEmbedded } from './embedded.ts';
import { runningServer } from './orphan.ts';
import type { PoolAddress } from '../pool.ts';

const base = await mkdtemp(join(tmpdir(), 'huijia-embedded-'));
await chmod(base, 0o711); // What lies below is the tests'.
afterAll(() => rm(base, { recursive: true, force: true }));

async function newFolder(name: string): Promise<string> {
  const folder = join(base, name);
  await mkdir(folder, { mode: 0o711 });
  return folder;
}

async function ask<Row extends pg.QueryResultRow>(address: PoolAddress, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a server in another process, which writes a row and then dies without a word. */
async function leaveAnOrphan(folder: string): Promise<void> {
  const script = `
    import * as pg from 'pg';
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
    const server = await startEmbedded(${JSON.stringify(folder)});
    const client = new pg.Client(server.owner);
    await client.connect();
    await client.query("create table kept (word text); insert into kept values ('惠家')");
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    cwd: checkout,
    stdio: 'inherit',
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

test('what was committed before a kill -9 is there after the next start, and the server left behind is gone', async () => {
  const folder = await newFolder('killed');
  await leaveAnOrphan(folder);
  const orphan = await runningServer(join(folder, 'postgres'));
  expect(orphan).toBeDefined();

  const server = await startEmbedded(folder);
  expect(await ask(server.owner, 'select word from kept')).toEqual([{ word: '惠家' }]);
  expect(isAlive(orphan?.pid ?? 0)).toBe(false);
  await expect(stat(orphan?.sockets ?? '')).rejects.toThrow('ENOENT');
  await server.stop();
});

test('a clean stop leaves no server and no socket behind', async () => {
  const folder = await newFolder('stopped');
  const server = await startEmbedded(folder);
  const running = await runningServer(server.folder);
  await server.stop();
  await server.ended;
  expect(await runningServer(server.folder)).toBeUndefined();
  await expect(stat(running?.sockets ?? '')).rejects.toThrow('ENOENT');
});

test('a process id in postmaster.pid that belongs to another program by now does not stop the start, nor is that program touched', async () => {
  const folder = await newFolder('reused');
  const first = await startEmbedded(folder);
  const notes = (await readFile(join(first.folder, 'postmaster.pid'), 'utf8')).split('\n');
  await first.stop();
  await writeFile(join(first.folder, 'postmaster.pid'), [process.pid, ...notes.slice(1)].join('\n'));
  const second = await startEmbedded(folder);
  expect(await ask(second.owner, 'select 1 as one')).toEqual([{ one: 1 }]);
  await second.stop();
});

test('the owner may make roles and databases and is bound by row-level security; Chinese text is text', async () => {
  const folder = await newFolder('owner');
  const server = await startEmbedded(folder);
  const [role] = await ask<{ free: boolean }>(
    server.owner,
    `select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user`,
  );
  const [words] = await ask<{ upper: string; found: boolean }>(
    server.owner,
    `select upper('é') as upper, '禾安县' ~ '^\\w+$' as found`,
  );
  expect([role, words]).toEqual([{ free: false }, { upper: 'É', found: true }]);
  const refused = ask({ ...server.owner, password: 'wrong' }, 'select 1');
  await expect(refused).rejects.toThrow('password authentication failed');
  await server.stop();
});

test('a start that was killed while the cluster was being made begins again', async () => {
  const folder = await newFolder('half');
  await mkdir(join(folder, 'postgres.new', 'base'), { recursive: true });
  const server = await startEmbedded(folder);
  expect(await ask(server.owner, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test.runIf(process.getuid?.() === 0)(
  'root’s folder that nobody else may enter still gets a server, elsewhere, and the same one next time',
  async () => {
    const closed = join(base, 'closed');
    await mkdir(join(closed, 'data'), { recursive: true, mode: 0o700 });
    const first = await startEmbedded(join(closed, 'data'));
    await ask(first.owner, 'create table kept (word text)');
    await first.stop();
    const second = await startEmbedded(join(closed, 'data'));
    expect(second.folder).toBe(first.folder);
    expect(await ask(second.owner, 'select word from kept')).toEqual([]);
    await second.stop();
    await rm(dirname(first.folder), { recursive: true });
  },
);

test('a data folder is held by one living process at a time', async () => {
  const folder = await newFolder('held');
  const first = await holdDataFolder(folder);
  await expect(holdDataFolder(folder)).rejects.toMatchObject({
    words: { 'zh-CN': expect.stringContaining('已在这个数据文件夹上运行') as string },
  });
  await first.release();
  const second = await holdDataFolder(folder);
  await second.release();
});

test('a data folder whose holder was killed is free again, even when its process id has a new owner', async () => {
  const folder = await newFolder('abandoned');
  await writeFile(join(folder, 'held-by'), `${process.pid}\nat another time\n`);
  const held = await holdDataFolder(folder);
  await held.release();
});
