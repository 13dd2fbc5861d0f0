import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindsNothing, openBrowser, visitor } from './browser.ts';
import { comeInByPhone, signInAs } from './coming-in.ts';
import { type JourneyCounty, openJourneyHouse } from './house.ts';
import { desktop, phone } from './launch.ts';
import { provinceReader } from '../sample-county/province.ts';
import { photo } from './papers.ts';

// Two counties in one database, served by one process and one worker. Their sample people share phones and sign-in names, and one browser
// visits both.

const visited = await openJourneyHouse({ counties: 2 });
const [hean, qiyun] = visited.counties as readonly [JourneyCounty, JourneyCounty];
const marks = new Map([
  [hean, '禾'],
  [qiyun, '栖'],
]);
const markOf = (county: JourneyCounty): string => marks.get(county) ?? '';
const browser = await openBrowser();
const family = await visitor(browser, phone);
const clerk = await visitor(browser, desktop);
const number = hean.people.family('correcting').phone;

/** The case to which something is missing. */
async function caseOf({ look, people }: JourneyCounty): Promise<{ id: string; receipt: string }> {
  return look((trx) =>
    trx
      .selectFrom('benefitCase')
      .select(['id', 'receipt'])
      .where('subjectId', '=', people.family('correcting').child)
      .executeTakeFirstOrThrow(),
  );
}

const cases = new Map<JourneyCounty, { id: string; receipt: string }>();
for (const county of [hean, qiyun]) cases.set(county, await caseOf(county));

async function said(page: Page): Promise<string> {
  return page.locator('main').innerText();
}

test('one phone is two families’: each county shows its own case, and to the other’s page its owner is a stranger', async () => {
  for (const county of [hean, qiyun]) {
    await family.goto(`${county.origin}/my`);
    expect(family.url()).toContain('/sign-in');
    await comeInByPhone(family, county, number);
    await family.goto(`${county.origin}/my`);
    expect(family.url()).toBe(`${county.origin}/my`);
    const receipts = (await said(family)).match(/\p{L} \d{4}-\d{6}/gu) ?? [];
    expect(receipts.length).toBeGreaterThan(0);
    expect(receipts.filter((receipt) => !receipt.startsWith(markOf(county)))).toEqual([]);
    await axeFindsNothing(family);
  }
  await family.goto(`${qiyun.origin}/my/cases/${encodeURIComponent(cases.get(hean)?.receipt ?? '')}`);
  expect(await said(family)).not.toContain('禾 ');
});

test('each hands in what is missing, and gets the message of its own case', async () => {
  for (const county of [hean, qiyun]) {
    await family.goto(`${county.origin}/my/cases/${encodeURIComponent(cases.get(county)?.receipt ?? '')}`);
    await family.getByRole('link', { name: '去补' }).click();
    await family.locator('input[type=file]').first().setInputFiles(photo(11));
    await family.getByRole('button', { name: '补好了，交上去' }).click();
    await expect.poll(() => said(family)).toMatch(/您已经补过了|补好了/);
    expect(family.url()).toContain(county.origin);
  }
  const told = (): readonly string[] =>
    visited.messages.filter((line) => line.includes(number) && line.includes('您补来的材料已收到'));
  await expect.poll(() => told().length, { timeout: 20_000 }).toBe(2);
  for (const county of [hean, qiyun])
    expect(told().filter((line) => line.includes(cases.get(county)?.receipt ?? ''))).toHaveLength(1);
});

test('the clerks of one sign-in name work side by side, each on the cases of their county', async () => {
  for (const county of [hean, qiyun]) {
    await signInAs(clerk, county, county.people.clerks.townshipReviewer);
    await clerk.getByRole('link', { name: /^张\*敏/ }).click();
    await clerk.getByRole('heading', { name: /张丽敏/ }).waitFor();
    expect(clerk.url()).toBe(`${county.origin}/office/cases/${cases.get(county)?.id ?? ''}`);
    expect(await said(clerk)).toContain(cases.get(county)?.receipt);
    await clerk.locator('main img').first().waitFor();
    await axeFindsNothing(clerk);
  }
});

test('a case of the other county is not there, by whatever address', async () => {
  for (const [here, there] of [
    [hean, qiyun],
    [qiyun, hean],
  ] as const) {
    await clerk.goto(`${here.origin}/office/cases/${cases.get(there)?.id ?? ''}`);
    await clerk.getByText('没有找到').first().waitFor();
    await clerk.goto(`${here.origin}/office/cases`);
    await clerk.locator('tbody a').first().waitFor();
    const lines = (await clerk.locator('tbody').allInnerTexts()).join('\n');
    expect([lines.includes(`${markOf(here)} 2026`), lines.includes(`${markOf(there)} 2026`)]).toEqual([true, false]);
  }
});

test('staff of the province see both counties’ figures, and nothing else', async () => {
  const reader = await visitor(browser, desktop);
  await signInAs(reader, visited.province, provinceReader);
  await reader.getByRole('heading', { name: '各县数据' }).waitFor();
  const lines = (await reader.locator('.rows tbody').innerText()).split('\n');
  expect([lines.some((line) => line.includes('禾安县')), lines.some((line) => line.includes('栖云县'))]).toEqual([
    true,
    true,
  ]);
  await expect.poll(() => said(reader)).toMatch(/今年作出的决定.*，各县合计/);
  expect(await reader.getByRole('navigation').first().innerText()).not.toMatch(/办件|发放|查阅/);
  await axeFindsNothing(reader);

  for (const screen of ['cases', 'money', 'looks', 'told', `cases/${cases.get(hean)?.id ?? ''}`]) {
    await reader.goto(`${visited.province.origin}/office/${screen}`);
    await reader.getByText('省里在这里只看数据').first().waitFor();
  }
  const page = await reader.goto(`${visited.province.origin}/check`);
  expect(page?.status()).toBe(404);
  expect(await reader.locator('body').innerText()).toContain('省里在这里只看数据');
});

test('a county’s staff can’t read the province’s figures, at whatever address', async () => {
  const supervisor = await visitor(browser, desktop);
  await signInAs(supervisor, hean, hean.people.clerks.supervisor);
  await supervisor.goto(`${hean.origin}/office/province`);
  await supervisor.getByText('这个网址没有对应的省').first().waitFor();
  await supervisor.goto(`${visited.province.origin}/office/province`);
  await supervisor.getByLabel(/^登录名/).waitFor();
  await supervisor.goto(`${hean.origin}/office/`);
  await supervisor.getByRole('link', { name: '报省数据' }).click();
  await supervisor.getByRole('button', { name: '现在报送今天的数据' }).click();
  await supervisor.getByText('今天的数据已报送。').first().waitFor();
  expect(await said(supervisor)).not.toContain('栖云县');
  await axeFindsNothing(supervisor);
  expect(visited.faults).toEqual([]);
});
