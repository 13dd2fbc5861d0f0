import { describe, expect, test } from 'vitest';
import { as, png, requiredOf, system, type TestFamily } from '../../office/benefits/testing-office.ts';
import { checkDigitOf } from '../../values/resident-id.ts';
import { codeOn, testSites, type Visited, type Visitor } from './testing.ts';

const sites = await testSites();
const { visitor, house, address, reported } = sites;
const papers = requiredOf(house);

const photosOf = (requirements: readonly string[]) =>
  requirements.map((field) => ({ field, name: `${field}.png`, bytes: png() }));

/** A mother on record, at the first page of an application for her child. */
async function begun(of: { nationality?: string | undefined } = { nationality: 'CN' }) {
  const family = await sites.family(of);
  const browser = visitor();
  const first = await browser.signIn(family.phone, `/apply/${address}`);
  return { family, browser, first };
}

/** Fills in every page up to the last look. */
async function filledIn(browser: Visitor, first: Visited, family: TestFamily): Promise<Visited> {
  const period = await browser.send(first, { subject: family.child });
  const photos = await browser.send(period, { period: '2026' });
  const account = await browser.send(photos, {}, photosOf(papers));
  return browser.send(account);
}

const casesOf = ({ family }: TestFamily) =>
  as(house, system, (trx) => trx.selectFrom('benefitCase').selectAll().where('familyId', '=', family).execute());

describe('an application from a family on record', () => {
  test('shows what is known, takes photos, and ends with a receipt and the day of the answer', async () => {
    const { family, browser, first } = await begun();
    expect(first.text).toContain('为哪个孩子申请？');
    expect(first.text).toContain('刘一诺');
    expect(first.text).toContain('2026年可以领3,600元');
    const sure = await filledIn(browser, first, family);
    expect(sure.url).toBe(`/apply/${address}/sure`);
    expect(sure.text).toContain('尾号');
    expect(sure.text).toContain('3,600元');
    const receipt = await browser.send(sure);
    expect(receipt.status).toBe(200);
    expect(receipt.text).toMatch(/禾 2026-\d{6}/);
    // Thirty working days from 2 March 2026.
    expect(receipt.text).toContain('最晚2026年4月14日（星期二）答复您');
    expect(receipt.html).toContain('<svg class="qr"');
    expect(await casesOf(family)).toHaveLength(1);
  });

  test('the same form sent twice is one case with one receipt', async () => {
    const { family, browser, first } = await begun();
    const sure = await filledIn(browser, first, family);
    const receipts = await Promise.all([browser.send(sure), browser.send(sure)]);
    const later = await browser.send(sure);
    const numbers = [...receipts, later].map(({ text }) => /禾 2026-\d{6}/.exec(text)?.[0]);
    expect(new Set(numbers).size).toBe(1);
    expect(later.text).toContain('早就收到了');
    expect(await casesOf(family)).toHaveLength(1);
  });

  test('another form for the same child and year makes nothing new and leads to the case there is', async () => {
    const { family, browser, first } = await begun();
    await browser.send(await filledIn(browser, first, family));
    const again = await browser.open(`/apply/${address}`);
    const answer = await browser.send(await filledIn(browser, again, family));
    expect(answer.status).toBe(409);
    expect(answer.text).toMatch(/没有新建/);
    expect(answer.text).toMatch(/禾 2026-\d{6}/);
    expect(await casesOf(family)).toHaveLength(1);
  });

  test('a fact that the register does not hold is asked, and may be left open', async () => {
    const { family, browser, first } = await begun({ nationality: undefined });
    const fact = await browser.send(first, { subject: family.child });
    expect(fact.text).toContain('孩子是中国国籍吗？');
    const period = await browser.send(fact, { unsure: 'yes' });
    expect(period.text).toContain('由工作人员核对');
    const photos = await browser.send(period, { period: '2026' });
    const account = await browser.send(photos, {}, photosOf(papers));
    const sure = await browser.send(account);
    expect(sure.text).toContain('还有情况不清楚');
    expect((await browser.send(sure)).text).toMatch(/禾 2026-\d{6}/);
  });

  test('what was filled in is still there when the family comes back', async () => {
    const { family, browser, first } = await begun();
    const period = await browser.send(first, { subject: family.child });
    await browser.send(period, { period: '2025' });
    expect((await browser.open(`/apply/${address}`)).url).toBe(`/apply/${address}/account`);
    const back = await browser.open(`/apply/${address}/period`);
    expect(back.html).toMatch(/value="2025"[^>]*checked|checked[^>]*value="2025"/);
  });

  test('a page whose form is too old is refused, and nothing is lost', async () => {
    const { family, browser, first } = await begun();
    const period = await browser.send(first, { subject: family.child });
    const refused = await browser.send(period, { period: '2026', 'form-token': 'x'.repeat(43) });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('什么都没有丢');
    expect((await browser.open(`/apply/${address}`)).url).toBe(`/apply/${address}/period`);
  });
});

