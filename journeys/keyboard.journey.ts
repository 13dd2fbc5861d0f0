import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindsNothing, openBrowser, visitor } from './browser.ts';
import { signInAs } from './coming-in.ts';
import { openJourneyHouse } from './house.ts';
import { desktop } from './launch.ts';

// A clerk who keeps the hands on the keys: a list stands at its first row, and Enter opens it.

const visited = await openJourneyHouse();
const { origin, people } = visited;
const browser = await openBrowser();

const rowAt = (page: Page) => page.locator('tr.at');
const linksOf = (page: Page) => page.locator('[data-row-link]');

async function idOfRow(page: Page, index: number): Promise<string> {
  return (await linksOf(page).nth(index).getAttribute('data-row-link')) ?? '';
}

/** The reviewer at a list that has come. */
async function reviewerAt(path: string): Promise<Page> {
  const clerk = await visitor(browser, desktop);
  await signInAs(clerk, visited, people.clerks.townshipReviewer);
  await clerk.goto(`${origin}/office${path}`);
  await rowAt(clerk).waitFor();
  return clerk;
}

test.each(['/', '/cases'])('at %s Enter opens the first row at once', async (path) => {
  const clerk = await reviewerAt(path);
  const first = await idOfRow(clerk, 0);
  expect(await rowAt(clerk).locator('[data-row-link]').getAttribute('data-row-link')).toBe(first);
  await clerk.keyboard.press('Enter');
  await clerk.waitForURL(`**/office/cases/${first}`);
});

test('J walks on to the second row, which Enter opens', async () => {
  const clerk = await reviewerAt('/');
  const second = await idOfRow(clerk, 1);
  await clerk.keyboard.press('j');
  await clerk.keyboard.press('Enter');
  await clerk.waitForURL(`**/office/cases/${second}`);
});

test('Enter in a field is the field’s: it searches and opens no case', async () => {
  const clerk = await reviewerAt('/');
  await clerk.keyboard.press('/');
  await clerk.keyboard.type('wang');
  await clerk.keyboard.press('Enter');
  await clerk.waitForURL('**/office/cases?q=wang');
});

test('with the payments that came back Enter opens the form for another account, at the counter of their village', async () => {
  const clerk = await visitor(browser, desktop);
  await signInAs(clerk, visited, people.receiverOf('returned'));
  await clerk.getByRole('link', { name: /^退汇/ }).click();
  await clerk.locator('tr.at').waitFor();
  await axeFindsNothing(clerk);
  await clerk.keyboard.press('Enter');
  await clerk.getByLabel('开户银行').waitFor();
  await axeFindsNothing(clerk);
});

test('the record open at the counter shows what came back; another account is entered, and it is gone from the menu’s count', async () => {
  const { family } = people.family('returned');
  const clerk = await visitor(browser, desktop);
  await signInAs(clerk, visited, people.receiverOf('returned'));
  await clerk.goto(`${origin}/office/families/${family}?purpose=payment`);
  const entry = clerk.getByRole('navigation').getByRole('link', { name: /^退汇/ });
  expect(await entry.innerText()).toMatch(/^退汇\s*1$/);
  await clerk.getByRole('button', { name: '换账户重发' }).click();
  const holder = await visited.look((trx) =>
    trx
      .selectFrom('payment')
      .innerJoin('person', 'person.id', 'payment.payeeId')
      .select('person.name')
      .where('payment.familyId', '=', family)
      .where('state', '=', 'returned')
      .executeTakeFirstOrThrow(),
  );
  await clerk.getByLabel('开户银行').fill('禾安农商银行');
  await clerk.getByLabel('户名').fill(holder.name);
  await clerk.getByLabel('卡号').fill('6228480011112222333');
  await clerk.getByRole('button', { name: '登记，进下一批' }).click();
  await clerk.getByText('新账户已登记，这笔款进下一批。').waitFor();
  await clerk.getByText('2333').first().waitFor();
  await expect.poll(() => entry.innerText()).toBe('退汇');
  await axeFindsNothing(clerk);
  const payment = await visited.look((trx) =>
    trx.selectFrom('payment').select('state').where('familyId', '=', family).where('state', '=', 'returned').execute(),
  );
  expect(payment).toEqual([]);
  expect(visited.faults).toEqual([]);
});
