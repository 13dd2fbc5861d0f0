import type { PoolAddress } from '../database/pool.ts';
import { bossAt } from './boss.ts';
import type { JobData } from './jobs.ts';

/** Does one job. It may run twice (a worker that dies after its work and before saying so), so doing it again must do no harm. Throwing puts the job back. */
type Handler = (data: JobData) => Promise<void>;

export interface Worker {
  /** Takes jobs of the queue as they come, one after the other; any number of workers share a queue. */
  work(queue: string, handler: Handler): Promise<void>;
  /** Leaves a job in the queue at each time of the cron expression, read in China's time; once for all workers of the house. */
  schedule(queue: string, cron: string): Promise<void>;
  /** Does what waits in the queue now and returns how many jobs that was. A handler's error is thrown after its job was put back. */
  drain(queue: string, handler: Handler): Promise<number>;
  /** Ends after the jobs in hand are done. */
  stop(): Promise<void>;
}

const pollEverySeconds = 1;

/** A worker on connections of its own, as a door. `report` hears of failures in the worker itself; a job's own failure is kept with the job. */
export async function startWorker(address: PoolAddress, report: (error: Error) => void): Promise<Worker> {
  const boss = bossAt(address, { supervise: true, schedule: true });
  boss.on('error', report);
  await boss.start();
  return {
    async work(queue, handler) {
      await boss.work<JobData>(queue, { pollingIntervalSeconds: pollEverySeconds }, async (jobs) => {
        for (const { data } of jobs) await handler(data);
      });
    },
    schedule: (queue, cron) => boss.schedule(queue, cron, {}, { tz: 'Asia/Shanghai' }),
    async drain(queue, handler) {
      let done = 0;
      for (;;) {
        const [job] = await boss.fetch<JobData>(queue);
        if (job === undefined) return done;
        try {
          await handler(job.data);
        } catch (error) {
          await boss.fail(queue, job, { message: String(error) });
          throw error;
        }
        await boss.complete(queue, job);
        done += 1;
      }
    },
    stop: () => boss.stop({ timeout: 10_000 }),
  };
}
