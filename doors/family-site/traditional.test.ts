import { expect, test } from 'vitest';
import { traditional } from '../../building/catalogue/traditional.ts';
import { policyAddress } from '../../office/benefits/decide/benefit-wire.ts';
import { apply } from '../../office/benefits/apply/apply.ts';
import { readReceipt } from '../../office/benefits/apply/receipt.ts';
import { review } from '../../office/benefits/review/review.ts';
import { testSites } from './testing.ts';

// A reader of 繁體 meets no simplified character: not in what the pack says, not in the reasons, not in a letter.

const sites = await testSites();
const { visitor, house } = sites;
const reviewer = await sites.hire('審核甲', 'review', '990101101000');

/** People, files and laws are called what they are called. */
const names = ['王秀兰', '刘一诺', ...house.packs.packs.flatMap(({ info }) => info.sources.map(({ title }) => title))];

/** What the page says; names of official documents stay as they were published, and say so by their language. */
function said(html: string): readonly string[] {
  const ours = names
    .reduce((left, name) => left.replaceAll(name, ''), html.replaceAll(/禾惠决〔2026〕\d+号/g, ''))
    .replaceAll(/<(\w+)[^>]* lang="zh-CN"[^>]*>[^<]*<\/\1>/g, '');
  return ours
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, '')
    .split(/<[^>]*>/)
    .filter((text) => /\p{Script=Han}/u.test(text));
}

const simplifiedIn = (html: string): readonly string[] => said(html).filter((text) => traditional(text) !== text);

test.each(['/', '/check', '/check?child.birth=2024-05', '/check?child.birth=2024-05&child.nationality=CN', '/help'])(
  '%s is 繁體 throughout',
  async (path) => {
    const page = await visitor('zh-TW').open(path);
    expect(page.status).toBe(200);
    expect(said(page.html).length).toBeGreaterThan(5);
    expect(simplifiedIn(page.html)).toEqual([]);
  },
);

test('so are the public page of a benefit and its leaflet', async () => {
  const [pack] = house.packs.packs;
  const address = policyAddress(pack?.info.policy ?? '');
  for (const path of [`/open/benefits/${address}`, `/leaflet/${address}?child.birth=2024-05&child.nationality=CN`]) {
    const page = await visitor('zh-TW').open(path);
    expect(page.status, path).toBe(200);
    expect(simplifiedIn(page.html)).toEqual([]);
  }
});

test('so is a letter of refusal, with the pack’s reasons and the officer’s own', async () => {
  const family = await sites.family({ nationality: 'CN', birth: '2019-05-03' });
  const received = await apply(house, family.acting, sites.application(family));
  if (received.kind !== 'received') throw new Error(received.kind);
  const { receipt } = received.found;
  await review(house, reviewer, readReceipt(receipt) ?? { running: '' }, {
    outcome: 'refuse',
    version: 1,
    seen: { outcome: 'not-eligible', amountFen: null },
    reason: '孩子已满三周岁，不再发放补贴。',
  });
  const browser = visitor('zh-TW');
  const page = `/my/cases/${encodeURIComponent(receipt)}`;
  await browser.signIn(family.phone, page);
  const letter = await browser.open(page);
  expect(letter.text).toContain('孩子已滿三週歲，不再發放補貼。');
  expect(simplifiedIn(letter.html)).toEqual([]);
});
