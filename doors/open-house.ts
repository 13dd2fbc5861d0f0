import { inEveryLanguage } from '../values/language.ts';
import { join } from 'node:path';
import { inCheckout } from '../building/checkout.ts';
import { clockFrom } from '../building/clock.ts';
import { holdDataFolder, makeDataFolder } from '../building/data-folder.ts';
import { type OpenDatabase, openDatabase } from '../building/database/connect.ts';
import { runningEmbedded, startEmbedded } from '../building/database/server/embedded.ts';
import { type Migration, readMigrations } from '../building/database/schema/migrate.ts';
import type { PoolAddress } from '../building/database/pool.ts';
import { loadKeys } from '../building/identity/keys.ts';
import { installJobs } from '../building/jobs/install.ts';
import { openJobs } from '../building/jobs/jobs.ts';
import { OperatorFault } from '../building/operator-fault.ts';
import type { Tables } from '../migrations/tables.ts';
import { keepCalendar } from '../office/hall/calendar/calendar.ts';
import { countiesOfFirstKey, keepServed } from '../office/hall/counties/counties.ts';
import { filesOfCounties, keysOfCounties } from '../office/hall/counties/keys.ts';
import { countyJobs } from '../office/hall/jobs/county-jobs.ts';
import { openShelf, type PackShelf } from '../office/benefits/law/packs.ts';
import { desks, type OfficeHouse } from '../office/desks.ts';
import { introduced } from '../office/hall/take-together.ts';
import { gatewaySms, noSms } from '../building/sms/gateway.ts';
import { type SmsAdapter, sampleSms } from '../building/sms/sms.ts';
import { type County, isInvented } from '../values/division.ts';
import type { Environment } from './environment.ts';
import { queuesOf } from './worker/rounds.ts';
import { words } from './words/made/all.ts';

/** A house whose database is open, before any of its doors is. */
export interface OpenHouse {
  readonly house: OfficeHouse;
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

type Print = (line: string) => void;

const migrationsFolder = inCheckout('migrations');
const never = new Promise<never>(() => undefined);

/**
 * Opens the house: keys, database, migrations, packs, calendar. `whileMaking` is called while the embedded server makes a new database.
 * @throws OperatorFault for whatever only the operator can put right.
 */
export async function openHouse(
  environment: Environment,
  print: Print,
  whileMaking: () => void = () => undefined,
): Promise<OpenHouse> {
  const { dataFolder, databaseUrl } = environment;
  if (databaseUrl !== undefined) return openOn(environment, print, urlGround(databaseUrl));
  const folder = await holdDataFolder(dataFolder);
  try {
    return await openOn(environment, print, async (waiting) => {
      const server = await startEmbedded(dataFolder, {
        waiting: (newCluster) => {
          waiting();
          if (newCluster) whileMaking();
        },
      });
      const release = async (): Promise<void> => {
        await server.stop();
        await folder.release();
      };
      return { owner: server.owner, serverEnded: server.ended, release };
    });
  } catch (error) {
    await folder.release();
    throw error;
  }
}

/** Opens the house beside one that already runs on the same data folder or database: the worker alone. */
export async function openHouseBeside(environment: Environment, print: Print): Promise<OpenHouse> {
  const { dataFolder, databaseUrl } = environment;
  if (databaseUrl !== undefined) return openOn(environment, print, urlGround(databaseUrl));
  return openOn(environment, print, async () => {
    const owner = await runningEmbedded(dataFolder);
    if (owner === undefined) throw nothingRuns();
    return { owner, serverEnded: never, release: () => Promise.resolve() };
  });
}

function nothingRuns(): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.notRunning));
}

/** Several processes may share a hosted database and a folder of photos: nobody holds the folder. */
function urlGround(connectionString: string): () => Promise<Ground> {
  return () => Promise.resolve({ owner: { connectionString }, serverEnded: never, release: () => Promise.resolve() });
}

/** `findGround` may say that it only waits: what needs no database is read meanwhile. */
async function openOn(
  environment: Environment,
  print: Print,
  findGround: (waiting: () => void) => Promise<Ground>,
): Promise<OpenHouse> {
  const { dataFolder } = environment;
  const sample = environment.sample !== 'none';
  const clock = clockFrom(environment.now, { sample });
  await makeDataFolder(dataFolder);
  const ring = await loadKeys(dataFolder, environment.key);
  let reading: Promise<readonly [PackShelf, readonly Migration[]]> | undefined;
  const read = () => (reading ??= Promise.all([openShelf(), readMigrations(migrationsFolder)]));
  // A failure is met below; until then it must not count as unhandled.
  const ground = await findGround(() => void read().catch(() => undefined));
  try {
    const [packs, migrations] = await read();
    const { owner, serverEnded } = ground;
    const prepare = (address: PoolAddress, doors: string): Promise<void> => installJobs(address, doors, queuesOf());
    const database = await openDatabase<Tables>({ owner, migrations, doorPassword: ring.doorPassword, prepare });
    const db = database.doors;
    const jobs = await openJobs(database.doorPool);
    const keysOf = keysOfCounties(ring, await countiesOfFirstKey(db));
    const house: OfficeHouse = {
      served: keepServed(db, { sample }),
      db,
      clock,
      keysOf,
      filesOf: filesOfCounties(join(dataFolder, 'files'), keysOf),
      jobs: countyJobs(jobs),
      packs,
      calendar: keepCalendar(db).now,
      smsOf: smsOf(environment, print),
      introduced: introduced(desks, () => house),
    };
    await beginning(house).catch(async (error: unknown) => {
      await jobs.close();
      await database.close();
      throw error;
    });
    const close = async (): Promise<void> => {
      await jobs.close();
      await database.close();
      await ground.release();
    };
    return { house, database, serverEnded, close };
  } catch (error) {
    await ground.release();
    throw error;
  }
}

/** What the desks do at each start, ground first. */
async function beginning(house: OfficeHouse): Promise<void> {
  for (const { atStart } of desks) await atStart?.(house);
  await house.served.now();
}

/** An invented county never sends a message: its numbers may be somebody's. */
function smsOf({ smsGateway }: Environment, print: Print): (county: County) => SmsAdapter {
  const [shown, sent] = [sampleSms(print), smsGateway === undefined ? noSms : gatewaySms(smsGateway)];
  return (county) => (isInvented(county) ? shown : sent);
}
