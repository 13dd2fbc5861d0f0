import { afterAll, describe, expect, test } from 'vitest';
import { createServer } from '../../../building/http/server.ts';
import { inTransaction } from '../../../building/database/transaction.ts';
import { cookieOf } from '../../hall/guard.ts';
import { openFamilySession, openStaffSession, type OpenedSession } from '../../hall/session/sessions.ts';
import { settingsOf, type SignInActing, type StaffActing } from '../../hall/who/acting.ts';
import { phoneBlind } from '../../families/register/sealing.ts';
import { benefitsRoutes } from './routes.ts';
import { apply } from '../apply/apply.ts';
import { policyAddress } from '../decide/benefit-wire.ts';
import {
  as,
  county,
  dongzhuang,
  png,
  policyOf,
  requiredOf,
  shanghe,
  system,
  type TestFamily,
  testOffice,
} from '../testing-office.ts';

const { house, hire, family, application } = await testOffice();
const server = await createServer({
  apiPrefix: '/api/',
  api: { title: 'Test', version: '1', description: '' },
  problemPage: () => '',
  report: (error) => {
    throw error;
  },
});
benefitsRoutes(server, house);
await server.ready();
afterAll(() => server.close());

interface SignedIn {
  readonly cookie: string;
  readonly formToken: string;
}

const signIn = async (
  kind: keyof typeof cookieOf,
  proved: Omit<SignInActing, 'kind' | 'county'>,
  open: (trx: Parameters<typeof openStaffSession>[0]) => Promise<OpenedSession>,
): Promise<SignedIn> => {
  const acting = { kind: 'sign-in', county, ...proved } as const;
  const { token, formToken } = await inTransaction(house.db, settingsOf(acting), open);
  return { cookie: `${cookieOf[kind]}=${token}`, formToken };
};
const staffSignIn = (acting: StaffActing): Promise<SignedIn> =>
  signIn('staff', { who: acting.who }, (trx) => openStaffSession(trx, house, county, acting.who));
const familySignIn = ({ phone }: TestFamily): Promise<SignedIn> => {
  const blind = phoneBlind(house.keysOf(county), phone);
  return signIn('family', { phoneBlind: blind }, (trx) =>
    openFamilySession(trx, house, county, { number: phone, blind }),
  );
};

const clerk = await staffSignIn(await hire('何梅', 'receive', dongzhuang));
const reviewer = await staffSignIn(await hire('周素清', 'review', '990101101000'));
const elsewhere = await staffSignIn(await hire('吴守业', 'review', '990101102000'));
const confirmer = await staffSignIn(await hire('马国强', 'confirm', '990101000000'));
const treasurer = await staffSignIn(await hire('林守业', 'manage-funds', '990101000000'));
/** Reviews in one township, and supervises the county. */
const ofTwoDuties = await hire('郑云', 'review', '990101102000');
await as(house, system, (trx) =>
  trx
    .insertInto('staffDuty')
    .values({
      county,
      staffId: ofTwoDuties.who,
      duty: 'supervise',
      division: '990101000000',
      grantedAt: house.clock.now(),
    })
    .execute(),
);
const get = (url: string, who?: SignedIn, language = 'zh-CN') =>
  server.inject({ url, headers: { 'accept-language': language, ...(who && { cookie: who.cookie }) } });
const post = (url: string, who: SignedIn | undefined, body: unknown, language = 'zh-CN') =>
  server.inject({
    method: 'POST',
    url,
    headers: {
      'accept-language': language,
      'content-type': 'application/json',
      ...(who && { cookie: who.cookie, 'x-form-token': who.formToken }),
    },
    payload: JSON.stringify(body),
  });

const seen = { outcome: 'eligible', amountFen: '360000' };

async function applied(of?: TestFamily): Promise<{ id: string; receipt: string; liu: TestFamily }> {
  const liu = of ?? (await family());
  const outcome = await apply(house, liu.acting, application(liu));
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  return { id: outcome.found.id, receipt: outcome.found.receipt, liu };
}

