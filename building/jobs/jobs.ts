import type * as pg from 'pg';
import { fromKysely } from 'pg-boss';
import type { Transaction } from '../database/transaction.ts';
import { bossOn } from './boss.ts';

/** What a job carries: ids and plain values, never a person's data (job tables are not sealed). */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

/** When jobs are done: at once, or not before so many seconds have gone by. */
export interface When {
  readonly afterSeconds?: number;
}

/** Where acts leave work for later. */
export interface Jobs {
  /** Leaves jobs in the act's own transaction: they exist when the act does, and not otherwise. Throws when there is no such queue. */
  leave<Tables>(trx: Transaction<Tables>, queue: string, jobs: readonly JobData[], when?: When): Promise<void>;
}

export interface OpenJobs extends Jobs {
  close(): Promise<void>;
}

/** Reads which queues there are, so that no act has to ask for a second connection in the middle of its transaction. */
export async function openJobs(pool: pg.Pool): Promise<OpenJobs> {
  const boss = bossOn(pool);
  boss.on('error', () => undefined); // Queues are read again each minute; if that fails, what was known holds.
  await boss.start();
  return {
    async leave(trx, queue, jobs, { afterSeconds = 0 } = {}) {
      if (jobs.length === 0) return;
      const rows = jobs.map((data) => ({ data, ...(afterSeconds > 0 && { startAfter: afterSeconds }) }));
      const left = await boss.insert(queue, rows, { db: fromKysely(trx), returnId: true });
      if (left?.length !== jobs.length) throw new Error(`${jobs.length} jobs, but ${left?.length ?? 0} came to be`);
    },
    close: () => boss.stop(),
  };
}
