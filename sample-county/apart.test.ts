import { sql } from 'kysely';
import * as pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { inTransaction, type Settings } from '../building/database/transaction.ts';
import { sqlStateOf } from '../building/database/constraint.ts';
import type { County } from '../values/division.ts';
import { giveHosts, takeIn } from '../office/hall/counties/counties.ts';
import { loadSample } from './load/load.ts';
import { houseAt } from './testing.ts';

// What raw SQL of one county sees of another in the same database. The tables are the catalogue's own: a new one is walked without being
// named here.

const [hean, other] = ['990101' as County, '990102' as County];
const { house, database } = await houseAt('2026-11-22T10:30:00+08:00');
const loaded = await loadSample(house, hean, 'small');
if (loaded.kind !== 'loaded') throw new Error('A new database is empty');
await takeIn(house, [other]);
const given = await giveHosts(house, [{ of: other, hosts: ['other.example'] }]);
if (given.kind !== 'given') throw new Error('The host is nobody’s yet');

const owner = new pg.Client(database.ownerAddress);
await owner.connect();
afterAll(() => owner.end());

async function column(query: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ it: string }>(query);
  return rows.map(({ it }) => it);
}

/** Every table with a county, each after those that it refers to. */
async function tablesOfCounties(): Promise<readonly string[]> {
  const named = await column(`select table_name as it from information_schema.columns
    where table_schema = 'public' and column_name = 'county' order by 1`);
  const { rows } = await owner.query<{ from: string; to: string }>(`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid <> confrelid`);
  const sorted: string[] = [];
  const put = (table: string): void => {
    if (sorted.includes(table)) return;
    for (const { from, to } of rows) if (from === table && named.includes(to)) put(to);
    sorted.push(table);
  };
  named.forEach(put);
  return sorted;
}

/** What no sample brings, so that no table is walked empty. Each is of the first county. */
const rowsOfTheirOwn: Readonly<Record<string, string>> = {
  session: `insert into session (county, token_hash, kind, staff_id, form_token, created_at, seen_at, expires_at)
    select county, repeat('a', 64), 'staff', id, repeat('f', 43), now(), now(), now() + interval '1 day' from staff limit 1`,
  sign_in_code: `insert into sign_in_code (county, phone_blind, code_hash, created_at, expires_at) values ('${hean}', repeat('b', 64), repeat('c', 64), now(), now())`,
  sign_in_limit: `insert into sign_in_limit (county, key_blind, count, started_at, until) values ('${hean}', repeat('d', 64), 1, now(), now())`,
  application_draft: `insert into application_draft (county, id, kind, phone_blind, body_sealed, updated_at, expires_at)
    values ('${hean}', gen_random_uuid(), 'application', repeat('e', 64), '\\x00', now(), now())`,
  county_figure: `insert into county_figure (county, day, key, value, of_how_many, written_at) values ('${hean}', '2026-11-20', 'decided', 12, 12, now())`,
};

