import { inMadeLanguages } from '../../building/catalogue/written.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { deflateSync, crc32 } from 'node:zlib';
import { afterAll } from 'vitest';
import { fixedClock } from '../../building/clock.ts';
import { openPool, type PoolAddress } from '../../building/database/pool.ts';
import { testDatabase } from '../../building/database/testing.ts';
import { inTransaction, type Transaction } from '../../building/database/transaction.ts';
import { keyRing } from '../../building/identity/keys.ts';
import { newId } from '../../building/identity/new-id.ts';
import { installJobs } from '../../building/jobs/install.ts';
import { openJobs } from '../../building/jobs/jobs.ts';
import type { Tables } from '../../migrations/tables.ts';
import { type County, division, type Division } from '../../values/division.ts';
import type { AccountId, FamilyId, PersonId } from '../../values/id.ts';
import { blindIndex } from '../../building/identity/sealed.ts';
import type { BenefitsHouse } from './house.ts';
import { enter } from '../families/register/register.ts';
import { smsQueue } from '../notices/queue.ts';
import { sampleSms } from '../../building/sms/sms.ts';
import { type Acting, type FamilyActing, settingsOf, type StaffActing, type SystemActing } from '../hall/who/acting.ts';
import type { Duty } from '../hall/who/duty.ts';
import { keepServed } from '../hall/counties/counties.ts';
import { filesOfCounties, keysOfCounties } from '../hall/counties/keys.ts';
import { putCounty } from '../hall/counties/store.ts';
import { countyJobs } from '../hall/jobs/county-jobs.ts';
import { purposeOf } from '../hall/who/purpose.ts';
import { handlingCase } from './who/purposes.ts';
import { desks } from '../desks.ts';
import { introduced } from '../hall/take-together.ts';
import { keepCalendar } from '../hall/calendar/calendar.ts';
import type { Application } from './contract/apply.ts';
import type { Photo } from './contract/photo.ts';
import { keepPhoto } from './apply/draft-photos.ts';
import { takeUpLawCalendar } from '../hall/calendar/law-calendar.ts';
import { openShelf } from './law/packs.ts';
import { publish } from './law/publish.ts';

// A small county with a real database, real files and the real law, for the tests of what is done.

export const county = '990101' as County;
export const dongzhuang = division('990101101201');
export const shanghe = division('990101102201');
const divisions = [
  ['990101000000', '禾安县', 'Hean County'],
  ['990101101000', '柳塘镇', 'Liutang Town'],
  [dongzhuang, '东庄村', 'Dongzhuang Village'],
  ['990101102000', '石桥镇', 'Shiqiao Town'],
  [shanghe, '上河村', 'Shanghe Village'],
] as const;

export const system: SystemActing = { kind: 'system', county, purpose: { key: 'arrange-test' } };

/** Monday, 2 March 2026, nine in the morning. */
const monday = '2026-03-02T09:00:00+08:00';

/** A family of the test: a mother with an account, and a child born in December 2023. */
export interface TestFamily {
  readonly acting: FamilyActing;
  readonly family: FamilyId;
  readonly mother: PersonId;
  readonly child: PersonId;
  readonly account: AccountId;
  readonly phone: string;
}

export async function testOffice({ now = monday }: { readonly now?: string } = {}) {
  const { doors, owner, doorAddress, ownerAddress } = await testDatabase<Tables>();
  await install(ownerAddress, doorAddress);
  const pool = openPool({ ...doorAddress, max: 2 });
  const jobs = await openJobs(pool);
  const folder = await mkdtemp(join(tmpdir(), 'huijia-files-'));
  afterAll(async () => {
    await jobs.close();
    await pool.end();
    await rm(folder, { recursive: true, force: true });
  });
  const keysOf = keysOfCounties(keyRing([Buffer.alloc(32, 7)]), new Set());
  const keeper = keepCalendar(doors);
  const sms = sampleSms(() => undefined);
  const house: BenefitsHouse = {
    served: keepServed(doors),
    db: doors,
    clock: fixedClock(now),
    keysOf,
    filesOf: filesOfCounties(folder, keysOf),
    jobs: countyJobs(jobs),
    packs: await openShelf(),
    calendar: keeper.now,
    smsOf: () => sms,
    introduced: introduced(desks, () => house),
  };
  await as(house, system, async (trx) => {
    await trx
      .insertInto('division')
      .values(divisions.map(([code, zh, en]) => ({ code, name: JSON.stringify(inMadeLanguages({ 'zh-CN': zh, en })) })))
      .execute();
    await putCounty(trx, county);
  });
  await takeUpLawCalendar(house);
  keeper.forget();
  await publish(house.db, house.packs, house.clock.now());
  const photo = await keepPhoto(house, county, png());
  if (photo.kind !== 'kept') throw new Error('The photo of the tests is a photo');
  const { kind: _, ...kept } = photo;
  return {
    house,
    owner,
    forgetCalendar: keeper.forget,
    photo: kept,
    filesFolder: folder,
    hire: (name: string, duty: Duty, where: Division | '990101101000' | '990101102000' | '990101000000') =>
      hire(house, name, duty, division(where)),
    family: (
      of: { readonly residence?: Division; readonly birth?: string; readonly nationality?: string | undefined } = {},
    ) => enterFamily(house, of),
    application: (of: TestFamily, change: Partial<Application> = {}) => applicationOf(house, of, kept, change),
    at: (instant: string): BenefitsHouse => ({ ...house, clock: fixedClock(instant) }),
  };
}