describe('anybody', () => {
  const address = policyAddress(policyOf(house));

  test('reads the benefits and one in full', async () => {
    const [line] = (await get('/api/benefits')).json<{ benefits: { address: string }[] }>().benefits;
    expect(line?.address).toBe(address);
    const page = await get(`/api/benefits/${address}`);
    expect(page.statusCode).toBe(200);
    expect(page.json()).toMatchObject({
      policy: policyOf(house),
      procedure: { workingDays: 30 },
      articles: expect.arrayContaining([expect.objectContaining({ verified: true })]),
    });
  });

  test('is told the nearest name when the benefit in the address is unknown', async () => {
    const answer = await get(`/api/benefits/${address}s`);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({
      code: 'unknown-policy',
      nearest: policyOf(house),
      detail: expect.stringContaining(policyOf(house)),
    });
    expect((await get('/api/benefits/%2e%2e~passwd')).statusCode).toBe(404);
  });

  test('checks without signing in: what is open is asked, what is known is answered with reasons', async () => {
    const first = await post(`/api/benefits/${address}/check`, undefined, { answers: {}, period: '2026' });
    expect(first.json()).toMatchObject({ results: [{ outcome: 'undetermined' }], next: { key: expect.any(String) } });
    const last = await post(`/api/benefits/${address}/check`, undefined, {
      answers: { birth: '2023-12-05', nationality: 'CN' },
      period: '2026',
    });
    expect(last.json()).toMatchObject({
      results: [{ outcome: 'eligible', amountFen: '360000', because: [expect.anything(), expect.anything()] }],
      next: null,
    });
    const whole = await post(`/api/benefits/${address}/check`, undefined, {
      answers: { birth: '2023-12', nationality: 'CN' },
    });
    expect(whole.json<{ results: { period: string }[] }>().results.map(({ period }) => period)).toEqual([
      '2026',
      '2025',
    ]);
  });

  test.each([
    [{ answers: { birth: '2026-12-01' } }, 422, 'faults', '在今天以后'],
    [{ answers: { birth: '2025-02-30' } }, 422, 'faults', '没有这一天'],
    [{ answers: {}, period: '2031' }, 422, 'not-in-the-policy', '2031'],
    [{ answers: [] }, 400, undefined, ''],
    [{}, 400, undefined, ''],
  ])('gets a clear answer to what can’t be: %j', async (body, status, code, words) => {
    const answer = await post(`/api/benefits/${address}/check`, undefined, body);
    expect(answer.statusCode).toBe(status);
    if (code !== undefined) expect(answer.json()).toMatchObject({ code });
    expect(answer.body).toContain(words);
  });
});

