import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { desks } from './desks.ts';
import { testDatabase } from '../building/database/testing.ts';
import type { Tables } from '../migrations/tables.ts';
import { hallTables } from './hall/fields/hall-tables.ts';
import { dutiesOf, stepsOf } from './hall/take-together.ts';

// A desk leans only on what stands below it: in its SQL as in its imports, and in the constraints and policies of its tables.

const { owner } = await testDatabase<Tables>();
const office = import.meta.dirname;
const order = ['hall', ...desks.map(({ key }) => key)];
const ownerOf = new Map(
  [{ key: 'hall', tables: hallTables }, ...desks].flatMap(({ key, tables }) =>
    [...Object.keys(tables?.ofPeople ?? {}), ...Object.keys(tables?.ofNobody ?? {})].map(
      (table) => [table, key] as const,
    ),
  ),
);
const sources = readdirSync(office, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /(?<!\.test|testing(?:-\w+)?)\.ts$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

/** Tables that a text selects from, joins or writes to, in SQL or through Kysely. */
function tablesIn(text: string): readonly string[] {
  const inSql = [...text.matchAll(/\b(?:from|join|into|update)\s+([a-z_]+)\b/g)];
  const inKysely = [...text.matchAll(/\b(?:selectFrom|insertInto|updateTable|deleteFrom|\w+Join)\(\s*'(\w+)/g)];
  const names = [...inSql, ...inKysely].map(([, name = '']) =>
    name.replaceAll(/[A-Z]/g, (one) => `_${one.toLowerCase()}`),
  );
  return names.filter((name) => ownerOf.has(name));
}

test('a desk’s SQL reaches its own tables and those of the desks before it, never a later desk’s', () => {
  const reached = sources.flatMap((file) => {
    const desk = relative(office, file).split('/')[0] ?? '';
    return order.includes(desk) ? tablesIn(readFileSync(file, 'utf8')).map((table) => ({ file, desk, table })) : [];
  });
  const upward = reached.filter(({ desk, table }) => order.indexOf(ownerOf.get(table) ?? '') > order.indexOf(desk));
  expect(
    upward.map(({ file, table }) => `${relative(office, file)} reaches up to ${table} of ${ownerOf.get(table)}`),
  ).toEqual([]);
  expect(reached.length).toBeGreaterThan(50);
});

/** What a table of a desk names of another's: by a foreign key, or in a policy. */
const { rows: named } = await sql<{ table: string; by: string; said: string }>`
  select conrelid::regclass::text as "table", conname as by, 'from ' || confrelid::regclass::text as said
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
  union all
  select tablename, policyname, concat_ws(' ', qual, with_check) from pg_policies where schemaname = 'public'`.execute(
  owner,
);

test('a table’s constraints and policies name tables of its own desk and of those before it, never a later desk’s', () => {
  const reached = named.flatMap(({ table, by, said }) => tablesIn(said.toLowerCase()).map((to) => ({ table, by, to })));
  const placeOf = (table: string): number => order.indexOf(ownerOf.get(table) ?? '');
  const upward = reached.filter(({ table, to }) => placeOf(to) > placeOf(table));
  expect(upward.map(({ table, by, to }) => `${table} (${by}) reaches up to ${to} of ${ownerOf.get(to)}`)).toEqual([]);
  expect(reached.filter(({ table, to }) => ownerOf.get(table) !== ownerOf.get(to)).length).toBeGreaterThan(10);
  expect(reached).toContainEqual({ table: 'hand', by: 'hand_is_ones_own', to: 'hand_step' });
});

test('the steps and duties that desks introduce are those that the database knows', async () => {
  const { rows: steps } = await sql<{
    key: string;
    duty: string;
  }>`select key, duty from hand_step order by key`.execute(owner);
  expect(stepsOf(desks).toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(steps);
  const { rows: duties } = await sql<{ key: string }>`select key from duty order by key`.execute(owner);
  expect(
    dutiesOf(desks)
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(duties.map(({ key }) => key));
});

test('tables are found however they are named', () => {
  expect(tablesIn('select 1 from hand join person p on true')).toEqual(['hand', 'person']);
  expect(tablesIn("trx.insertInto('auditEntry').values(x)")).toEqual(['audit_entry']);
});
