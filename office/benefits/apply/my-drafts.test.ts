import { expect, test } from 'vitest';
import { changeDraft, openDraft } from './draft.ts';
import { dropMyDraft, myDrafts } from './my-drafts.ts';
import { policyOf, testOffice } from '../testing-office.ts';

const office = await testOffice();
const { house } = office;
const policy = policyOf(house);

test('what was begun is listed with its child, its year and how long it is kept; what was only opened is not', async () => {
  const { acting, child } = await office.family();
  const draft = await openDraft(house, acting, policy);
  expect(await myDrafts(house, acting)).toEqual([]);
  await changeDraft(house, acting, draft.id, (body) => ({ ...body, subject: { id: child }, period: '2026' }));
  expect(await myDrafts(house, acting)).toMatchObject([
    // Thirty days from 2 March 2026, the last of them not whole.
    { id: draft.id, subject: '刘一诺', period: '2026', photos: 0, keptUntil: '2026-03-31' },
  ]);
});

test('an unfinished application is thrown away by its own phone alone', async () => {
  const [mine, neighbour] = [await office.family(), await office.family()];
  const { id } = await openDraft(house, mine.acting, policy);
  await changeDraft(house, mine.acting, id, (body) => ({ ...body, period: '2026' }));
  expect(await myDrafts(house, neighbour.acting)).toEqual([]);
  await dropMyDraft(house, neighbour.acting, id);
  expect(await myDrafts(house, mine.acting)).toHaveLength(1);
  await dropMyDraft(house, mine.acting, id);
  expect(await myDrafts(house, mine.acting)).toEqual([]);
});
