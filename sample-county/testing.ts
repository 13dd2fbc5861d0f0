import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { fixedClock } from '../building/clock.ts';
import { type TestDatabase, testDatabase } from '../building/database/testing.ts';
import { keyRing } from '../building/identity/keys.ts';
import type { Tables } from '../migrations/tables.ts';
import type { BenefitsHouse } from '../office/benefits/house.ts';
import { openShelf } from '../office/benefits/law/packs.ts';
import { desks } from '../office/desks.ts';
import { introduced } from '../office/hall/take-together.ts';
import { publish } from '../office/benefits/law/publish.ts';
import { calendarOf } from '../office/hall/calendar/calendar-store.ts';
import { takeUpLawCalendar } from '../office/hall/calendar/law-calendar.ts';
import { keepServed } from '../office/hall/counties/counties.ts';
import { filesOfCounties, keysOfCounties } from '../office/hall/counties/keys.ts';

/** A house over a database of its own, with no county in it yet; only what the loader stands on. */
export async function houseAt(
  instant: string,
): Promise<{ readonly house: BenefitsHouse; readonly database: TestDatabase<Tables> }> {
  const folder = await mkdtemp(join(tmpdir(), 'huijia-sample-files-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const database = await testDatabase<Tables>();
  const { doors } = database;
  const keysOf = keysOfCounties(keyRing([Buffer.alloc(32, 3)]), new Set());
  const house: BenefitsHouse = {
    served: keepServed(doors),
    db: doors,
    clock: fixedClock(instant),
    keysOf,
    filesOf: filesOfCounties(folder, keysOf),
    jobs: { leave: () => Promise.resolve() },
    packs: await openShelf(),
    calendar: () => calendarOf(doors),
    smsOf: () => ({ send: async () => ({ kind: 'sent' }) }),
    introduced: introduced(desks, () => house),
  };
  await takeUpLawCalendar(house);
  await publish(doors, house.packs, house.clock.now());
  return { house, database };
}
