import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import * as pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { inCheckout } from '../../building/checkout.ts';
import { inTransaction } from '../../building/database/transaction.ts';
import { createServer } from '../../building/http/server.ts';
import { installJobs } from '../../building/jobs/install.ts';
import { type JobData, openJobs } from '../../building/jobs/jobs.ts';
import { mountApi } from '../../doors/api/app.ts';
import { mountFamilySite } from '../../doors/family-site/app.ts';
import { queuesOf, startRounds } from '../../doors/worker/rounds.ts';
import { openShelf } from '../../office/benefits/law/packs.ts';
import { desks, type OfficeHouse } from '../../office/desks.ts';
import { enter } from '../../office/families/register/register.ts';
import { keepCalendar } from '../../office/hall/calendar/calendar.ts';
import { takeIn } from '../../office/hall/counties/counties.ts';
import { pathOfSample } from '../../office/hall/counties/decide.ts';
import { allFields } from '../../office/hall/fields/held.ts';
import { introduced } from '../../office/hall/take-together.ts';
import { publishedFigures } from '../../office/hall/published.ts';
import { ownLooks } from '../../office/oversight/looks.ts';
import { as, county, dongzhuang, liutang, system, testHouse, wholeCounty } from '../../office/staff/testing.ts';
import type { County } from '../../values/division.ts';
import { lostPropertyDesk, lostQueue } from './desk.ts';

const neighbour = '990102' as County;
const broken = { key: 'broken', run: (_: OfficeHouse, of: County) => failFor(of) };
const all = [...desks, { ...lostPropertyDesk, rounds: [broken, ...(lostPropertyDesk.rounds ?? [])] }];
const { house: part, hire, pool, ownerAddress, doorAddress } = await testHouse();
await migrate();
await installJobs(ownerAddress, doorAddress.user ?? '', queuesOf(all));
await takeIn(part, [neighbour]);

