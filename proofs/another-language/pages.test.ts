import { expect, test } from 'vitest';
import { testSites, type Visited } from '../../doors/family-site/testing.ts';
import { apply } from '../../office/benefits/apply/apply.ts';
import { readReceipt } from '../../office/benefits/apply/receipt.ts';
import { confirmCase } from '../../office/benefits/review/confirm.ts';
import { review } from '../../office/benefits/review/review.ts';
import { png, requiredOf } from '../../office/benefits/testing-office.ts';
import type { Language } from '../../values/language.ts';
import { type Data, leaksIn, sentencesOf, textsIn } from './leaks.ts';
import { pseudo } from './pseudo.ts';

// The families' pages and everybody's, in a language that a folder of files added: no sentence is left in another.

const sites = await testSites();
const { visitor, house, address } = sites;
const reader = visitor(pseudo as Language);
const reviewer = await sites.hire('审核甲', 'review', '990101101000');
const confirmer = await sites.hire('确认乙', 'confirm', '990101000000');
const [pack] = house.packs.packs;
const divisions = await house.db.selectFrom('division').select('name').execute();

/** What is no sentence of the house: what a pack says, and what people, places and files are called. */
const data: Data = [
  ...sentencesOf(pack?.rule.because ?? new Map()),
  /(?:http:\/\/localhost:\d+)?\/apply\/[\w~-]+/g,
  /禾 2026-\d{6}|禾惠决〔2026〕\d{6}号/g,
  ...textsIn([pack?.info, pack?.info.version.slice(0, 12), pack?.vocabulary.facts, divisions]),
  '王秀兰',
  '刘一诺',
  '禾安农商银行',
  '审核甲的服务中心',
  '确认乙的服务中心',
  'Office of 审核甲',
  'Office of 确认乙',
  '简体中文',
  'English',
  '繁體中文',
  'CN',
];

async function seen(path: string, status = 200): Promise<Visited> {
  const page = await reader.open(path);
  expect(page.status, path).toBe(status);
  expect(page.html).toContain(`<html lang="${pseudo}"`);
  expect(leaksIn(page.html, data), path).toEqual([]);
  return page;
}

test.each([
  '/',
  '/check',
  '/check?child.birth=2024-05',
  '/check?child.birth=2024-05&child.nationality=CN',
  '/check?child.birth=2019-05&child.nationality=CN',
  '/check?child.birth=2024-05&child.nationality=unsure',
  `/leaflet/${address}?child.birth=2024-05&child.nationality=CN`,
  '/help',
  '/disagree',
  '/track',
  '/kept',
  '/sign-in',
  '/open',
  `/open/benefits/${address}`,
])('%s', async (path) => {
  await seen(path);
});

test('a month that there is not', async () => {
  await seen('/check?asked=child.birth&child.birth-year=2024&child.birth-month=13', 422);
});

test.each(['/nowhere', '/leaflet/cn~nothing', '/open/benefits/cn~nothing'])('%s: nothing is there', async (path) => {
  await seen(path, 404);
});

test('a family signs in, applies and follows its case to the money', async () => {
  const family = await sites.family({ nationality: undefined });
  const all = [...data, family.phone];
  const shown = (page: Visited): Visited => {
    expect(leaksIn(page.html, all), page.url).toEqual([]);
    return page;
  };
  const asked = shown(await reader.send(await reader.open(`/sign-in?next=/apply/${address}`), { phone: family.phone }));
  shown(await reader.send(asked, { code: '000000' }));
  const [code = ''] = /(?<!\d)\d{6}(?!\d)/.exec(asked.text) ?? [];
  const first = shown(await reader.send(asked, { code }));
  const fact = shown(await reader.send(first, { subject: family.child }));
  const period = shown(await reader.send(fact, { 'child.nationality': 'CN' }));
  const photos = shown(await reader.send(period, { period: '2026' }));
  shown(await reader.send(photos));
  const files = requiredOf(house).map((field) => ({ field, name: 'a.png', bytes: png() }));
  const account = shown(await reader.send(photos, {}, files));
  shown(await reader.open('/my'));
  shown(await reader.send(await reader.send(account)));
  for (const path of ['/my', '/my/record', '/my/payments']) shown(await reader.open(path));
});

test('the letters of a grant and of a refusal, and a case to be corrected', async () => {
  const outcomes = { yes: '2023-12-05', no: '2019-05-03', open: '2023-12-05' } as const;
  for (const [outcome, birth] of Object.entries(outcomes)) {
    const family = await sites.family({ nationality: 'CN', birth });
    const received = await apply(house, family.acting, sites.application(family));
    if (received.kind !== 'received') throw new Error(received.kind);
    const { receipt } = received.found;
    const key = readReceipt(receipt) ?? { running: '' };
    const seenNow = { outcome: 'eligible', amountFen: '360000' } as const;
    if (outcome === 'yes') {
      await review(house, reviewer, key, { outcome: 'pass', version: 1, seen: seenNow });
      await confirmCase(house, confirmer, key, { outcome: 'grant', version: 2, seen: seenNow });
    } else if (outcome === 'no') {
      const seenNo = { outcome: 'not-eligible', amountFen: null } as const;
      await review(house, reviewer, key, { outcome: 'refuse', version: 1, seen: seenNo });
    } else {
      const documents = requiredOf(house).slice(0, 1);
      await review(house, reviewer, key, { outcome: 'ask-correction', version: 1, documents, facts: [] });
    }
    const own = visitor(pseudo as Language);
    const asked = await own.send(await own.open('/sign-in'), { phone: family.phone });
    const [code = ''] = /(?<!\d)\d{6}(?!\d)/.exec(asked.text) ?? [];
    await own.send(asked, { code });
    const all = [...data, family.phone, receipt];
    const at = `/my/cases/${encodeURIComponent(receipt)}`;
    for (const path of [
      at,
      `${at}/withdraw`,
      `${at}/correct`,
      `/receipt/${encodeURIComponent(receipt)}`,
      '/my/payments',
      '/my/record',
    ]) {
      const page = await own.open(path);
      expect(leaksIn(page.html, all), `${outcome} ${path}`).toEqual([]);
    }
  }
});
