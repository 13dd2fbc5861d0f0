import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { PoolAddress } from '../database/pool.ts';
import { bossAt, schema } from './boss.ts';
import type { JobData } from './jobs.ts';

/**
 * Does one job. It may run twice (a worker that dies after its work and before saying so), so doing it again must do no harm. Throwing puts
 * the job back.
 */
export type Handler = (data: JobData) => Promise<void>;

export interface Worker {
  /** Takes jobs of the queue as they come, one after the other; any number of workers share a queue. */
  work(queue: string, handler: Handler): Promise<void>;
  /** Leaves a job in the queue at each time of the cron expression, read in China's time; once for all workers of the house. */
  schedule(queue: string, cron: string): Promise<void>;
  /** How many jobs of each queue were given up in the last seven days, for as long as they are kept. */
  givenUp(): Promise<readonly { readonly queue: string; readonly count: number }[]>;
  /** Ends after the jobs in hand are done. */
  stop(): Promise<void>;
}

const pollEverySeconds = 1;

/**
 * A worker on connections of its own, as a door. `report` hears of each job that fails, with its queue and which try it was, and of the
 * worker's own failures.
 */
export async function startWorker(address: PoolAddress, report: (error: Error) => void): Promise<Worker> {
  const boss = bossAt(address, { supervise: true, schedule: true });
  boss.on('error', report);
  await boss.start();
  return {
    async work(queue, handler) {
      const options = { pollingIntervalSeconds: pollEverySeconds, includeMetadata: true } as const;
      await boss.work(queue, options, async (jobs: JobWithMetadata<JobData>[]) => {
        for (const job of jobs) {
          await handler(job.data).catch((error: unknown) => {
            report(failure(queue, job, error));
            throw error;
          });
        }
      });
    },
    schedule: (queue, cron) => boss.schedule(queue, cron, {}, { tz: 'Asia/Shanghai' }),
    givenUp: () => givenUp(boss),
    stop: () => boss.stop({ timeout: 10_000 }),
  };
}

function failure(queue: string, { retryCount, retryLimit }: JobWithMetadata<JobData>, cause: unknown): Error {
  const next = retryCount < retryLimit ? 'it is tried again' : 'it is given up';
  return new Error(`A job of ${queue} failed, try ${retryCount + 1} of ${retryLimit + 1}, ${next}: ${reasons(cause)}`, {
    cause,
  });
}

/** What went wrong, with each of several reasons on a line of its own. */
function reasons(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const within: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error.message, ...within.map((one) => reasons(one).replaceAll(/^/gm, '  '))].join('\n');
}

async function givenUp(boss: PgBoss): Promise<readonly { queue: string; count: number }[]> {
  const { rows } = await boss
    .getDb()
    .executeSql(
      `select name as queue, count(*)::int as count from ${schema}.job where state = 'failed' group by name order by name`,
    );
  return rows as { queue: string; count: number }[];
}
