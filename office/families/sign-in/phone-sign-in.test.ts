import { describe, expect, test } from 'vitest';
import { hashOfToken } from '../../../building/identity/token.ts';
import type { House } from '../../hall/house.ts';
import type { County } from '../../../values/division.ts';
import type { SmsAdapter } from '../../../building/sms/sms.ts';
import { findSession } from '../../hall/session/sessions.ts';
import { as, county, dongzhuang, system, testHouse } from '../../staff/testing.ts';
import { askForCode, signInWithCode } from './phone-sign-in.ts';
import { enter } from '../register/register.ts';

const { house, at, sms } = await testHouse();

let running = 0;
const newPhone = (): string => String(19_900_000_000 + (running += 1));
const newAddress = (): string => `198.51.100.${(running += 1)}`;

async function codeFor(phone: string, into: House = house): Promise<string> {
  const sent = await askForCode(into, { county, phone, address: newAddress() });
  if (sent.kind !== 'sent') throw new Error(sent.kind);
  const code = /验证码 (\d{6})，/.exec(sms.lastTo(phone) ?? '')?.[1];
  if (code === undefined) throw new Error('The message holds a code of six digits');
  return code;
}

const comeIn = (phone: string, code: string, into: House = house) =>
  signInWithCode(into, { county, phone, code, address: newAddress() });
const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a family signs in by phone', () => {
  test('with the code that the phone received, and is known when the register knows the phone', async () => {
    const phone = newPhone();
    await as(house, system, (trx) =>
      enter(trx, house, system, { residence: dongzhuang, adult: { name: '王秀兰', birth: '1994-05-06', phone } }),
    );
    const outcome = await comeIn(`+86 ${phone}`, ` ${await codeFor(phone)} `);
    expect(outcome).toMatchObject({ kind: 'signed-in', registered: true });
    if (outcome.kind !== 'signed-in') return;
    expect(await findSession(house, county, outcome.opened.token)).toMatchObject({
      kind: 'found',
      session: { kind: 'family', phone },
    });
  });

  test('with a phone that nobody knows as well, and sees no difference before it is in', async () => {
    const [known, unknown] = [newPhone(), newPhone()];
    await as(house, system, (trx) =>
      enter(trx, house, system, {
        residence: dongzhuang,
        adult: { name: '王秀兰', birth: '1994-05-06', phone: known },
      }),
    );
    const [a, b] = [
      await askForCode(house, { county, phone: known, address: newAddress() }),
      await askForCode(house, { county, phone: unknown, address: newAddress() }),
    ];
    expect({ ...a, phone: 0, maskedPhone: 0, sampleCode: 0 }).toEqual({
      ...b,
      phone: 0,
      maskedPhone: 0,
      sampleCode: 0,
    });
    expect(await comeIn(unknown, (b.kind === 'sent' && b.sampleCode) || '')).toMatchObject({
      kind: 'signed-in',
      registered: false,
    });
  });

  test('once with a code, not twice', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    expect((await comeIn(phone, code)).kind).toBe('signed-in');
    expect((await comeIn(phone, code)).kind).toBe('code-over');
  });

  test('and after eight hours without use is asked to sign in again', async () => {
    const phone = newPhone();
    const outcome = await comeIn(phone, await codeFor(phone));
    if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
    expect((await findSession(at('2026-03-02T16:00:00+08:00'), county, outcome.opened.token)).kind).toBe('found');
    expect((await findSession(at('2026-03-02T23:00:00+08:00'), county, outcome.opened.token)).kind).toBe('found');
    expect(await findSession(at('2026-03-03T08:00:00+08:00'), county, outcome.opened.token)).toEqual({
      kind: 'ended',
      because: 'expired',
    });
  });
});

