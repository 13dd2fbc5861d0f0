import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { OperatorFault } from '../../../building/operator-fault.ts';
import { testDatabase } from '../../../building/database/testing.ts';
import type { Tables } from '../../../migrations/tables.ts';
import { buildRegister } from '../../../registers/build/build.ts';
import { readVocabulary } from '../../../rules/vocabulary.ts';
import { day } from '../../../values/day.ts';
import type { County } from '../../../values/division.ts';
import type { Language } from '../../../values/language.ts';
import { houseLaw } from '../law/law-files.ts';
import { main } from '../main.ts';
import { peopleOfOffice } from '../run/people-of-office.ts';

const { ownerAddress } = await testDatabase<Tables>();
const folder = mkdtempSync(join(tmpdir(), 'huijia-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(argv: readonly string[], language: Language = 'en') {
  let [out, err] = ['', ''];
  const status = await main(argv, {
    cwd: folder,
    language,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { status, out, err };
}

const village = '990101001001';
const people = `id,name,division,birth,parents\nmother,王芳,${village},1990-02-03,\nchild,王小,${village},2020-02-29,mother\n`;
const build = (to: string, ...more: readonly string[]): readonly string[] =>
  ['register', 'build', '--from', 'people.csv', '--to', to, '--as-of', '2026-01-01'].concat(more);

describe('huijia register', () => {
  test('builds a register, says what was not kept and what is not known, and finds it whole', async () => {
    writeFileSync(join(folder, 'people.csv'), people);
    expect(await run(build('register'))).toEqual({
      status: 0,
      err: '',
      out: [
        'A register of 2 people in 1 shard(s): register',
        'Columns that are no facts of the vocabulary were not kept: name',
        'There is no column household: who lives with whom is not known.',
        '',
      ].join('\n'),
    });
    expect((await run(['register', 'check', 'register'], 'zh-CN')).out).toBe('名册完好：2 人，1 片。\n');
    const again = await run(build('register', '--json'), 'zh-CN');
    expect(again).toMatchObject({ status: 1, err: expect.stringContaining('请加 --replace') });
    expect(JSON.parse(again.out)).toHaveProperty('error.code', 'operator');
    const replaced = JSON.parse((await run(build('register', '--replace', '--json'))).out) as unknown;
    expect(replaced).toMatchObject({ asOf: '2026-01-01', people: 2, shards: 1, dropped: ['name'] });
  });

  test('a spoilt register is told, with file and row', async () => {
    writeFileSync(join(folder, 'people.csv'), people);
    await run(build('spoilt'));
    const file = join(folder, 'spoilt', 'shards', '990101', 'birth.col');
    const bytes = readFileSync(file);
    bytes.writeInt32LE(5, 4);
    writeFileSync(file, bytes);
    const { status, err } = await run(['register', 'check', 'spoilt']);
    expect([status, err.split('\n').slice(1)]).toEqual([
      1,
      [
        '  - shards/990101/birth.col: is not what was written (its checksum differs)',
        '  - shards/990101/birth.col, row 2, column birth: the value 5 is no date',
        '',
      ],
    ]);
  });

  test('broken rows keep a register from being built, or are left out and counted', async () => {
    writeFileSync(join(folder, 'people.csv'), `${people}x,李四,${village},2025-02-30,\n`);
    const refused = await run(build('partly'));
    expect(refused.status).toBe(1);
    expect(refused.err.split('\n')).toEqual([
      '1 problem(s) were found, and no register was written:',
      '  - people.csv, row 3, column birth: the calendar has no "2025-02-30"',
      'Correct the source and try again; or add --skip-broken to leave the broken rows out, counted.',
      '',
    ]);
    const { out } = await run(build('partly', '--skip-broken'), 'zh-CN');
    expect(out).toContain('略去有误的记录 1 条，以及他人指向它们的关系 0 条。各类问题：\n  1  日历上没有 … 这一天\n');
  });

  test('a file that can’t be used as a whole is refused without the offer to leave rows out', async () => {
    writeFileSync(join(folder, 'no-ids.csv'), 'division\n');
    const more = ['--to', 'unbuilt', '--as-of', '2026-01-01'];
    expect(await run(['register', 'build', '--from', 'no-ids.csv', ...more])).toEqual({
      status: 1,
      out: '',
      err: '1 problem(s) were found, and no register was written:\n  - no-ids.csv: the column id is missing\nCorrect the source and try again.\n',
    });
    expect((await run(['register', 'build', '--from', '.', ...more], 'zh-CN')).err).toContain(
      '：是目录，这里应当是文件\n请改正来源后重试。\n',
    );
  });

  test.each([
    [['register'], 'register build'],
    [['register', 'build'], '--from'],
    [['register', 'build', '--from', 'people.csv'], '--to'],
    [['register', 'build', '--from', 'people.csv', '--to', 'x', '--as-of', '2025-02-30'], '2025-02-30'],
  ])('%j is wrong use', async (argv, sentence) => {
    expect(await run(argv)).toMatchObject({ status: 2, err: expect.stringContaining(sentence) });
  });
});

describe('the office’s own people', () => {
  const vocabulary = readVocabulary({ file: 'v', text: readFileSync(join(houseLaw, 'vocabulary.yaml'), 'utf8') });
  if (vocabulary.kind === 'findings') throw new Error('The law of this house has a vocabulary');
  const fromDatabase = (databaseUrl: string | undefined, to: string) =>
    buildRegister({
      source: peopleOfOffice({ databaseUrl, county: '990101' as County }, day('2026-01-01')),
      to: join(folder, to),
      vocabulary: vocabulary.vocabulary,
      asOf: day('2026-01-01'),
    });

  test('come from its database; a new one has nobody yet', async () => {
    const { user, password, host, port, database } = ownerAddress;
    const where = new URLSearchParams({ host: String(host), port: String(port) });
    const url = `postgres://${String(user)}:${encodeURIComponent(String(password))}@/${String(database)}?${where.toString()}`;
    expect(await fromDatabase(url, 'office')).toMatchObject({
      kind: 'built',
      dropped: [],
      manifest: { people: 0, source: 'postgres 990101', linksKnown: true, householdsKnown: true },
    });
  });

  test('are not read where there is no database, and nothing is left behind', async () => {
    await expect(fromDatabase(undefined, 'none')).rejects.toThrow(OperatorFault);
    await expect(fromDatabase('postgres://nobody@127.0.0.1:1/none', 'none')).rejects.toThrow(/cannot be read/);
    expect(readdirSync(folder).filter((name) => name.startsWith('none'))).toEqual([]);
  });
});
