import { access } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';

/** Screens of the people who come: an old phone, and the desk of an office. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

const debians = '/usr/bin/chromium';
/** As root there is no sandbox; nothing is fetched but from the house. */
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
];

/** Debian's chromium where it is installed, else the one from npm; closed after the journey. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launch();
  afterAll(() => browser.close());
  return browser;
}

async function launch(): Promise<Browser> {
  const installed = await access(debians).then(
    () => true,
    () => false,
  );
  if (installed) return chromium.launch({ executablePath: debians, args: flags });
  const { default: bundled } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await bundled.executablePath(), args: [...bundled.args, ...flags] });
}

/** Somebody with a browser of their own: own cookies, own screen, Chinese unless said otherwise. */
export async function visitor(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

/** The page as it stands has nothing that axe (WCAG 2.2 A and AA, best practices) finds wrong. */
export async function axeFindsNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} at ${nodes.map(({ target, failureSummary }) => `${String(target)} (${failureSummary ?? ''})`).join(', ')}`,
  );
  expect(said, `axe at ${page.url()}`).toEqual([]);
}
