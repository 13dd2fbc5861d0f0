import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { County } from '../../values/division.ts';
import { newId } from '../../building/identity/new-id.ts';
import type { JobData } from '../../building/jobs/jobs.ts';
import { drain } from '../../building/jobs/testing.ts';
import { enter } from '../families/register/register.ts';
import type { House } from '../hall/house.ts';
import type { FamilyActing } from '../hall/who/acting.ts';
import { as, county, dongzhuang, liutang, system, testHouse } from '../staff/testing.ts';
import { deliverSms } from './delivery.ts';
import { ownNotices } from './inbox.ts';
import { smsQueue } from './queue.ts';
import { noticesRound } from './rounds.ts';
import type { SmsAdapter } from '../../building/sms/sms.ts';
import { type Telling, tell } from './tell.ts';

const { house, at, hire, pool, doorAddress, sms } = await testHouse();
const clerk = (await hire('周素清', 'review', liutang)).acting;
const words = {
  'zh-CN': '您的申请已受理，回执号 禾 2026-000001。',
  en: 'Your application was received: 禾 2026-000001.',
};

const neighbour = '990102' as County;
let running = 0;

async function aMother({ phone = String(19_900_000_000 + (running += 1)) }: { phone?: string | undefined } = {}) {
  const entered = await as(house, system, (trx) =>
    enter(trx, house, system, {
      residence: dongzhuang,
      adult: { name: '王秀兰', birth: '1994-05-06', ...(phone === '' ? {} : { phone }) },
    }),
  );
  if (entered.kind !== 'entered' || entered.adultId === undefined) throw new Error(entered.kind);
  const telling: Telling = {
    personId: entered.adultId,
    familyId: entered.familyId,
    residence: dongzhuang,
    kind: 'case.received',
    words,
  };
  const acting: FamilyActing = {
    kind: 'family',
    county,
    phoneBlind: '0'.repeat(64),
    who: entered.adultId,
    family: entered.familyId,
  };
  return { phone, telling, acting };
}

/** What the jobs that wait say. */
async function waitingJobs(): Promise<readonly JobData[]> {
  const { rows } = await pool.query<{ data: JobData }>(
    "select data from pgboss.job where name = $1 and state = 'created' order by created_on",
    [smsQueue.name],
  );
  return rows.map(({ data }) => data);
}

async function workOff(into: House = house): Promise<number> {
  return drain(doorAddress, smsQueue.name, (job) => deliverSms(into, county, job));
}

