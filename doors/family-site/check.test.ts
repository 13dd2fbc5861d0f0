import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { stylesheetText } from '../../building/web-kit/assets.ts';
import { testSites } from './testing.ts';

const { visitor, server, house, owner, reported, address } = await testSites();
const family = visitor();

const born = (year: string, month: string, day = ''): string =>
  `/check?asked=child.birth&child.birth-year=${year}&child.birth-month=${month}&child.birth-day=${day}`;

describe('the first page', () => {
  test('says whose office it is, what it is for and whom to call', async () => {
    const page = await family.open('/');
    expect(page.status).toBe(200);
    expect(page.html).toContain('禾安县家庭服务');
    expect(page.html).toContain('tel:12345');
    expect(page.text).toContain('不用登录，不留记录');
  });

  test('weighs at most 30 KB with all it loads, uncompressed, and needs no script', async () => {
    const page = await family.open('/');
    const assets = [...page.html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, asset = '']) => asset);
    expect(assets).toHaveLength(3);
    const loaded = await Promise.all(assets.map((url) => server.inject({ url })));
    expect(loaded.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const bytes = loaded.reduce((sum, { rawPayload }) => sum + rawPayload.length, Buffer.byteLength(page.html));
    expect(bytes).toBeLessThanOrEqual(30_000);
    const script = loaded.find(({ headers }) => String(headers['content-type']).includes('javascript'));
    expect(script?.rawPayload.length).toBeLessThanOrEqual(3_000);
    expect(gzipSync(await stylesheetText()).length).toBeLessThan(6_000);
    expect(page.html).not.toMatch(/<script(?![^>]*defer)| style="| on\w+="/);
  });
});

describe('the ways of reading', () => {
  test('another language keeps the page and is remembered', async () => {
    const reader = visitor();
    const page = await reader.open('/check?child.birth=2024-05&lang=en');
    expect(page.html).toContain('<html lang="en"');
    expect(page.text).toContain('national of China');
    expect(page.html).toContain('href="/check?child.birth=2024-05&amp;lang=zh-CN"');
    expect((await reader.open('/help')).html).toContain('<html lang="en"');
  });

  test('繁體 is a language like the others', async () => {
    const page = await visitor('zh-TW').open('/check?child.birth=2024-05&child.nationality=CN');
    expect(page.html).toContain('<html lang="zh-TW"');
    expect(page.text).toContain('有一項可以領');
    expect(page.text).toContain('3,600元 · 2026年');
    expect(page.text).toContain('以上答案沒有保存');
  });

  test('large type gives the same page, larger, and is remembered', async () => {
    const reader = visitor();
    const [usual, large] = [await reader.open('/help'), await reader.open('/help?size=large')];
    expect(large.html).toContain('class="large"');
    expect(large.text).toBe(usual.text);
    expect((await reader.open('/')).html).toContain('class="large"');
    expect((await reader.open('/?size=usual')).html).not.toContain('class="large"');
  });
});

