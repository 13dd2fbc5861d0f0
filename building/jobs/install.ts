import type * as pg from 'pg';
import { bossOn, schema } from './boss.ts';

/** A queue that the house uses. */
export interface Queue {
  readonly name: string;
  /** How often a job that failed is tried again before it is given up and kept as failed. */
  readonly retries: number;
  /** Seconds before the first retry; each further one waits about twice as long. */
  readonly retryAfterSeconds: number;
}

/** The queue pg-boss keeps for its own timetable. */
const timetable = '__pgboss__send-it';

/**
 * Makes or upgrades the job tables and the queues, as owner; `doors` may then use them. Making a queue makes a partition, so it can't be left
 * to the doors. Run it under the migrations' lock.
 */
export async function installJobs(client: pg.Client, doors: string, queues: readonly Queue[]): Promise<void> {
  const boss = bossOn(client, { migrate: true });
  await boss.start();
  await boss.createQueue(timetable);
  for (const { name, retries, retryAfterSeconds } of queues) {
    const options = { name, retryLimit: retries, retryDelay: retryAfterSeconds, retryBackoff: retryAfterSeconds > 0 };
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }
  await boss.stop({ graceful: false });
  const role = client.escapeIdentifier(doors);
  await client.query(`
    grant usage on schema ${schema} to ${role};
    grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    grant execute on all functions in schema ${schema} to ${role};`);
}
