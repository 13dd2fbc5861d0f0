import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apply } from '../../office/benefits/apply/apply.ts';
import { openShelf } from '../../office/benefits/law/packs.ts';
import { confirmCase } from '../../office/benefits/review/confirm.ts';
import { review } from '../../office/benefits/review/review.ts';
import { lawFolder } from '../../office/hall/law-folder.ts';
import { sitesOf, testSites } from './testing.ts';

const before = await testSites();
const { house } = before;

/** The same office after a restart: no pack is in its law folder. */
const folder = await mkdtemp(join(tmpdir(), 'huijia-left-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
await cp(join(lawFolder, 'vocabulary.yaml'), join(folder, 'vocabulary.yaml'));
const { visitor, reported } = await sitesOf({ ...house, packs: await openShelf(folder) });

test('a family follows its case and reads its letter when the benefit’s folder has left law/', async () => {
  const family = await before.family({ nationality: 'CN' });
  const received = await apply(house, family.acting, before.application(family));
  if (received.kind !== 'received') throw new Error(received.kind);
  const { id, receipt } = received.found;
  const page = `/my/cases/${encodeURIComponent(receipt)}`;
  const browser = visitor();
  await browser.signIn(family.phone, page);
  const title = house.packs.packs[0]?.info.title['zh-CN'] ?? '';
  for (const path of [page, `/receipt/${encodeURIComponent(receipt)}`, '/my']) {
    const shown = await browser.open(path);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain(title);
  }
  const seen = { outcome: 'eligible', amountFen: '360000' } as const;
  const [reviewer, confirmer] = [
    await before.hire('审核甲', 'review', '990101101000'),
    await before.hire('确认乙', 'confirm', '990101000000'),
  ];
  await review(house, reviewer, { id }, { outcome: 'pass', version: 1, seen });
  await confirmCase(house, confirmer, { id }, { outcome: 'grant', version: 2, seen });
  const decided = await browser.open(page);
  expect(decided.text).toContain('惠决〔2026〕');
  expect(decided.text).toContain('3,600');
  expect(reported).toEqual([]);
});

test('a benefit that has left law/ takes no new application, and its pages say so', async () => {
  const browser = visitor();
  for (const path of ['/apply/', '/leaflet/', '/open/benefits/']) {
    const answer = await browser.open(`${path}${before.address}`);
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('这个惠民项目不再受理新申请');
    expect(answer.text).toContain('已经提交的申请照常办理');
  }
  expect((await browser.open('/apply/cn~never-was')).status).toBe(404);
});
