import { expect, test } from 'vitest';
import { axeFindsNothing, openBrowser, visitor } from './browser.ts';
import { desktop, phone } from './launch.ts';
import { comeInByPhone, signInAs } from './coming-in.ts';
import { openJourneyHouse } from './house.ts';
import { photo } from './papers.ts';

// Something is missing: one notice that lists it, corrected by the family from that list. Something is refused: with reasons, law and
// remedies.

const visited = await openJourneyHouse();
const { origin, people } = visited;
const browser = await openBrowser();

test('a family finds the one list of what is missing, and corrects it by phone', async () => {
  const family = await visitor(browser, phone);
  await comeInByPhone(family, visited, people.family('correcting').phone);
  await axeFindsNothing(family);
  await family
    .getByRole('link', { name: /周诗悠|育儿|\d{4}-\d{6}/ })
    .first()
    .click();
  await axeFindsNothing(family);
  expect(await family.locator('main').innerText()).toContain('还差这些');
  await family.getByRole('link', { name: '去补' }).click();
  await axeFindsNothing(family);
  await family.locator('input[type=file]').first().setInputFiles(photo(11));
  await family.getByRole('button', { name: '补好了，交上去' }).click();
  await expect.poll(() => family.locator('main').innerText()).toMatch(/您已经补过了|补好了/);
  await axeFindsNothing(family);
});

test('the clerk finds it back among the day’s work, complete, and may not ask again', async () => {
  const clerk = await visitor(browser, desktop);
  await signInAs(clerk, visited, people.clerks.townshipReviewer);
  await clerk.getByRole('link', { name: /^张\*敏/ }).click();
  await clerk.getByRole('heading', { name: /张丽敏/ }).waitFor();
  const asks = clerk.getByRole('button', { name: /^一次性告知补正/ });
  expect(await asks.isDisabled()).toBe(true);
  await axeFindsNothing(clerk);
});

test('who was refused reads why, by which article, and how and until when to disagree', async () => {
  const family = await visitor(browser, phone);
  await comeInByPhone(family, visited, people.family('refused').phone);
  await family.goto(`${origin}/my`);
  await family.locator('main a[href*="/my/cases/"]').first().click();
  const said = await family.locator('main').innerText();
  expect(said).toContain('不予批准');
  expect(said).toContain('行政复议');
  expect(said).toMatch(/最晚\d{4}年\d{1,2}月\d{1,2}日/);
  expect(said).toMatch(/《.+》/);
  await axeFindsNothing(family);
  expect(visited.faults).toEqual([]);
});

test('money that the bank returned goes to another account, named by the family', async () => {
  const family = await visitor(browser, phone);
  await comeInByPhone(family, visited, people.family('returned').phone);
  await family.goto(`${origin}/my/payments`);
  await axeFindsNothing(family);
  await family.getByRole('link', { name: '换一个账户，重新发' }).click();
  await axeFindsNothing(family);
  await family.getByLabel('开户银行').fill('禾安农村商业银行');
  await family.getByLabel(/卡号或账号/).fill('6299990000000000017');
  await family.getByRole('button', { name: '就用这个账户' }).click();
  await expect.poll(() => family.locator('main').innerText()).toContain('账户已经换好');
  await axeFindsNothing(family);
  const [payment] = await visited.look((trx) =>
    trx.selectFrom('payment').select('state').where('familyId', '=', people.family('returned').family).execute(),
  );
  expect(payment?.state).toBe('due');
});
