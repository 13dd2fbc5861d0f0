import { setTimeout } from 'node:timers/promises';
import { escapeIdentifier } from 'pg';
import type { PgBoss, QueueResult } from 'pg-boss';
import type { PoolAddress } from '../database/pool.ts';
import { bossAt, schema } from './boss.ts';
import { sendAgain, setOlderAside } from './older.ts';

/** A queue that the house uses. */
export interface Queue {
  readonly name: string;
  /**
   * How often a job that failed is tried again before it is given up. `startWorker` tells each failure; what was given up is kept for seven
   * days.
   */
  readonly retries: number;
  /** Seconds before the first retry; each further one waits about twice as long. */
  readonly retryAfterSeconds: number;
  /** The longest that a job may take: after it the worker counts as dead, and another takes the job. */
  readonly longestSeconds: number;
}

/** The queue pg-boss keeps for its own timetable. */
const timetable = '__pgboss__send-it';

/**
 * Makes or upgrades the job tables and the queues, as owner; `doors` may then use them. Run it under the migrations' lock.
 */
export async function installJobs(owner: PoolAddress, doors: string, queues: readonly Queue[]): Promise<void> {
  await setOlderAside(owner);
  const boss = bossAt(owner, { migrate: true, bamIntervalSeconds: 10 });
  const faults: Error[] = [];
  boss.on('error', (error) => faults.push(error));
  await boss.start();
  try {
    await indexesBuilt(boss);
    await boss.createQueue(timetable);
    const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
    for (const { name, retries, retryAfterSeconds, longestSeconds } of queues) {
      const options = {
        retryLimit: retries,
        retryDelay: retryAfterSeconds,
        retryBackoff: retryAfterSeconds > 0,
        expireInSeconds: longestSeconds,
      };
      const found = there.get(name);
      if (found === undefined) await boss.createQueue(name, options);
      else if (!isSame(found, options)) await boss.updateQueue(name, options);
    }
    await sendAgain(
      boss,
      queues.map(({ name }) => name),
    );
    await boss.getDb().executeSql(grantsTo(escapeIdentifier(doors)));
  } finally {
    await boss.stop({ graceful: false });
  }
  const [fault] = faults;
  if (fault !== undefined) throw fault;
}

function isSame(
  found: QueueResult,
  options: Pick<QueueResult, 'retryLimit' | 'retryDelay' | 'retryBackoff' | 'expireInSeconds'>,
): boolean {
  return (
    found.retryLimit === options.retryLimit &&
    found.retryDelay === options.retryDelay &&
    found.retryBackoff === options.retryBackoff &&
    found.expireInSeconds === options.expireInSeconds
  );
}

/** An upgrade leaves index builds for later. They are the owner's to do, and the owner is here only now. */
async function indexesBuilt(boss: PgBoss): Promise<void> {
  const open = new Set(['pending', 'in_progress']);
  while ((await boss.getBamStatus()).some(({ status }) => open.has(status))) await setTimeout(200);
}

/** Sending, fetching, the timetable and upkeep: no table is made, no queue removed. */
function grantsTo(role: string): string {
  return `
    grant usage on schema ${schema} to ${role};
    grant select, insert, update, delete on ${schema}.job, ${schema}.job_common, ${schema}.schedule to ${role};
    grant select, insert, update on ${schema}.queue to ${role};
    grant select, update on ${schema}.version to ${role};
    grant select, update, delete on ${schema}.instance, ${schema}.job_dependency to ${role};`;
}
