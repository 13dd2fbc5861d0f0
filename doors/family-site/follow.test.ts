import { describe, expect, test } from 'vitest';
import { apply } from '../../office/benefits/apply/apply.ts';
import { confirmCase } from '../../office/benefits/review/confirm.ts';
import { readReceipt } from '../../office/benefits/apply/receipt.ts';
import { review } from '../../office/benefits/review/review.ts';
import { as, png, requiredOf, system } from '../../office/benefits/testing-office.ts';
import { codeOn, testSites } from './testing.ts';

const sites = await testSites();
const { visitor, house, reported } = sites;
const reviewer = await sites.hire('审核甲', 'review', '990101101000');
const confirmer = await sites.hire('确认乙', 'confirm', '990101000000');
const [paper = ''] = requiredOf(house);
const seen = { outcome: 'eligible', amountFen: '360000' } as const;

/** A case in hand, and the browser of the family that follows it. */
async function applied() {
  const family = await sites.family({ nationality: 'CN' });
  const received = await apply(house, family.acting, sites.application(family));
  if (received.kind !== 'received') throw new Error(received.kind);
  const { receipt } = received.found;
  const key = readReceipt(receipt) ?? { running: '' };
  const browser = visitor();
  const page = `/my/cases/${encodeURIComponent(receipt)}`;
  await browser.signIn(family.phone, page);
  return { family, receipt, key, browser, page };
}

const eventsOf = (receipt: string) =>
  as(house, system, (trx) =>
    trx
      .selectFrom('caseEvent')
      .innerJoin('benefitCase', 'benefitCase.id', 'caseEvent.caseId')
      .where('benefitCase.receipt', '=', receipt)
      .orderBy('seq')
      .select('caseEvent.kind')
      .execute(),
  ).then((events) => events.map(({ kind }) => kind));

describe('following a case', () => {
  test('shows the steps, the day of the answer, in whose hands it is and who looked', async () => {
    const { browser, page, receipt, key } = await applied();
    await review(house, reviewer, key, { outcome: 'pass', version: 1, seen });
    const shown = await browser.open(page);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain(receipt);
    expect(shown.text).toContain('县里正在确认');
    expect(shown.text).toContain('最晚2026年4月14日（星期二）答复您');
    expect(shown.html).toContain('aria-current="step"');
    expect((await browser.open('/my')).text).toContain('县里正在确认');
  });

  test('another family’s case is answered as one that does not exist', async () => {
    const { page } = await applied();
    const stranger = visitor();
    await stranger.signIn((await sites.family()).phone);
    for (const path of [page, `${page}/withdraw`, `${page}/correct`, page.replace('/my/cases/', '/receipt/')]) {
      const answer = await stranger.open(path);
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('没有找到这份办件');
    }
    expect((await stranger.open('/my/cases/%E7%A6%BE%202026-999999')).text).toContain('没有找到这份办件');
  });

  test('a refusal names the article, the remedy and the last day for it', async () => {
    const family = await sites.family({ nationality: 'CN', birth: '2019-05-03' });
    const received = await apply(house, family.acting, sites.application(family));
    if (received.kind !== 'received') throw new Error(received.kind);
    const key = readReceipt(received.found.receipt) ?? { running: '' };
    const now = { outcome: 'not-eligible', amountFen: null } as const;
    await review(house, reviewer, key, { outcome: 'refuse', version: 1, seen: now });
    const browser = visitor();
    const page = await browser.signIn(family.phone, `/my/cases/${encodeURIComponent(received.found.receipt)}`);
    expect(page.text).toContain('不予批准');
    expect(page.text).toContain('禾惠决〔2026〕');
    expect(page.text).toContain('行政复议');
    // Sixty days from 2 March 2026.
    expect(page.text).toContain('最晚2026年5月1日（星期五）');
  });

  test('a grant says how much and to which account', async () => {
    const { browser, page, key } = await applied();
    await review(house, reviewer, key, { outcome: 'pass', version: 1, seen });
    await confirmCase(house, confirmer, key, { outcome: 'grant', version: 2, seen });
    const shown = await browser.open(page);
    expect(shown.text).toContain('批准，3,600元');
    expect(shown.text).toContain('打到禾安农商银行，尾号');
    const payments = await browser.open('/my/payments');
    expect(payments.text).toContain('等着发');
    expect(payments.text).toContain('3,600元');
    const id = await as(house, system, (trx) => trx.selectFrom('payment').select('id').executeTakeFirstOrThrow());
    const late = await browser.open(`/my/payments/${id.id}/account`);
    expect(late.text).toContain('这一笔已经不用换账户了');
    const stranger = visitor();
    await stranger.signIn((await sites.family()).phone);
    expect((await stranger.open(`/my/payments/${id.id}/account`)).status).toBe(404);
  });
});

