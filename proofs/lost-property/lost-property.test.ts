import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCheckout } from '../../building/checkout.ts';
import { startWorker } from '../../building/jobs/worker.ts';
import { countyRound } from '../../doors/worker/rounds.ts';
import { newId } from '../../building/identity/new-id.ts';
import { ownLooks } from '../../office/oversight/looks.ts';
import { allFields } from '../../office/hall/fields/held.ts';
import { publishedFigures } from '../../office/hall/published.ts';
import { as, county, liutang, system, wholeCounty } from '../../office/staff/testing.ts';
import { lostPropertyDesk, lostQueue } from './desk.ts';
import { allDesks, houseWithLostProperty } from './testing.ts';

const { house, server, hire, doorAddress } = await houseWithLostProperty();
await server.ready();

const password = '河边的柳树又绿了一年';
const administrator = await hire('石敬之', 'administer', wholeCounty, password);
const porter = await hire('门卫老赵', 'receive', liutang, password);

async function signIn(signInName: string) {
  const answer = await server.inject({ method: 'POST', url: '/api/office/sign-in', payload: { signInName, password } });
  const cookie = `huijia-office=${answer.cookies[0]?.value ?? ''}`;
  const { formToken, menu } = answer.json<{ formToken: string; menu: { key: string; to: string; count?: number }[] }>();
  return { headers: { cookie, 'x-form-token': formToken }, menu };
}

async function grantKeeping(id: string): Promise<void> {
  const granted = await server.inject({
    method: 'POST',
    url: `/api/office/staff/${id}/duties`,
    headers: (await signIn(administrator.signInName)).headers,
    payload: { duty: 'lost-property/keep', division: liutang },
  });
  expect(granted.statusCode).toBe(204);
}

test('its duty is granted, its route serves, its job is done, its round and its figure are made, its menu entry counts', async () => {
  const before = await signIn(porter.signInName);
  const url = '/api/office/lost-property';
  const refused = await server.inject({ method: 'POST', url, headers: before.headers, payload: { what: '一把黑伞' } });
  expect([refused.statusCode, refused.json<{ detail: string }>().detail]).toEqual([
    403,
    '这一步由承担“失物保管”职责的工作人员办理，您没有这项职责。',
  ]);

  await grantKeeping(porter.id);
  const kept = await server.inject({ method: 'POST', url, headers: before.headers, payload: { what: '一把黑伞' } });
  expect(kept.statusCode).toBe(201);

  const worker = await startWorker(doorAddress, (error) => {
    throw error;
  });
  const [work] = lostPropertyDesk.works ?? [];
  if (work === undefined) throw new Error('The desk has a queue');
  expect(await worker.drain(lostQueue.name, (job) => work.run(house, county, job))).toBe(1);
  await worker.stop();

  const { menu } = await signIn(porter.signInName);
  expect(menu.find(({ key }) => key === 'lost-property')).toMatchObject({ to: '/lost-property', count: 1 });
  // One thing is about too few: the figure is there, its value is not.
  expect(await publishedFigures(allDesks, house, county)).toContainEqual({
    key: 'lost-things',
    words: expect.objectContaining({ 'zh-CN': '待领的失物', en: 'Things waiting for their owners' }) as unknown,
    unit: 'count',
  });

  await as(house, system, (trx) =>
    sql`insert into lost_thing values (${county}, gen_random_uuid(), '旧手套', '2025-01-01', ${porter.id})`.execute(
      trx,
    ),
  );
  await countyRound(house, county, allDesks);
  const { rows } = await as(house, system, (trx) => sql<{ what: string }>`select what from lost_thing`.execute(trx));
  expect(rows).toEqual([{ what: '一把黑伞' }]);
});

test('nobody acts twice on its things, and the family reads in the access log who was asked about one', async () => {
  const other = await hire('门卫小钱', 'receive', liutang, password);
  await grantKeeping(other.id);
  const url = '/api/office/lost-property';
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
