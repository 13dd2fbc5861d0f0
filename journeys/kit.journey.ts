import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { axeFindsNothing, openBrowser, visitor } from './browser.ts';
import { desktop, phone } from './launch.ts';

// The kit by its examples: every component stands alone, is read by axe closed and open, and is driven by keys alone.

const site = join(import.meta.dirname, '../doors/staff-site');
const outDir = await mkdtemp(join(tmpdir(), 'huijia-kit-'));
const built = { configFile: join(site, 'vite.config.ts'), logLevel: 'error' } as const;
await build({ ...built, build: { outDir, rolldownOptions: { input: join(site, 'examples.html') } } });
const server = await preview({ ...built, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
afterAll(async () => {
  await server.close();
  await rm(outDir, { recursive: true });
});
const origin = new URL(server.resolvedUrls?.local[0] ?? '').origin;
const browser = await openBrowser();

const components = [
  'button',
  'form',
  'choice',
  'date',
  'dialog',
  'notice',
  'layout',
  'chart',
  'list',
  'long-list',
] as const;
type Component = (typeof components)[number];

async function examplesOf(component: Component, { lang = 'zh-CN', screen = desktop } = {}): Promise<Page> {
  const page = await visitor(browser, screen);
  onTestFinished(() => page.context().close());
  page.on('pageerror', (error) => expect.soft(error.message).toBe(''));
  await page.context().addCookies([{ name: 'lang', value: lang, url: origin }]);
  await page.goto(`${origin}/office/examples.html?only=${component}`);
  await page.locator(`#${component}`).waitFor();
  return page;
}

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Asked again and again for a while: a busy machine paints late. */
const soon = (look: () => Promise<unknown>) => expect.poll(look, { timeout: 20_000 });
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

test.each(components)('%s: axe finds nothing, in Chinese on a desk and in English on a phone', async (component) => {
  await axeFindsNothing(await examplesOf(component));
  await axeFindsNothing(await examplesOf(component, { lang: 'en', screen: phone }));
});

test('a list to choose from opens by Enter, is walked by arrows, and gives the focus back', async () => {
  const page = await examplesOf('choice');
  await page.getByLabel('乡镇', { exact: false }).first().focus();
  await press(page, 'Enter');
  await page.getByRole('option', { name: '石门镇' }).waitFor();
  await axeFindsNothing(page);
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  await soon(() => focusedName(page)).toContain('石门镇');
});

test('the letters that an input method composes are no search; the finished word is', async () => {
  const page = await examplesOf('choice');
  const field = page.getByRole('combobox', { name: '找家庭' });
  await field.focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'wang', selectionStart: 4, selectionEnd: 4 });
  await page.waitForTimeout(500);
  expect(await page.getByRole('option', { name: /王/ }).count()).toBe(0);
  await session.send('Input.insertText', { text: '王' });
  await page.getByRole('option', { name: /王建国/ }).waitFor();
  await axeFindsNothing(page);
  await press(page, 'ArrowDown', 'Enter');
  await soon(() => field.inputValue()).toBe('王小宁');
});

test('what is not found is said, and axe finds nothing in the empty list', async () => {
  const page = await examplesOf('choice');
  await page.getByRole('combobox', { name: '找家庭' }).fill('某某');
  await page.getByText('没有找到').first().waitFor();
  await axeFindsNothing(page);
});

test('Space on a township ticks its villages, and on a village makes the township half', async () => {
  const page = await examplesOf('choice');
  const row = (name: string) => page.getByRole('row', { name });
  await row('柳塘镇').focus();
  await press(page, 'Space');
  for (const name of ['柳塘镇', '新桥社区', '石桥村', '大圩村'])
    expect(await row(name).getAttribute('aria-selected')).toBe('true');
  await press(page, 'ArrowDown', 'Space');
  expect(await row('新桥社区').getAttribute('aria-selected')).toBe('false');
  expect(
    await row('柳塘镇')
      .getByRole('checkbox')
      .evaluate((box) => (box as HTMLInputElement).indeterminate),
  ).toBe(true);
});

test('a day is typed with eight digits; one on which nobody works is refused in our words', async () => {
  const page = await examplesOf('date');
  const field = page.getByLabel('发放日');
  await field.fill('20261010');
  expect(await field.inputValue()).toBe('2026-10-10');
  expect(await field.getAttribute('aria-invalid')).toBeNull();
  await field.fill('20261007');
  await page.getByText('2026-10-07 不是工作日').waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await axeFindsNothing(page);
});

test('the calendar is walked by arrows: a holiday can be read and not taken, the next working day is', async () => {
  const page = await examplesOf('date');
  const field = page.getByLabel('发放日');
  await field.fill('20260930');
  await press(page, 'Tab', 'Enter');
  await page.getByRole('grid').waitFor();
  await axeFindsNothing(page);
  await soon(() => focusedName(page)).toContain('9月30日');
  await press(page, 'ArrowRight', 'Enter');
  expect(await field.inputValue()).toBe('2026-09-30');
  await press(page, 'ArrowDown', 'Enter');
  await page.getByRole('grid').waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('2026-10-08');
});