describe('a code', () => {
  test('may be mistyped five times; then even the right one is over', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    const left: unknown[] = [];
    for (let i = 0; i < 5; i += 1) left.push(await comeIn(phone, otherThan(code)));
    expect(left).toEqual([4, 3, 2, 1, 0].map((triesLeft) => ({ kind: 'wrong-code', triesLeft })));
    expect(await comeIn(phone, code)).toEqual({ kind: 'code-over' });
  });

  test('can’t be guessed by many tries at once', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    const tries = await Promise.all(Array.from({ length: 9 }, () => comeIn(phone, otherThan(code))));
    expect(tries.filter(({ kind }) => kind === 'wrong-code')).toHaveLength(5);
    expect(tries.filter(({ kind }) => kind === 'code-over')).toHaveLength(4);
  });

  test('works for ten minutes', async () => {
    const [a, b] = [newPhone(), newPhone()];
    const [codeOfA, codeOfB] = [await codeFor(a), await codeFor(b)];
    expect((await comeIn(a, codeOfA, at('2026-03-02T09:09:59+08:00'))).kind).toBe('signed-in');
    expect((await comeIn(b, codeOfB, at('2026-03-02T09:10:00+08:00'))).kind).toBe('code-over');
  });

  test('is replaced by the next one', async () => {
    const phone = newPhone();
    const first = await codeFor(phone);
    const later = at('2026-03-02T09:01:00+08:00');
    const second = await codeFor(phone, later);
    if (first !== second) expect((await comeIn(phone, first, later)).kind).toBe('wrong-code');
    expect((await comeIn(phone, second, later)).kind).toBe('signed-in');
  });

  test('of another phone opens nothing', async () => {
    const [a, b] = [newPhone(), newPhone()];
    const codeOfA = await codeFor(a);
    const codeOfB = await codeFor(b);
    if (codeOfA !== codeOfB) expect((await comeIn(b, codeOfA)).kind).toBe('wrong-code');
  });

  test('is sent once a minute and five times an hour to one phone', async () => {
    const phone = newPhone();
    const ask = (minute: number) =>
      askForCode(at(`2026-03-02T09:${String(minute).padStart(2, '0')}:00+08:00`), {
        county,
        phone,
        address: newAddress(),
      });
    expect((await ask(0)).kind).toBe('sent');
    expect(await askForCode(at('2026-03-02T09:00:59+08:00'), { county, phone, address: newAddress() })).toEqual({
      kind: 'too-many-tries',
      until: new Date('2026-03-02T09:01:00+08:00'),
    });
    expect([(await ask(2)).kind, (await ask(4)).kind, (await ask(6)).kind, (await ask(8)).kind]).toEqual([
      'sent',
      'sent',
      'sent',
      'too-many-tries',
    ]);
  });

  test('stands in the database only as a keyed hash', async () => {
    const phone = newPhone();
    const code = await codeFor(phone);
    const rows = await as(house, system, (trx) => trx.selectFrom('signInCode').selectAll().execute());
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(phone);
    expect(JSON.stringify(rows)).not.toContain(hashOfToken(code));
    expect(rows.map(({ codeHash }) => codeHash)).not.toContain(code);
  });
});

describe('what is no phone number', () => {
  test('is told so, in a sentence', async () => {
    expect(await askForCode(house, { county, phone: '12345', address: newAddress() })).toMatchObject({
      kind: 'wrong-phone',
      fault: { words: { 'zh-CN': '请填 11 位手机号，以 1 开头。' } },
    });
  });
});

describe('a carrier that fails', () => {
  test('is said to the person, who may ask again at once', async () => {
    const phone = newPhone();
    const down: SmsAdapter = { send: () => Promise.reject(new Error('connection refused')) };
    const outcome = await askForCode({ ...house, smsOf: () => down }, { county, phone, address: newAddress() });
    expect(outcome).toMatchObject({ kind: 'not-sent', words: { 'zh-CN': expect.stringContaining('短信没有发出去') } });
    expect((await askForCode(house, { county, phone, address: newAddress() })).kind).toBe('sent');
  });
});

test('in a real county the code is on the phone alone, whatever else the house serves', async () => {
  const real = '330182' as County;
  const outcome = await askForCode(house, { county: real, phone: newPhone(), address: newAddress() });
  expect(outcome.kind).toBe('sent');
  expect(outcome).not.toHaveProperty('sampleCode');
});