/** The same rows a second time, as another county's: in its own divisions. */
async function copyTo(county: County, tables: readonly string[]): Promise<void> {
  await owner.query('begin');
  await owner.query('alter table division no force row level security');
  await owner.query(
    `insert into division select '${county}' || substr(code, 7), name from division where code like '${hean}%'`,
  );
  // What a row names may come after it here.
  for (const table of tables)
    await owner.query(`alter table ${table} no force row level security; alter table ${table} disable trigger user`);
  for (const table of tables) {
    const own = rowsOfTheirOwn[table];
    if (own !== undefined) await owner.query(own);
    const columns = await owner.query<{ name: string; type: string }>(
      `select column_name as name, data_type || coalesce(character_maximum_length::text, '') as type
       from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    const values = columns.rows.map(({ name, type }) => {
      if (name === 'county') return `'${county}'`;
      return type === 'character12' ? `'${county}' || substr(${name}, 7)` : name;
    });
    const names = columns.rows.map(({ name }) => name).join(', ');
    await owner.query(
      `insert into ${table} (${names}) select ${values.join(', ')} from ${table} where county = '${hean}'`,
    );
  }
  await owner.query('alter table division force row level security');
  await owner.query('commit');
}

/** A row of the other county as text, and how many it has, before the owner is bound again. */
const theirs = new Map<string, { readonly row: string; readonly count: number }>();

async function remember(tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await owner.query<{ row: string; count: number }>(
      `select (select to_jsonb(t)::text from ${table} t where county = '${other}' limit 1) as row, count(*)::int as count from ${table} where county = '${other}'`,
    );
    theirs.set(table, rows[0] ?? { row: '', count: 0 });
    await owner.query(`alter table ${table} force row level security; alter table ${table} enable trigger user`);
  }
}

const tables = await tablesOfCounties();
await copyTo(other, tables);
await remember(tables);

async function first(query: string): Promise<string> {
  return (await column(query))[0] ?? '';
}

/** Whoever acts for the first county, claiming as much of the other as a setting can say. */
async function claims(): Promise<readonly (readonly [name: string, Settings])[]> {
  const common = {
    county: hean,
    division_from: '000000000000',
    division_to: '999999999999',
    purpose: '查看',
    token: 'a'.repeat(64),
    phone: 'b'.repeat(64),
  };
  const asSystem = (query: string): Promise<string> =>
    first(
      `select set_config('huijia.county', '${other}', false) as it, set_config('huijia.kind', 'system', false)`,
    ).then(() => first(query));
  const who = await asSystem(`select id::text as it from staff where county = '${other}' limit 1`);
  const family = await asSystem(`select id::text as it from family where county = '${other}' limit 1`);
  const duties = await asSystem(
    `select string_agg(distinct duty, ' ') as it from staff_duty where county = '${other}'`,
  );
  await owner.query('discard all');
  return [
    ...duties.split(' ').map((duty) => [duty, { ...common, kind: 'staff', who, duty }] as const),
    ['family', { ...common, kind: 'family', who, family }],
    ['sign-in', { ...common, kind: 'sign-in', who }],
    ['system', { ...common, kind: 'system' }],
  ];
}

const everybody = await claims();

test('there are rows of both counties in every table with a county, and staff of every duty look', () => {
  expect(tables.filter((table) => (theirs.get(table)?.count ?? 0) === 0)).toEqual([]);
  expect(tables.length).toBeGreaterThan(30);
  expect(everybody.length).toBeGreaterThan(10);
});

/** The one policy that a province reads by asks for the province of the county. */
const forProvinces = 'county_figure: figures_for_the_province';

test('row-level security binds doors and owner alike on each of them, and each policy asks for the county', async () => {
  const unbound = await column(`select relname as it from pg_class
    where relname = any ('{${tables.join(',')}}') and not (relrowsecurity and relforcerowsecurity)`);
  expect(unbound).toEqual([]);
  const open = await column(`select tablename || ': ' || policyname as it from pg_policies
    where tablename = any ('{${tables.join(',')}}')
      and not (coalesce(qual, 'acting_for_county(county)') like '%acting_for_county(county)%'
        and coalesce(with_check, 'acting_for_county(county)') like '%acting_for_county(county)%')`);
  expect(open).toEqual([forProvinces]);
});

test.each(everybody)('%s of one county reads no row of the other', async (_name, settings) => {
  const seen = await inTransaction(database.doors, settings, async (trx) => {
    const counts: string[] = [];
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table)} where county <> ${hean}`.execute(trx);
      if (rows[0]?.n !== 0) counts.push(table);
    }
    return counts;
  });
  expect(seen).toEqual([]);
});

/** What came of a statement that should not get through: the rows it touched, or the state it was refused with. */
async function tried(settings: Settings, statement: ReturnType<typeof sql>): Promise<number | string> {
  const trying = inTransaction(database.doors, settings, async (trx) => {
    const { numAffectedRows } = await statement.execute(trx);
    return Number(numAffectedRows ?? 0);
  });
  return trying.catch((error: unknown) => sqlStateOf(error) ?? String(error));
}

const forbidden = '42501';
/** What is written stays (`restrict_violation`). */
const kept = '23001';

test.each(everybody)('%s of one county writes no row of the other', async (name, settings) => {
  const written: string[] = [];
  for (const table of tables) {
    const into = sql.table(table);
    const row = theirs.get(table)?.row ?? '';
    const outcomes = [
      await tried(settings, sql`update ${into} set county = county where county = ${other}`),
      await tried(settings, sql`delete from ${into} where county = ${other}`),
      await tried(settings, sql`update ${into} set county = ${other} where county = ${hean}`),
      await tried(settings, sql`insert into ${into} select * from jsonb_populate_record(null::${into}, ${row}::jsonb)`),
    ];
    outcomes.forEach((outcome, n) => {
      const refused = outcome === forbidden || outcome === kept || (n < 3 && outcome === 0);
      if (!refused)
        written.push(`${name} ${table} ${['update', 'delete', 'give away', 'insert'][n] ?? ''}: ${outcome}`);
    });
  }
  expect(written).toEqual([]);
});

