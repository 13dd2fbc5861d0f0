import { expect, test } from 'vitest';
import { axeFindsNothing, openBrowser, phone, visitor } from './browser.ts';
import { comeInByPhone } from './coming-in.ts';
import { openJourneyHouse } from './house.ts';
import { day } from '../values/day.ts';
import { identityNumber, miscopied, photo } from './papers.ts';

// Everything families do works in a browser without JavaScript, and nobody needs to be in the register to begin.

const visited = await openJourneyHouse();
const { origin, people } = visited;
const browser = await openBrowser();

test('a father who is not in the register applies for his child without a script', async () => {
  const father = await visitor(browser, { ...phone, javaScriptEnabled: false });
  const [policy = ''] = visited.house.packs.packs.map(({ info }) => info.policy.replaceAll('/', '~'));
  await father.goto(`${origin}/apply/${policy}`);
  await comeInByPhone(father, visited, people.newcomersPhone);
  const fill = (name: string, value: string) => father.locator(`input[name="${name}"]`).fill(value);
  const step = () => father.locator('main form button[type=submit]').filter({ hasText: '下一步' }).first().click();
  await fill('name', '夏明亮');
  for (const [part, value] of Object.entries({ year: '1994', month: '5', day: '6' }))
    await fill(`birth-${part}`, value);
  const identity = identityNumber(day('1994-05-06'));
  await fill('identity', miscopied(identity));
  await step();
  expect(await father.locator('main').innerText()).toContain('身份证');
  await fill('identity', identity);
  await step();
  await fill('name', '夏知星');
  for (const [part, value] of Object.entries({ year: '2025', month: '3', day: '8' }))
    await fill(`birth-${part}`, value);
  await father.locator('select').first().selectOption({ index: 3 });
  await father.getByRole('radio').first().check();
  await step();
  await expect.poll(() => father.url()).toContain('/apply/');
});