async function install(ownerAddress: PoolAddress, doorAddress: PoolAddress): Promise<void> {
  const sameRole = doorAddress.user === ownerAddress.user;
  await installJobs(ownerAddress, sameRole ? String(ownerAddress.user) : 'huijia_door', [smsQueue]);
}

/** Runs as somebody, straight on the database. */
export function as<T>(
  house: BenefitsHouse,
  acting: Acting,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return inTransaction(house.db, settingsOf(acting), work);
}

async function hire(house: BenefitsHouse, name: string, duty: Duty, where: Division): Promise<StaffActing> {
  const [id, officeId] = [newId<'staff'>(), newId()];
  const office = inMadeLanguages({ 'zh-CN': `${name}的服务中心`, en: `Office of ${name}` });
  await as(house, system, async (trx) => {
    await trx
      .insertInto('office')
      .values({ county, id: officeId, division: where, name: JSON.stringify(office) })
      .execute();
    await trx
      .insertInto('staff')
      .values({ county, id, officeId, name, signInName: `s${id.slice(-12)}` })
      .execute();
    await trx
      .insertInto('staffDuty')
      .values({ county, staffId: id, duty, division: where, grantedAt: house.clock.now() })
      .execute();
  });
  return {
    kind: 'staff',
    county,
    who: id,
    name,
    office,
    duty,
    division: where,
    purpose: purposeOf(handlingCase, '禾 2026-000001'),
  };
}

let phones = 19_900_000_000;

async function enterFamily(
  house: BenefitsHouse,
  {
    residence = dongzhuang,
    birth = '2023-12-05',
    nationality,
  }: { residence?: Division; birth?: string; nationality?: string | undefined },
): Promise<TestFamily> {
  phones += 1;
  const phone = String(phones);
  const entered = await as(house, system, (trx) =>
    enter(trx, house, system, {
      residence,
      adult: { name: '王秀兰', birth: '1994-05-06', phone },
      child: { name: '刘一诺', birth, ...(nationality !== undefined && { nationality }) },
      account: { bank: '禾安农商银行', holderName: '王秀兰', number: `6228480000${phone.slice(-9)}` },
    }),
  );
  if (entered.kind !== 'entered' || !entered.adultId || !entered.childId || !entered.accountId)
    throw new Error(`Not entered: ${JSON.stringify(entered)}`);
  const { familyId: family, adultId: mother, childId: child, accountId: account } = entered;
  const acting: FamilyActing = {
    kind: 'family',
    county,
    phoneBlind: blindIndex(house.keysOf(county), phone, 'phone'),
    who: mother,
    family,
    name: '王秀兰',
  };
  return { acting, family, mother, child, account, phone };
}

/** The first benefit on the shelf, for which a child of 2023 is granted money in 2026. */
export function policyOf(house: BenefitsHouse): string {
  const [pack] = house.packs.packs;
  if (pack === undefined) throw new Error('No pack is on the shelf');
  return pack.info.policy;
}

/** The documents that the first benefit needs. */
export function requiredOf(house: BenefitsHouse): readonly string[] {
  return (house.packs.packs[0]?.info.documents ?? []).filter(({ required }) => required).map(({ key }) => key);
}

function applicationOf(
  house: BenefitsHouse,
  { mother, child, account }: TestFamily,
  photo: Omit<Photo, 'requirement'>,
  change: Partial<Application>,
): Application {
  return {
    policy: policyOf(house),
    period: '2026',
    submissionKey: randomUUID(),
    subject: { id: child },
    applicant: { id: mother },
    account: { id: account },
    photos: requiredOf(house).map((requirement) => ({ ...photo, requirement })),
    answers: { nationality: 'CN' },
    ...change,
  };
}

/** A small grey PNG. */
export function png(side = 8): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 8;
  const rows = Buffer.alloc(side * (side + 1), 0x80);
  for (let row = 0; row < side; row += 1) rows[row * (side + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
