import * as pg from 'pg';
import { expect, test } from 'vitest';
import { openPool } from '../database/pool.ts';
import { testDatabase } from '../database/testing.ts';
import { writeTogether } from '../database/together.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { installJobs } from './install.ts';
import { type JobData, type Jobs, jobsOn } from './jobs.ts';
import { startWorker } from './worker.ts';

const { doors, doorAddress, ownerAddress } = await testDatabase<Record<string, never>>();
const queue = { name: 'letters', retries: 2, retryAfterSeconds: 0 };

async function withWorker<T>(use: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const owner = new pg.Client(ownerAddress);
  await owner.connect();
  await installJobs(owner, doorAddress.user === ownerAddress.user ? String(ownerAddress.user) : 'huijia_door', [queue]);
  await owner.end();
  const pool = openPool(doorAddress);
  try {
    return await use(pool);
  } finally {
    await pool.end();
  }
}

async function leave(trx: Transaction<Record<string, never>>, jobs: Jobs, name: string, data: JobData): Promise<void> {
  await writeTogether(trx, [await jobs.job(name, data)]);
}

function never(error: Error): void {
  throw error;
}

test('a job exists when its act does: a rolled-back act leaves none', async () => {
  await withWorker(async (pool) => {
    const jobs = jobsOn(pool);
    await inTransaction(doors, {}, (trx) => leave(trx, jobs, 'letters', { to: 'kept' }));
    const failing = inTransaction(doors, {}, async (trx) => {
      await leave(trx, jobs, 'letters', { to: 'lost' });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');

    const worker = await startWorker(pool, never);
    const done: JobData[] = [];
    await worker.drain('letters', async (data) => void done.push(data));
    await worker.stop();
    expect(done).toEqual([{ to: 'kept' }]);
  });
});

test('a job whose handler fails is put back and tried again', async () => {
  await withWorker(async (pool) => {
    await inTransaction(doors, {}, (trx) => leave(trx, jobsOn(pool), 'letters', { to: 'Li' }));
    const worker = await startWorker(pool, never);
    await expect(worker.drain('letters', () => Promise.reject(new Error('no line')))).rejects.toThrow('no line');
    const again: JobData[] = [];
    await worker.drain('letters', async (data) => void again.push(data));
    await worker.stop();
    expect(again).toEqual([{ to: 'Li' }]);
  });
});

test('work takes jobs as they come', async () => {
  await withWorker(async (pool) => {
    const worker = await startWorker(pool, never);
    const taken = new Promise<JobData>((resolve) => {
      void worker.work('letters', async (data) => resolve(data));
    });
    await inTransaction(doors, {}, (trx) => leave(trx, jobsOn(pool), 'letters', { to: 'Wang' }));
    expect(await taken).toEqual({ to: 'Wang' });
    await worker.stop();
  });
});

test('a queue nobody made is a broken assumption', async () => {
  await withWorker(async (pool) => {
    await expect(inTransaction(doors, {}, (trx) => leave(trx, jobsOn(pool), 'lettres', {}))).rejects.toThrow(
      'No such queue',
    );
  });
});