describe('correcting', () => {
  async function asked() {
    const found = await applied();
    const note = '首页拍糊了，看不清姓名';
    await review(house, reviewer, found.key, {
      outcome: 'ask-correction',
      version: 1,
      documents: [paper],
      facts: [],
      note,
    });
    return found;
  }

  async function draftsLeft(): Promise<readonly string[]> {
    const left = await as(house, system, (trx) => trx.selectFrom('applicationDraft').select('kind').execute());
    return left.map(({ kind }) => kind).filter((kind) => kind === 'correction');
  }

  test('the one list is shown whole; a photo goes in, and the case goes on', async () => {
    const { browser, page, receipt } = await asked();
    const shown = await browser.open(page);
    expect(shown.text).toContain('等您补材料，期限暂停');
    expect(shown.text).toContain('首页拍糊了，看不清姓名');
    const correct = await browser.open(`${page}/correct`);
    const empty = await browser.send(correct);
    expect(empty.status).toBe(422);
    expect(empty.html).toContain(`href="#${paper}"`);
    const bad = await browser.send(empty, {}, [{ field: paper, name: '首页.heic', bytes: Buffer.from('no photo') }]);
    expect(bad.text).toContain('“首页.heic”：这不是照片');
    expect(await eventsOf(receipt)).toEqual(['received', 'correction-asked']);
    const done = await browser.send(bad, {}, [{ field: paper, name: '首页.png', bytes: png(9) }]);
    expect(done.text).toContain('补好了，接着办');
    expect(await draftsLeft()).toEqual([]);
    expect(await eventsOf(receipt)).toEqual(['received', 'correction-asked', 'corrected']);
    const twice = await browser.send(bad, {}, [{ field: paper, name: '首页.png', bytes: png(9) }]);
    expect(twice.status).toBe(409);
    expect(twice.text).toContain('这一份刚刚有了新进展');
    expect(await eventsOf(receipt)).toHaveLength(3);
  });

  test('a correction that is begun is no unfinished application, and goes with the act that hands it in', async () => {
    const { browser, page } = await asked();
    const mend = await browser.open(`${page}/correct`);
    const [file, wrong] = [
      { field: paper, name: '首页.png', bytes: png(9) },
      { field: paper, name: '第二页.heic', bytes: Buffer.from('no photo') },
    ];
    const kept = await browser.send(mend, {}, [file, wrong]);
    expect(kept.status).toBe(422);
    expect(await draftsLeft()).toEqual(['correction']);
    expect((await browser.open('/my')).html).not.toContain('/apply/correct');
    expect((await browser.open('/my')).html).not.toContain('/throw-away');
    expect((await browser.send(kept)).text).toContain('补好了，接着办');
    expect(await draftsLeft()).toEqual([]);
  });

  test('what cannot be had is explained in words', async () => {
    const { browser, page } = await asked();
    const done = await browser.send(await browser.open(`${page}/correct`), { explanation: '户口本丢了，正在补办。' });
    expect(done.text).toContain('补好了，接着办');
  });
});