describe('staff', () => {
  test('see today’s cases by deadline, masked, with counts and the clock', async () => {
    const { id } = await applied();
    const answer = await get('/api/office/today', reviewer);
    expect(answer.statusCode).toBe(200);
    const { lines, counts, onTime, soonUntil } = answer.json<{
      lines: { id: string }[];
      counts: { rest: number };
      onTime: object;
      soonUntil: string;
    }>();
    expect(lines.find((line) => line.id === id)).toMatchObject({
      applicant: '王*兰',
      subject: '刘*诺',
      residence: { name: { 'zh-CN': '东庄村' } },
      turn: 'review',
      standing: 'rest',
      workingDaysLeft: 30,
      amountFen: '360000',
      documents: { complete: true },
    });
    expect(counts.rest).toBeGreaterThan(0);
    expect([onTime, soonUntil]).toEqual([{ decided: expect.any(Number), onTime: expect.any(Number) }, '2026-03-05']);
  });

  test('are told what would change the answer, where one fact would that people can speak of', async () => {
    const { id } = await applied(await family({ nationality: 'JP' }));
    expect((await get(`/api/office/cases/${id}`, reviewer)).json()).toMatchObject({
      determination: { outcome: 'not-eligible' },
      wouldChange: { 'zh-CN': '如果孩子的国籍是中国，2026 年可以领 3,600 元。' },
    });
  });

  test('open a case with evidence, reasons, checks and what they may do; the family reads who looked', async () => {
    const { id, receipt, liu } = await applied();
    const file = (await get(`/api/office/cases/${id}`, reviewer)).json<Record<string, never>>();
    expect(file).toMatchObject({
      receipt,
      applicant: { name: '王秀兰', relation: 'parent' },
      subject: { name: '刘一诺', birth: '2023-12-05' },
      account: { holderIs: 'applicant' },
      determination: { outcome: 'eligible', amountFen: '360000' },
      changedSince: null,
      wouldChange: null,
      purpose: { 'zh-CN': `办理申请 ${receipt}` },
      decision: null,
      timeline: [{ kind: 'received', by: { kind: 'family' } }],
    });
    const { checks, actions } = file as unknown as {
      checks: { key: string; result: string }[];
      actions: { key: string; allowed: boolean }[];
    };
    expect(checks.map(({ key }) => key)).toEqual([
      'competent',
      'complete',
      'article',
      'amount',
      'step',
      'deadline',
      'signer',
    ]);
    expect(checks.filter(({ result }) => result === 'fails')).toEqual([]);
    expect(actions.filter(({ allowed }) => allowed).map(({ key }) => key)).toEqual([
      'pass',
      'ask-correction',
      'refuse',
    ]);
    const mine = await get(`/api/my/cases/${encodeURIComponent(receipt)}`, await familySignIn(liu));
    expect(mine.json()).toMatchObject({
      looks: [{ office: { 'zh-CN': '周素清的服务中心' }, what: { 'zh-CN': '办件' } }],
    });
  });

  test('are told in a sentence why an action is not theirs now', async () => {
    const { id } = await applied();
    const { actions } = (await get(`/api/office/cases/${id}`, confirmer)).json<{
      actions: { key: string; allowed: boolean; why?: { 'zh-CN': string } }[];
    }>();
    expect(actions.every(({ allowed }) => !allowed)).toBe(true);
    expect(actions.find(({ key }) => key === 'grant')?.why?.['zh-CN']).toContain('乡镇审核');
  });

  test('of another township get the same 404 as for a case that does not exist', async () => {
    const { id } = await applied();
    const other = await get(`/api/office/cases/${id}`, elsewhere);
    const none = await get('/api/office/cases/00000000-0000-7000-8000-000000000000', elsewhere);
    expect([other.statusCode, none.statusCode]).toEqual([404, 404]);
    const withoutId = ({ requestId: _requestId, ...rest }: Record<string, unknown>) => rest;
    expect(withoutId(other.json())).toEqual(withoutId(none.json()));
    const decided = await post(`/api/office/cases/${id}/review`, elsewhere, { outcome: 'pass', version: 1, seen });
    expect(decided.statusCode).toBe(404);
  });

  test('without the duty are told who may; without a session, to sign in; without the form’s token, to reload', async () => {
    const { id } = await applied();
    const answer = await post(`/api/office/cases/${id}/confirm`, reviewer, { outcome: 'grant', version: 1, seen });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'no-such-duty']);
    expect(answer.body).toContain('确认');
    expect((await get('/api/office/today', treasurer)).statusCode).toBe(403);
    expect((await get('/api/office/today')).statusCode).toBe(401);
    const tokenless = await post(
      `/api/office/cases/${id}/review`,
      { ...reviewer, formToken: 'x' },
      { outcome: 'pass', version: 1, seen },
    );
    expect(tokenless.statusCode).toBe(403);
  });

  test('review and confirm; a stale tab gets 409 with what happened since', async () => {
    const { id } = await applied();
    const passed = await post(`/api/office/cases/${id}/review`, reviewer, { outcome: 'pass', version: 1, seen });
    expect([passed.statusCode, passed.json()]).toMatchObject([200, { state: 'reviewed', version: 2 }]);
    const stale = await post(`/api/office/cases/${id}/review`, reviewer, { outcome: 'refuse', version: 1, seen });
    expect([stale.statusCode, stale.json()]).toMatchObject([
      409,
      {
        code: 'stale-version',
        version: 2,
        state: 'reviewed',
        since: [{ kind: 'review-passed', by: { name: '周素清' } }],
      },
    ]);
    const granted = await post(`/api/office/cases/${id}/confirm`, confirmer, { outcome: 'grant', version: 2, seen });
    expect([granted.statusCode, granted.json()]).toMatchObject([
      200,
      { state: 'granted', decisionNumber: expect.stringContaining('惠决') },
    ]);
    const closed = await post(
      `/api/office/cases/${id}/confirm`,
      confirmer,
      { outcome: 'grant', version: 3, seen },
      'en',
    );
    expect([closed.statusCode, closed.json()]).toMatchObject([
      409,
      { code: 'case-is-closed', detail: expect.stringContaining('closed (granted)') },
    ]);
  });

  test('who saw another amount get 409 with both', async () => {
    const { id } = await applied();
    const answer = await post(`/api/office/cases/${id}/review`, reviewer, {
      outcome: 'pass',
      version: 1,
      seen: { ...seen, amountFen: '330000' },
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'determination-changed', seen: { amountFen: '330000' }, now: { amountFen: '360000' } },
    ]);
  });

  test.each([
    [{ outcome: 'pass' }],
    [{ outcome: 'approve', version: 1 }],
    [{ outcome: 'send-back', version: 1, reason: '' }],
    ['pass'],
    [null],
  ])('JSON of the wrong shape is refused whole: %j', async (body) => {
    const { id } = await applied();
    const answer = await post(`/api/office/cases/${id}/review`, reviewer, body);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const row = await as(house, system, (trx) =>
      trx.selectFrom('benefitCase').select('version').where('id', '=', id).executeTakeFirst(),
    );
    expect(row).toEqual({ version: 1 });
  });

  test('find cases by receipt, name, pinyin and initials, within their division', async () => {
    const { receipt } = await applied();
    const found = async (q: string, who = reviewer) =>
      (await get(`/api/office/cases?q=${encodeURIComponent(q)}`, who))
        .json<{ lines: { receipt: string }[] }>()
        .lines.map((line) => line.receipt);
    expect(await found(receipt)).toEqual([receipt]);
    expect(await found(receipt.slice(-11))).toEqual([receipt]);
    expect(await found(receipt.replace(/^./u, '栖'))).toEqual([]);
    for (const words of ['王秀兰', '秀兰', '刘一诺', 'wangxiulan', 'wxl'])
      expect(await found(words)).toContain(receipt);
    expect(await found('张三')).toEqual([]);
    expect(await found(receipt, elsewhere)).toEqual([]);
  });

  test('page through cases without missing or repeating one', async () => {
    for (let i = 0; i < 5; i += 1) await applied();
    const all = (await get('/api/office/cases?limit=200', reviewer))
      .json<{ lines: { id: string }[] }>()
      .lines.map(({ id }) => id);
    const paged: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const answer = await get(`/api/office/cases?limit=2&after=${encodeURIComponent(next)}`, reviewer);
      const page: { lines: { id: string }[]; next: string | null } = answer.json();
      paged.push(...page.lines.map(({ id }) => id));
      next = page.next;
    }
    expect(paged).toEqual(all);
  });

  test('open a case, and its photo, by whichever of their duties sees it', async () => {
    const { id } = await applied();
    const both = await staffSignIn(ofTwoDuties);
    const opened = await get(`/api/office/cases/${id}`, both);
    expect(opened.statusCode).toBe(200);
    const { documents, actions } = opened.json<{
      documents: { id: string }[];
      actions: { key: string; allowed: boolean }[];
    }>();
    expect(actions.filter(({ allowed }) => allowed)).toEqual([]);
    expect((await get(`/api/office/cases/${id}/documents/${documents[0]?.id}`, both)).statusCode).toBe(200);
    const looks = await as(house, system, (trx) =>
      trx
        .selectFrom('accessLog')
        .select('duty')
        .distinct()
        .where('matterId', '=', id)
        .where('actorId', '=', ofTwoDuties.who)
        .execute(),
    );
    expect(looks).toEqual([{ duty: 'supervise' }]);
  });

  test('open a photo of the case, which is logged; another township does not', async () => {
    const { id } = await applied();
    const { documents } = (await get(`/api/office/cases/${id}`, reviewer)).json<{ documents: { id: string }[] }>();
    const address = `/api/office/cases/${id}/documents/${documents[0]?.id}`;
    const photo = await get(address, reviewer);
    expect([photo.statusCode, photo.headers['content-type'], photo.headers['cache-control']]).toEqual([
      200,
      'image/png',
      'private, no-store',
    ]);
    expect(photo.rawPayload.subarray(0, 4)).toEqual(png().subarray(0, 4));
    expect((await get(address, elsewhere)).statusCode).toBe(404);
    const looks = await as(house, system, (trx) =>
      trx.selectFrom('accessLog').select('what').where('matterId', '=', id).where('what', '=', 'document').execute(),
    );
    expect(looks).toHaveLength(1);
  });
});

