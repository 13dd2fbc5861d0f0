import { inTransaction } from '../../building/database/transaction.ts';
import type { PoolAddress } from '../../building/database/pool.ts';
import type { Queue } from '../../building/jobs/install.ts';
import type { JobData } from '../../building/jobs/jobs.ts';
import { startWorker, type Worker } from '../../building/jobs/worker.ts';
import { desks, type OfficeHouse } from '../../office/desks.ts';
import type { Desk } from '../../office/hall/desk.ts';
import { countyOfJob } from '../../office/hall/jobs/county-jobs.ts';
import type { County } from '../../values/division.ts';

type Desks = readonly Desk<OfficeHouse>[];

/** Once a day, for the house: it leaves one job for each county. */
const daily: Queue = { name: 'house.daily', retries: 5, retryAfterSeconds: 300, longestSeconds: 600 };
/** What a county looks after once a day. One that fails comes back by itself, and no other waits for it. */
const countyDaily: Queue = {
  name: 'house.county-daily',
  retries: 5,
  retryAfterSeconds: 300,
  longestSeconds: 3 * 3_600,
};

/** Every queue of the desks; the owner of the database makes them at start. */
export function queuesOf(open: Desks = desks): readonly Queue[] {
  return [daily, countyDaily, ...open.flatMap(({ works = [] }) => works.map(({ queue }) => queue))];
}

/** Before the first person is at work: minute 10 of hour 4, in China's time. */
const earlyMorning = '10 4 * * *';

/** Begins the work that waits for nobody, for every county of the database: each desk's jobs as they come, and once a day its rounds. */
export async function startRounds(
  house: OfficeHouse,
  address: PoolAddress,
  report: (error: Error) => void,
  open: Desks = desks,
): Promise<Worker> {
  const worker = await startWorker(address, report);
  const forCounty = (work: (county: County, job: JobData) => Promise<void>) => async (job: JobData) => {
    const county = await countyOfJob(house.served, job);
    await work(county, job).catch((cause: unknown) => {
      throw new AggregateError([cause], `It was for ${county}`);
    });
  };
  for (const { queue, run } of open.flatMap(({ works = [] }) => works))
    await worker.work(
      queue.name,
      forCounty((county, job) => run(house, county, job)),
    );
  await worker.work(daily.name, async () => {
    await tellGivenUp(worker, report);
    await leaveCountyRounds(house);
  });
  await worker.work(
    countyDaily.name,
    forCounty((county) => countyRound(house, county, open)),
  );
  await worker.schedule(daily.name, earlyMorning);
  return worker;
}

/** Whoever runs the house hears every day what was given up and is still kept, after each try was told when it failed. */
async function tellGivenUp(worker: Worker, report: (error: Error) => void): Promise<void> {
  for (const { queue, count } of await worker.givenUp())
    report(new Error(`${count} jobs of ${queue} were given up in the last seven days`));
}

/** All of them or none: done again after a failure, a county's round does no harm. */
async function leaveCountyRounds(house: OfficeHouse): Promise<void> {
  const { counties } = await house.served.now('afresh');
  await inTransaction(house.db, {}, async (trx) => {
    for (const { code } of counties) await house.jobs.leave(trx, countyDaily.name, code, [{}]);
  });
}

/** A county's rounds of all desks, ground first. One that fails keeps no other from being made; the job then comes back. */
async function countyRound(house: OfficeHouse, county: County, open: Desks = desks): Promise<void> {
  const failed: unknown[] = [];
  for (const { run } of open.flatMap(({ rounds = [] }) => rounds)) {
    await run(house, county).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw new AggregateError(failed, `Not every daily round of ${county} was made`);
}
