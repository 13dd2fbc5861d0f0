import { join } from 'node:path';
import { clockFrom } from '../building/clock.ts';
import { holdDataFolder } from '../building/data-folder.ts';
import { type OpenDatabase, openDatabase } from '../building/database/connect.ts';
import { runningEmbedded, startEmbedded } from '../building/database/embedded.ts';
import { readMigrations } from '../building/database/migrate.ts';
import type { PoolAddress } from '../building/database/pool.ts';
import { fileStore } from '../building/files/store.ts';
import { loadKeys } from '../building/identity/keys.ts';
import { installJobs } from '../building/jobs/install.ts';
import { jobsOn } from '../building/jobs/jobs.ts';
import { OperatorFault } from '../building/operator-fault.ts';
import type { Tables } from '../migrations/tables.ts';
import { keepCalendar } from '../office/benefits/calendar.ts';
import { openShelf } from '../office/benefits/packs.ts';
import type { House } from '../office/house.ts';
import { gatewaySms, noSms } from '../office/notices/sms-gateway.ts';
import { type SmsAdapter, sampleSms } from '../office/notices/sms.ts';
import type { Environment } from './environment.ts';
import { queues } from './worker/rounds.ts';

/** A house whose database is open, before any of its doors is. */
export interface OpenHouse {
  readonly house: House;
  readonly database: OpenDatabase<Tables>;
  /** Fulfilled when the embedded server has ended, whoever ended it; never where there is none. */
  readonly serverEnded: Promise<void>;
  /** Closes the database, stops the embedded server and gives the data folder back. */
  close(): Promise<void>;
}

/** Where the database is, and how to let go of it. */
interface Ground {
  readonly owner: PoolAddress;
  readonly serverEnded: Promise<void>;
  release(): Promise<void>;
}

const migrationsFolder = join(import.meta.dirname, '../migrations');

/**
 * Opens the house: data folder, keys, database, migrations, packs, calendar. `print` shows the operator a line.
 * @throws OperatorFault for whatever only the operator can mend.
 */
export async function openHouse(environment: Environment, print: (line: string) => void): Promise<OpenHouse> {
  return openOn(environment, print, await ownGround(environment));
}

/** Opens the house beside one that already runs on the same data folder or database: the worker alone. */
export async function openHouseBeside(environment: Environment, print: (line: string) => void): Promise<OpenHouse> {
  return openOn(environment, print, await sharedGround(environment));
}

async function ownGround({ dataFolder, databaseUrl }: Environment): Promise<Ground> {
  const folder = await holdDataFolder(dataFolder);
  if (databaseUrl !== undefined) return urlGround(databaseUrl, () => folder.release());
  try {
    const server = await startEmbedded(dataFolder);
    const release = async (): Promise<void> => {
      await server.stop();
      await folder.release();
    };
    return { owner: server.owner, serverEnded: server.ended, release };
  } catch (error) {
    await folder.release();
    throw error;
  }
}

async function sharedGround({ dataFolder, databaseUrl }: Environment): Promise<Ground> {
  if (databaseUrl !== undefined) return urlGround(databaseUrl, () => Promise.resolve());
  const owner = await runningEmbedded(dataFolder);
  if (owner === undefined) {
    throw new OperatorFault({
      zh: '内置数据库没有运行。请先 npm start，或用 DATABASE_URL 指定数据库。',
      en: 'The embedded database does not run. Do npm start first, or name a database in DATABASE_URL.',
    });
  }
  return { owner, serverEnded: new Promise(() => undefined), release: () => Promise.resolve() };
}

function urlGround(connectionString: string, release: () => Promise<void>): Ground {
  return { owner: { connectionString }, serverEnded: new Promise(() => undefined), release };
}

async function openOn(environment: Environment, print: (line: string) => void, ground: Ground): Promise<OpenHouse> {
  try {
    const sample = environment.sample !== 'none';
    const clock = clockFrom(environment.now, { sample });
    const keys = await loadKeys(environment.dataFolder, environment.key);
    const [packs, migrations] = await Promise.all([openShelf(), readMigrations(migrationsFolder)]);
    const database = await openDatabase<Tables>({
      owner: ground.owner,
      migrations,
      doorPassword: keys.doorPassword,
      prepare: (client, doors) => installJobs(client, doors, queues),
    });
    const house: House = {
      county: environment.county,
      db: database.doors,
      clock,
      keys,
      files: fileStore(join(environment.dataFolder, 'files'), keys),
      jobs: jobsOn(database.doorPool),
      packs,
      calendar: keepCalendar(database.doors).calendar,
      sms: smsOf(environment, print),
      sample,
    };
    const close = async (): Promise<void> => {
      await database.close();
      await ground.release();
    };
    return { house, database, serverEnded: ground.serverEnded, close };
  } catch (error) {
    await ground.release();
    throw error;
  }
}

/** A sample county never sends a message to a real phone. */
function smsOf({ sample, smsGateway }: Environment, print: (line: string) => void): SmsAdapter {
  if (sample !== 'none') return sampleSms(print);
  return smsGateway === undefined ? noSms : gatewaySms(smsGateway);
}
