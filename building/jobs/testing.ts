import type { PoolAddress } from '../database/pool.ts';
import { bossAt } from './boss.ts';
import type { JobData } from './jobs.ts';
import type { Handler } from './worker.ts';

/**
 * Does what waits in a queue now, one job after the other, and returns how many jobs that was. A handler's error is thrown after its job
 * was put back.
 */
export async function drain(address: PoolAddress, queue: string, handler: Handler): Promise<number> {
  const boss = bossAt(address, {});
  boss.on('error', (error) => {
    throw error;
  });
  await boss.start();
  try {
    for (let done = 0; ; done += 1) {
      const [job] = await boss.fetch<JobData>(queue);
      if (job === undefined) return done;
      try {
        await handler(job.data);
      } catch (error) {
        await boss.fail(queue, job, { message: String(error) });
        throw error;
      }
      await boss.complete(queue, job);
    }
  } finally {
    await boss.stop({ timeout: 10_000 });
  }
}
