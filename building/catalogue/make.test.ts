import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeWords } from './make.ts';
import type { Written } from './room.ts';

let house = '';
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'words-'));
  for (const language of ['zh-CN', 'en']) write('values', language, { language });
});
afterEach(() => rmSync(house, { recursive: true }));

function write(room: string, language: string, words: Written): void {
  mkdirSync(join(house, room, 'words'), { recursive: true });
  writeFileSync(join(house, room, 'words', `${language}.json`), JSON.stringify(words));
}

async function room(zh: Written, en: Written, taiwan?: Written) {
  write('desk', 'zh-CN', zh);
  write('desk', 'en', en);
  if (taiwan !== undefined) write('desk', 'zh-TW', taiwan);
  await makeWords(house);
  const all = pathToFileURL(join(house, 'desk/words/made/all.ts')).href;
  const { words } = (await import(all)) as { words: Record<string, Record<string, Say>> };
  return words;
}
type Say = string & ((given: object) => string) & Record<string, string & ((given: object) => string)>;

const typesOf = (): string => readFileSync(join(house, 'desk/words/made/words.ts'), 'utf8');

describe('what is made of a room', () => {
  test('a message without arguments is a text, groups are groups and rows are rows', async () => {
    const words = await room(
      { a: '好', b: { c: '的' }, d: ['一', '二'] },
      { a: 'well', b: { c: 'of' }, d: ['1', '2'] },
    );
    expect(words['zh-CN']).toEqual({ a: '好', b: { c: '的' }, d: ['一', '二'] });
    expect(words['en']?.['b']?.['c']).toBe('of');
    expect(typesOf()).toContain('readonly d: readonly [string, string];');
  });

  test('numbers and plurals are said by the habits of the language', async () => {
    const zh = '差{count, number}样';
    const en = '{count, plural, =0 {Nothing is} one {# document is} other {# documents are}} missing ({count, number})';
    const { 'zh-CN': zhWords, en: enWords } = await room({ lacks: zh }, { lacks: en });
    expect(zhWords?.['lacks']?.({ count: 1200 })).toBe('差1,200样');
    expect([0, 1, 1200].map((count) => enWords?.['lacks']?.({ count }))).toEqual([
      'Nothing is missing (0)',
      '1 document is missing (1)',
      '1,200 documents are missing (1,200)',
    ]);
    expect(typesOf()).toContain('readonly lacks: (a: { readonly count: number }) => string;');
  });

  test('a choice knows its names, and a truth is one', async () => {
    const zh = '{kind, select, town {镇} other {村}}{isLate, select, true {已逾期} other {}}';
    const en = '{kind, select, town {town} other {village}}{isLate, select, true {, overdue} other {}}';
    const words = await room({ of: zh }, { of: en });
    expect(words['en']?.['of']?.({ kind: 'town', isLate: true })).toBe('town, overdue');
    expect(words['zh-CN']?.['of']?.({ kind: 'other', isLate: false })).toBe('村');
    expect(typesOf()).toContain("(a: { readonly kind: 'town' | 'other'; readonly isLate: boolean }) => string");
  });

  test('a language that does not choose by an argument need not name it', async () => {
    const words = await room({ days: '逾期' }, { days: '{n, plural, one {a day} other {days}} late' });
    expect(words['zh-CN']?.['days']?.({ n: 2 })).toBe('逾期');
  });

  test('what a template of TypeScript would take for its own is a character', async () => {
    const words = await room({ a: '`', b: String.raw`\{n}` }, { a: "$'{'x}`", b: String.raw`\{n}` });
    expect(words['en']?.['a']).toBe('${x}`');
    expect(words['en']?.['b']?.({ n: 1 })).toBe(String.raw`\1`);
  });

  test('繁體 is made of 简体; what it says otherwise is its own', async () => {
    const words = await room({ a: '打印{what}信息', b: '台账' }, { a: 'print {what}', b: 'ledger' }, { b: '總帳' });
    expect(words['zh-TW']?.['a']?.({ what: 'X' })).toBe('列印X資訊');
    expect(words['zh-TW']?.['b']).toBe('總帳');
  });
});

describe('what is told of a room that is not right', () => {
  test.each<[string, Written, Written, string]>([
    ['a message that a language lacks', { a: '一', b: '二' }, { a: '1' }, 'desk/words: b: en lacks it'],
    [
      'an argument that a language does not say',
      { a: '{who}来了' },
      { a: 'came' },
      'desk/words: a: en does not say {who}',
    ],
    [
      'other choices',
      { a: '{k, select, x {一} other {二}}' },
      { a: '{k, select, y {1} other {2}}' },
      "desk/words: a: en chooses by {k} among 'y' | 'other', others among 'x' | 'other'",
    ],
    ['a brace without its other', { a: '{who' }, { a: 'x' }, 'desk/words: a: EXPECT_ARGUMENT_CLOSING_BRACE in “{who”'],
    [
      'a group for a message',
      { a: { b: '一' } },
      { a: 'x' },
      'desk/words: a: en has a message where others have a group',
    ],
  ])('%s', async (_, zh, en, said) => {
    await expect(room(zh, en)).rejects.toThrow(said);
  });

  test('a language that the house does not have', async () => {
    write('desk', 'fr', { a: 'x' });
    await expect(room({ a: '一' }, { a: 'x' })).rejects.toThrow('desk/words: fr.json: the house has no such language');
  });
});

test('a language is added by adding its files', async () => {
  for (const place of ['values', 'desk']) write(place, 'fr', { language: 'français' });
  const words = await room({ language: '中文' }, { language: 'English' });
  expect(words['fr']?.['language']).toBe('français');
  expect(readFileSync(join(house, 'values/words/made/languages.ts'), 'utf8')).toContain('["zh-CN","en","fr","zh-TW"]');
});

test('a room that has not changed is left alone, and one that moved away leaves nothing behind', async () => {
  await room({ a: '一' }, { a: '1' });
  const made = join(house, 'desk/words/made/en.ts');
  writeFileSync(made, 'touched');
  await makeWords(house);
  expect(readFileSync(made, 'utf8')).toBe('touched');
  for (const language of ['zh-CN', 'en']) rmSync(join(house, `desk/words/${language}.json`));
  await makeWords(house);
  expect(() => readFileSync(made)).toThrow('ENOENT');
});
