import { inMadeLanguages } from '../../building/catalogue/written.ts';
import { afterAll } from 'vitest';
import { fixedClock } from '../../building/clock.ts';
import { openPool } from '../../building/database/pool.ts';
import { testDatabase } from '../../building/database/testing.ts';
import { inTransaction, type Transaction } from '../../building/database/transaction.ts';
import { keyRing } from '../../building/identity/keys.ts';
import { newId } from '../../building/identity/new-id.ts';
import { hashPassword, type PasswordCost } from '../../building/identity/password.ts';
import { installJobs } from '../../building/jobs/install.ts';
import { openJobs } from '../../building/jobs/jobs.ts';
import type { Tables } from '../../migrations/tables.ts';
import { type County, type Division, division } from '../../values/division.ts';
import type { OfficeId, StaffId } from '../../values/id.ts';
import { keepServed } from '../hall/counties/counties.ts';
import { keysOfCounties } from '../hall/counties/keys.ts';
import { putCounty } from '../hall/counties/store.ts';
import { countyJobs } from '../hall/jobs/county-jobs.ts';
import { desks, type OfficeHouse } from '../desks.ts';
import { introduced } from '../hall/take-together.ts';
import type { House } from '../hall/house.ts';
import { smsQueue } from '../notices/queue.ts';
import { sampleSms } from '../../building/sms/sms.ts';
import { type Acting, settingsOf, type StaffActing, type SystemActing } from '../hall/who/acting.ts';
import type { Duty } from '../hall/who/duty.ts';

// A small county with its people's desks on a real database, for the tests of staff, families, oversight and notices.

export const county = '990101' as County;
export const wholeCounty = division('990101000000');
export const liutang = division('990101101000');
export const dongzhuang = division('990101101201');
export const shiqiao = division('990101102000');
export const shanghe = division('990101102201');

const divisions = [
  [wholeCounty, '禾安县', 'Hean County'],
  [liutang, '柳塘镇', 'Liutang'],
  [dongzhuang, '东庄村', 'Dongzhuang'],
  [shiqiao, '石桥镇', 'Shiqiao'],
  [shanghe, '上河村', 'Shanghe'],
] as const;

export const system: SystemActing = { kind: 'system', county, purpose: { key: 'arrange-test' } };

/** What a password of the tests costs: next to nothing. */
export const cheap: PasswordCost = { memoryKiB: 32, passes: 1, lanes: 1 };

export interface Hired {
  readonly id: StaffId;
  readonly signInName: string;
  readonly office: OfficeId;
  /** Acting by the first of the duties. */
  readonly acting: StaffActing;
}

/** A house on a database of its own, where it is nine o'clock on a Monday. */
export async function testHouse({ now = '2026-03-02T09:00:00+08:00' }: { readonly now?: string } = {}) {
  const database = await testDatabase<Tables>();
  const { doors, owner, doorAddress, ownerAddress } = database;
  await installJobs(ownerAddress, doorAddress.user ?? '', [smsQueue]);
  const pool = openPool({ ...doorAddress, max: 3 });
  const jobs = await openJobs(pool);
  afterAll(async () => {
    await jobs.close();
    await pool.end();
  });
  const sms = sampleSms(() => undefined);
  // The parts of the house that people's desks stand on; the others are not there, and asking for one fails.
  let house: House;
  const part = {
    served: keepServed(doors),
    db: doors,
    clock: fixedClock(now),
    keysOf: keysOfCounties(keyRing([Buffer.alloc(32, 7)]), new Set()),
    jobs: countyJobs(jobs),
    smsOf: () => sms,
    introduced: introduced(desks, () => house as OfficeHouse),
  };
  house = part as unknown as House;
  await as(house, system, async (trx) => {
    const rows = divisions.map(([code, zh, en]) => ({
      code,
      name: JSON.stringify(inMadeLanguages({ 'zh-CN': zh, en })),
    }));
    await trx.insertInto('division').values(rows).execute();
    await putCounty(trx, county);
  });
  return {
    house,
    owner,
    pool,
    doorAddress,
    ownerAddress,
    sms,
    /** The same house at another moment. */
    at: (instant: string): House => ({ ...house, clock: fixedClock(instant) }),
    hire: (name: string, duties: Duty | readonly Duty[], where: Division, password?: string) =>
      hire(house, name, typeof duties === 'string' ? [duties] : duties, where, password),
  };
}

/** Runs as somebody, straight on the database. */
export function as<T>(house: House, acting: Acting, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return inTransaction(house.db, settingsOf(acting), work);
}

async function hire(
  house: House,
  name: string,
  duties: readonly Duty[],
  where: Division,
  password: string | undefined,
): Promise<Hired> {
  const [id, officeId] = [newId<'staff'>(), newId<'office'>()];
  const signInName = `s${id.slice(-12)}`;
  const office = inMadeLanguages({ 'zh-CN': `${name}的服务中心`, en: `Office of ${name}` });
  const hash = password === undefined ? undefined : await hashPassword(password, cheap);
  await as(house, system, async (trx) => {
    const at = house.clock.now();
    await trx
      .insertInto('office')
      .values({ county, id: officeId, division: where, name: JSON.stringify(office) })
      .execute();
    await trx.insertInto('staff').values({ county, id, officeId, name, signInName }).execute();
    for (const duty of duties) {
      await trx.insertInto('staffDuty').values({ county, staffId: id, duty, division: where, grantedAt: at }).execute();
    }
    if (hash !== undefined)
      await trx.insertInto('staffPassword').values({ county, staffId: id, hash, changedAt: at }).execute();
  });
  const duty = duties[0] ?? 'receive';
  const acting: StaffActing = {
    kind: 'staff',
    county,
    who: id,
    name,
    office,
    duty,
    division: where,
    purpose: { key: 'apply' },
  };
  return { id, signInName, office: officeId, acting };
}
