import { readFile } from 'node:fs/promises';
import * as pg from 'pg';
import { afterAll } from 'vitest';
import { inCheckout } from '../../building/checkout.ts';
import { createServer } from '../../building/http/server.ts';
import { installJobs } from '../../building/jobs/install.ts';
import { mountApi } from '../../doors/api/app.ts';
import { queuesOf } from '../../doors/worker/rounds.ts';
import { openShelf } from '../../office/benefits/law/packs.ts';
import { desks, type OfficeHouse } from '../../office/desks.ts';
import { keepCalendar } from '../../office/hall/calendar/calendar.ts';
import { introduced } from '../../office/hall/take-together.ts';
import { testHouse } from '../../office/staff/testing.ts';
import { lostPropertyDesk } from './desk.ts';

/** The desks of the house and the one that exists only here. */
export const allDesks = [...desks, lostPropertyDesk];

/** A house with that desk and its migration, and a server with its API. */
export async function houseWithLostProperty() {
  const { house: part, ownerAddress, doorAddress, ...rest } = await testHouse();
  const client = new pg.Client(ownerAddress);
  await client.connect();
  await client.query(await readFile(inCheckout('proofs/lost-property/0900_lost_property.sql'), 'utf8'));
  await client.end();
  await installJobs(ownerAddress, doorAddress.user ?? '', queuesOf(allDesks));
  const house: OfficeHouse = {
    ...part,
    packs: await openShelf(),
    calendar: keepCalendar(part.db).now,
    introduced: introduced(allDesks, () => house),
  };
  const server = await createServer({
    apiPrefix: '/api/',
    api: { title: 'Huijia', version: '0.0.0', description: 'a test' },
    problemPage: ({ title }) => title['zh-CN'],
    report: (error) => {
      throw error;
    },
  });
  await mountApi(server, house, allDesks);
  afterAll(() => server.close());
  return { ...rest, house, server, doorAddress };
}
