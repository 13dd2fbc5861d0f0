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
import { figuresRound } from '../office/oversight/province/write-figures.ts';
import { loadProvince } from '../sample-county/load/load-province.ts';
import { sampleProvince } from '../sample-county/province.ts';
import { loadSample } from '../sample-county/load/load.ts';
import { type SamplePeople, samplePeople } from '../sample-county/clerks.ts';
import { sampleCounties } from '../sample-county/people/places.ts';
import { countyOf } from '../values/division.ts';
import { sampleStaff } from '../sample-county/sign-in-list.ts';

/** A county of the journey's house, with its small sample in it. */
export interface JourneyCounty {
  /** `http://localhost:…`; of several counties, each has its own path: `http://localhost:…/c/990102`. */
  readonly origin: string;
  readonly people: SamplePeople;
  /** Looks behind the curtain, as the system. */
  readonly look: <T>(work: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>;
}

/** A house with every door open, for one journey; as a county, it is the first. */
export interface JourneyHouse extends JourneyCounty {
  readonly house: BenefitsHouse;
  readonly counties: readonly JourneyCounty[];
  /** Where the staff of the province come in; only a house of several counties has one. */
  readonly province: Pick<JourneyCounty, 'origin'>;
  /** Text messages that left, as the terminal shows them. */
  readonly messages: readonly string[];
  /** What went wrong on our side while the journey ran; a journey ends with none. */
  readonly faults: readonly unknown[];
}

/** A Friday on which offices work, in a year whose holidays are published. */
export const journeyDay = '2026-11-20';

/**
 * Opens a house of its own on a folder and a database of its own; both are gone after the journey. Call it at the top level of the journey.
 */
export async function openJourneyHouse({
  counties: howMany = 1,
  staffFolder,
}: { readonly counties?: number; readonly staffFolder?: string } = {}): Promise<JourneyHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'huijia-journey-'));
  const faults: unknown[] = [];
  const messages: string[] = [];
  const environment = readEnvironment({
    HUIJIA_DATA: folder,
    HUIJIA_SAMPLE: 'small',
    HUIJIA_NOW: `${journeyDay}T09:30:00+08:00`,
    PORT: '0',
  });
  const opened = await openHouse(environment, (line) => void messages.push(line));
  const { house, database } = opened;
  const places = sampleCounties.slice(0, howMany);
  await takeUpLawCalendar(house);
  for (const { county } of places) {
    const loaded = await loadSample(house, countyOf(county.code), 'small');
    if (loaded.kind !== 'loaded') throw new Error('A new database is empty');
    if (howMany > 1) await figuresRound(house, countyOf(county.code));
  }
  if (howMany > 1) await loadProvince(house);
  const worker = await startRounds(house, database.doorAddress, (error) => void faults.push(error));
  const server = await serveHouse(house, {
    sampleStaff: sampleStaff(),
    publicOrigin: undefined,
    ...(staffFolder !== undefined && { staffFolder }),
    report: (error) => void faults.push(error),
  });
  const port = await listen(server, environment);
  afterAll(async () => {
    await server.close();
    await worker.stop();
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  });
  const counties = places.map((place): JourneyCounty => {
    const county = countyOf(place.county.code);
    const system = settingsOf({ kind: 'system', county, purpose: { key: 'check-afterwards' } });
    return {
      origin: `http://localhost:${port}${howMany === 1 ? '' : `/c/${county}`}`,
      people: samplePeople(house.clock.today(), 'small', place),
      look: (work) => inTransaction(house.db, system, work),
    };
  });
  const [first] = counties;
  if (first === undefined) throw new Error('A journey’s house has a county');
  const province = { origin: `http://localhost:${port}/p/${sampleProvince.code}` };
  return { ...first, house, counties, province, messages, faults };
}