describe('withdrawing', () => {
  test('is asked once more, done once, and said', async () => {
    const { browser, page, receipt } = await applied();
    const question = await browser.open(`${page}/withdraw`);
    expect(question.text).toContain('撤回这份申请？');
    const form = new URLSearchParams(
      [...question.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    const done = await browser.post(`${page}/withdraw`, form);
    expect(done.text).toContain('已经撤回');
    const twice = await browser.post(`${page}/withdraw`, form);
    expect(twice.text).toContain('已经撤回');
    expect(await eventsOf(receipt)).toEqual(['received', 'withdrawn']);
  });

  test('from a stale tab shows what happened meanwhile and takes nothing back', async () => {
    const { browser, page, key, receipt } = await applied();
    const question = await browser.open(`${page}/withdraw`);
    const form = new URLSearchParams(
      [...question.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    await review(house, reviewer, key, { outcome: 'pass', version: 1, seen });
    const answer = await browser.post(`${page}/withdraw`, form);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('您打开这一页以后，办件往前走了一步');
    expect(await eventsOf(receipt)).toEqual(['received', 'review-passed']);
  });
});

describe('finding a case by its receipt number', () => {
  test('takes a code to the phone; one a minute', async () => {
    const { family, receipt } = await applied();
    const elsewhere = visitor();
    const wrong = await elsewhere.send(await elsewhere.open('/track'), { receipt: '12', phone: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('这不像回执号');
    expect(wrong.text).toContain('请填手机号');
    const limited = await elsewhere.send(wrong, { receipt: receipt.slice(2), phone: family.phone });
    // The phone was sent a code a moment ago: one a minute.
    expect(limited.status).toBe(429);
    expect(limited.text).toContain('1分钟后再试');
  });

  test('whoever is signed in need only give the number', async () => {
    const { browser, receipt } = await applied();
    const found = await browser.send(await browser.open('/track'), { receipt: receipt.replace(' ', '') });
    expect(found.text).toContain(receipt);
    const none = await browser.send(await browser.open('/track'), { receipt: '2026-999999' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('没有查到');
  });
});

describe('coming in', () => {
  test('each mistake has its sentence, and nothing is told of whose phone it is', async () => {
    const browser = visitor();
    const first = await browser.open('/sign-in?next=/my/payments');
    expect((await browser.send(first, { phone: '' })).text).toContain('请填手机号');
    expect((await browser.send(first, { phone: '123' })).status).toBe(422);
    const asked = await browser.send(first, { phone: '19955550001' });
    const code = codeOn(asked);
    const other = code === '000000' ? '111111' : '000000';
    const wrong = await browser.send(asked, { code: other });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('验证码不对');
    expect((await browser.send(wrong, { code })).url).toBe('/my/payments');
  });

  test('leads to no other site afterwards', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'my']) {
      const page = await visitor().open(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(page.html).toContain('name="next" value="/my"');
    }
  });

  test('going out ends the session; the old cookie opens nothing', async () => {
    const browser = visitor();
    const mine = await browser.signIn('19955550002');
    const token = /name="form-token" value="([^"]+)"/.exec(mine.html)?.[1] ?? '';
    const out = await browser.post('/sign-out', new URLSearchParams({ 'form-token': token }));
    expect(out.text).toContain('已经退出登录');
    expect((await browser.open('/my')).url).toContain('/sign-in?next=%2Fmy');
  });
});

test('a family reads what is held of it, why, and who looked; everyone reads what is kept', async () => {
  const { browser } = await applied();
  const record = await browser.open('/my/record');
  expect(record.text).toContain('王秀兰');
  expect(record.text).toContain('谁看过');
  expect(record.text).toContain('个人信息保护法');
  const kept = await visitor().open('/kept');
  expect(kept.text).toContain('没有写在这里的，我们不保存');
  expect(kept.text).not.toContain('王秀兰');
});

test('a page of one family is kept by nobody on the way', async () => {
  const { browser, page } = await applied();
  expect((await browser.open(page)).headers['cache-control']).toContain('no-store');
});

test('nothing went wrong on our side', () => {
  expect(reported).toEqual([]);
});

describe('an application that was begun', () => {
  async function begun() {
    const family = await sites.family({ nationality: 'CN' });
    const browser = visitor();
    const first = await browser.signIn(family.phone, `/apply/${sites.address}`);
    const period = await browser.send(first, { subject: family.child });
    return { family, browser, period };
  }
  const throwAwayOn = (html: string): string => /href="(\/my\/drafts\/[^"]+)"/.exec(html)?.[1] ?? '';

  test('stands among one’s own with the day until which it is kept, and goes on where it was left', async () => {
    const { browser, period } = await begun();
    const mine = await browser.open('/my');
    expect(mine.text).toContain('还没交');
    expect(mine.text).toContain('刘一诺');
    expect(mine.text).toContain('替您留到2026年3月31日');
    expect(mine.text).not.toContain('还没有办件');
    expect((await browser.open(`/apply/${sites.address}`)).url).toBe(period.url);
  });

  test('is thrown away after one more question, and only with a form of ours', async () => {
    const { browser } = await begun();
    const address = throwAwayOn((await browser.open('/my')).html);
    const asked = await browser.open(address);
    expect(asked.text).toContain('找不回来');
    expect((await browser.post(address, new URLSearchParams())).status).toBe(403);
    expect(throwAwayOn((await browser.open('/my')).html)).toBe(address);
    const token = /name="form-token" value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
    const after = await browser.post(address, new URLSearchParams({ 'form-token': token }));
    expect(after.text).toContain('已经清掉了');
    expect(after.text).toContain('还没有办件');
    expect((await browser.open(address)).url).toBe('/my');
  });

  test('is not there for another family', async () => {
    const { browser } = await begun();
    const address = throwAwayOn((await browser.open('/my')).html);
    const stranger = visitor();
    await stranger.signIn((await sites.family()).phone);
    expect((await stranger.open(address)).url).toBe('/my');
    expect((await stranger.open('/my')).text).not.toContain('还没交');
    expect((await browser.open('/my')).text).toContain('还没交');
  });
});
