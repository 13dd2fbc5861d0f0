import { afterAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createServer } from '../../../building/http/server.ts';
import { newId } from '../../../building/identity/new-id.ts';
import { fen } from '../../../values/fen.ts';
import { sealedPhone } from '../../families/register/sealing.ts';
import type { StaffActing } from '../../hall/who/acting.ts';
import { problem } from '../../hall/contract/problem.ts';
import { cookieOf } from '../../hall/guard.ts';
import { type OpenedSession, openFamilySession, openStaffSession } from '../../hall/session/sessions.ts';
import { county, system } from '../../staff/testing.ts';
import type { BatchView } from '../contract/batch.ts';
import * as batchWire from '../contract/batch.ts';
import * as overviewWire from '../contract/overview.ts';
import * as familyPaymentsWire from '../contract/family-payments.ts';
import * as ledgerWire from '../contract/ledger.ts';
import * as returnFileWire from '../contract/return-file.ts';
import * as returnsWire from '../contract/returns.ts';
import { moneyWaiting } from '../overview/money.ts';
import { paymentsRoutes } from './routes.ts';
import { type Granted, otherVillage, testOffice, village } from '../testing.ts';

const office = await testOffice();
const { house, funds, payer, supervisor, clerk } = office;
const faults: unknown[] = [];
const server = await createServer({
  apiPrefix: '/api/',
  api: { title: 'Test', version: '1', description: '' },
  problemPage: ({ title }) => title['zh-CN'],
  report: (error) => faults.push(error),
});
paymentsRoutes(server, house);
afterAll(() => server.close());

interface Sent {
  readonly status: number;
  readonly body: Buffer;
  readonly headers: Record<string, unknown>;
  json(): unknown;
  /** The body, checked against its contract. */
  as<Schema extends z.ZodType>(schema: Schema): z.infer<Schema>;
}

/** A browser with somebody's session. */
interface Browser {
  get(url: string, language?: string): Promise<Sent>;
  post(url: string, body: object, headers?: Record<string, string>): Promise<Sent>;
  upload(url: string, file: Buffer | string): Promise<Sent>;
}

