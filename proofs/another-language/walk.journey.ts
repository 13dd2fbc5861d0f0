import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { build } from 'vite';
import { checkout, inCheckout } from '../../building/checkout.ts';
import { openBrowser, visitor } from '../../journeys/browser.ts';
import { comeInByPhone } from '../../journeys/coming-in.ts';
import { openJourneyHouse } from '../../journeys/house.ts';
import { samplePassword, type SampleStaff } from '../../sample-county/staff.ts';
import { type Data, sentencesOf, textsIn } from './leaks.ts';
import { oneLanguageMore } from './plugin.ts';
import { ownName, pseudo } from './pseudo.ts';
import { look } from './screen.ts';

// Families and clerks in an invented language, two fifths longer than English, on a phone and on a small desktop: every page fits its
// screen, no word is cut off, and no sentence is left in another language.

const folder = await mkdtemp(join(tmpdir(), 'huijia-language-site-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
await build({
  root: inCheckout('doors/staff-site'),
  configFile: inCheckout('doors/staff-site/vite.config.ts'),
  logLevel: 'warn',
  build: { outDir: folder, minify: false },
  plugins: [oneLanguageMore()],
});

const visited = await openJourneyHouse({ staffFolder: folder });
const { origin, people, house } = visited;
const browser = await openBrowser();
const [pack] = house.packs.packs;
const named = await visited.look(async (trx) => [
  await trx.selectFrom('division').select('name').execute(),
  await trx.selectFrom('office').select('name').execute(),
]);
const data: Data = [
  ...Object.values(people.clerks).map(({ signInName }) => signInName),
  ...sentencesOf(pack?.rule.because ?? new Map()),
  ...textsIn([pack?.info, pack?.vocabulary.facts, pack?.rule.words, named]),
];

/** All that the catalogue says in Chinese: names of people are Chinese too, and are none of it. */
const chinese = new Set(
  globSync('**/words/zh-CN.json', {
    cwd: checkout,
    exclude: (name) => ['node_modules', 'built'].includes(name),
  }).flatMap((file) => textsIn(JSON.parse(readFileSync(join(checkout, file), 'utf8')))),
);

function isLeak(text: string): boolean {
  if (chinese.has(text.trim()) || /\p{Script=Han}.*[，。；？！]/u.test(text)) return true;
  const said = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  const left = data.reduce<string>((rest, one) => rest.replaceAll(one, ' '), said);
  return /(?<![\w.])[A-Za-z]{2,}(?![\w.])/.test(left);
}

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/** Everything that is wrong with the page as it is shown, at both widths. */
async function wrongWith(page: Page, path: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.waitForLoadState('networkidle');
    const { tooWide, clipped, texts } = await look(page);
    const at = `${path} at ${size.width}`;
    if (tooWide > 1) wrong.push(`${at} is ${tooWide} px too wide`);
    wrong.push(
      ...clipped.map((text) => `${at} cuts ${text}`),
      ...texts.filter(isLeak).map((text) => `${at} says ${text}`),
    );
  }
  return [...new Set(wrong)];
}

test('families read it on a phone and on a desktop', async () => {
  const family = await visitor(browser, { locale: pseudo });
  const wrong: string[] = [];
  const open = async (path: string): Promise<void> => {
    await family.goto(`${origin}${path}`);
    wrong.push(...(await wrongWith(family, path)));
  };
  for (const path of ['/', '/check', '/check?child.birth=2025-05&child.nationality=CN', '/help', '/sign-in', '/open'])
    await open(path);
  await family.goto(`${origin}/sign-in?next=/my`);
  await comeInByPhone(family, visited, people.family('waiting').phone);
  for (const path of ['/my', '/my/record', '/my/payments']) await open(path);
  await family.goto(`${origin}/my`);
  await family.locator('main a[href*="/my/cases/"]').first().click();
  wrong.push(...(await wrongWith(family, 'the case')));
  expect(wrong).toEqual([]);
});

async function comeIn(clerk: SampleStaff): Promise<Page> {
  const page = await visitor(browser, { viewport: { width: 1280, height: 800 }, locale: pseudo });
  await page.goto(`${origin}/office/`);
  await page.locator('input[autocomplete=username]').fill(clerk.signInName);
  await page.locator('input[type=password]').fill(samplePassword);
  await page.locator('main form button[type=submit]').click();
  await page.getByRole('navigation').first().waitFor();
  await page.getByRole('button', { name: ownName.language }).click();
  await page.locator(`html[lang=${pseudo}]`).waitFor();
  return page;
}

test.each(['townshipReviewer', 'villageReceiver', 'confirmer', 'fundManager', 'payer', 'supervisor'] as const)(
  'the places of a %s fit their screen and say nothing in another language',
  async (part) => {
    const page = await comeIn(people.clerks[part]);
    const wrong: string[] = [];
    const opened = new Set<string>();
    const links = await page
      .locator('nav a[href]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(1);
    for (const href of new Set(links)) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(new URL(href, `${origin}/office/`).href);
      await page.locator('main h1').first().waitFor();
      wrong.push(...(await wrongWith(page, href)));
      opened.add(href);
      const row = page.locator('[data-row-link]').first();
      if ((await row.count()) === 0) continue;
      await page.setViewportSize({ width: 1280, height: 800 });
      await row.click();
      await page.waitForURL((url) => url.href !== new URL(href, origin).href);
      await page.locator('main h1').first().waitFor();
      const at = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, '…');
      wrong.push(...(await wrongWith(page, at)));
      opened.add(at);
    }
    expect(wrong).toEqual([]);
    expect(opened.size).toBeGreaterThan(1);
    if (part === 'townshipReviewer') expect([...opened].join()).toMatch(/\/cases\/…/);
  },
);
