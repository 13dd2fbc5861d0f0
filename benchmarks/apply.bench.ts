import { CompiledQuery } from 'kysely';
import { Client, type Pool } from 'pg';
import { openPool, type PoolAddress } from '../building/database/pool.ts';
import { inTransaction } from '../building/database/transaction.ts';
import { newId } from '../building/identity/new-id.ts';
import type { OpenHouse } from '../doors/open-house.ts';
import { apply } from '../office/benefits/apply/apply.ts';
import type { BenefitsHouse } from '../office/benefits/house.ts';
import { settingsOf, type SystemActing } from '../office/hall/who/acting.ts';
import { type Asking, prepareAsking } from './asking.ts';
import { benchCounty, inBenchHouse } from './bench-house.ts';
import { type Benchmark, median, millisecondsOf, quantile, rounded } from './benchmark.ts';

const rounds = 7;
const perRound = 120;
const hands = 8;

/** Works the list off with a number of hands at once. */
async function workOff<T>(list: readonly T[], count: number, work: (one: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  const hand = async (): Promise<void> => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: count }, hand));
}

/** What a received case left in the three tables that any way of receiving it must write. */
interface Sample {
  readonly settings: string;
  readonly found: Readonly<Record<string, unknown>>;
  readonly event: Readonly<Record<string, unknown>>;
  readonly audit: Readonly<Record<string, unknown>>;
}

async function sampleOf(house: BenefitsHouse): Promise<Sample> {
  const system: SystemActing = { kind: 'system', county: benchCounty, purpose: { key: 'measure' } };
  return inTransaction(house.db, settingsOf(system), async (trx) => {
    const row = async (table: string, where: string): Promise<Record<string, unknown>> => {
      const { rows } = await trx.executeQuery<{ row: Record<string, unknown> }>(
        CompiledQuery.raw(`select to_jsonb(t) as row from ${table} t where county = $1 and ${where} limit 1`, [
          benchCounty,
        ]),
      );
      if (rows[0] === undefined) throw new Error(`No row in ${table}`);
      return rows[0].row;
    };
    const found = await row('benefit_case', "origin = 'phone' and state = 'received'");
    const event = await row('case_event', `case_id = '${String(found['id'])}'`);
    const audit = await row('audit_entry', `subject_id = '${String(found['id'])}'`);
    const set = Object.entries(settingsOf(system)).map(
      ([key, value]) => `set_config('huijia.${key}', '${value}', true)`,
    );
    // Everybody adds to the audit in their own name.
    const own = { ...audit, actor_kind: 'system', actor_id: null, duty: null };
    return { settings: `begin; select ${set.join(', ')}`, found, event, audit: own };
  });
}

