import * as pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openPool } from '../database/pool.ts';
import { testDatabase } from '../database/testing.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { bossAt } from './boss.ts';
import { installJobs } from './install.ts';
import { type JobData, openJobs } from './jobs.ts';
import { drain } from './testing.ts';
import { startWorker, type Worker } from './worker.ts';

const { doors, doorAddress, ownerAddress, separateRoles } = await testDatabase<Record<string, never>>();
const letters = { name: 'letters', retries: 2, retryAfterSeconds: 0, longestSeconds: 60 };
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

async function withWorker(
  use: (worker: Worker, told: readonly string[]) => Promise<void>,
  expected: readonly string[] = [],
): Promise<void> {
  const told: string[] = [];
  const worker = await startWorker(doorAddress, (error) => void told.push(error.message));
  try {
    await use(worker, told);
  } finally {
    await worker.stop();
    expect(told).toEqual(expected);
  }
}

async function workedOff(): Promise<readonly JobData[]> {
  const done: JobData[] = [];
  await drain(doorAddress, 'letters', async (data) => void done.push(data));
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
  const failing = drain(doorAddress, 'letters', () => Promise.reject(new Error('no line')));
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

test('each failure of a job is told, with its queue and all of its reasons, until it is given up', async () => {
  await leaveOne({ to: 'Sun' });
  const refuse = () => Promise.reject(new AggregateError([new Error('no line'), new Error('no ink')], 'two reasons'));
  const told = (which: string, next: string) =>
    `A job of letters failed, try ${which} of 3, ${next}: two reasons\n  no line\n  no ink`;
  await withWorker(
    async (worker, heard) => {
      await worker.work('letters', refuse);
      await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(3);
      await expect.poll(() => worker.givenUp(), { timeout: 5_000 }).toEqual([{ queue: 'letters', count: 1 }]);
    },
    [told('1', 'it is tried again'), told('2', 'it is tried again'), told('3', 'it is given up')],
  );
});

test('a job that is left for later waits until then', async () => {
  await inTransaction(doors, {}, (trx) => jobs.leave(trx, 'letters', [{ to: 'Zhou' }], { afterSeconds: 3_600 }));
  expect(await workedOff()).toEqual([]);
  await asOwner((client) => client.query(`update pgboss.job set start_after = now() where state = 'created'`));
  expect(await workedOff()).toEqual([{ to: 'Zhou' }]);
});

test('a job belongs to its worker for as long as its queue says', async () => {
  await leaveOne({ to: 'Wu' });
  const { rows } = await asOwner((client) =>
    client.query(`select expire_seconds from pgboss.job where state = 'created' and name = 'letters'`),
  );
  expect(rows).toEqual([{ expire_seconds: 60 }]);
  await workedOff();
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

/** Tables of pg-boss 10, with jobs as `(queue, data, state)`. */
const olderTables = (jobsLeft: string) =>
  asOwner((client) =>
    client.query(`
      drop schema if exists pgboss_before cascade;
      drop schema pgboss cascade;
      create schema pgboss;
      create table pgboss.version (version int primary key);
      insert into pgboss.version values (24);
      create table pgboss.job (id uuid default gen_random_uuid(), name text, data jsonb, state text, created_on timestamptz default now());
      insert into pgboss.job (name, data, state) values ${jobsLeft};`),
  );

test('jobs that waited in tables too old to upgrade are sent again', async () => {
  await olderTables(
    `('letters', '{"to":"Zhao"}', 'retry'), ('letters', '{"to":"done"}', 'completed'), ('__pgboss__maintenance', null, 'created')`,
  );
  await installJobs(ownerAddress, role, [letters]);
  await installJobs(ownerAddress, role, [letters]);
  expect(await workedOff()).toEqual([{ to: 'Zhao' }]);
});

test('jobs of a queue that there is no more stay where they were, and the start says so', async () => {
  await olderTables(`('parcels', '{"to":"Qian"}', 'created'), ('letters', '{"to":"Li"}', 'created')`);
  const starting = () => installJobs(ownerAddress, role, [letters]);
  await expect(starting()).rejects.toThrow('Jobs wait in pgboss_before that no queue takes: 1 of parcels');
  await expect(starting()).rejects.toThrow('1 of parcels');
  const { rows } = await asOwner((client) => client.query(`select name, data from pgboss_before.job`));
  expect(rows).toEqual([{ name: 'parcels', data: { to: 'Qian' } }]);
  await asOwner((client) => client.query(`delete from pgboss_before.job`));
  await starting();
  expect(await workedOff()).toEqual([{ to: 'Li' }]);
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
