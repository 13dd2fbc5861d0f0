import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { standardLayout } from '../office/payments/batch/bank-profile.ts';
import { bankAnswer } from '../sample-county/perform/bank.ts';
import { axeFindsNothing, openBrowser, visitor } from './browser.ts';
import { desktop, phone } from './launch.ts';
import { comeInByPhone, signInAs } from './coming-in.ts';
import { openJourneyHouse } from './house.ts';
import { photo } from './papers.ts';

// The whole visit: a mother asks, the township reviews, the county confirms, two people release the money, and she sees it arrive.

const visited = await openJourneyHouse();
const { origin, people, house } = visited;
const { clerks } = people;
const browser = await openBrowser();
const mother = await visitor(browser, phone);

let receipt = '';

/** The page as it stands, looked at by axe, and then one step on. */
async function next(page: Page, button: string | RegExp = '下一步'): Promise<void> {
  await axeFindsNothing(page);
  await page.getByRole('button', { name: button }).first().click();
  await page.waitForLoadState();
}

test('she answers two questions and learns what her child gets, and why', async () => {
  await mother.goto(origin);
  await axeFindsNothing(mother);
  await mother.getByRole('link', { name: /^开始/ }).click();
  const [year = '', month = '', day = ''] = people.birthOf('may-apply').split('-');
  await mother.getByLabel('年', { exact: true }).fill(year);
  await mother.getByLabel('月', { exact: true }).fill(month);
  await mother.getByLabel('日', { exact: true }).fill(day);
  await next(mother);
  await mother.getByRole('radio', { name: '是', exact: true }).check();
  await next(mother);
  await expect.poll(() => mother.locator('main').innerText()).toMatch(/可以领[\s\S]*3,600元/);
  await axeFindsNothing(mother);
  expect(await visited.look((trx) => trx.selectFrom('applicationDraft').select('id').execute())).toEqual([]);
});

test('she signs in by her phone, and applies with photos of two documents', async () => {
  await mother.getByRole('link', { name: '去申请' }).first().click();
  await axeFindsNothing(mother);
  await comeInByPhone(mother, visited, people.family('may-apply').phone);
  await mother.getByRole('radio').first().check();
  await next(mother);
  await mother.getByRole('radio').first().check();
  await next(mother);
  const files = mother.locator('input[type=file]');
  await files.nth(0).setInputFiles(photo(1));
  await files.nth(1).setInputFiles(photo(2));
  await next(mother, /下一步/);
  await mother.getByRole('radio').first().check();
  await next(mother);
  await next(mother, '交上去');
  const slip = await mother.locator('main').innerText();
  receipt = /禾 \d{4}-\d{6}/.exec(slip)?.[0] ?? '';
  expect(receipt).not.toBe('');
  await axeFindsNothing(mother);
});

test('the township clerk sees it among the day’s work, looks at the evidence, and passes it', async () => {
  const clerk = await visitor(browser, desktop);
  await signInAs(clerk, visited, clerks.townshipReviewer);
  await clerk.getByRole('link', { name: /^王\*兰/ }).waitFor();
  await axeFindsNothing(clerk);
  await clerk.getByRole('link', { name: /^王\*兰/ }).click();
  await clerk.getByRole('heading', { name: /王秀兰/ }).waitFor();
  expect(await clerk.locator('main').innerText()).toContain(receipt);
  await clerk.locator('main img').first().waitFor();
  await axeFindsNothing(clerk);
  await clerk.getByRole('button', { name: /^审核通过，转县级确认/ }).click();
  await clerk.getByRole('button', { name: '确认通过' }).click();
  await clerk.getByText('审核通过，已转县级确认。').first().waitFor();
});

test('the county officer, who is somebody else, grants it', async () => {
  const officer = await visitor(browser, desktop);
  await signInAs(officer, visited, clerks.confirmer);
  await officer.goto(`${origin}/office/cases?q=${encodeURIComponent(receipt)}`);
  await officer.getByRole('link', { name: /^王\*兰/ }).click();
  await officer.getByRole('button', { name: /^批准/ }).click();
  await axeFindsNothing(officer);
  await officer.getByRole('button', { name: '确认批准' }).click();
  await officer.getByText('已批准，款项进入下一批。').first().waitFor();
  await axeFindsNothing(officer);
});

test('two people of two powers release the batch that it is in', async () => {
  const payer = await visitor(browser, desktop);
  await signInAs(payer, visited, clerks.payer);
  await payer.goto(`${origin}/office/money`);
  await payer.getByLabel('付款日').waitFor();
  await axeFindsNothing(payer);
  await payer.getByRole('button', { name: '拟定批次' }).click();
  await payer.waitForURL(/\/office\/batches\/.+/);
  const batch = payer.url();
  await axeFindsNothing(payer);
  const treasurer = await visitor(browser, desktop);
  await signInAs(treasurer, visited, clerks.fundManager);
  await treasurer.goto(batch);
  await treasurer.getByRole('button', { name: '核对无误，放行资金' }).click();
  await treasurer.getByRole('button', { name: '签字', exact: true }).click();
  await treasurer.getByText(/方立群.*已签/).waitFor();
  await payer.reload();
  await payer.getByRole('button', { name: '核对无误，放行支付' }).click();
  await payer.getByRole('button', { name: '签字', exact: true }).click();
  await payer.getByText(/罗佩兰.*已签/).waitFor();

  const downloading = payer.waitForEvent('download');
  await payer.getByRole('link', { name: '下载 CSV' }).click();
  const bankFile = await readFile(await (await downloading).path());
  const answer = bankAnswer(bankFile, standardLayout, house.clock.today(), new Set());
  await payer.locator('input[type=file]').setInputFiles({ name: '回盘.csv', mimeType: 'text/csv', buffer: answer });
  await payer
    .getByText(/已入账：到账\d+笔，退汇0笔/)
    .first()
    .waitFor();
  await axeFindsNothing(payer);
});

test('she sees that it arrived, and who looked at her record', async () => {
  await mother.goto(`${origin}/my/payments`);
  await axeFindsNothing(mother);
  expect(await mother.locator('li.card').innerText()).toMatch(/已到账[\s\S]*3,600元/);
  await mother.goto(`${origin}/my/cases/${encodeURIComponent(receipt)}`);
  await axeFindsNothing(mother);
  expect(await mother.locator('main').innerText()).toContain('柳塘镇便民服务中心');
  await mother.goto(`${origin}/my/record`);
  await axeFindsNothing(mother);
  expect(await mother.locator('main').innerText()).toContain(`办理申请 ${receipt.replace(' ', '')}`);
  expect(visited.faults).toEqual([]);
});
