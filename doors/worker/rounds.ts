import type { PoolAddress } from '../../building/database/pool.ts';
import { inTransaction } from '../../building/database/transaction.ts';
import type { Queue } from '../../building/jobs/install.ts';
import type { JobData } from '../../building/jobs/jobs.ts';
import { startWorker, type Worker } from '../../building/jobs/worker.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { benefitsRound } from '../../office/benefits/rounds.ts';
import { deliverSms } from '../../office/notices/delivery.ts';
import { smsQueue } from '../../office/notices/queue.ts';
import { countyOfJob } from '../../office/hall/jobs/county-jobs.ts';
import type { County } from '../../values/division.ts';
import { staffRound } from '../../office/staff/rounds.ts';

/** Once a day, for the house: it leaves one job for each county. */
const daily: Queue = { name: 'house.daily', retries: 5, retryAfterSeconds: 300 };
/** What a county looks after once a day. One that fails comes back by itself, and no other waits for it. */
const countyDaily: Queue = { name: 'house.county-daily', retries: 5, retryAfterSeconds: 300 };

/** Every queue of the house; the owner of the database makes them at start. */
export const queues: readonly Queue[] = [smsQueue, daily, countyDaily];

/** Before the first person is at work: minute 10 of hour 4, in China's time. */
const earlyMorning = '10 4 * * *';

/** Begins the work that waits for nobody, for every county of the database: text messages as they come, and once a day what is over. */
export async function startRounds(
  house: BenefitsHouse,
  address: PoolAddress,
  report: (error: Error) => void,
): Promise<Worker> {
  const worker = await startWorker(address, report);
  const forCounty = (work: (county: County, job: JobData) => Promise<void>) => async (job: JobData) =>
    work(await countyOfJob(house.counties, job), job);
  await worker.work(
    smsQueue.name,
    forCounty((county, job) => deliverSms(house, county, job)),
  );
  await worker.work(daily.name, () => leaveCountyRounds(house));
  await worker.work(
    countyDaily.name,
    forCounty((county) => countyRound(house, county)),
  );
  await worker.schedule(daily.name, earlyMorning);
  return worker;
}

/** All of them or none: done again after a failure, a county's round does no harm. */
async function leaveCountyRounds(house: BenefitsHouse): Promise<void> {
  const counties = await house.counties.now();
  await inTransaction(house.db, {}, async (trx) => {
    for (const { code } of counties) await house.jobs.leave(trx, countyDaily.name, code, [{}]);
  });
}

async function countyRound(house: BenefitsHouse, county: County): Promise<void> {
  await staffRound(house, county);
  await benefitsRound(house, county);
}
