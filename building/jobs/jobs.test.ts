import * as pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openPool } from '../database/pool.ts';
import { testDatabase } from '../database/testing.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { bossAt } from './boss.ts';
import { installJobs } from './install.ts';
import { type JobData, openJobs } from './jobs.ts';
import { startWorker, type Worker } from './worker.ts';

const { doors, doorAddress, ownerAddress, separateRoles } = await testDatabase<Record<string, never>>();
const letters = { name: 'letters', retries: 2, retryAfterSeconds: 0 };
const role = String(separateRoles ? 'huijia_door' : ownerAddress.user);
await installJobs(ownerAddress, role, [letters]);
const pool = openPool({ ...doorAddress, max: 1 });
const jobs = await openJobs(pool);
afterAll(async () => {
  await jobs.close();
  await pool.end();
});

type Trx = Transaction<Record<string, never>>;

const leave = (trx: Trx, data: JobData, queue = 'letters'): Promise<void> => jobs.leave(trx, queue, [data]);
const leaveOne = (data: JobData): Promise<void> => inTransaction(doors, {}, (trx) => leave(trx, data));

async function withWorker<T>(use: (worker: Worker) => Promise<T>): Promise<T> {
  const faults: Error[] = [];
  const worker = await startWorker(doorAddress, (error) => void faults.push(error));
  try {
    return await use(worker);
  } finally {
    await worker.stop();
    expect(faults).toEqual([]);
  }
}

async function workedOff(): Promise<readonly JobData[]> {
  const done: JobData[] = [];
  await withWorker((worker) => worker.drain('letters', async (data) => void done.push(data)));
  return done;
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerAddress);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('a job exists when its act does: a rolled-back act leaves none', async () => {
  await leaveOne({ to: 'kept' });
  const failing = inTransaction(doors, {}, async (trx) => {
    await leave(trx, { to: 'lost' });
    throw new Error('the act failed');
  });
  await expect(failing).rejects.toThrow('the act failed');
  expect(await workedOff()).toEqual([{ to: 'kept' }]);
});

test('no worker sees the job of an act that is not finished', async () => {
  await inTransaction(doors, {}, async (trx) => {
    await leave(trx, { to: 'later' });
    expect(await workedOff()).toEqual([]);
  });
  expect(await workedOff()).toEqual([{ to: 'later' }]);
});

test('many jobs of one act are left at once, in order', async () => {
  const many = Array.from({ length: 300 }, (_, number) => ({ number }));
  await inTransaction(doors, {}, (trx) => jobs.leave(trx, 'letters', many));
  expect(await workedOff()).toEqual(many);
});

test('a job whose handler fails is put back and tried again', async () => {
  await leaveOne({ to: 'Li' });
  const failing = withWorker((worker) => worker.drain('letters', () => Promise.reject(new Error('no line'))));
  await expect(failing).rejects.toThrow('no line');
  expect(await workedOff()).toEqual([{ to: 'Li' }]);
});

test('work takes jobs as they come', async () => {
  await withWorker(async (worker) => {
    const taken = new Promise<JobData>((resolve) => {
      void worker.work('letters', async (data) => resolve(data));
    });
    await leaveOne({ to: 'Wang' });
    expect(await taken).toEqual({ to: 'Wang' });
  });
});

test('a queue nobody made is a broken assumption', async () => {
  await expect(inTransaction(doors, {}, (trx) => leave(trx, {}, 'lettres'))).rejects.toThrow('lettres does not exist');
});

test('acts that fill every connection still leave their jobs', async () => {
  const all = Array.from({ length: 12 }, (_, number) => inTransaction(doors, {}, (trx) => leave(trx, { number })));
  await Promise.all(all);
  expect(await workedOff()).toHaveLength(12);
});

test('whatever the worker does by itself, the doors’ role may do', async () => {
  const boss = bossAt(doorAddress, { supervise: true, schedule: true, reindexIntervalSeconds: 1 });
  const told: unknown[] = [];
  boss.on('error', (error) => told.push(error));
  boss.on('warning', (warning) => told.push(warning));
  await boss.start();
  await boss.schedule('letters', '10 4 * * *', {}, { tz: 'Asia/Shanghai' });
  await boss.supervise();
  await boss.resolveFlow();
  await boss.unschedule('letters');
  await boss.stop();
  expect(told).toEqual([]);
});

test.runIf(separateRoles)('a door makes no table for jobs and removes no queue', async () => {
  const refused = { code: '42501' };
  await expect(pool.query('create table pgboss.mine (n int)')).rejects.toMatchObject(refused);
  await expect(pool.query('delete from pgboss.queue')).rejects.toMatchObject(refused);
  await expect(pool.query('drop table pgboss.job')).rejects.toMatchObject(refused);
});

test('jobs that waited in tables too old to upgrade are sent again', async () => {
  await asOwner((client) =>
    client.query(`
      drop schema pgboss cascade;
      create schema pgboss;
      create table pgboss.version (version int primary key);
      insert into pgboss.version values (24);
      create table pgboss.job (name text, data jsonb, state text, created_on timestamptz);
      insert into pgboss.job values ('letters', '{"to":"Zhao"}', 'retry', now()), ('letters', '{"to":"done"}', 'completed', now());`),
  );
  await installJobs(ownerAddress, role, [letters]);
  await installJobs(ownerAddress, role, [letters]);
  expect(await workedOff()).toEqual([{ to: 'Zhao' }]);
});

test('what an upgrade leaves to be built is built before anybody works', async () => {
  const command = 'create index concurrently if not exists job_i99 on pgboss.job_common (created_on)';
  await asOwner((client) =>
    client.query(`
      update pgboss.version set bam_on = null;
      insert into pgboss.bam (name, version, table_name, command) values ('i99', 46, 'job_common', '${command}');`),
  );
  await installJobs(ownerAddress, role, [letters]);
  const built = await asOwner((client) => client.query(`select from pg_indexes where indexname = 'job_i99'`));
  expect(built.rowCount).toBe(1);
});