describe('the check', () => {
  test('asks one question a page and stops when no answer can change anything', async () => {
    const first = await family.open('/check');
    expect(first.text).toContain('孩子是哪天出生的？');
    expect(first.text).toContain('只记得年和月，也可以');
    const second = await family.open(born('2024', '5'));
    expect(second.url).toBe('/check?child.birth=2024-05');
    expect(second.text).toContain('孩子是中国国籍吗？');
    const result = await family.open('/check?child.birth=2024-05&child.nationality=CN');
    expect(result.text).toContain('有一项可以领');
    expect(result.text).toContain('3,600元 · 2026年');
    expect(result.text).toContain('出生医学证明');
    expect(result.html).toContain(`href="/apply/${address}?child.birth=2024-05&amp;child.nationality=CN"`);
  });

  test('does not ask what can no longer matter', async () => {
    const page = await family.open(born('2019', '5', '3'));
    expect(page.text).toContain('目前没有可以领的');
    expect(page.text).toContain('现在不符合');
  });

  test('tells who is not eligible which answer would have to be otherwise, and nobody else', async () => {
    const tooOld = await family.open('/check?child.birth=2021-12-31');
    // Nobody chooses the day of a birth.
    expect(tooOld.text).toContain('现在不符合');
    expect(tooOld.text).not.toContain('如果孩子的');
    const foreign = await family.open('/check?child.birth=2024-05&child.nationality=ZZ');
    expect(foreign.text).toContain('如果孩子的国籍是中国，2026年可以领3,600元。');
    const eligible = await family.open('/check?child.birth=2024-05&child.nationality=CN');
    expect(eligible.text).not.toContain('如果孩子的');
  });

  test('says by which day an application of today is answered, by the calendar of the State Council', async () => {
    const page = await family.open('/check?child.birth=2024-05&child.nationality=CN');
    // Thirty working days from Monday 2 March 2026: 6 April is the holiday of 清明.
    expect(page.text).toContain('最晚2026年4月14日（星期二）答复');
  });

  test('marks what has not been compared with the national text', async () => {
    const page = await family.open('/check?child.birth=2023-05&child.nationality=CN');
    expect(page.text).toContain('待核实');
    expect(page.text).toContain('还没有对照国家原文核对');
  });

  test('a question passed over leaves the answer open, and can be answered from the result', async () => {
    const page = await family.open('/check?child.birth=2024-05&asked=child.nationality&unsure=child.nationality');
    expect(page.text).toContain('还差一个问题才知道');
    expect(page.html).toContain(
      'href="/check?child.birth=2024-05&amp;child.nationality=unsure&amp;change=child.nationality"',
    );
  });

  test('an answer can be changed, and stands in its boxes', async () => {
    const page = await family.open('/check?child.birth=2024-05-03&child.nationality=CN&change=child.birth');
    expect(page.html).toMatch(/name="child\.birth-year"[^>]*value="2024"/);
    expect(page.html).toMatch(/name="child\.birth-day"[^>]*value="3"/);
    expect(page.html).toContain('name="child.nationality" value="CN"');
  });

  test.each([
    ['2025', '2', '30', '没有2025年2月30日这一天'],
    ['2025', '13', '1', '没有“13月”'],
    ['25', '1', '1', '请填四位数的年份'],
    ['2026', '3', '3', '2026年3月3日还没有到'],
    ['2026', '4', '', '2026年4月还没有到'],
    ['1850', '1', '1', '1850年太早了'],
    ['', '', '', '请填年和月'],
    ['2025', 'x', '1', '请填月份'],
  ])('of %s-%s-%s it says exactly what is wrong', async (year, month, day, words) => {
    const page = await family.open(born(year, month, day));
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.html).toContain(`name="child.birth-year"`);
    expect(page.html).toMatch(new RegExp(`name="child.birth-year"[^>]* value(?:="${year}")? `));
  });

  test('a choice that is none is asked again', async () => {
    const page = await family.open('/check?child.birth=2024-05&asked=child.nationality');
    expect(page.status).toBe(422);
    expect(page.text).toContain('请选一个');
  });

  test('what somebody wrote into the address by hand is not taken', async () => {
    const page = await family.open('/check?child.birth=9999-99&child.nationality=%3Cscript%3E&x=1');
    expect(page.status).toBe(200);
    expect(page.text).toContain('孩子是哪天出生的？');
    expect(page.html).not.toContain('<script>');
  });

  test('leaves nothing behind: no cookie, no draft, no entry', async () => {
    const answer = await server.inject({ url: '/check?child.birth=2024-05&child.nationality=CN' });
    expect(answer.cookies).toEqual([]);
    const drafts = await owner.selectFrom('applicationDraft').selectAll().execute();
    expect(drafts).toEqual([]);
  });
});

describe('the leaflet', () => {
  test('prints what to bring, the amounts, the remedies and a code', async () => {
    const page = await family.open(`/leaflet/${address}?child.birth=2024-05&child.nationality=CN`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('按您的情况');
    expect(page.text).toContain('30个工作日');
    expect(page.text).toContain('行政复议');
    expect(page.html).toContain('<svg class="qr"');
  });
});

describe('an unknown benefit', () => {
  test.each(['/leaflet', '/apply', '/open/benefits'])('%s answers 404 with the nearest one', async (path) => {
    const page = await family.open(`${path}/${address.slice(0, -1)}`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('没有找到这个惠民项目');
    expect(page.html).toContain(`href="/open/benefits/${address}"`);
  });
});

test('an address that nobody has is answered with a page and a way on; a program gets JSON', async () => {
  const page = await family.open('/no/such/page');
  expect(page.status).toBe(404);
  expect(page.text).toContain('没有找到这一页');
  const api = await server.inject({ url: '/api/nothing', headers: { 'accept-language': 'en' } });
  expect(api.statusCode).toBe(404);
  expect(api.json()).toMatchObject({ code: 'not-found', title: 'There is no such page' });
});

test('the open site shows the whole policy, the source of each figure and the amounts by month of birth', async () => {
  const list = await family.open('/open');
  expect(list.text).toContain('2个乡镇（街道），2个村（社区）');
  const page = await family.open(`/open/benefits/${address}`);
  const [pack] = house.packs.packs;
  for (const { words } of pack?.info.articles ?? [])
    expect(page.text.replaceAll(' ', '')).toContain(words['zh-CN'].replaceAll(' ', ''));
  expect(page.text).toContain('2023年出生');
  expect(page.text).toMatch(/12月\s*3,600\s*3,600\s*—\s*—/);
  expect(page.html).toContain(`href="/api/benefits/${address}"`);
});

test('nothing went wrong on our side', () => {
  expect(reported).toEqual([]);
});
