import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../building/database/testing.ts';
import type { Tables } from '../migrations/tables.ts';
import type { Language } from '../values/language.ts';
import { languages } from '../values/words/made/languages.ts';
import { desks, type OfficeHouse } from './desks.ts';
import { allFields, fieldsHeld, keptOf } from './hall/fields/held.ts';
import { groundsInWords } from './hall/fields/grounds.ts';
import { hallGrounds } from './hall/fields/hall-grounds.ts';
import { hallTables } from './hall/fields/hall-tables.ts';
import { type TablesHeld, tablesInWords } from './hall/fields/register.ts';
import { introduced } from './hall/take-together.ts';

const { owner } = await testDatabase<Tables>();
const together = (list: typeof desks) =>
  introduced(list, (): OfficeHouse => {
    throw new Error('Nothing is counted here');
  });
const introductions = together(desks);
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

/** The grounds that tables are held on. */
function groundsNamed({ ofPeople }: TablesHeld) {
  const tables = Object.values(ofPeople);
  const fields = tables.flatMap((table) => Object.values(table.fields));
  return {
    purposes: fields.map(({ purpose }) => purpose),
    bases: fields.map(({ basis }) => basis),
    retentions: tables.map(({ kept }) => kept),
  };
}

test.each(['purposes', 'bases', 'retentions'] as const)(
  'of the %s of fields none is unused, and the hall or the first desk that names one introduces it',
  (kind) => {
    const before = new Set<string>();
    for (const { key, grounds, tables } of [{ key: 'hall', grounds: hallGrounds, tables: hallTables }, ...desks]) {
      const named = tables === undefined ? [] : groundsNamed(tables)[kind].map((ground) => ground.key);
      const own = (grounds?.[kind] ?? []).map((ground) => ground.key);
      expect(own.toSorted(), key).toEqual([...new Set(named)].filter((one) => !before.has(one)).toSorted());
      for (const one of own) before.add(one);
    }
  },
);

const words = {
  fields: { purposes: { keys: 'To know who holds a key' }, retentions: { aWeek: 'Kept for a week' } },
  tables: { key_holder: { table: 'Holders of keys', fields: { name: 'Name' } } },
};
const inEach = Object.fromEntries(languages.map((language) => [language, words])) as Record<Language, typeof words>;
const keyGrounds = groundsInWords(inEach, (w) => w.fields);
const keys = {
  key: 'keys',
  words: { 'zh-CN': '钥匙', en: 'Keys' },
  grounds: keyGrounds,
  tables: {
    ofPeople: tablesInWords(inEach, (w) => w.tables, [hallGrounds, keyGrounds], {
      key_holder: { of: 'staff', kept: 'aWeek', fields: { name: ['keys', 'staff'] } },
    }),
  },
};

test('a desk holds fields for its own purpose and its own time, on a law of the hall', () => {
  const [held] = allFields({ tablesOfPeople: together([...desks, keys]).tablesOfPeople }).slice(-1);
  expect([held?.purpose.en, held?.kept.en]).toEqual(['To know who holds a key', 'Kept for a week']);
});

test('what two desks introduce is refused, and so is a table held on what none introduces', () => {
  expect(() => together([...desks, keys, { ...keys, tables: { ofPeople: {} } }])).toThrow(
    'Two desks introduce the purpose of fields keys',
  );
  const { grounds, ...without } = keys;
  expect(() => together([...desks, without])).toThrow('key_holder names the retention aWeek, which no desk introduces');
  expect(() => together([...desks, { ...keys, grounds: { ...grounds, purposes: [] } }])).toThrow(
    'key_holder names the purpose of fields keys, which no desk introduces',
  );
});

test('a field for an unknown purpose does not compile', () => {
  expect(() =>
    tablesInWords(inEach, (w) => w.tables, [keyGrounds, hallGrounds], {
      // @ts-expect-error -- it is a purpose of another desk
      key_holder: { of: 'staff', kept: 'aWeek', fields: { name: ['deadline', 'staff'] } },
    }),
  ).toThrow('deadline is not among the grounds');
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
    purpose: expect.objectContaining({ en: 'To be sure that it is this person and nobody else' }),
    basis: expect.objectContaining({ en: expect.stringContaining('children under 14') }),
  });
  expect(held.map(({ words }) => words['zh-CN'])).not.toContain('人员编号');
  expect(held.map(({ table }) => table)).not.toContain('工作人员');
});