describe('telling a family', () => {
  test('shows the words on the site at once, and the worker sends them to the phone', async () => {
    const mother = await aMother();
    await as(house, clerk, (trx) => tell(trx, house, clerk, mother.telling));
    expect(await ownNotices(house, mother.acting)).toMatchObject([{ kind: 'case.received', words, sms: 'waiting' }]);
    await workOff();
    expect(await ownNotices(house, mother.acting)).toMatchObject([{ words, sms: 'sent' }]);
    expect(sms.lastTo(mother.phone)).toBe(`【惠家】${words['zh-CN']}`);
  });

  test('comes to nothing when the act does', async () => {
    const mother = await aMother();
    const broken = as(house, clerk, async (trx) => {
      await tell(trx, house, clerk, mother.telling);
      throw new Error('the act was refused');
    });
    await expect(broken).rejects.toThrow('the act was refused');
    expect(await ownNotices(house, mother.acting)).toEqual([]);
    await workOff();
    expect(sms.lastTo(mother.phone)).toBeUndefined();
  });

  test('without a phone in the register is on the site alone', async () => {
    const mother = await aMother({ phone: '' });
    await as(house, clerk, (trx) => tell(trx, house, clerk, mother.telling));
    await workOff();
    const [notice] = await ownNotices(house, mother.acting);
    expect(notice).toMatchObject({ words });
    expect(notice).not.toHaveProperty('sms');
  });

  test('a number that the carrier refuses is marked so and not tried for ever', async () => {
    const mother = await aMother();
    const refusing: SmsAdapter = { send: async () => ({ kind: 'refused', why: '空号' }) };
    await as(house, clerk, (trx) => tell(trx, house, clerk, mother.telling));
    await workOff({ ...house, smsOf: () => refusing });
    expect(await ownNotices(house, mother.acting)).toMatchObject([{ sms: 'failed' }]);
    expect(await workOff()).toBe(0);
  });

  test('a carrier that was out of reach for a while sends each message once', async () => {
    const [first, second] = [await aMother(), await aMother()];
    const sent: string[] = [];
    let reachable = false;
    const flaky: SmsAdapter = {
      async send(phone) {
        if (phone === second.phone && !reachable) throw new Error('no route to the carrier');
        sent.push(phone);
        return { kind: 'sent' };
      },
    };
    await as(house, clerk, (trx) => tell(trx, house, clerk, [first.telling, second.telling]));
    await expect(workOff({ ...house, smsOf: () => flaky })).rejects.toThrow('no route to the carrier');
    expect(await ownNotices(house, second.acting)).toMatchObject([{ sms: 'waiting' }]);
    reachable = true;
    const { rows } = await pool.query<{ id: string; data: JobData }>(
      'select id, data from pgboss.job where name = $1 and state = $2',
      [smsQueue.name, 'retry'],
    );
    expect(rows).toHaveLength(1);
    await deliverSms({ ...house, smsOf: () => flaky }, county, rows[0]?.data ?? {});
    expect(sent).toEqual([first.phone, second.phone]);
  });

  test('a job done for another county than its own finds nothing, and fails instead of being completed in silence', async () => {
    const mother = await aMother();
    await as(house, clerk, (trx) => tell(trx, house, clerk, mother.telling));
    const jobs = await waitingJobs();
    const [job] = jobs;
    expect(job).toMatchObject({ county });
    await expect(deliverSms(house, neighbour, job ?? {})).rejects.toThrow('990102 has no such message');
    expect(await ownNotices(house, mother.acting)).toMatchObject([{ sms: 'waiting' }]);
    await workOff();
    expect(sms.lastTo(mother.phone)).toBe(`【惠家】${words['zh-CN']}`);
  });

  test('a message that is not there holds up no other of its job', async () => {
    const mother = await aMother();
    await as(house, clerk, (trx) => tell(trx, house, clerk, mother.telling));
    const [job] = await waitingJobs();
    const lost = newId<'notice'>();
    const delivering = deliverSms(house, county, { notices: `${lost} ${String(job?.['notices'])}` });
    await expect(delivering).rejects.toThrow(lost);
    expect(sms.lastTo(mother.phone)).toBe(`【惠家】${words['zh-CN']}`);
    await workOff();
  });

  test('a number on which the gateway always fails keeps no other back', async () => {
    const [bad, good] = [await aMother(), await aMother()];
    const failing: SmsAdapter = {
      async send(phone, text) {
        if (phone === bad.phone) throw new Error('The SMS gateway answered 500');
        return sms.send(phone, text);
      },
    };
    await as(house, clerk, (trx) => tell(trx, house, clerk, [bad.telling, good.telling]));
    await expect(workOff({ ...house, smsOf: () => failing })).rejects.toThrow('1 of 2 messages');
    expect(await ownNotices(house, good.acting)).toMatchObject([{ sms: 'sent' }]);
    expect(await ownNotices(house, bad.acting)).toMatchObject([{ sms: 'waiting' }]);
  });

  test('two workers that have one job send each message once, and one whose worker died leaves later', async () => {
    const mother = await aMother();
    await as(house, clerk, (trx) => tell(trx, house, clerk, mother.telling));
    const job = (await waitingJobs()).at(-1) ?? {};
    const [sent, first] = [[] as string[], Promise.withResolvers<{ kind: 'sent' }>()];
    const slow: SmsAdapter = {
      send: (phone) => {
        sent.push(phone);
        return first.promise;
      },
    };
    const into = { ...house, smsOf: () => slow };
    const one = deliverSms(into, county, job);
    await expect.poll(() => sent.length).toBe(1);
    await deliverSms(into, county, job);
    expect(sent).toEqual([mother.phone]);
    const later: House = { ...at('2026-03-02T09:02:01+08:00'), smsOf: () => sms };
    await deliverSms(later, county, job);
    expect(sms.lastTo(mother.phone)).toBe(`【惠家】${words['zh-CN']}`);
    first.resolve({ kind: 'sent' });
    await one;
    await workOff();
  });

  test.each([
    ['names no messages', {}],
    ['names none at all', { notices: '' }],
    ['names something that is no id', (id: string) => ({ notices: `${id} 17` })],
  ])('a job that %s fails before anything is sent', async (_, job) => {
    const mother = await aMother();
    await as(house, clerk, (trx) => tell(trx, house, clerk, mother.telling));
    const left = (await waitingJobs()).at(-1) ?? {};
    const data: JobData = typeof job === 'function' ? job(String(left['notices'])) : job;
    await expect(deliverSms(house, county, data)).rejects.toThrow(z.ZodError);
    expect(sms.lastTo(mother.phone)).toBeUndefined();
    await workOff();
  });

  test('two children’s payments in one batch are two lines, each with its message', async () => {
    const mother = await aMother();
    await as(house, clerk, (trx) => tell(trx, house, clerk, [mother.telling, mother.telling]));
    await workOff();
    expect(await ownNotices(house, mother.acting)).toMatchObject([{ sms: 'sent' }, { sms: 'sent' }]);
  });

  test('thousands are told in one act, by a handful of jobs', async () => {
    const mother = await aMother();
    const before = await pool.query('select from pgboss.job where name = $1', [smsQueue.name]);
    await as(house, clerk, (trx) =>
      tell(
        trx,
        house,
        clerk,
        Array.from({ length: 2_500 }, () => mother.telling),
      ),
    );
    const after = await pool.query('select from pgboss.job where name = $1', [smsQueue.name]);
    expect(Number(after.rowCount) - Number(before.rowCount)).toBe(25);
    const rows = await as(house, system, (trx) =>
      trx.selectFrom('notice').select('id').where('familyId', '=', String(mother.acting.family)).execute(),
    );
    expect(rows).toHaveLength(2_500);
  });
});