const house: OfficeHouse = {
  ...part,
  packs: await openShelf(),
  calendar: keepCalendar(part.db).now,
  introduced: introduced(all, () => house),
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
await mountApi(server, house, all);
await mountFamilySite(server, house, all);
await server.ready();
const jobs = await openJobs(pool);

/** What the operator was told of jobs that failed. */
const told: string[] = [];
const worker = await startRounds(house, doorAddress, ({ message }) => void told.push(message), all);
afterAll(async () => {
  await worker.stop();
  await jobs.close();
  await server.close();
});

const password = '河边的柳树又绿了一年';
const administrator = await hire('石敬之', 'administer', wholeCounty, password);
const porter = await hire('门卫老赵', 'receive', liutang, password);
const api = `/c/${county}/api/office`;

/** One county's round goes wrong each day. */
function failFor(of: County): Promise<void> {
  return of === neighbour ? Promise.reject(new Error('the cupboard is locked')) : Promise.resolve();
}

async function migrate(): Promise<void> {
  const client = new pg.Client(ownerAddress);
  await client.connect();
  await client.query(await readFile(inCheckout('proofs/lost-property/0900_lost_property.sql'), 'utf8'));
  await client.end();
}

async function signIn(signInName: string) {
  const answer = await server.inject({ method: 'POST', url: `${api}/sign-in`, payload: { signInName, password } });
  const cookie = `huijia-office=${answer.cookies[0]?.value ?? ''}`;
  const { formToken, menu } = answer.json<{ formToken: string; menu: { key: string; to: string; count?: number }[] }>();
  return { headers: { cookie, 'x-form-token': formToken }, menu };
}

const actingFor = (of: County) => ({ ...system, county: of });

async function thingsOf(of: County): Promise<readonly string[]> {
  const { rows } = await as(house, actingFor(of), (trx) =>
    sql<{ what: string }>`select what from lost_thing where county = ${of} order by what`.execute(trx),
  );
  return rows.map(({ what }) => what);
}

/** Leaves a job as whoever does not go through the county's own door. */
const leave = (queue: string, job: JobData) => inTransaction(house.db, {}, (trx) => jobs.leave(trx, queue, [job]));
const soon = { timeout: 20_000 };

test('its duty is granted, its route serves, its job is done by the worker, its figure is made, its menu entry counts', async () => {
  const before = await signIn(porter.signInName);
  const url = `${api}/lost-property`;
  const refused = await server.inject({ method: 'POST', url, headers: before.headers, payload: { what: '一把黑伞' } });
  expect([refused.statusCode, refused.json<{ detail: string }>().detail]).toEqual([
    403,
    '这一步由承担“失物保管”职责的工作人员办理，您没有这项职责。',
  ]);

  const granted = await server.inject({
    method: 'POST',
    url: `${api}/staff/${porter.id}/duties`,
    headers: (await signIn(administrator.signInName)).headers,
    payload: { duty: 'lost-property/keep', division: liutang },
  });
  expect(granted.statusCode).toBe(204);
  const kept = await server.inject({ method: 'POST', url, headers: before.headers, payload: { what: '一把黑伞' } });
  expect(kept.statusCode).toBe(201);
  await expect.poll(() => thingsOf(county), soon).toEqual(['一把黑伞']);

  const { menu } = await signIn(porter.signInName);
  expect(menu.find(({ key }) => key === 'lost-property')).toMatchObject({ to: '/lost-property', count: 1 });
  // One thing is about too few: the figure is there, its value is not.
  expect(await publishedFigures(all, house, county)).toContainEqual({
    key: 'lost-things',
    words: expect.objectContaining({ 'zh-CN': '待领的失物', en: 'Things waiting for their owners' }) as unknown,
    unit: 'count',
  });
});

test('one worker does the jobs of two counties, each in its own, and families of each read of their own on its page', async () => {
  await leave(lostQueue.name, { county: neighbour, what: '一顶草帽', who: porter.id });
  await expect.poll(() => thingsOf(neighbour), soon).toEqual(['一顶草帽']);
  expect(await thingsOf(county)).toEqual(['一把黑伞']);
  const pages = await Promise.all([county, neighbour].map((of) => server.inject(`/c/${of}/lost-property`)));
  expect(pages.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(pages.map(({ body }) => ['一把黑伞', '一顶草帽'].filter((what) => body.includes(what)))).toEqual([
    ['一把黑伞'],
    ['一顶草帽'],
  ]);
});

test.each([
  ['a county that is not served', { county: '990199' }, '"990199"'],
  ['no county', {}, 'undefined'],
])('a job of %s is done for nobody: each try is told, and it is given up', async (_, of, named) => {
  const before = told.length;
  await leave(lostQueue.name, { what: '一只手套', who: porter.id, ...of });
  const reason = `A job names its county, and this one names ${named}`;
  await expect
    .poll(() => told.slice(before), soon)
    .toEqual([
      `A job of ${lostQueue.name} failed, try 1 of 3, it is tried again: ${reason}`,
      `A job of ${lostQueue.name} failed, try 2 of 3, it is tried again: ${reason}`,
      `A job of ${lostQueue.name} failed, try 3 of 3, it is given up: ${reason}`,
    ]);
  expect([...(await thingsOf(county)), ...(await thingsOf(neighbour))]).not.toContain('一只手套');
});

test('once a day the round is made for every county; one that fails is told, and so is what was given up', async () => {
  for (const of of [county, neighbour])
    await as(house, actingFor(of), (trx) =>
      sql`insert into lost_thing values (${of}, gen_random_uuid(), '旧手套', '2025-01-01', ${porter.id})`.execute(trx),
    );
  const before = told.length;
  await leave('house.daily', {});
  await expect.poll(() => thingsOf(county), soon).toEqual(['一把黑伞']);
  await expect.poll(() => thingsOf(neighbour), soon).toEqual(['一顶草帽']);
  await expect
    .poll(() => told.slice(before), soon)
    .toEqual([
      `2 jobs of ${lostQueue.name} were given up in the last seven days`,
      [
        'A job of house.county-daily failed, try 1 of 6, it is tried again: It was for 990102',
        '  Not every daily round of 990102 was made',
        '    the cupboard is locked',
      ].join('\n'),
    ]);
});

test('who opens an owner’s record leaves a look behind, and the family reads why', async () => {
  const entered = await as(house, system, (trx) =>
    enter(trx, house, system, { residence: dongzhuang, adult: { name: '王秀兰', birth: '1994-05-06' } }),
  );
  if (entered.kind !== 'entered' || entered.adultId === undefined) throw new Error(entered.kind);
  const { headers } = await signIn(porter.signInName);
  const answer = await server.inject({ url: `${api}/lost-property/owners/${entered.familyId}`, headers });
  expect([answer.statusCode, answer.json()]).toEqual([200, { names: ['王秀兰'] }]);
  const family = { family: entered.familyId, who: entered.adultId, phoneBlind: '0'.repeat(64) };
  expect(await ownLooks(house, { kind: 'family', county, ...family })).toMatchObject({
    looks: [{ purpose: { 'zh-CN': '归还失物' } }],
  });
});

test('its fields stand in the register of fields and its purpose has words', () => {
  expect(allFields(house.introduced).map(({ table, column }) => `${table}.${column}`)).toContain('lost_thing.kept_by');
  expect(house.introduced.purposeWords({ key: 'lost-property/clear', ref: '2026-02-01' }).en).toBe(
    'Clearing what was found before 2026-02-01',
  );
});

test('no other file of the house knows it', async () => {
  const rooms = [
    'building',
    'doors',
    'journeys',
    'migrations',
    'office',
    'registers',
    'rules',
    'sample-county',
    'values',
  ];
  const files = (
    await Promise.all(rooms.map((room) => readdir(inCheckout(room), { recursive: true, withFileTypes: true })))
  )
    .flat()
    .filter((entry) => entry.isFile() && /\.(tsx?|sql|json)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  expect(files.length).toBeGreaterThan(300);
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  expect(texts.filter(({ text }) => /lost[-_ ]?(property|thing)/i.test(text)).map(({ file }) => file)).toEqual([]);
});
