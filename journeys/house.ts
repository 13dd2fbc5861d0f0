import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { listen } from '../building/http/server.ts';
import { inTransaction, type Transaction } from '../building/database/transaction.ts';
import { readEnvironment } from '../doors/environment.ts';
import { openHouse } from '../doors/open-house.ts';
import { serveHouse } from '../doors/serve.ts';
import { startRounds } from '../doors/worker/rounds.ts';
import type { Tables } from '../migrations/tables.ts';
import { takeUpLawCalendar } from '../office/hall/calendar/law-calendar.ts';
import type { BenefitsHouse } from '../office/benefits/house.ts';
import { settingsOf } from '../office/hall/who/acting.ts';
import { loadSample } from '../sample-county/load.ts';
import { type SamplePeople, samplePeople } from '../sample-county/people.ts';
import { sampleStaff } from '../sample-county/sign-in-list.ts';

/** A house with every door open and the small sample county in it, for one journey. */
export interface JourneyHouse {
  /** `http://localhost:…` */
  readonly origin: string;
  readonly house: BenefitsHouse;
  readonly people: SamplePeople;
  /** Looks behind the curtain, as the system. */
  look<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** What went wrong on our side while the journey ran; a journey ends with none. */
  readonly faults: readonly unknown[];
}

/** A Friday on which offices work, in a year whose holidays are published. */
export const journeyDay = '2026-11-20';

/** Opens a house of its own on a folder and a database of its own; both are gone after the journey. Call it at the top level of the journey. */
export async function openJourneyHouse(): Promise<JourneyHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'huijia-journey-'));
  const faults: unknown[] = [];
  const environment = readEnvironment({
    HUIJIA_DATA: folder,
    HUIJIA_SAMPLE: 'small',
    HUIJIA_NOW: `${journeyDay}T09:30:00+08:00`,
    PORT: '0',
  });
  const opened = await openHouse(environment, () => undefined);
  const { house, database } = opened;
  const sampleCounty = environment.county;
  await takeUpLawCalendar(house);
  const loaded = await loadSample(house, sampleCounty, 'small');
  if (loaded.kind !== 'loaded') throw new Error('A new database is empty');
  const worker = await startRounds(house, database.doorAddress, (error) => void faults.push(error));
  const server = await serveHouse(house, {
    sampleStaff: sampleStaff(),
    publicOrigin: undefined,
    report: (error) => void faults.push(error),
  });
  const port = await listen(server, environment);
  afterAll(async () => {
    await server.close();
    await worker.stop();
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  });
  const system = settingsOf({ kind: 'system', county: sampleCounty, purpose: { key: 'check-afterwards' } });
  return {
    origin: `http://localhost:${port}`,
    house,
    people: samplePeople(house.clock.today(), 'small'),
    look: (work) => inTransaction(house.db, system, work),
    faults,
  };
}
