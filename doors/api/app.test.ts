import type { Language } from '../../values/language.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { createServer } from '../../building/http/server.ts';
import { checkDigitOf } from '../../values/resident-id.ts';
import type { Localized } from '../../values/language.ts';
import { keepCalendar } from '../../office/hall/calendar/calendar.ts';
import { openShelf } from '../../office/benefits/law/packs.ts';
import { publish } from '../../office/benefits/law/publish.ts';
import { desks, type OfficeHouse } from '../../office/desks.ts';
import { introduced } from '../../office/hall/take-together.ts';
import { enter } from '../../office/families/register/register.ts';
import { as, dongzhuang, liutang, shiqiao, system, testHouse, wholeCounty } from '../../office/staff/testing.ts';
import { newId } from '../../building/identity/new-id.ts';
import { mountApi } from './app.ts';

const { house: people, hire } = await testHouse();
const house: OfficeHouse = {
  ...people,
  packs: await openShelf(),
  calendar: keepCalendar(people.db).now,
  introduced: introduced(desks, () => house),
};
await publish(house.db, house.packs, house.clock.now());
const reported: unknown[] = [];
const server = await createServer({
  apiPrefix: '/api/',
  api: { title: 'Huijia', version: '0.0.0', description: 'a test' },
  problemPage: ({ title }: { title: Localized }) => title['zh-CN'],
  report: (error) => reported.push(error),
});
const routes: string[] = [];
server.addHook('onRoute', ({ method, url }) => {
  const path = url.replaceAll(/:(\w+)/g, '{$1}');
  for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${path}`);
});
await mountApi(server, house);
await server.ready();
afterAll(() => server.close());

const password = '河边的柳树又绿了一年';
const zhou = await hire('周素清', ['receive', 'review'], liutang, password);
const he = await hire('何秀英', 'receive', shiqiao, password);
const shi = await hire('石敬之', 'administer', wholeCounty, password);

const identity = ((first17: string): string => `${first17}${checkDigitOf(first17)}`)('99010119940506002');
const family = await as(house, system, (trx) =>
  enter(trx, house, system, {
    residence: dongzhuang,
    adult: { name: '王秀兰', identity, phone: '19900000042' },
    child: { name: '刘一诺', birth: '2023-12-05' },
  }),
);
if (family.kind !== 'entered') throw new Error(family.kind);

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly as?: Signed;
  readonly language?: Language;
  readonly headers?: Readonly<Record<string, string>>;
}

type Json = Readonly<Record<string, unknown>>;

/** A response of the description. */
interface Described {
  readonly content?: Readonly<
    Record<
      string,
      { readonly schema: { readonly properties: { readonly code: { readonly enum?: readonly string[] } } } }
    >
  >;
}

interface Signed {
  readonly cookie: string;
  readonly formToken: string;
}

/** Asks as a browser would, with the cookie and, where one writes, the form token. */
async function ask({ method = 'GET', url, body, as: signed, language = 'zh-CN', headers = {} }: Asked) {
  const answer = await server.inject({
    method,
    url,
    headers: {
      'accept-language': language,
      ...(signed && { cookie: signed.cookie }),
      ...(signed && method !== 'GET' && { 'x-form-token': signed.formToken }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  expect(reported).toEqual([]);
  const text = answer.body;
  return {
    status: answer.statusCode,
    type: answer.headers['content-type'],
    text,
    json: text.startsWith('{') ? (JSON.parse(text) as Json) : {},
    cookies: answer.cookies,
  };
}

async function signIn(signInName: string, given = password): Promise<Signed> {
  const { status, json, cookies } = await ask({
    method: 'POST',
    url: '/api/office/sign-in',
    body: { signInName, password: given },
  });
  expect(status).toBe(200);
  const [cookie] = cookies;
  return { cookie: `${cookie?.name}=${cookie?.value}`, formToken: String(json['formToken']) };
}

describe('the description', () => {
  test('is OpenAPI 3.1 and names every route of the API with a summary, answers and tags', async () => {
    const { json } = await ask({ url: '/api/openapi.json' });
    expect(json['openapi']).toBe('3.1.0');
    const described = Object.entries(json['paths'] as Record<string, Record<string, Json>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
    );
    for (const { name, operation } of described) {
      expect(operation['summary'], name).toMatch(/^[A-Z]/);
      expect(operation['tags'], name).toHaveLength(1);
    }
    expect(described.map(({ name }) => name).toSorted()).toEqual(routes.toSorted());
    expect(routes.length).toBeGreaterThan(45);
  });

  test('lists for each route and status which codes it may answer with, and no others', async () => {
    const { json } = await ask({ url: '/api/openapi.json' });
    let lists = 0;
    for (const [path, methods] of Object.entries(json['paths'] as Record<string, Record<string, Json>>))
      for (const [method, { responses }] of Object.entries(methods))
        for (const [status, response] of Object.entries(responses as Record<string, Described>)) {
          if (status.startsWith('2')) continue;
          const codes = response.content?.['application/json']?.schema.properties.code.enum;
          expect(codes, `${method} ${path} ${status}`).toBeDefined();
          expect(codes?.length, `${method} ${path} ${status}`).toBeGreaterThan(0);
          lists += 1;
        }
    expect(lists).toBeGreaterThan(200);
  });

  test('of a review says how it may be refused', async () => {
    const { json } = await ask({ url: '/api/openapi.json' });
    const paths = json['paths'] as Record<string, Record<string, { responses: Record<string, Described> }>>;
    const refused = paths['/api/office/cases/{id}/review']?.['post']?.responses;
    expect(refused?.['403']?.content?.['application/json']?.schema.properties.code.enum).toEqual([
      'no-such-duty',
      'stale-form',
      'another-duty',
      'from-another-site',
    ]);
    expect(refused?.['409']?.content?.['application/json']?.schema.properties.code.enum).toContain('nobody-acts-twice');
  });

  test('has no reference that leads nowhere', async () => {
    const { json, text } = await ask({ url: '/api/openapi.json' });
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path.split('/'));
    for (const path of references) {
      const end = path.reduce<unknown>((at, key) => (at as Json | undefined)?.[key], json);
      expect(end, path.join('/')).toBeDefined();
    }
  });
});

describe('signing in', () => {
  test('gives a cookie that scripts can’t read, and who is there with which duties', async () => {
    const { status, json, cookies } = await ask({
      method: 'POST',
      url: '/api/office/sign-in',
      body: { signInName: zhou.signInName, password },
    });
    expect(status).toBe(200);
    expect(cookies).toMatchObject([{ name: 'huijia-office', httpOnly: true, sameSite: 'Lax', path: '/' }]);
    expect(json).toMatchObject({
      staff: { name: '周素清' },
      duties: [{ duty: 'receive', words: { 'zh-CN': '受理' } }, { duty: 'review' }],
      today: '2026-03-02',
    });
  });

  test.each([
    ['zh-CN', '登录名或密码不对。请再试一次；忘了密码，请找本单位管理员。'],
    [
      'en',
      'The sign-in name or the password is wrong. Try again; if you forgot the password, ask your office’s administrator.',
    ],
  ] as const)('with a wrong password gets 401 and a sentence in %s', async (language, detail) => {
    const { status, type, json } = await ask({
      method: 'POST',
      url: '/api/office/sign-in',
      body: { signInName: he.signInName, password: 'x' },
      language,
    });
    expect([status, type, json['code'], json['detail']]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
      'wrong-name-or-password',
      detail,
    ]);
  });

  test('is needed: without it every office and family address answers 401', async () => {
    for (const url of [
      '/api/office/me',
      '/api/office/people?q=王&purpose=apply',
      '/api/office/money',
      '/api/my/record',
      '/api/my/looks',
      '/api/my/notices',
    ]) {
      const { status, json } = await ask({ url });
      expect([url, status, json['code']]).toEqual([url, 401, 'not-signed-in']);
    }
  });

  test('holds no longer once the password was changed: 401 with the reason', async () => {
    const lin = await hire('林守业', 'receive', liutang, password);
    const before = await signIn(lin.signInName);
    const changing = await signIn(lin.signInName);
    const chosen = '今年的柳树也很绿很绿';
    const changed = await ask({
      method: 'POST',
      url: '/api/office/password',
      body: { current: password, chosen },
      as: changing,
    });
    expect(changed.status).toBe(200);
    const { status, json } = await ask({ url: '/api/office/me', as: before });
    expect([status, json['code'], json['detail']]).toEqual([
      401,
      'password-changed',
      '密码已经改过，这次登录已失效。请用新密码重新登录。',
    ]);
  });

  test('ends with signing out', async () => {
    const signed = await signIn(zhou.signInName);
    expect((await ask({ method: 'POST', url: '/api/office/sign-out', as: signed })).status).toBe(204);
    const { status, json } = await ask({ url: '/api/office/me', as: signed });
    expect([status, json['code']]).toEqual([401, 'signed-out']);
  });
});

describe('a write', () => {
  const body = { purpose: 'apply', residence: dongzhuang, adult: { name: '孙桂芳', birth: '1990-01-01' } };

  test('without the session’s form token is refused and does nothing', async () => {
    const { cookie } = await signIn(zhou.signInName);
    const other = await signIn(zhou.signInName);
    for (const formToken of ['', other.formToken]) {
      const { status, json } = await ask({
        method: 'POST',
        url: '/api/office/families',
        body,
        as: { cookie, formToken },
      });
      expect([status, json['code']]).toEqual([403, 'stale-form']);
    }
    expect(await countOf('孙桂芳')).toBe(0);
  });

  test('that another site started is refused', async () => {
    const { status, json } = await ask({
      method: 'POST',
      url: '/api/office/families',
      body,
      as: await signIn(zhou.signInName),
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([status, json['code']]).toEqual([403, 'from-another-site']);
  });

  test('of the wrong shape hears every fault at once, in the reader’s language, and does nothing', async () => {
    const signed = await signIn(zhou.signInName);
    const wrong = { purpose: 7, residence: '99', adult: { name: ['孙桂芳'] } };
    const [zh, en] = [
      await ask({ method: 'POST', url: '/api/office/families', body: wrong, as: signed }),
      await ask({ method: 'POST', url: '/api/office/families', body: wrong, as: signed, language: 'en' }),
    ];
    expect([zh.status, zh.type, zh.json['code']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
      'wrong-shape',
    ]);
    expect(faultsOf(zh.json).map(({ at }) => at)).toEqual(['/purpose', '/residence', '/adult/name']);
    for (const { detail } of faultsOf(zh.json)) expect(detail).toMatch(/\p{Script=Han}/u);
    for (const { detail } of faultsOf(en.json)) expect(detail).not.toMatch(/\p{Script=Han}/u);
    expect(await countOf('孙桂芳')).toBe(0);
  });

  test('that is no JSON at all is said to be unreadable', async () => {
    const { status, type, json } = await ask({
      method: 'POST',
      url: '/api/office/families',
      body: '{"purpose":',
      as: await signIn(zhou.signInName),
    });
    expect([status, type, json['code']]).toEqual([400, 'application/problem+json; charset=utf-8', 'unreadable-body']);
  });

  test('by someone without the duty is refused with who may', async () => {
    const { status, json } = await ask({
      method: 'POST',
      url: '/api/office/families',
      body,
      as: await signIn(shi.signInName),
    });
    expect([status, json['code'], json['detail']]).toEqual([
      403,
      'no-such-duty',
      '这一步由承担“受理”职责的工作人员办理，您没有这项职责。',
    ]);
  });
});

describe('at the counter', () => {
  test('a birthday in the future and a wrong check digit are both said at their place, and nobody is entered', async () => {
    const wrong = `${identity.slice(0, 17)}${identity.endsWith('5') ? '6' : '5'}`;
    const { status, json } = await ask({
      method: 'POST',
      url: '/api/office/families',
      body: {
        purpose: 'apply',
        residence: dongzhuang,
        adult: { name: '孙桂芳', identity: wrong },
        child: { name: '孙小小', birth: '2027-01-01' },
      },
      as: await signIn(zhou.signInName),
    });
    expect([status, json['code'], json['detail']]).toEqual([422, 'faults', '什么都没有保存，您填的还在。']);
    expect(faultsOf(json)).toEqual([
      { at: '/adult/identity', detail: '身份证号有一位不对（校验不通过），请对着证件再看一遍。' },
      { at: '/child/birth', detail: '出生日期还没到，请核对。' },
    ]);
    expect(await countOf('孙桂芳')).toBe(0);
  });

  test('a person is found by pinyin and shown masked', async () => {
    const { json } = await ask({ url: '/api/office/people?q=wxl&purpose=apply', as: await signIn(zhou.signInName) });
    expect(json['people']).toMatchObject([
      { maskedName: '王*兰', maskedIdentity: `990101********${identity.slice(-4)}`, maskedPhone: '199****0042' },
    ]);
    expect(JSON.stringify(json)).not.toContain('王秀兰');
  });

  test('looking without a purpose from the list is refused', async () => {
    for (const purpose of ['', 'curiosity']) {
      const { status } = await ask({
        url: `/api/office/people?q=wxl&purpose=${purpose}`,
        as: await signIn(zhou.signInName),
      });
      expect(status).toBe(purpose === '' ? 400 : 422);
    }
  });

  test('a wrong check digit is said, with 422', async () => {
    const wrong = `${identity.slice(0, 17)}${identity.endsWith('5') ? '6' : '5'}`;
    const { status, json } = await ask({
      url: `/api/office/people?q=${wrong}&purpose=apply`,
      as: await signIn(zhou.signInName),
    });
    expect([status, json['faults']]).toEqual([
      422,
      [{ at: '/q', detail: '身份证号有一位不对（校验不通过），请对着证件再看一遍。' }],
    ]);
  });

  test('an opened record is whole, and the family reads of it on its phone', async () => {
    const opened = await ask({
      url: `/api/office/families/${family.familyId}?purpose=enquiry`,
      as: await signIn(zhou.signInName),
    });
    expect(opened.json).toMatchObject({
      people: [{ name: '王秀兰', identity }, { name: '刘一诺' }],
      purpose: { 'zh-CN': '答复本人咨询' },
    });
    const code = await ask({ method: 'POST', url: '/api/my/sign-in/code', body: { phone: '19900000042' } });
    const come = await ask({
      method: 'POST',
      url: '/api/my/sign-in',
      body: { phone: '19900000042', code: code.json['sampleCode'] },
    });
    expect(come.json).toMatchObject({ registered: true });
    const [cookie] = come.cookies;
    const mother = { cookie: `${cookie?.name}=${cookie?.value}`, formToken: String(come.json['formToken']) };
    const { json } = await ask({ url: '/api/my/looks', as: mother });
    expect((json['looks'] as readonly unknown[])[0]).toMatchObject({
      who: '周素清',
      people: ['王秀兰', '刘一诺'],
      purpose: { 'zh-CN': '答复本人咨询' },
    });
    const record = await ask({ url: '/api/my/record', as: mother });
    expect(record.json).toMatchObject({ family: { id: family.familyId } });
    expect((record.json['fields'] as readonly unknown[]).length).toBeGreaterThan(50);
  });

  test('a record of another township and one that doesn’t exist get the same answer, letter for letter', async () => {
    const signed = await signIn(he.signInName);
    const [elsewhere, nowhere] = [
      await ask({ url: `/api/office/families/${family.familyId}?purpose=apply`, as: signed }),
      await ask({ url: `/api/office/families/${newId<'family'>()}?purpose=apply`, as: signed }),
    ];
    const { requestId: _, ...told } = elsewhere.json;
    const { requestId: __, ...same } = nowhere.json;
    expect([elsewhere.status, told]).toEqual([nowhere.status, same]);
    expect(told).toMatchObject({ status: 404, code: 'no-such-record' });
  });

  test('a stale correction is 409 and shows the difference', async () => {
    const signed = await signIn(zhou.signInName);
    const url = `/api/office/people/${family.childId}`;
    const first = await ask({
      method: 'PATCH',
      url,
      body: { purpose: 'correct', version: 1, name: '刘依诺' },
      as: signed,
    });
    expect([first.status, first.json['version']]).toEqual([200, 2]);
    const second = await ask({
      method: 'PATCH',
      url,
      body: { purpose: 'correct', version: 1, name: '刘伊诺' },
      as: signed,
    });
    expect(second.json).toMatchObject({
      status: 409,
      code: 'stale-version',
      now: { name: '刘依诺' },
      differences: [{ field: 'name', now: '刘依诺', sent: '刘伊诺' }],
    });
  });
});

test('an unknown address of the API is 404 as a problem', async () => {
  const { status, type } = await ask({ url: '/api/office/nothing' });
  expect([status, type]).toEqual([404, 'application/problem+json; charset=utf-8']);
});

async function countOf(name: string): Promise<number> {
  const people = await as(house, system, (trx) =>
    trx.selectFrom('person').select('id').where('name', '=', name).execute(),
  );
  return people.length;
}

function faultsOf(json: Json): readonly { readonly at: string; readonly detail: string }[] {
  return json['faults'] as readonly { at: string; detail: string }[];
}

describe('characters and days that can’t be stored', () => {
  const zero = '%00';
  test.each([
    `/api/office/people?purpose=enquiry&q=${zero}`,
    `/api/office/cases?q=a${zero}b`,
    `/api/office/cases?policy=${zero}`,
  ])('get a sentence and not a fault of ours: %s', async (url) => {
    const { status, json } = await ask({ url, as: await signIn(zhou.signInName) });
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'strange-character', title: '提交的内容里有无法保存的字符' });
  });

  test.each([
    'until=9999-12-31',
    'from=0000-01-01',
    'after=-271821-04-20T00:00:00Z~x',
    `after=2026-01-01T00:00:00Z~${zero}`,
    'until=2025-02-30',
  ])('get no fault of ours from the access log: %s', async (query) => {
    const supervisor = await hire('孟广田', 'supervise', wholeCounty, password);
    const { status } = await ask({ url: `/api/office/access-log?${query}`, as: await signIn(supervisor.signInName) });
    expect([200, 400]).toContain(status);
  });

  test('a sign-in name with one is a wrong name, said so', async () => {
    const { status } = await ask({
      method: 'POST',
      url: '/api/office/sign-in',
      body: { signInName: '\u0000', password: '\u0000' },
    });
    expect(status).toBe(400);
  });
});
