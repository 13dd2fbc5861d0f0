import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { inCheckout } from '../building/checkout.ts';
import { castPhone } from '../sample-county/people/registry.ts';
import { sampleClerks } from '../sample-county/clerks.ts';
import type { SampleStaff } from '../sample-county/staff.ts';
import { comeInByPhone, signInAs } from './coming-in.ts';
import { desktop, launch, phone } from './launch.ts';

// The pictures of the README and the guides, taken from a house that runs with the sample county:
//   npm start
//   npx node building/compiled/launch.js journeys/pictures.ts http://localhost:3000

const origin = process.argv[2] ?? 'http://localhost:3000';
const folder = inCheckout('docs/pictures');
const clerks = sampleClerks();

async function open(browser: Browser, options: typeof phone): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  return context.newPage();
}

async function keep(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function familyPictures(browser: Browser): Promise<void> {
  const page = await open(browser, phone);
  await page.goto(origin);
  await keep(page, 'family-home');
  const years = new Date().getFullYear() - 1;
  await page.goto(`${origin}/check?child.birth=${years}-09-12&child.nationality=CN`);
  await keep(page, 'family-result');
  await comeInByPhone(page, { origin }, castPhone(3));
  await page.goto(`${origin}/my`);
  await page.locator('main a[href*="/my/cases/"]').first().click();
  await keep(page, 'family-follow');
}

async function clerkAt(browser: Browser, clerk: SampleStaff): Promise<Page> {
  const page = await open(browser, desktop);
  await signInAs(page, { origin }, clerk);
  return page;
}

async function officePictures(browser: Browser): Promise<void> {
  const reviewer = await clerkAt(browser, clerks.townshipReviewer);
  await reviewer.getByRole('table').first().waitFor();
  await keep(reviewer, 'office-today');
  await reviewer.getByRole('link', { name: /^李\*雪/ }).click();
  await reviewer.locator('main img').first().waitFor();
  await keep(reviewer, 'office-case');
  const payer = await clerkAt(browser, clerks.payer);
  await payer.goto(`${origin}/office/money`);
  await payer.getByRole('table').first().waitFor();
  await keep(payer, 'office-money');
}

/** One picture for the first screen of the README: what a family sees, beside what its clerk sees. */
async function together(browser: Browser): Promise<void> {
  const picture = async (name: string): Promise<string> =>
    `data:image/png;base64,${(await readFile(join(folder, `${name}.png`))).toString('base64')}`;
  const page = await open(browser, { viewport: { width: 1280, height: 690 } });
  await page.setContent(`<body style="margin:0;background:#f4eee4;display:flex;gap:36px;align-items:center;justify-content:center;height:690px">
    <img src="${await picture('family-result')}" style="height:630px;border-radius:22px;box-shadow:0 8px 30px #1e1b1833">
    <img src="${await picture('office-case')}" style="width:880px;border-radius:10px;box-shadow:0 8px 30px #1e1b1833"></body>`);
  await keep(page, 'both');
}

const browser = await launch();
try {
  await mkdir(folder, { recursive: true });
  await familyPictures(browser);
  await officePictures(browser);
  await together(browser);
  await writeFile(join(folder, 'README.md'), readme());
} finally {
  await browser.close();
}

function readme(): string {
  return [
    '# Pictures',
    '',
    'Real screenshots of the sample county, all people invented. Taken again with `npm start` and, beside it,',
    '`npx node building/compiled/launch.js journeys/pictures.ts http://localhost:3000`.',
    '',
  ].join('\n');
}
