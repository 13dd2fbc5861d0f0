import { expect, test } from 'vitest';
import { axeFindsNothing, choose, openBrowser, visitor } from './browser.ts';
import { desktop } from './launch.ts';
import { signInAs } from './coming-in.ts';
import { openJourneyHouse } from './house.ts';
import { photo } from './papers.ts';

// At the counter: a clerk finds a grandmother by the initials of her name, and applies for her with her papers on the desk.

const visited = await openJourneyHouse();
const { people } = visited;
const browser = await openBrowser();

test('a village clerk finds her, opens the household for a purpose, and hands her a receipt', async () => {
  const grandmother = people.family('guardian');
  const clerk = await visitor(browser, desktop);
  await signInAs(clerk, visited, people.receiverOf('guardian'));
  await clerk.getByRole('link', { name: '窗口受理' }).click();
  await choose(clerk, '查阅事由', '本人到窗口申请');
  await clerk.getByLabel(/姓名、拼音、首字母/).fill('ycxy');
  await clerk.getByRole('button', { name: /^查\s?找$/ }).click();
  await clerk.getByRole('link', { name: /^尉迟\*英/ }).click();
  await clerk.getByText(/已记入查阅记录/).waitFor();
  await axeFindsNothing(clerk);
  await clerk
    .getByRole('link', { name: /^代为申请/ })
    .first()
    .click();
  await clerk.getByText('材料照片').first().waitFor();
  await axeFindsNothing(clerk);
  const files = clerk.locator('input[type=file]');
  await files.nth(0).setInputFiles(photo(21));
  await files.nth(1).setInputFiles(photo(22));
  await clerk.getByRole('button', { name: '受理，给回执' }).click();
  await clerk.getByText('受理回执').waitFor();
  await axeFindsNothing(clerk);
  const found = await visited.look((trx) =>
    trx
      .selectFrom('benefitCase')
      .select(['origin', 'state', 'receipt'])
      .where('subjectId', '=', grandmother.child)
      .execute(),
  );
  expect(found).toMatchObject([{ origin: 'counter', state: 'received' }]);
  expect(await clerk.locator('main').innerText()).toContain(found[0]?.receipt);
  const looks = await visited.look((trx) =>
    trx.selectFrom('accessLog').select(['actorName', 'purpose']).where('familyId', '=', grandmother.family).execute(),
  );
  expect(looks).toContainEqual({ actorName: people.receiverOf('guardian').name, purpose: 'apply' });
  expect(visited.faults).toEqual([]);
});