describe('the daily look over messages', () => {
  const days = (count: number) => at(`2026-03-0${2 + count}T04:10:00+08:00`);

  beforeAll(async () => {
    await as(house, system, (trx) =>
      trx.updateTable('notice').set({ failed: 'earlier' }).where('county', '=', county).execute(),
    );
    await pool.query('delete from pgboss.job where name = $1', [smsQueue.name]);
  });

  test('leaves what the carrier could not take until nine o’clock, and gives it up after a week', async () => {
    const mother = await aMother();
    await as(house, clerk, (trx) => tell(trx, house, clerk, mother.telling));
    await pool.query('delete from pgboss.job where name = $1', [smsQueue.name]);
    expect(await noticesRound(at('2026-03-02T10:59:00+08:00'), county)).toMatchObject({ again: 0 });
    expect(await noticesRound(days(1), county)).toEqual({ again: 1, givenUp: 0 });
    const { rows } = await pool.query<{ hours: number }>(
      `select round(extract(epoch from start_after - created_on) / 3600, 1)::float as hours from pgboss.job where name = $1`,
      [smsQueue.name],
    );
    expect(rows).toEqual([{ hours: 4.8 }]);
    await pool.query('update pgboss.job set start_after = now() where name = $1', [smsQueue.name]);
    expect(await workOff({ ...house, smsOf: () => sms })).toBe(1);
    expect(await ownNotices(house, mother.acting)).toMatchObject([{ sms: 'sent' }]);
    expect(await noticesRound(days(1), county)).toEqual({ again: 0, givenUp: 0 });
  });

  test('marks what nobody could send for a week as failed, where the family sees it', async () => {
    const mother = await aMother();
    await as(house, clerk, (trx) => tell(trx, house, clerk, mother.telling));
    await pool.query('delete from pgboss.job where name = $1', [smsQueue.name]);
    expect(await noticesRound(at('2026-03-09T09:00:01+08:00'), county)).toEqual({ again: 0, givenUp: 1 });
    expect(await ownNotices(house, mother.acting)).toMatchObject([{ sms: 'failed' }]);
  });
});

test('a family reads its own notices and nobody else’s', async () => {
  const [one, other] = [await aMother(), await aMother()];
  await as(house, clerk, (trx) => tell(trx, house, clerk, one.telling));
  expect(await ownNotices(house, other.acting)).toEqual([]);
  const straight = await as(house, other.acting, (trx) =>
    trx.selectFrom('notice').select('id').where('familyId', '=', one.telling.familyId).execute(),
  );
  expect(straight).toEqual([]);
});
