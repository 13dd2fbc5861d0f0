import type { Transaction } from '../../../building/database/transaction.ts';
import type { JobData, Jobs, When } from '../../../building/jobs/jobs.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { County } from '../../../values/division.ts';
import type { Kept } from '../../../building/keep-fresh.ts';
import type { Served } from '../counties/decide.ts';

/** Where acts leave work for later: each job is a county's, and says so. */
export interface CountyJobs {
  /** As `Jobs.leave`, for a county. */
  leave(trx: Transaction<Tables>, queue: string, county: County, jobs: readonly JobData[], when?: When): Promise<void>;
}

export function countyJobs(jobs: Jobs): CountyJobs {
  return {
    leave: (trx, queue, county, left, when) =>
      jobs.leave(
        trx,
        queue,
        left.map((data) => ({ ...data, county })),
        when,
      ),
  };
}

/**
 * The county that a job is done for. One that was left before jobs named theirs is of the only county there is. Throws when it names none
 * and several could be meant, or one that is not of this database: the job comes back, and stays as failed in the end.
 */
export async function countyOfJob(served: Kept<Served>, job: Readonly<Record<string, unknown>>): Promise<County> {
  const counties = (await served.now()).counties.map(({ code }) => code);
  const named = job['county'] ?? (counties.length === 1 ? counties[0] : undefined);
  const found = counties.find((code) => code === named);
  if (found === undefined)
    throw new Error(`A job names its county, and this one names ${JSON.stringify(job['county'])}`);
  return found;
}
