import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { desks } from './desks.ts';
import { hallTables } from './hall/fields/hall-tables.ts';

// A desk leans only on what stands below it: in its SQL as in its imports.

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

test('tables are found however they are named', () => {
  expect(tablesIn('select 1 from case_hand join person p on true')).toEqual(['case_hand', 'person']);
  expect(tablesIn("trx.insertInto('auditEntry').values(x)")).toEqual(['audit_entry']);
});
