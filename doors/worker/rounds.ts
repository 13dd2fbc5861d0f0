import type { PoolAddress } from '../../building/database/pool.ts';
import type { Queue } from '../../building/jobs/install.ts';
import { startWorker, type Worker } from '../../building/jobs/worker.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { benefitsRound } from '../../office/benefits/rounds.ts';
import { deliverSms } from '../../office/notices/delivery.ts';
import { smsQueue } from '../../office/notices/queue.ts';
import { staffRound } from '../../office/staff/rounds.ts';

const daily: Queue = { name: 'house.daily', retries: 5, retryAfterSeconds: 300 };

/** Every queue of the house; the owner of the database makes them at start. */
export const queues: readonly Queue[] = [smsQueue, daily];

/** Before the first person is at work: minute 10 of hour 4, in China's time. */
const earlyMorning = '10 4 * * *';

/** Begins the work that waits for nobody: text messages as they come, and once a day what is over. */
export async function startRounds(
  house: BenefitsHouse,
  address: PoolAddress,
  report: (error: Error) => void,
): Promise<Worker> {
  const worker = await startWorker(address, report);
  await worker.work(smsQueue.name, (job) => deliverSms(house, job));
  await worker.work(daily.name, () => dailyRound(house));
  await worker.schedule(daily.name, earlyMorning);
  return worker;
}

async function dailyRound(house: BenefitsHouse): Promise<void> {
  await staffRound(house);
  await benefitsRound(house);
}