describe('at the counter', () => {
  const upload = (bytes: Buffer, who = clerk) => {
    const boundary = 'photo-boundary';
    const head = Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    );
    const payload = Buffer.concat([head, bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = {
      cookie: who.cookie,
      'x-form-token': who.formToken,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    };
    return server.inject({ method: 'POST', url: '/api/office/photos', headers, payload });
  };

  test('a photo is kept by its content; what is no photo or too large is refused with a sentence', async () => {
    const kept = await upload(png(16));
    expect([kept.statusCode, kept.json()]).toMatchObject([
      201,
      { mediaType: 'image/png', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const page = await upload(Buffer.from('<script>alert(1)</script>'));
    expect([page.statusCode, page.json()]).toMatchObject([
      422,
      { code: 'not-an-image', detail: expect.stringContaining('不是照片') },
    ]);
    const large = await upload(Buffer.alloc(40 * 1024 * 1024, 1));
    expect([large.statusCode, large.json()]).toMatchObject([
      413,
      { code: 'too-large', detail: expect.stringContaining('15 MB') },
    ]);
  });

  test('an application is received once: 201, and 200 for the same form again', async () => {
    const liu = await family();
    const stored = (await upload(png(24))).json<{ digest: string }>();
    const photos = requiredOf(house).map((requirement) => ({ ...stored, requirement }));
    const form = { ...application(liu), photos, purpose: 'apply' };
    const first = await post('/api/office/counter/applications', clerk, form);
    expect([first.statusCode, first.json()]).toMatchObject([
      201,
      { already: false, workingDays: 30, determination: { outcome: 'eligible' } },
    ]);
    const second = await post('/api/office/counter/applications', clerk, form);
    expect([second.statusCode, second.json<{ receipt: string }>().receipt]).toEqual([
      200,
      first.json<{ receipt: string }>().receipt,
    ]);
    const other = await post('/api/office/counter/applications', clerk, {
      ...form,
      submissionKey: crypto.randomUUID(),
    });
    expect([other.statusCode, other.json()]).toMatchObject([
      409,
      { code: 'one-live-case', receipt: first.json<{ receipt: string }>().receipt },
    ]);
  });

  test('a purpose that is not on the list, a family of another village, a faulty child: each its own sentence', async () => {
    const liu = await family();
    const shang = await family({ residence: shanghe });
    const none = await post('/api/office/counter/applications', clerk, { ...application(liu), purpose: 'curious' });
    expect([none.statusCode, none.json()]).toMatchObject([422, { code: 'no-purpose' }]);
    const far = await post('/api/office/counter/applications', clerk, { ...application(shang), purpose: 'apply' });
    expect(far.statusCode).toBe(404);
    const child = {
      name: '刘一',
      birth: '2026-12-01',
      identity: '990101202406010012',
      residence: dongzhuang,
      link: 'parent',
    };
    const faulty = await post('/api/office/counter/applications', clerk, {
      ...application(liu, { subject: { enter: child as never } }),
      purpose: 'apply',
    });
    expect([faulty.statusCode, faulty.json<{ faults: { at: string }[] }>().faults.map(({ at }) => at)]).toEqual([
      422,
      ['/child/birth', '/child/identity'],
    ]);
  });
});

describe('a family', () => {
  test('applies, follows its case by the receipt however written, corrects what is asked for, and withdraws', async () => {
    const liu = await family();
    const me = await familySignIn(liu);
    const handed = await post('/api/my/applications', me, { ...application(liu), photos: [] });
    const { id, receipt } = handed.json<{ id: string; receipt: string }>();
    await post(`/api/office/cases/${id}/review`, reviewer, {
      outcome: 'ask-correction',
      version: 1,
      documents: requiredOf(house),
      facts: [],
    });

    const followed = (await get(`/api/my/cases/${receipt.slice(-11)}`, me)).json<{
      path: { key: string; state: string }[];
      version: number;
    }>();
    expect(followed).toMatchObject({
      receipt,
      state: 'correcting',
      waiting: true,
      mayWithdraw: true,
      correction: { items: requiredOf(house).map((requirement) => ({ requirement })) },
    });
    expect(followed.path.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'received done',
      'correction now',
      'review next',
      'confirm next',
      'payment next',
    ]);

    const missing = await post(`/api/my/cases/${receipt.slice(-11)}/correction`, me, {
      version: followed.version,
      photos: [],
      answers: {},
    });
    expect([missing.statusCode, missing.json()]).toMatchObject([
      422,
      { code: 'still-missing', detail: expect.stringContaining('已传的照片都在') },
    ]);
    const explained = await post(`/api/my/cases/${receipt.slice(-11)}/correction`, me, {
      version: followed.version,
      photos: [],
      answers: {},
      explanation: '户口本补办中',
    });
    expect([explained.statusCode, explained.json()]).toMatchObject([200, { state: 'received', version: 3 }]);
    const ofAnother = encodeURIComponent(receipt.replace(/^./u, '栖'));
    expect((await get(`/api/my/cases/${ofAnother}`, me)).statusCode).toBe(404);
    expect((await post(`/api/my/cases/${ofAnother}/withdrawal`, me, { version: 3 })).statusCode).toBe(404);
    const withdrawn = await post(`/api/my/cases/${receipt.slice(-11)}/withdrawal`, me, { version: 3 });
    expect(withdrawn.json()).toMatchObject({ state: 'withdrawn' });
    expect((await get('/api/my/cases', me)).json()).toMatchObject({
      cases: [{ receipt, state: 'withdrawn', progress: { 'zh-CN': expect.stringContaining('已撤回') } }],
    });
  });

  test('sees the decision with its reasons, law, remedies and their last day', async () => {
    const liu = await family({ birth: '2021-05-01' });
    const { id, receipt } = await applied(liu);
    await post(`/api/office/cases/${id}/review`, reviewer, {
      outcome: 'refuse',
      version: 1,
      seen: { outcome: 'not-eligible', amountFen: null },
    });
    const { decision, path } = (await get(`/api/my/cases/${receipt.slice(-11)}`, await familySignIn(liu))).json<{
      decision: object;
      path: { state: string }[];
    }>();
    expect(decision).toMatchObject({
      outcome: 'refused',
      decidedOn: '2026-03-02',
      reasons: [
        {
          words: { 'zh-CN': expect.stringContaining('2021'), en: expect.stringContaining('2021') },
          law: { place: expect.any(String) },
        },
      ],
      remedies: expect.arrayContaining([expect.objectContaining({ lastDay: '2026-05-01' })]),
    });
    expect(path.map(({ state }) => state)).toEqual(['done', 'refused', 'ended', 'ended']);
  });

  test('does not find another family’s case', async () => {
    const { receipt } = await applied();
    const stranger = await familySignIn(await family());
    expect((await get(`/api/my/cases/${receipt.slice(-11)}`, stranger)).statusCode).toBe(404);
    expect((await get('/api/my/cases/rubbish', stranger)).statusCode).toBe(404);
    expect((await get('/api/my/cases', stranger)).json()).toEqual({ cases: [] });
  });
});
