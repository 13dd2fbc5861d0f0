import { expect, test } from 'vitest';
import { axeFindsNothing, openBrowser, visitor } from './browser.ts';
import { desktop, phone } from './launch.ts';
import { comeInByPhone, signInAs } from './coming-in.ts';
import { openJourneyHouse } from './house.ts';

// Everything in English: nothing of a page is left in Chinese but names, and what the law calls itself.

const visited = await openJourneyHouse();
const { origin, people } = visited;
const browser = await openBrowser();
const sentence = /[\u4e00-\u9fff][^\n]*[，。？！]/;

test('a family that reads English finds its way from the first page to its case', async () => {
  const family = await visitor(browser, { ...phone, locale: 'en-GB' });
  await family.goto(origin);
  await axeFindsNothing(family);
  expect(await family.locator('html').getAttribute('lang')).toBe('en');
  expect(await family.locator('body').innerText()).not.toMatch(sentence);
  await comeInByPhone(family, visited, people.family('waiting').phone);
  for (const path of ['/my', '/my/payments', '/check', '/help', '/disagree', '/track', '/open']) {
    await family.goto(`${origin}${path}`);
    await axeFindsNothing(family);
    expect(await family.locator('body').innerText(), path).not.toMatch(sentence);
  }
  await family.goto(`${origin}/my`);
  await family.locator('main a[href*="/my/cases/"]').first().click();
  expect(await family.locator('main').innerText()).toMatch(/Receipt|receipt/);
  await axeFindsNothing(family);
});

test('a clerk switches the office to English', async () => {
  const clerk = await visitor(browser, desktop);
  await signInAs(clerk, visited, people.clerks.townshipReviewer);
  await clerk.getByRole('button', { name: 'English' }).click();
  await clerk.getByRole('heading', { name: 'Today' }).waitFor();
  await axeFindsNothing(clerk);
  expect(await clerk.locator('html').getAttribute('lang')).toBe('en');
  expect(visited.faults).toEqual([]);
});