function browserOf(kind: 'staff' | 'family', { token, formToken }: OpenedSession): Browser {
  const cookies = { [cookieOf[kind]]: token };
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    payload?: object | Buffer,
  ): Promise<Sent> => {
    const reply = await server.inject({ method, url, cookies, headers, ...(payload === undefined ? {} : { payload }) });
    return {
      status: reply.statusCode,
      body: reply.rawPayload,
      headers: reply.headers,
      json: () => reply.json(),
      as: (schema) => schema.parse(reply.json()),
    };
  };
  return {
    get: (url, language = 'zh-CN') => send('GET', url, { 'accept-language': language }),
    post: (url, body, headers = {}) => send('POST', url, { 'x-form-token': formToken, ...headers }, body),
    upload: (url, file) => {
      const boundary = 'a-boundary-of-the-test';
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="back.csv"\r\nContent-Type: text/csv\r\n\r\n`;
      const payload = Buffer.concat([Buffer.from(head), Buffer.from(file), Buffer.from(`\r\n--${boundary}--\r\n`)]);
      return send(
        'POST',
        url,
        { 'x-form-token': formToken, 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload,
      );
    },
  };
}

async function at(acting: StaffActing): Promise<Browser> {
  return browserOf('staff', await office.as(system, (trx) => openStaffSession(trx, house, county, acting.who)));
}

/** A family with its own phone. */
async function atHome(
  { personId }: Granted,
  number = `1990000${String(Math.floor(Math.random() * 10_000)).padStart(4, '0')}`,
): Promise<Browser> {
  const sealed = sealedPhone(house.keysOf(county), personId, number);
  await office.as(system, (trx) =>
    trx.updateTable('person').set(sealed).where('county', '=', county).where('id', '=', personId).execute(),
  );
  const blind = sealed.phoneBlind ?? '';
  return browserOf(
    'family',
    await office.as(system, (trx) => openFamilySession(trx, house, county, { number, blind })),
  );
}

const [fundsDesk, payDesk, supervision, counter] = [
  await at(funds),
  await at(payer),
  await at(supervisor),
  await at(clerk),
];

async function sent(
  ...amounts: readonly bigint[]
): Promise<{ id: string; granted: readonly Granted[]; references: readonly string[]; lines: BatchView['lines'] }> {
  const granted = [];
  for (const amount of amounts) granted.push(await office.grant({ amount: fen(amount) }));
  const drafted = (await payDesk.post('/api/office/batches', { payOn: '2026-12-10' })).as(batchWire.draftedBatch);
  const { digest, lines } = (await payDesk.get(`/api/office/batches/${drafted.id}`)).as(batchWire.batchView);
  expect((await fundsDesk.post(`/api/office/batches/${drafted.id}/release`, { version: 1, digest })).status).toBe(200);
  expect((await payDesk.post(`/api/office/batches/${drafted.id}/release`, { version: 2, digest })).status).toBe(200);
  return { id: drafted.id, granted, lines, references: lines.map(({ reference }) => reference) };
}

const head = '业务编号,金额,处理结果,失败原因,处理日期';

test('the money’s whole way, from the deposit to the family that sees it arrive', async () => {
  const appropriation = {
    submissionKey: newId(),
    amountYuan: '1,000,000.00',
    onDay: '2026-11-30',
    document: '禾财社〔2026〕31 号',
  };
  expect((await fundsDesk.post('/api/office/ledger/appropriations', appropriation)).status).toBe(201);
  expect((await fundsDesk.post('/api/office/ledger/appropriations', appropriation)).status).toBe(200);

  const granted = await office.grant({ amount: fen(360_000n) });
  const before = (await payDesk.get('/api/office/money')).as(overviewWire.moneyOverview);
  expect(before).toMatchObject({
    due: [{ dueOn: '2026-12-01', township: { name: { 'zh-CN': '柳塘镇' } }, count: 1, totalFen: '360000' }],
    suggestedPayOn: '2026-12-01',
    availableFen: '100000000',
    may: { draft: { allowed: true }, appropriate: { allowed: false } },
  });

  expect(await moneyWaiting(house, payer)).toEqual({ batches: 1, returned: 0 });
  expect(await moneyWaiting(house, funds)).toEqual({ batches: 0, returned: 0 });

  const drafted = await payDesk.post('/api/office/batches', { payOn: '2026-12-10' });
  expect(drafted.status).toBe(201);
  expect(await moneyWaiting(house, funds)).toEqual({ batches: 1, returned: 0 });
  const { id } = drafted.as(batchWire.draftedBatch);
  const seen = (await fundsDesk.get(`/api/office/batches/${id}`)).as(batchWire.batchView);
  expect(seen).toMatchObject({
    state: 'draft',
    lines: [{ payee: '王*兰', amountFen: '360000', accountLast4: granted.accountNumber.slice(-4) }],
    may: {
      releaseFunds: { allowed: true },
      payOut: { allowed: false, why: { 'zh-CN': '这一步由资金发放人员办理。' } },
    },
  });
  expect(
    (await fundsDesk.post(`/api/office/batches/${id}/release`, { version: seen.version, digest: seen.digest })).json(),
  ).toMatchObject({ state: 'funds-released' });
  expect(
    (await payDesk.post(`/api/office/batches/${id}/release`, { version: 2, digest: seen.digest })).json(),
  ).toMatchObject({ state: 'released' });

  const file = await payDesk.get(`/api/office/batches/${id}/bank-file?format=csv`);
  expect(file.headers['content-disposition']).toBe(`attachment; filename="huijia-${seen.number}.csv"`);
  expect(new TextDecoder('gb18030').decode(file.body)).toContain(`王桂兰,${granted.accountNumber}`);
  expect((await payDesk.get(`/api/office/batches/${id}/bank-file?format=csv`)).body).toEqual(file.body);
  expect((await payDesk.get(`/api/office/batches/${id}/bank-file?format=pain.001`)).body.toString('utf8')).toContain(
    'pain.001.001.09',
  );

  const looks = await office.as(system, (trx) =>
    trx
      .selectFrom('accessLog')
      .select(['actorId', 'what', 'purpose', 'purposeRef'])
      .where('familyId', '=', granted.familyId)
      .where('purpose', '=', 'pay-out-batch')
      .execute(),
  );
  const look = { actorId: payer.who, what: 'account', purpose: 'pay-out-batch', purposeRef: seen.number };
  expect(looks).toEqual([look, look, look]);

  const answer = `${head}\n${seen.lines[0]?.reference},3600.00,成功,,20261201\n`;
  const imported = await payDesk.upload(`/api/office/batches/${id}/return-file`, answer);
  expect(imported.json()).toEqual({ paidCount: 1, returnedCount: 0, paidFen: '360000', returnedFen: '0' });

  const mine = (await (await atHome(granted)).get('/api/my/payments')).as(familyPaymentsWire.myPayments);
  expect(mine.payments).toMatchObject([
    { state: 'paid', paidOn: '2026-12-01', amountFen: '360000', purpose: { 'zh-CN': '温暖补助 2026 年' } },
  ]);

  const ledger = (await supervision.get('/api/office/ledger')).as(ledgerWire.ledgerView);
  expect(ledger.transactions.map(({ what }) => what)).toEqual(['settlement', 'release', 'grant', 'appropriation']);
  expect(ledger.balances.map(({ account, balanceFen }) => [account, balanceFen])).toEqual([
    ['deposit', '99640000'],
    ['in-transit', '0'],
    ['payable', '0'],
    ['expense', '360000'],
    ['appropriation', '100000000'],
  ]);
  const onlyDeposit = (await supervision.get('/api/office/ledger?account=deposit')).as(ledgerWire.ledgerView);
  expect(onlyDeposit.transactions.map(({ what }) => what)).toEqual(['settlement', 'appropriation']);
  expect(faults).toEqual([]);
});

describe('a return file that is wrong', () => {
  test('three decimals and all other faults: 422, each line in the reader’s language, nothing imported', async () => {
    const { id, references } = await sent(100n, 200n);
    const file = `${head}\n${references[0]},1.000,成功,,\n`;
    const refused = await payDesk.upload(`/api/office/batches/${id}/return-file`, file);
    expect(refused.status).toBe(422);
    const found = refused.as(returnFileWire.returnFileProblem);
    expect(found).toMatchObject({
      code: 'return-file-has-faults',
      title: '没有导入',
      detail: '文件有 2 处问题，一行也没有导入。请让银行更正后再导入。',
    });
    expect(found.lines).toMatchObject([
      {
        line: 2,
        reference: references[0],
        why: 'amount-with-more-than-two-decimals',
        words: { 'zh-CN': '金额“1.000”超过两位小数。钱只到分，不作四舍五入。' },
      },
      { reference: references[1], why: 'missing-line' },
    ]);
    expect((await payDesk.get(`/api/office/batches/${id}`)).as(batchWire.batchView).state).toBe('released');
  });

  test('of another batch: 409 that names the batch', async () => {
    const one = await sent(300n);
    const two = await sent(400n);
    const refused = await payDesk.upload(
      `/api/office/batches/${two.id}/return-file`,
      `${head}\n${one.references[0]},3.00,成功,,\n`,
    );
    const { number } = (await payDesk.get(`/api/office/batches/${one.id}`)).as(batchWire.batchView);
    expect(refused.status).toBe(409);
    expect(refused.json()).toMatchObject({
      code: 'other-batch',
      batchNumber: number,
      detail: `这是批次 ${number} 的回盘文件，请到那一批导入。什么都没有改动。`,
    });
  });

  test('twice: 409 with when and by whom', async () => {
    const { id, references } = await sent(500n);
    const file = `${head}\n${references[0]},5.00,成功,,\n`;
    expect((await payDesk.upload(`/api/office/batches/${id}/return-file`, file)).status).toBe(200);
    const again = await payDesk.upload(`/api/office/batches/${id}/return-file`, file);
    expect(again.status).toBe(409);
    expect(again.json()).toMatchObject({
      code: 'already-imported',
      before: { importedBy: { name: '何秀英' }, importedAt: '2026-12-01T01:00:00.000Z' },
    });
    expect(again.as(problem).detail).toContain('已由何秀英于 2026-12-01 09:00 导入');
  });

  test('no file, and a picture instead of one: 422', async () => {
    const { id } = await sent(600n);
    expect((await payDesk.post(`/api/office/batches/${id}/return-file`, {})).json()).toMatchObject({
      status: 422,
      code: 'no-file',
    });
    const picture = await payDesk.upload(
      `/api/office/batches/${id}/return-file`,
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0xff, 0xff]),
    );
    expect(picture.as(returnFileWire.returnFileProblem).lines).toMatchObject([{ why: 'not-text' }]);
  });
});

describe('who may', () => {
  test('a clerk, a supervisor and a family don’t draft: 403 names who may; nobody at all: 401', async () => {
    expect((await counter.post('/api/office/batches', { payOn: '2026-12-10' })).json()).toMatchObject({
      status: 403,
      code: 'no-such-duty',
    });
    expect((await supervision.post('/api/office/batches', { payOn: '2026-12-10' })).status).toBe(403);
    expect((await fundsDesk.post('/api/office/batches', { payOn: '2026-12-10' })).as(problem).detail).toContain(
      '资金发放',
    );
    expect((await server.inject({ method: 'GET', url: '/api/office/money' })).statusCode).toBe(401);
    expect((await server.inject({ method: 'GET', url: '/api/my/payments' })).statusCode).toBe(401);
  });

  test('a write without the page’s form token is refused', async () => {
    expect(
      (await payDesk.post('/api/office/batches', { payOn: '2026-12-10' }, { 'x-form-token': 'another' })).status,
    ).toBe(403);
  });

  test('the second signature by the wrong power, or on a stale page, says whose turn it is', async () => {
    await office.grant({ amount: fen(700n) });
    const { id } = (await payDesk.post('/api/office/batches', { payOn: '2026-12-10' })).as(batchWire.draftedBatch);
    const { digest } = (await payDesk.get(`/api/office/batches/${id}`)).as(batchWire.batchView);
    const early = await payDesk.post(`/api/office/batches/${id}/release`, { version: 1, digest });
    expect(early.json()).toMatchObject({
      status: 409,
      code: 'funds-come-first',
      detail: '要先由资金管理人员放行资金。',
    });
    await fundsDesk.post(`/api/office/batches/${id}/release`, { version: 1, digest });
    const stale = await payDesk.post(`/api/office/batches/${id}/release`, { version: 1, digest });
    expect(stale.json()).toMatchObject({ status: 409, code: 'stale', version: 2, state: 'funds-released' });
    expect((await payDesk.get(`/api/office/batches/${id}/bank-file?format=csv`)).json()).toMatchObject({
      status: 409,
      code: 'not-released',
    });
    expect((await payDesk.post(`/api/office/batches/${id}/cancel`, { version: 2 })).json()).toMatchObject({
      state: 'cancelled',
    });
  });

  test('a batch that isn’t there and an id that is none', async () => {
    expect((await payDesk.get(`/api/office/batches/${newId()}`)).json()).toMatchObject({
      status: 404,
      code: 'no-such-record',
    });
    expect((await payDesk.get('/api/office/batches/7')).status).toBe(400);
    expect((await payDesk.post('/api/office/batches', { payOn: '2026-02-30' })).json()).toMatchObject({
      status: 400,
      code: 'wrong-shape',
    });
  });
});

test('an appropriation with three decimals or of nothing is not entered', async () => {
  const appropriation = { submissionKey: newId(), amountYuan: '1.000', onDay: '2026-11-30', document: '文' };
  const refused = await fundsDesk.post('/api/office/ledger/appropriations', appropriation, { 'accept-language': 'en' });
  expect(refused.json()).toMatchObject({
    status: 422,
    why: 'more-than-two-decimals',
    detail: 'An amount has at most two decimals: money ends at fen.',
  });
  expect(
    (await fundsDesk.post('/api/office/ledger/appropriations', { ...appropriation, amountYuan: '0' })).json(),
  ).toMatchObject({ why: 'not-above-zero' });
  expect(
    (
      await fundsDesk.post('/api/office/ledger/appropriations', {
        ...appropriation,
        amountYuan: '1',
        onDay: '2026-12-02',
      })
    ).status,
  ).toBe(422);
});

test('a family corrects its returned payment over the wire, and another family’s is not there', async () => {
  const { id, granted, lines } = await sent(800n);
  const [mine] = granted;
  if (mine === undefined) throw new Error('One was granted');
  const rows = lines.map(({ reference, amountFen }) => `${reference},${Number(amountFen) / 100},退汇,AC01,`);
  expect((await payDesk.upload(`/api/office/batches/${id}/return-file`, [head, ...rows].join('\n'))).status).toBe(200);
  const [home, neighbour] = [await atHome(mine), await atHome(await office.grant({ amount: fen(1n) }))];
  const url = `/api/my/payments/${mine.paymentId}/account`;
  const account = { bank: '禾安农商银行', holderName: '王桂兰', number: '6228480011112222555' };
  expect((await neighbour.post(url, account)).json()).toMatchObject({ status: 404, code: 'no-such-record' });
  expect((await home.post(url, { ...account, number: '12ab' })).json()).toMatchObject({
    status: 422,
    code: 'faults',
    entryFaults: [{ at: 'account/number' }],
  });
  expect((await home.post(url, account)).json()).toMatchObject({
    state: 'due',
    account: { last4: '2555' },
    returned: { reason: { 'zh-CN': '账号有误' } },
  });
  expect((await home.post(url, account)).json()).toMatchObject({ status: 409, code: 'not-returned' });
});

describe('a payment that came back, at the counter', () => {
  const clerkOf = async (name: string, division: typeof village): Promise<Browser> =>
    at((await office.hire(name, 'receive', division)).acting);

  async function cameBack(): Promise<Granted> {
    const { id, granted, lines } = await sent(90_000n);
    const [mine] = granted;
    if (mine === undefined) throw new Error('One was granted');
    const rows = lines.map(({ reference, amountFen }) => `${reference},${Number(amountFen) / 100},退汇,AC01,`);
    expect((await payDesk.upload(`/api/office/batches/${id}/return-file`, [head, ...rows].join('\n'))).status).toBe(
      200,
    );
    return mine;
  }

  const returnsSeen = async (clerk: Browser, query = '') =>
    (await clerk.get(`/api/office/returns${query}`)).as(returnsWire.returnedPayments).returns;

  test('is found by the clerk of its village, who enters another account and has one less waiting', async () => {
    const clerk = await clerkOf('村窗口甲', village);
    const mine = await cameBack();
    const seen = (await returnsSeen(clerk)).find(({ paymentId }) => paymentId === mine.paymentId);
    expect(seen).toMatchObject({
      payee: '王*兰',
      bank: '禾安农商银行',
      accountLast4: mine.accountNumber.slice(-4),
      amountFen: '90000',
      reason: { 'zh-CN': '账号有误' },
    });
    expect(seen).not.toHaveProperty('batchNumber');
    expect(await returnsSeen(clerk, `?family=${mine.familyId}`)).toEqual([seen]);
    const account = { bank: '禾安农商银行', holderName: '王桂兰', number: '6228480011112222777' };
    const corrected = await clerk.post(`/api/office/payments/${mine.paymentId}/account`, account);
    expect(corrected.json()).toMatchObject({ state: 'due', account: { last4: '2777' } });
    expect(await returnsSeen(clerk, `?family=${mine.familyId}`)).toEqual([]);
  });

  test('is not there for the clerk of another village, who can’t correct it either', async () => {
    const clerk = await clerkOf('村窗口乙', otherVillage);
    const mine = await cameBack();
    expect(await returnsSeen(clerk)).toEqual([]);
    expect(await returnsSeen(clerk, `?family=${mine.familyId}`)).toEqual([]);
    const account = { bank: '禾安农商银行', holderName: '王桂兰', number: '6228480011112222888' };
    const refused = await clerk.post(`/api/office/payments/${mine.paymentId}/account`, account);
    expect(refused.json()).toMatchObject({ status: 404, code: 'no-such-record' });
    expect((await returnsSeen(await clerkOf('村窗口丙', village))).map(({ paymentId }) => paymentId)).toContain(
      mine.paymentId,
    );
  });

  test('is shown by its family to nobody who serves no counter: 403', async () => {
    const { familyId } = await office.grant({ amount: fen(2n) });
    expect((await payDesk.get(`/api/office/returns?family=${familyId}`)).json()).toMatchObject({
      status: 403,
      code: 'no-such-duty',
    });
  });
});
