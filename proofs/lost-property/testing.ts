import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pg from 'pg';
import { afterAll } from 'vitest';
import { inCheckout } from '../../building/checkout.ts';
import { createServer } from '../../building/http/server.ts';
import { installJobs } from '../../building/jobs/install.ts';
import { mountApi } from '../../doors/api/app.ts';
import { mountFamilySite } from '../../doors/family-site/app.ts';
import { queuesOf } from '../../doors/worker/rounds.ts';
import { openShelf } from '../../office/benefits/law/packs.ts';
import { desks, type OfficeHouse } from '../../office/desks.ts';
import { keepCalendar } from '../../office/hall/calendar/calendar.ts';
import type { Desk } from '../../office/hall/desk.ts';
import { pathOfSample } from '../../office/hall/counties/decide.ts';
import { filesOfCounties } from '../../office/hall/counties/keys.ts';
import { introduced } from '../../office/hall/take-together.ts';
import { testHouse } from '../../office/staff/testing.ts';
import { lostPropertyDesk } from './desk.ts';

/** The desks of the house and the one that exists only here. */
export const allDesks = [...desks, lostPropertyDesk];

/** A house with that desk and its migration, and a server with its API and its pages. */
export async function houseWithLostProperty(open: readonly Desk<OfficeHouse>[] = allDesks) {
  const { house: part, ownerAddress, doorAddress, ...rest } = await testHouse();
  const client = new pg.Client(ownerAddress);
  await client.connect();
  await client.query(await readFile(inCheckout('proofs/lost-property/0900_lost_property.sql'), 'utf8'));
  await client.end();
  await installJobs(ownerAddress, doorAddress.user ?? '', queuesOf(open));
  const folder = await mkdtemp(join(tmpdir(), 'huijia-lost-property-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const house: OfficeHouse = {
    ...part,
    packs: await openShelf(),
    filesOf: filesOfCounties(folder, part.keysOf),
    calendar: keepCalendar(part.db).now,
    introduced: introduced(open, () => house),
  };
  const server = await createServer({
    base: pathOfSample,
    apiPrefix: '/api/',
    api: { title: 'Huijia', version: '0.0.0', description: 'a test' },
    problemPage: ({ title }) => title['zh-CN'],
    report: (error) => {
      throw error;
    },
  });
  await mountApi(server, house, open);
  await mountFamilySite(server, house, open);
  afterAll(() => server.close());
  return { ...rest, house, server, doorAddress };
}
