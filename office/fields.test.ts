import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../building/database/testing.ts';
import type { Tables } from '../migrations/tables.ts';
import { bases, purposes } from './hall/fields/register.ts';
import { desks, type OfficeHouse } from './desks.ts';
import { allFields, fieldsHeld, keptOf } from './hall/fields/held.ts';
import { introduced } from './hall/take-together.ts';

const { owner } = await testDatabase<Tables>();
const introductions = introduced(desks, (): OfficeHouse => {
  throw new Error('Nothing is counted here');
});
const { tablesOfPeople, tablesOfNobody } = introductions;

const { rows: columns } = await sql<{ table: string; column: string }>`
  select c.relname as "table", a.attname as "column"
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
  order by 1, 2`.execute(owner);

const inDatabase = columns.map(({ table, column }) => `${table}.${column}`);
const inRegister = allFields(introductions).map(({ table, column }) => `${table}.${column}`);

test('the database was read', () => {
  expect(inDatabase).toContain('person.birth');
  expect(inDatabase.length).toBeGreaterThan(150);
});

test('every table either is in the register of fields or is known to hold nobody', () => {
  const tables = [...new Set(columns.map(({ table }) => table))];
  expect(tables.toSorted()).toEqual([...Object.keys(tablesOfPeople), ...Object.keys(tablesOfNobody)].toSorted());
});

test('every column of a table that holds people is in the register, and nothing else is', () => {
  const ofPeople = columns
    .filter(({ table }) => tablesOfPeople[table] !== undefined)
    .map(({ table, column }) => `${table}.${column}`);
  expect(inRegister.toSorted()).toEqual(ofPeople.toSorted());
});

test('every field says what it is, why it is held and on what law, in both languages', () => {
  for (const { table, column, tableWords, words, purpose, basis } of allFields(introductions)) {
    for (const sentence of [tableWords, words, purpose, basis]) {
      expect(sentence['zh-CN'], `${table}.${column}`).toMatch(/\p{Script=Han}/u);
      expect(sentence.en, `${table}.${column}`).toMatch(/[A-Za-z]{2}/);
    }
    expect(basis['zh-CN'], `${table}.${column} rests on a law`).toContain('《个人信息保护法》');
  }
});

test('no purpose and no law stands in the register unused', () => {
  const used = Object.values(tablesOfPeople).flatMap(({ fields }) => Object.values(fields));
  expect(new Set(used.map(({ purpose }) => purpose))).toEqual(new Set(Object.keys(purposes)));
  expect(new Set(used.map(({ basis }) => basis))).toEqual(new Set(Object.keys(bases)));
});

test('every kind of row says how long it is kept', () => {
  for (const { table, kept } of keptOf(introductions)) expect(kept['zh-CN'], table['zh-CN']).toMatch(/保存|删除/u);
});

test('what is never recorded has no column', () => {
  const never =
    /pregnan|contracept|marriage|marital|fertil|menstru|steril|birth_permit|quota|parity|religion|ethnic|health|diagnos/i;
  expect(inDatabase.filter((name) => never.test(name))).toEqual([]);
  expect('person.pregnancy_weeks').toMatch(never);
});

test('a family’s own page lists what is held of families and leaves out the keys of rows', () => {
  const held = fieldsHeld(introductions);
  expect(held).toContainEqual({
    table: '人员',
    words: expect.objectContaining({ 'zh-CN': '身份证号（加密）', en: 'Identity number (sealed)' }),
    purpose: purposes.identify,
    basis: bases.child,
  });
  expect(held.map(({ words }) => words['zh-CN'])).not.toContain('人员编号');
  expect(held.map(({ table }) => table)).not.toContain('工作人员');
});
