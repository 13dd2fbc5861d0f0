import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { launch } from './launch.ts';

/** A browser for the journey, closed after it. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launch();
  afterAll(() => browser.close());
  return browser;
}

/** Somebody with a browser of their own: own cookies, own screen, Chinese unless said otherwise. */
export async function visitor(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

/**
 * What axe can't judge while something unfolded stands over the page. It lies outside the landmarks, for the moment that it is open. A
 * searched list also hides the rest of the page from who listens, as a dialog does, but the focus stays in its field: Tab closes it before
 * it reaches anything hidden.
 */
async function rulesNotAsked(page: Page): Promise<string[]> {
  const open = await page.locator('.popover, .tooltip').count();
  const searching = await page.locator('[role=combobox][aria-expanded=true]').count();
  return [...(open > 0 ? ['region'] : []), ...(searching > 0 ? ['aria-hidden-focus', 'page-has-heading-one'] : [])];
}

/**
 * The page as it stands has nothing that axe (WCAG 2.2 A and AA, best practices) finds wrong. What it finds right is not told, and it runs
 * in the page itself, since none of ours has frames: half the time.
 */
export async function axeFindsNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .disableRules(await rulesNotAsked(page))
    .setLegacyMode()
    .analyze();
  const said = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} at ${nodes.map(({ target, failureSummary }) => `${String(target)} (${failureSummary ?? ''})`).join(', ')}`,
  );
  expect(said, `axe at ${page.url()}`).toEqual([]);
}

/** Chooses from a list of the staff site: opened by its button, as people do. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(label) }).click();
  await page.getByRole('option', { name: option }).click();
}