describe('photos', () => {
  const atPhotos = async () => {
    const { family, browser, first } = await begun();
    const photos = await browser.send(await browser.send(first, { subject: family.child }), { period: '2026' });
    return { browser, photos };
  };

  test('one that is not an image is named; the others are kept', async () => {
    const { browser, photos } = await atPhotos();
    const [one = '', two = ''] = papers;
    const page = await browser.send(photos, {}, [
      { field: one, name: '户口.txt', bytes: Buffer.from('hello') },
      { field: two, name: 'b.png', bytes: png() },
    ]);
    expect(page.status).toBe(422);
    expect(page.text).toContain('“户口.txt”：这不是照片');
    expect(page.text).toContain('已有1张');
    expect(page.html).toContain(`href="#${one}"`);
  });

  test('one of 40 MB gets a sentence and the page, and the others are kept', async () => {
    const { browser, photos } = await atPhotos();
    const [one = '', two = ''] = papers;
    const page = await browser.send(photos, {}, [
      { field: one, name: '大.jpg', bytes: Buffer.alloc(40 * 1024 * 1024, 0xff) },
      { field: two, name: 'b.png', bytes: png() },
    ]);
    expect(page.status).toBe(422);
    expect(page.text).toContain('照片太大，最多15 MB');
    expect(page.text).toContain('已有1张');
  });

  test('the reader sees their own photo, takes it away again, and nobody else sees it', async () => {
    const { browser, photos } = await atPhotos();
    const [one = ''] = papers;
    const page = await browser.send(photos, {}, [{ field: one, name: 'a.png', bytes: png() }]);
    const src = /<img src="([^"]+)"/.exec(page.html)?.[1] ?? '';
    expect((await browser.open(src)).headers['content-type']).toBe('image/png');
    const stranger = visitor();
    await stranger.signIn((await sites.family()).phone);
    expect((await stranger.open(src)).status).toBe(404);
    const remove = /name="remove" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const after = await browser.send(page, { remove });
    expect(after.html).not.toContain('<img');
    expect(after.text).not.toContain('已有1张');
  });

  test('without them the page says what is missing, and lets the reader go on', async () => {
    const { browser, photos } = await atPhotos();
    const asked = await browser.send(photos);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('还差一样：');
    const account = await browser.send(asked, { later: 'yes' });
    expect(account.text).toContain('钱打到哪里？');
    const sure = await browser.send(account);
    expect(sure.text).toContain('还没有拍：');
  });
});

describe('a family that nobody has on record', () => {
  const identity = (first17: string): string => first17 + checkDigitOf(first17);

  async function newcomer(phone: string) {
    const browser = visitor();
    const asked = await browser.send(await browser.open(`/apply/${address}?child.birth=2025-03`), { phone });
    const you = await browser.send(asked, { code: codeOn(asked) });
    return { browser, you };
  }

  test('fills in who they are, the child and the account once, with every mistake said at once', async () => {
    const { browser, you } = await newcomer('19912340001');
    expect(you.text).toContain('您的情况');
    const empty = await browser.send(you, { name: '', identity: '99010119940506002' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('href="#name"');
    expect(empty.html).toContain('href="#identity"');
    const filled = {
      name: '测试㼆',
      'birth-year': '1994',
      'birth-month': '5',
      'birth-day': '6',
      identity: identity('99010119940506004'),
    };
    const child = await browser.send(empty, filled);
    expect(child.text).toContain('孩子的情况');
    // The month told in the check stands in its boxes.
    expect(child.html).toMatch(/name="birth-year"[^>]* value="2025"/);
    const wrong = await browser.send(child, { name: '测小满', 'birth-day': '40', residence: '', link: '' });
    expect(wrong.status).toBe(422);
    for (const field of ['birth', 'residence', 'link']) expect(wrong.html).toContain(`href="#${field}"`);
    const fact = await browser.send(wrong, {
      name: '测小满',
      'birth-day': '4',
      residence: '990101101201',
      link: 'parent',
    });
    const period = await browser.send(fact, { 'child.nationality': 'CN' });
    const photos = await browser.send(period, { period: '2026' });
    const account = await browser.send(photos, {}, photosOf(papers));
    expect(account.html).toMatch(/name="holder"[^>]* value="测试㼆"/);
    const notOwn = await browser.send(account, { bank: '禾安农商银行', holder: '别人', number: '6228480000123456789' });
    expect(notOwn.status).toBe(422);
    const sure = await browser.send(notOwn, { bank: '禾安农商银行', holder: '测试㼆', number: '6228480000123456789' });
    expect(sure.text).toContain('测小满');
    expect(sure.text).toContain('孩子是中国国籍吗？');
    const receipt = await browser.send(sure);
    expect(receipt.text).toMatch(/禾 2026-\d{6}/);
    expect((await browser.open('/my')).text).toContain('正在审核');
  });

  test('an identity number of somebody else is settled at the counter; nothing about its owner is told', async () => {
    const taken = identity('99010119900101002');
    const one = await newcomer('19912340002');
    const two = await newcomer('19912340003');
    const fill = async ({ browser, you }: Awaited<ReturnType<typeof newcomer>>, child: string): Promise<Visited> => {
      const filled = { name: '李四', 'birth-year': '1990', 'birth-month': '1', 'birth-day': '1', identity: taken };
      const childPage = await browser.send(you, filled);
      const fact = await browser.send(childPage, {
        name: child,
        'birth-day': '4',
        residence: '990101101201',
        link: 'parent',
      });
      const period = await browser.send(fact, { 'child.nationality': 'CN' });
      const photos = await browser.send(period, { period: '2026' });
      const account = await browser.send(photos, {}, photosOf(papers));
      const sure = await browser.send(account, { bank: '邮储银行', holder: '李四', number: '6228480000123456797' });
      return browser.send(sure);
    };
    expect((await fill(one, '李一')).text).toMatch(/禾 2026-\d{6}/);
    const refused = await fill(two, '李二');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('请到窗口办');
    expect(refused.text).not.toContain('19912340002');
    expect((await two.browser.open(`/apply/${address}`)).url).toBe(`/apply/${address}/sure`);
  });
});

test('nobody applies without signing in, and comes back to where they were', async () => {
  const page = await visitor().open(`/apply/${address}?child.birth=2024-05`);
  expect(page.url).toBe(`/sign-in?next=${encodeURIComponent(`/apply/${address}?child.birth=2024-05`)}`);
  expect(page.text).toContain('用手机号登录');
});

test('nothing went wrong on our side', () => {
  expect(reported).toEqual([]);
});
