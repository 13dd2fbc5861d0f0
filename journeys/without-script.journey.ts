import { expect, test } from 'vitest';
import { day } from '../values/day.ts';
import { axeFindsNothing, openBrowser, visitor } from './browser.ts';
import { phone } from './launch.ts';
import { comeInByPhone } from './coming-in.ts';
import { openJourneyHouse } from './house.ts';
import { identityNumber, miscopied, photo } from './papers.ts';

// Everything families do works in a browser without JavaScript, and nobody needs to be in the register to begin.

const visited = await openJourneyHouse();
const { origin, people } = visited;
const browser = await openBrowser();
const father = await visitor(browser, { ...phone, javaScriptEnabled: false });
const again = await father.context().newPage();

const fill = (name: string, value: string): Promise<void> => father.locator(`input[name="${name}"]`).fill(value);
const says = (): Promise<string> => father.locator('main').innerText();
const next = (button: RegExp = /下一步/): Promise<void> =>
  father.locator('main form button').filter({ hasText: button }).first().click();

async function bornOn(year: string, month: string, dayOfMonth: string): Promise<void> {
  await fill('birth-year', year);
  await fill('birth-month', month);
  await fill('birth-day', dayOfMonth);
}

let receipt = '';

test('a father who is not in the register enters himself and his child, and is told what he mistyped', async () => {
  const [policy = ''] = visited.house.packs.packs.map(({ info }) => info.policy.replaceAll('/', '~'));
  await father.goto(`${origin}/apply/${policy}`);
  await comeInByPhone(father, visited, people.newcomersPhone);
  await fill('name', '夏明亮');
  await bornOn('1994', '5', '6');
  const identity = identityNumber(day('1994-05-06'));
  await fill('identity', miscopied(identity));
  await next();
  expect(await says()).toMatch(/有一处要改[\s\S]*身份证/);
  expect(await father.locator('input[name=name]').inputValue()).toBe('夏明亮');
  await fill('identity', identity);
  await next();
  await fill('name', '夏知星');
  await bornOn('2025', '3', '8');
  await father.locator('select').first().selectOption({ index: 3 });
  await father.getByRole('radio').first().check();
  await next();
});

test('he answers what is not known, adds his photos one by one, and hands in from a phone without a script', async () => {
  await father.getByRole('radio').first().check();
  await next();
  await father.getByRole('radio').first().check();
  await next();
  const files = father.locator('input[type=file]');
  await files.nth(0).setInputFiles({ ...photo(30), buffer: Buffer.from('a letter, not a photo') });
  await next();
  expect(await says()).toMatch(/有.*处要改/);
  await files.nth(0).setInputFiles(photo(31));
  await next();
  expect(await says()).toContain('还差一样');
  await files.nth(1).setInputFiles(photo(32));
  await next();
  await fill('bank', '禾安农村商业银行');
  await fill('number', '6299990000000000017');
  await next();
  expect(await says()).toMatch(/3,600[\s\S]*夏知星|夏知星[\s\S]*3,600/);
  // The same page in a second tab, as it is before he presses.
  await again.goto(father.url());
  await next(/交上去/);
  receipt = /禾 \d{4}-\d{6}/.exec(await says())?.[0] ?? '';
  expect(receipt).not.toBe('');
  expect(await father.locator('main svg').count()).toBeGreaterThan(0);
});

test('pressing the button again in the second tab gives the same receipt, and one case', async () => {
  await again
    .locator('main form button')
    .filter({ hasText: /交上去/ })
    .click();
  expect(await again.locator('main').innerText()).toContain(receipt);
  const cases = await visited.look((trx) =>
    trx.selectFrom('benefitCase').select(['origin', 'state', 'receipt']).where('receipt', '=', receipt).execute(),
  );
  expect(cases).toEqual([{ origin: 'phone', state: 'received', receipt }]);
});

test('he follows it, in large print too, and takes it back', async () => {
  await father.goto(`${origin}/my`);
  await father.locator('main a[href*="/my/cases/"]').first().click();
  expect(await says()).toContain('夏知星');
  await father.locator('header a').filter({ hasText: '大字' }).first().click();
  await father.getByRole('link', { name: '不办了，撤回申请' }).click();
  await next(/确定撤回/);
  expect(await says()).toContain('已经撤回');
  await father.context().close();
  const anyone = await visitor(browser, phone);
  await anyone.goto(`${origin}/track`);
  await axeFindsNothing(anyone);
  expect(visited.faults).toEqual([]);
});
