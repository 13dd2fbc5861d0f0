import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { inCheckout } from '../../building/checkout.ts';
import { inTransaction } from '../../building/database/transaction.ts';
import { newId } from '../../building/identity/new-id.ts';
import { type JobData, openJobs } from '../../building/jobs/jobs.ts';
import { startRounds } from '../../doors/worker/rounds.ts';
import type { OfficeHouse } from '../../office/desks.ts';
import { takeIn } from '../../office/hall/counties/counties.ts';
import { allFields } from '../../office/hall/fields/held.ts';
import { publishedFigures } from '../../office/hall/published.ts';
import { ownLooks } from '../../office/oversight/looks.ts';
import { as, county, liutang, system, wholeCounty } from '../../office/staff/testing.ts';
import type { County } from '../../values/division.ts';
import { lostQueue } from './desk.ts';
import { allDesks, houseWithLostProperty } from './testing.ts';

const neighbour = '990102' as County;

/** A desk whose daily round goes wrong in one county. */
const failing = {
  key: 'failing',
  words: { 'zh-CN': '不成', en: 'Failing' },
  rounds: [
    {
      key: 'failing',
      run: (_: OfficeHouse, of: County) =>
        of === neighbour ? Promise.reject(new Error('the cupboard is locked')) : Promise.resolve(),
    },
  ],
};
const open = [...allDesks, failing];
const { house, server, hire, pool, doorAddress } = await houseWithLostProperty(open);
await takeIn(house, [neighbour]);
await server.ready();
const jobs = await openJobs(pool);

/** What whoever runs the house was told of jobs that failed. */
const told: string[] = [];
const worker = await startRounds(house, doorAddress, ({ message }) => void told.push(message), open);
afterAll(async () => {
  await worker.stop();
  await jobs.close();
});

const password = '河边的柳树又绿了一年';
const administrator = await hire('石敬之', 'administer', wholeCounty, password);
const porter = await hire('门卫老赵', 'receive', liutang, password);
const api = `/c/${county}/api/office`;

async function signIn(signInName: string) {
  const answer = await server.inject({ method: 'POST', url: `${api}/sign-in`, payload: { signInName, password } });
  const cookie = `huijia-office=${answer.cookies[0]?.value ?? ''}`;
  const { formToken, menu } = answer.json<{ formToken: string; menu: { key: string; to: string; count?: number }[] }>();
  return { headers: { cookie, 'x-form-token': formToken }, menu };
}

async function grantKeeping(id: string): Promise<void> {
  const granted = await server.inject({
    method: 'POST',
    url: `${api}/staff/${id}/duties`,
    headers: (await signIn(administrator.signInName)).headers,
    payload: { duty: 'lost-property/keep', division: liutang },
  });
  expect(granted.statusCode).toBe(204);
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

  await grantKeeping(porter.id);
  const kept = await server.inject({ method: 'POST', url, headers: before.headers, payload: { what: '一把黑伞' } });
  expect(kept.statusCode).toBe(201);
  await expect.poll(() => thingsOf(county), soon).toEqual(['一把黑伞']);

  const { menu } = await signIn(porter.signInName);
  expect(menu.find(({ key }) => key === 'lost-property')).toMatchObject({ to: '/lost-property', count: 1 });
  // One thing is about too few: the figure is there, its value is not.
  expect(await publishedFigures(open, house, county)).toContainEqual({
    key: 'lost-things',
    words: expect.objectContaining({ 'zh-CN': '待领的失物', en: 'Things waiting for their owners' }) as unknown,
    unit: 'count',
  });
});

test('one worker does the jobs of two counties, each in its own, and families of each read of their own on its page', async () => {
  await leave(lostQueue.name, { county: neighbour, id: newId(), what: '一顶草帽', who: porter.id });
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
  await leave(lostQueue.name, { id: newId(), what: '一只手套', who: porter.id, ...of });
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

test('nobody acts twice on its things, and the family reads in the access log who was asked about one', async () => {
  const other = await hire('门卫小钱', 'receive', liutang, password);
  await grantKeeping(other.id);
  const url = `${api}/lost-property`;
  const [first, second] = [await signIn(porter.signInName), await signIn(other.signInName)];
  const kept = await server.inject({ method: 'POST', url, headers: first.headers, payload: { what: '一副眼镜' } });
  const { id } = kept.json<{ id: string }>();
  const [familyId, personId] = [newId<'family'>(), newId<'person'>()];
  const giveBack = ({ headers }: typeof first) =>
    server.inject({
      method: 'POST',
      url: `${url}/${id}/owner`,
      headers,
      payload: { personId, familyId, residence: liutang },
    });
  const twice = await giveBack(first);
  expect([twice.statusCode, twice.json<{ code: string }>().code]).toEqual([409, 'nobody-acts-twice']);
  expect((await giveBack(second)).statusCode).toBe(204);
  const { looks } = await ownLooks(house, { kind: 'family', county, phoneBlind: '0'.repeat(64), family: familyId });
  expect(looks).toMatchObject([
    {
      who: '门卫小钱',
      what: { 'zh-CN': '失物的失主' },
      purpose: { en: 'Giving back what was lost' },
      matter: { kind: 'lost-thing', id },
    },
  ]);
});

test('its fields stand in the register, with a purpose, a law and a retention that only it knows; its purpose has words', () => {
  const fields = allFields(house.introduced).map(({ table, column, ...held }) => ({
    field: `${table}.${column}`,
    held,
  }));
  expect(fields.map(({ field }) => field)).toContain('lost_thing.kept_by');
  expect(fields.find(({ field }) => field === 'lost_thing.what')?.held).toMatchObject({
    purpose: { en: 'To give what was lost back to its owner' },
    basis: { 'zh-CN': expect.stringContaining('《民法典》') as unknown },
    kept: { en: 'Deleted 30 days after the thing was found' },
  });
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
