import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { openPool, type PoolAddress } from '../building/database/pool.ts';
import { inTransaction } from '../building/database/transaction.ts';
import { newId } from '../building/identity/new-id.ts';
import type { OpenHouse } from '../doors/open-house.ts';
import { apply } from '../office/benefits/apply.ts';
import type { Application, Photo } from '../office/benefits/contract.ts';
import { keepPhoto } from '../office/benefits/draft.ts';
import { enter } from '../office/families/register.ts';
import { phoneBlind } from '../office/families/sealing.ts';
import type { House } from '../office/house.ts';
import { type FamilyActing, settingsOf, type SystemActing } from '../office/staff/acting.ts';
import { samplePicture } from '../sample-county/pictures.ts';
import { division } from '../values/division.ts';
import { inBenchHouse } from './bench-house.ts';
import { type Benchmark, median, millisecondsOf, rounded } from './benchmark.ts';

const rounds = 7;
const perRound = 150;
const hands = 8;

/** A family that asks, and its form. */
interface Asking {
  readonly acting: FamilyActing;
  readonly application: Application;
}

/** Enters families with a child of a year that the first benefit covers, and fills their forms. */
async function prepare(house: House, count: number): Promise<readonly Asking[]> {
  const photo = await keepPhoto(house, samplePicture(1));
  if (photo.kind !== 'kept') throw new Error(photo.kind);
  const { kind: _, ...kept } = photo;
  const asking: Asking[] = [];
  for (let index = 0; index < count; index += 1) asking.push(await prepareOne(house, kept, 19_911_000_000 + index));
  return asking;
}

async function prepareOne(house: House, photo: Omit<Photo, 'requirement'>, number: number): Promise<Asking> {
  const [pack] = house.packs.packs;
  if (pack === undefined) throw new Error('No pack is on the shelf');
  const phone = String(number);
  const system: SystemActing = { kind: 'system', county: house.county, purpose: '测速' };
  const entered = await inTransaction(house.db, settingsOf(system), (trx) =>
    enter(trx, house, system, {
      residence: division('990101101201'),
      adult: { name: '王秀兰', birth: '1994-05-06', phone },
      child: { name: '刘一诺', birth: '2024-12-05', nationality: 'CN' },
      account: { bank: '禾安农商银行', holderName: '王秀兰', number: `6228480000${phone.slice(-9)}` },
    }),
  );
  if (entered.kind !== 'entered' || !entered.adultId || !entered.childId || !entered.accountId) {
    throw new Error(JSON.stringify(entered));
  }
  const { familyId: family, adultId: who, childId, accountId } = entered;
  const { info } = pack;
  return {
    acting: {
      kind: 'family',
      county: house.county,
      phoneBlind: phoneBlind(house.keys, phone),
      who,
      family,
      name: '王秀兰',
    },
    application: {
      policy: info.policy,
      period: info.periods.find((one) => one.startsWith('2026')) ?? info.periods[0] ?? '',
      submissionKey: randomUUID(),
      subject: { id: childId },
      applicant: { id: who },
      account: { id: accountId },
      photos: info.documents
        .filter(({ required }) => required)
        .map(({ key: requirement }) => ({ ...photo, requirement })),
      answers: {},
    },
  };
}

/** Works the list off with a number of hands at once. */
async function workOff<T>(list: readonly T[], count: number, work: (one: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  const hand = async (): Promise<void> => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: count }, hand));
}

/** Three plain inserts in a transaction, by the bare driver, on tables without policies, triggers or foreign keys. */
async function bareTransaction(pool: Pool): Promise<void> {
  const client = await pool.connect();
  const id = newId();
  const body = JSON.stringify({ note: 'x'.repeat(400) });
  try {
    await client.query('begin');
    await client.query('insert into bare_case (id, county, at, body) values ($1, $2, now(), $3)', [id, '990101', body]);
    await client.query('insert into bare_event (id, seq, at, body) values ($1, 1, now(), $2)', [id, body]);
    await client.query('insert into bare_audit (id, at, body) values ($1, now(), $2)', [newId(), body]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function bareTables(address: PoolAddress): Promise<void> {
  const client = new Client(address);
  await client.connect();
  await client.query(`
    create table bare_case (id uuid primary key, county char(6) not null, at timestamptz not null, body jsonb not null);
    create table bare_event (id uuid not null, seq integer not null, at timestamptz not null, body jsonb not null, primary key (id, seq));
    create table bare_audit (id uuid primary key, at timestamptz not null, body jsonb not null);`);
  await client.end();
}

async function applyAll(house: House, list: readonly Asking[], count: number): Promise<number> {
  const milliseconds = await millisecondsOf(() =>
    workOff(list, count, async ({ acting, application }) => {
      const outcome = await apply(house, acting, application);
      if (outcome.kind !== 'received' || outcome.already) throw new Error(outcome.kind);
    }),
  );
  return (list.length * 1000) / milliseconds;
}

async function bareAll(pool: Pool, times: number, count: number): Promise<number> {
  const milliseconds = await millisecondsOf(() =>
    workOff(Array.from({ length: times }), count, () => bareTransaction(pool)),
  );
  return (times * 1000) / milliseconds;
}

interface Pair {
  readonly acts: number;
  readonly bare: number;
}

/** Rounds of both, one after the other, so that whatever else the machine does weighs on both. */
async function paired({ house, database }: OpenHouse, count: number): Promise<readonly Pair[]> {
  const pool = openPool({ ...database.ownerAddress, max: count });
  try {
    const asking = await prepare(house, (rounds + 1) * perRound);
    const pairs: Pair[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const acts = await applyAll(house, asking.slice(round * perRound, (round + 1) * perRound), count);
      pairs.push({ acts, bare: await bareAll(pool, perRound * 2, count) });
    }
    return pairs.slice(1); // The first round warms both.
  } finally {
    await pool.end();
  }
}

export const benchmark: Benchmark = {
  title:
    'apply, the whole act (case, photos, timeline, message, audit), beside a bare transaction of three inserts on the same database in the same run',
  aim: 'acts/s at least 0.4 of bare transactions/s',
  async run() {
    const pairs = await inBenchHouse(async (opened) => {
      await bareTables(opened.database.ownerAddress);
      return paired(opened, hands);
    });
    const ratios = pairs.map(({ acts, bare }) => acts / bare);
    return {
      actsPerSecond: Math.round(median(pairs.map(({ acts }) => acts))),
      bareTransactionsPerSecond: Math.round(median(pairs.map(({ bare }) => bare))),
      ratio: rounded(median(ratios)),
      lowestRatio: rounded(Math.min(...ratios)),
      highestRatio: rounded(Math.max(...ratios)),
      hands,
      rounds,
      actsPerRound: perRound,
    };
  },
};