test('a dialog takes the focus, Escape closes it, and the button that opened it has the focus again', async () => {
  const page = await examplesOf('dialog');
  await page.getByRole('button', { name: '看说明' }).focus();
  await press(page, 'Enter');
  await page.getByRole('dialog', { name: '公示会显示什么' }).waitFor();
  await axeFindsNothing(page);
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await soon(() => focusedName(page)).toBe('看说明');
});

test('a menu and a panel open by keys; axe finds nothing in either', async () => {
  const page = await examplesOf('dialog');
  await page.getByRole('button', { name: '更多' }).focus();
  await press(page, 'Enter');
  await page.getByRole('menu').waitFor();
  await axeFindsNothing(page);
  await press(page, 'Escape', 'Tab', 'Enter');
  await page.getByRole('dialog', { name: '这个数怎么算' }).waitFor();
  await axeFindsNothing(page);
});

test('a list is sorted by its headings, also by two of them', async () => {
  const page = await examplesOf('list');
  const table = page.getByRole('table', { name: '样例办件', exact: true });
  await table.getByRole('button', { name: '申请人' }).focus();
  await press(page, 'Enter');
  expect(await table.getByRole('columnheader', { name: '申请人' }).getAttribute('aria-sort')).toBe('ascending');
  expect(await table.locator('tbody tr').first().innerText()).toContain('陈*');
  await press(page, 'Tab', 'Shift+Enter');
  expect(await table.locator('th[aria-sort]').count()).toBe(2);
});

test('F opens the filters; what is asked counts at once, and can be taken away again', async () => {
  const page = await examplesOf('list');
  const first = page.locator('.list').first();
  await first.locator('.sorts').first().focus();
  await press(page, 'f');
  const panel = page.getByRole('dialog', { name: '筛选' }).first();
  await panel.waitFor();
  await axeFindsNothing(page);
  await panel.getByLabel('申请人').fill('尉迟');
  await soon(() => page.locator('.list-count').innerText()).toMatch(/^共 [12] 条/);
  await press(page, 'Escape');
  await page.getByRole('button', { name: '去掉条件：申请人' }).focus();
  await press(page, 'Enter');
  await soon(() => page.locator('.list-count').innerText()).toContain('共 21 条');
  await soon(() => page.evaluate(() => document.activeElement?.className)).toContain('list-count');
});

test('rows are walked by J and chosen by X; when the act is done the focus goes to the count', async () => {
  const page = await examplesOf('list');
  const bar = page.getByRole('region', { name: '批量办理', exact: true });
  await page.locator('h1').click();
  await press(page, 'x', 'j', 'x');
  await bar.getByText('已选 2 条').waitFor();
  await axeFindsNothing(page);
  await bar.getByRole('button', { name: '一并确认' }).focus();
  await press(page, 'Enter');
  await bar.waitFor({ state: 'detached' });
  await soon(() => page.evaluate(() => document.activeElement?.className)).toContain('list-count');
  await page.getByText('已确认 2 件。').waitFor();
});

test('a row with something unusual can’t be chosen with the others', async () => {
  const page = await examplesOf('list');
  const table = page.getByRole('table', { name: '样例办件', exact: true });
  await table.getByRole('checkbox', { name: '选择本页全部可选的' }).focus();
  await press(page, 'Space');
  await page.getByText('已选 18 条').waitFor();
  expect(
    await table
      .getByRole('checkbox', { name: /不一致/ })
      .first()
      .isDisabled(),
  ).toBe(true);
});

test('columns are chosen, and the way of looking is kept under a name for the next visit', async () => {
  const page = await examplesOf('list');
  await page.getByRole('button', { name: '列 7 / 8' }).click();
  await page.getByRole('dialog', { name: '显示哪些列' }).getByText('来源').click();
  await press(page, 'Escape');
  await page.getByRole('columnheader', { name: '来源' }).waitFor();
  await page.getByRole('button', { name: '＋ 存为视图' }).click();
  await axeFindsNothing(page);
  await page.getByLabel('视图名称').fill('看来源');
  await press(page, 'Enter');
  await page.getByRole('button', { name: '看来源', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: '看来源', exact: true }).click();
  await page.getByRole('columnheader', { name: '来源' }).waitFor();
});

test('a file holds every row that the list counts', async () => {
  const page = await examplesOf('long-list');
  await page.getByRole('button', { name: '导出' }).focus();
  await press(page, 'Enter', 'ArrowDown');
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')]);
  expect(download.suggestedFilename()).toBe('样例办件（多）.csv');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('utf8').trim().split('\r\n')).toHaveLength(413);
});

test('on paper every row is printed, not the page alone', async () => {
  const page = await examplesOf('long-list');
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '打印' }).click();
  await page.locator('.print-sheet tbody tr').nth(411).waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.print-sheet').isVisible()).toBe(true);
  expect(await page.locator('main').isVisible()).toBe(false);
});

test('a long list turns its pages', async () => {
  const page = await examplesOf('long-list');
  await page.getByRole('button', { name: /下一页/ }).focus();
  await press(page, 'Enter');
  await page.getByText('第 101–200 条，共 412 条').waitFor();
});
