import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { inTransaction } from '../../building/database/transaction.ts';
import { giveHosts, takeIn } from '../../office/hall/counties/counties.ts';
import { as, system } from '../../office/benefits/testing-office.ts';
import type { County, Province } from '../../values/division.ts';
import { phoneBlind } from '../../office/families/register/sealing.ts';
import { codeOn, testSites } from './testing.ts';

// Two counties at one server: by path, as a sample has them, and by host.

const { house, server, visitor, address, reported } = await testSites();
const [hean, qiyun] = ['990101' as County, '990102' as County];
const names = { 'zh-CN': '栖云县', en: 'Qiyun County' };
await as(house, { ...system, county: qiyun }, (trx) =>
  trx
    .insertInto('division')
    .values({ code: '990102000000', name: JSON.stringify(names) })
    .execute(),
);
await takeIn(house, [qiyun]);
const given = await giveHosts(house, [
  { of: qiyun, hosts: ['qiyun.example'] },
  { of: hean, hosts: ['hean.example'] },
]);
if (given.kind !== 'given') throw new Error(given.kind);

const province = '990000' as Province;

const pages = ['/', '/check', '/sign-in', '/open', `/open/benefits/${address}`, '/help', '/no-such-page', '/track'];
const attributes = / (?:href|src|action|formaction)="(\/[^"]*)"/g;

test('below a county’s path every page, link and form is that county’s', async () => {
  for (const page of pages) {
    const { html } = await visitor().open(`/c/${qiyun}${page}`);
    const paths = [...html.matchAll(attributes)].map(([, path = '']) => path);
    expect(paths.length, page).toBeGreaterThan(3);
    expect(
      paths.filter((path) => !path.startsWith(`/c/${qiyun}/`)),
      page,
    ).toEqual([]);
    expect(html, page).toContain('栖云县');
  }
});

test('a family that came in at one county is a stranger at the other, and its cookie stays below its path', async () => {
  const phone = '19900000001';
  const family = visitor();
  const asked = await family.send(await family.open(`/c/${qiyun}/sign-in?next=/my`), { phone });
  const mine = await family.send(asked, { code: codeOn(asked) });
  expect(mine.url).toBe(`/c/${qiyun}/my`);
  const elsewhere = await family.open(`/c/${hean}/my`);
  expect(elsewhere.url).toContain(`/c/${hean}/sign-in`);

  const again = await server.inject({
    method: 'POST',
    url: `/c/${qiyun}/api/my/sign-in/code`,
    payload: { phone: '19900000002' },
  });
  const code = (JSON.parse(again.body) as { sampleCode: string }).sampleCode;
  const come = await server.inject({
    method: 'POST',
    url: `/c/${qiyun}/api/my/sign-in`,
    payload: { phone: '19900000002', code },
  });
  expect(come.cookies.map(({ path }) => path)).toEqual([`/c/${qiyun}`]);
});

test('a form sent after the session has ended leads back to its page, below the county’s path once', async () => {
  const family = visitor();
  const form = `/c/${qiyun}/my/payments/${randomUUID()}/account`;
  const asked = await family.post(form, new URLSearchParams(), { referer: `http://localhost${form}` });
  expect(asked.url).toBe(`/c/${qiyun}/sign-in?next=${encodeURIComponent(form.slice(`/c/${qiyun}`.length))}`);
  // From another county's page of the same host there is no way back.
  const other = await visitor().post(form, new URLSearchParams(), { referer: `http://localhost/c/${hean}/my/record` });
  expect(other.url).toBe(`/c/${qiyun}/sign-in?next=%2Fmy`);
});

test('one phone in two counties has two blind indexes', async () => {
  const seen = await Promise.all(
    [hean, qiyun].map((county) =>
      inTransaction(house.db, { kind: 'system', county }, (trx) =>
        trx.selectFrom('session').select(['county', 'phoneBlind']).execute(),
      ),
    ),
  );
  expect(seen.map((rows) => rows.length)).toEqual([0, 2]);
  expect(phoneBlind(house.keysOf(hean), '19900000001')).not.toBe(phoneBlind(house.keysOf(qiyun), '19900000001'));
});

const at = (host: string, url: string) => server.inject({ method: 'GET', url, headers: { host } });

test('a host names its county, and links stay as they are', async () => {
  const { body, statusCode } = await at('QiYun.example', '/');
  expect([statusCode, body.includes('栖云县'), body.includes('/c/')]).toEqual([200, true, false]);
  expect((await at('hean.example:3000', '/')).body).toContain('禾安县');
});

test('at a host that is nobody’s, pages and programs are told so', async () => {
  const page = await at('localhost', '/');
  expect([page.statusCode, page.body.includes('这个网址没有对应的县')]).toEqual([421, true]);
  const program = await at('localhost', '/api/my/session');
  expect([program.statusCode, (JSON.parse(program.body) as { code: string }).code]).toEqual([401, 'not-signed-in']);
  const signedIn = await server.inject({
    method: 'GET',
    url: '/api/my/session',
    headers: { host: 'localhost', cookie: 'huijia-family=x' },
  });
  expect([signedIn.statusCode, (JSON.parse(signedIn.body) as { code: string }).code]).toEqual([421, 'no-such-address']);
  expect(reported).toEqual([]);
});

test('a province’s address serves no family, and its pages say so', async () => {
  await takeIn(house, [province]);
  for (const page of ['/', '/check', '/sign-in', '/open', '/no-such-page']) {
    const { statusCode, body } = await server.inject({ method: 'GET', url: `/p/${province}${page}` });
    expect([statusCode, body.includes('<html')], page).toEqual([404, true]);
  }
  const { body } = await server.inject({ method: 'GET', url: `/p/${province}/check` });
  expect(body).toContain('省里在这里只看数据');
});
