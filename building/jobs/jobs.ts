import { CompiledQuery } from 'kysely';
import type * as pg from 'pg';
import type { Transaction } from '../database/transaction.ts';
import { bossOn } from './boss.ts';

/** What a job carries: ids and plain values, never a person's data (job tables are not sealed). */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

interface JobOptions {
  readonly startAt?: Date;
  /** Of jobs with one key that wait in a queue, one is enough when the queue's policy says so. */
  readonly key?: string;
}

/** Where acts leave work for later. */
export interface Jobs {
  /** Leaves a job in the act's own transaction: it exists when the act does, and not otherwise. Throws when there is no such queue. */
  enqueue<Tables>(trx: Transaction<Tables>, queue: string, data: JobData, options?: JobOptions): Promise<void>;
}

export function jobsOn(pool: pg.Pool): Jobs {
  const boss = bossOn(pool);
  return {
    async enqueue(trx, queue, data, options = {}) {
      const db = {
        executeSql: async (text: string, values: unknown[]): Promise<{ rows: unknown[] }> =>
          trx.executeQuery(CompiledQuery.raw(text, values)),
      };
      const sending = {
        db,
        ...(options.startAt && { startAfter: options.startAt }),
        ...(options.key && { singletonKey: options.key }),
      };
      const id = await boss.send(queue, data, sending);
      if (id === null && options.key === undefined) throw new Error(`No such queue: ${queue}`);
    },
  };
}