function insertOf(table: string, row: Readonly<Record<string, unknown>>): { text: string; values: unknown[] } {
  const columns = Object.keys(row);
  const values = Object.values(row).map((value) =>
    typeof value === 'object' && value !== null && !isTexts(value) ? JSON.stringify(value) : value,
  );
  const places = columns.map((_, index) => `$${index + 1}`);
  return { text: `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, values };
}

/** A `text[]`, which the driver writes; other lists are JSON. */
function isTexts(value: object): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

/**
 * Begin, three inserts, commit, by the bare driver, on the house's own tables: a case, its first event, the audit entry. Nothing is decided
 * or looked up.
 */
async function bareTransaction(pool: Pool, { settings, found, event, audit }: Sample): Promise<void> {
  const client = await pool.connect();
  const id = newId();
  const own = { id, receipt: id, period: id, submission_key: newId() };
  try {
    await client.query(settings);
    await client.query({ name: 'case', ...insertOf('benefit_case', { ...found, ...own }) });
    await client.query({ name: 'event', ...insertOf('case_event', { ...event, case_id: id }) });
    await client.query({ name: 'audit', ...insertOf('audit_entry', { ...audit, id: newId(), subject_id: id }) });
    await client.query('commit');
  } finally {
    client.release();
  }
}

/**
 * The same on three tables without policies, triggers, foreign keys or further indexes, with small rows: what the machine can do at all.
 */
async function plainTransaction(pool: Pool): Promise<void> {
  const client = await pool.connect();
  const id = newId();
  const body = JSON.stringify({ note: 'x'.repeat(400) });
  try {
    await client.query('begin');
    await client.query({
      name: 'plain-case',
      text: 'insert into plain_case (id, county, at, body) values ($1, $2, now(), $3)',
      values: [id, '990101', body],
    });
    await client.query({
      name: 'plain-event',
      text: 'insert into plain_event (id, seq, at, body) values ($1, 1, now(), $2)',
      values: [id, body],
    });
    await client.query({
      name: 'plain-audit',
      text: 'insert into plain_audit (id, at, body) values ($1, now(), $2)',
      values: [newId(), body],
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function plainTables(address: PoolAddress): Promise<void> {
  const client = new Client(address);
  await client.connect();
  await client.query(`
    create table plain_case (id uuid primary key, county char(6) not null, at timestamptz not null, body jsonb not null);
    create table plain_event (id uuid not null, seq integer not null, at timestamptz not null, body jsonb not null, primary key (id, seq));
    create table plain_audit (id uuid primary key, at timestamptz not null, body jsonb not null);`);
  await client.end();
}

async function applyAll(house: BenefitsHouse, list: readonly Asking[], count: number): Promise<number> {
  const milliseconds = await millisecondsOf(() =>
    workOff(list, count, async ({ acting, application }) => {
      const outcome = await apply(house, acting, application);
      if (outcome.kind !== 'received' || outcome.already) throw new Error(outcome.kind);
    }),
  );
  return (list.length * 1000) / milliseconds;
}

async function perSecond(times: number, count: number, work: () => Promise<void>): Promise<number> {
  const milliseconds = await millisecondsOf(() => workOff(Array.from({ length: times }), count, work));
  return (times * 1000) / milliseconds;
}

/**
 * The fastest tenth of single acts, one after another, in milliseconds: what the act costs by itself, apart from what else the machine
 * does.
 */
async function fastestTenth(times: number, work: (time: number) => Promise<void>): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) taken.push(await millisecondsOf(() => work(time)));
  return quantile(taken, 0.1);
}

interface Round {
  readonly acts: number;
  readonly bare: number;
  readonly plain: number;
}

interface Measured {
  readonly rounds: readonly Round[];
  readonly actMilliseconds: number;
  readonly bareMilliseconds: number;
}

/** Rounds of all three in turn, so that whatever else the machine does weighs on each; then one hand alone. */
async function inTurns({ house, database }: OpenHouse, count: number): Promise<Measured> {
  const [doors, owner] = [database.doorAddress, database.ownerAddress].map((address) =>
    openPool({ ...address, max: count }),
  );
  if (doors === undefined || owner === undefined) throw new Error('Two pools were opened');
  try {
    const asking = await prepareAsking(
      house,
      Array.from({ length: (rounds + 2) * perRound }, () => benchCounty),
    );
    const found: Round[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const acts = await applyAll(house, asking.slice(round * perRound, (round + 1) * perRound), count);
      const sample = await sampleOf(house);
      const bare = await perSecond(perRound, count, () => bareTransaction(doors, sample));
      found.push({ acts, bare, plain: await perSecond(perRound, count, () => plainTransaction(owner)) });
    }
    const sample = await sampleOf(house);
    const alone = asking.slice((rounds + 1) * perRound);
    return {
      rounds: found.slice(1), // The first round warms all of them.
      actMilliseconds: await fastestTenth(
        perRound,
        async (time) => void (await applyAll(house, alone.slice(time, time + 1), 1)),
      ),
      bareMilliseconds: await fastestTenth(perRound, () => bareTransaction(doors, sample)),
    };
  } finally {
    await Promise.all([doors.end(), owner.end()]);
  }
}

export const benchmark: Benchmark = {
  title:
    'apply, the whole act (case, photos, timeline, message, audit), beside a bare transaction of three inserts into the same tables in the same run',
  aim: 'acts/s at least 0.4 of bare transactions/s',
  async run() {
    const {
      rounds: measured,
      actMilliseconds,
      bareMilliseconds,
    } = await inBenchHouse(async (opened) => {
      await plainTables(opened.database.ownerAddress);
      return inTurns(opened, hands);
    });
    const ratios = measured.map(({ acts, bare }) => acts / bare);
    return {
      actsPerSecond: Math.round(median(measured.map(({ acts }) => acts))),
      bareTransactionsPerSecond: Math.round(median(measured.map(({ bare }) => bare))),
      ratio: rounded(median(ratios)),
      lowestRatio: rounded(Math.min(...ratios)),
      highestRatio: rounded(Math.max(...ratios)),
      plainTransactionsPerSecond: Math.round(median(measured.map(({ plain }) => plain))),
      ratioToPlainTables: rounded(median(measured.map(({ acts, plain }) => acts / plain))),
      oneHandActMilliseconds: rounded(actMilliseconds),
      oneHandBareMilliseconds: rounded(bareMilliseconds),
      oneHandRatio: rounded(bareMilliseconds / actMilliseconds),
      hands,
      rounds,
      actsPerRound: perRound,
    };
  },
};
