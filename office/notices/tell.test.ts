import { describe, expect, test } from 'vitest';
import type { County } from '../../values/division.ts';
import { newId } from '../../building/identity/new-id.ts';
import { startWorker } from '../../building/jobs/worker.ts';
import { enter } from '../families/register/register.ts';
import type { House } from '../hall/house.ts';
import type { FamilyActing } from '../hall/who/acting.ts';
import { as, county, dongzhuang, liutang, system, testHouse } from '../staff/testing.ts';
import { deliverSms } from './delivery.ts';
import { ownNotices } from './inbox.ts';
import { smsQueue } from './queue.ts';
import type { SmsAdapter } from '../../building/sms/sms.ts';
import { type Telling, tell } from './tell.ts';

const { house, hire, pool, doorAddress, sms } = await testHouse();
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
async function waitingJobs(): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await pool.query<{ data: Record<string, unknown> }>(
    "select data from pgboss.job where name = $1 and state = 'created' order by created_on",
    [smsQueue.name],
  );
  return rows.map(({ data }) => data);
}

async function workOff(into: House = house): Promise<number> {
  const worker = await startWorker(doorAddress, (error) => {
    throw error;
  });
  try {
    return await worker.drain(smsQueue.name, (job) => deliverSms(into, county, job));
  } finally {
    await worker.stop();
  }
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
    await workOff({ ...house, sms: refusing });
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
    await expect(workOff({ ...house, sms: flaky })).rejects.toThrow('no route to the carrier');
    expect(await ownNotices(house, second.acting)).toMatchObject([{ sms: 'waiting' }]);
    reachable = true;
    const { rows } = await pool.query<{ id: string; data: Record<string, unknown> }>(
      'select id, data from pgboss.job where name = $1 and state = $2',
      [smsQueue.name, 'retry'],
    );
    expect(rows).toHaveLength(1);
    await deliverSms({ ...house, sms: flaky }, county, rows[0]?.data ?? {});
    expect(sent).toEqual([first.phone, second.phone]);
  });

  test('a job done for another county than its own finds nothing, and fails instead of being completed in silence', async () => {
    const mother = await aMother();
    await as(house, clerk, (trx) => tell(trx, house, clerk, mother.telling));
    const jobs = await waitingJobs();
    const [job] = jobs;
    expect(job).toMatchObject({ county });
    await expect(deliverSms(house, neighbour, job ?? {})).rejects.toThrow('Messages of 990102 that are not there');
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
      trx.selectFrom('notice').select('channel').where('familyId', '=', String(mother.acting.family)).execute(),
    );
    expect(rows).toHaveLength(5_000);
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