test('who says for no county sees nothing at all', async () => {
  const seen = await inTransaction(database.doors, { kind: 'system' }, async (trx) => {
    const counts: string[] = [];
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(trx);
      if (rows[0]?.n !== 0) counts.push(table);
    }
    return counts;
  });
  expect(seen).toEqual([]);
});

/** Staff of the province, who claim as much as a setting can say beside it. */
const ofProvince = {
  county: '990000',
  kind: 'province',
  who: '0194398a-0059-7000-8000-000000000001',
  duty: 'oversight/province-figures',
  division_from: '000000000000',
  division_to: '999999999999',
  purpose: '查看',
  token: 'a'.repeat(64),
  phone: 'b'.repeat(64),
};

async function seenOfCounties(settings: Settings): Promise<readonly string[]> {
  return inTransaction(database.doors, settings, async (trx) => {
    const counts: string[] = [];
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table)} where county in (${hean}, ${other})`.execute(trx);
      if (rows[0]?.n !== 0) counts.push(`${table} ${rows[0]?.n}`);
    }
    return counts;
  });
}

test('staff of the province see figures of both counties and no row of any other table', async () => {
  expect(await seenOfCounties(ofProvince)).toEqual(['county_figure 2']);
});

test.each([
  ['of another province', { ...ofProvince, county: '980000' }],
  ['by another duty', { ...ofProvince, duty: 'supervise' }],
  ['who act as staff', { ...ofProvince, kind: 'staff' }],
  ['of a city', { ...ofProvince, county: '990100' }],
])('staff %s see no figure at all', async (_who, settings) => {
  expect(await seenOfCounties(settings)).toEqual([]);
});

test('the province writes nothing of a county, figures neither', async () => {
  const written: string[] = [];
  for (const table of tables) {
    const into = sql.table(table);
    const row = theirs.get(table)?.row ?? '';
    const outcomes = [
      await tried(ofProvince, sql`update ${into} set county = county where county = ${other}`),
      await tried(ofProvince, sql`delete from ${into} where county = ${other}`),
      await tried(
        ofProvince,
        sql`insert into ${into} select * from jsonb_populate_record(null::${into}, ${row}::jsonb)`,
      ),
    ];
    outcomes.forEach((outcome, n) => {
      if (outcome !== forbidden && outcome !== kept && (n === 2 || outcome !== 0))
        written.push(`${table} ${n}: ${outcome}`);
    });
  }
  expect(written).toEqual([]);
});

/** Tables without row-level security, and why they may be: what they hold is the house's, and doors may only read it. */
const withoutRights: Readonly<Record<string, string>> = {
  duty: 'the duties that there are',
  hand_step: 'the steps that there are',
  migration: 'which migrations were applied',
};

test('every other table of the database is bound by row-level security, whether or not it names a county', async () => {
  const unbound = await column(`select c.relname as it from pg_class c where c.relnamespace = 'public'::regnamespace
    and c.relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity) order by 1`);
  expect(unbound).toEqual(Object.keys(withoutRights).toSorted());
  for (const table of unbound) {
    const written = inTransaction(database.doors, { county: hean, kind: 'system' }, (trx) =>
      sql`delete from ${sql.table(table)} where false`.execute(trx),
    );
    expect([table, await written.then(() => 'written', sqlStateOf)]).toEqual([table, forbidden]);
  }
});

test.each(everybody)(
  '%s of one county takes no host, renames no place and moves no holiday of the other',
  async (name, settings) => {
    const system = name === 'system';
    const changes = [
      sql`insert into served_host (host, of_county) values ('taken.example', ${other})`,
      sql`update served_host set of_county = ${hean} where of_county = ${other}`,
      sql`delete from served_host where of_county = ${other}`,
      sql`insert into county (code) values ('990199')`,
      sql`insert into province (code) values ('980000')`,
      sql`update division set name = name where code like ${`${other}%`}`,
      sql`insert into division (code, name) values (${`${other}999999`}, '{"zh-CN": "某村", "en": "Village"}')`,
      ...(system ? [] : [sql`delete from working_day_change`, sql`update working_year set notice = notice`]),
    ];
    const outcomes: (number | string)[] = [];
    for (const change of changes) outcomes.push(await tried(settings, change));
    expect(outcomes.filter((outcome) => outcome !== 0 && outcome !== forbidden)).toEqual([]);
    expect(await column(`select of_county as it from served_host where host = 'other.example'`)).toEqual([other]);
  },
);
