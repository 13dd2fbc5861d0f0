import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { OperatorFault } from '../building/operator-fault.ts';
import { buildFrom, opened, registerFrom, testFolder } from './testing.ts';
import { problemText } from './problem.ts';
import { everything, readIds, readShard } from './open/read-shard.ts';

const folder = testFolder();
const village = '990101001001';

/** What is told, in both languages, without the name that the test's file happens to have. */
async function told(csv: string | Uint8Array): Promise<readonly string[]> {
  const { built, to } = await buildFrom(folder, csv);
  if (built.kind === 'built') return [];
  expect(existsSync(to)).toBe(false);
  const bare = (text: string): string => text.replace(/people-\d+\.(csv|parquet)/, 'F');
  return built.told.flatMap((problem) => [problemText(problem, 'zh-CN'), problemText(problem, 'en')].map(bare));
}

describe('a fault of a cell is told with its file, row and column, and nothing is written', () => {
  test.each([
    [
      'an id that is missing',
      `id,division\na,${village}\n,${village}\n`,
      ['F 第 2 条 id 列：没有编号', 'F, row 2, column id: has no id'],
    ],
    [
      'an id used twice, told at each row',
      `id,division\na,${village}\nb,${village}\na,${village}\n`,
      [
        'F 第 1 条 id 列：编号 "a" 用了不止一次',
        'F, row 1, column id: the id "a" is used more than once',
        'F 第 3 条 id 列：编号 "a" 用了不止一次',
        'F, row 3, column id: the id "a" is used more than once',
      ],
    ],
    [
      'an id that no link could name',
      `id,division,parents\na;b,${village},\n`,
      [
        'F 第 1 条 id 列：编号 "a;b" 里有分号；父母、配偶、监护人几列用分号隔开编号，谁也指不到这个人',
        'F, row 1, column id: the id "a;b" holds a semicolon, which separates ids in the columns of links: none could name this person',
      ],
    ],
    [
      'a division of eleven digits',
      'id,division\na,99010100100\n',
      [
        'F 第 1 条 division 列：区划代码应当是 12 位数字，而不是 "99010100100"',
        'F, row 1, column division: a division is 12 digits, not "99010100100"',
      ],
    ],
    [
      'a link to nobody',
      `id,division,parents\na,${village},z\n`,
      [
        'F 第 1 条 parents 列：指向名册之外的人 "z"',
        'F, row 1, column parents: points to somebody outside the register, "z"',
      ],
    ],
    [
      'a link to oneself',
      `id,division,spouse\na,${village},a\n`,
      ['F 第 1 条 spouse 列：一个人不能与自己有亲属关系', 'F, row 1, column spouse: nobody is related to themselves'],
    ],
    [
      'a parent born on the same day',
      `id,division,birth,parents\na,${village},2000-01-01,\nb,${village},2000-01-01,a\n`,
      [
        'F 第 2 条 parents 列：父母 "a" 不比子女年长',
        'F, row 2, column parents: the parent "a" is not older than the child',
      ],
    ],
    [
      '30 February',
      `id,division,birth\na,${village},2025-02-30\n`,
      [
        'F 第 1 条 birth 列：日历上没有 "2025-02-30" 这一天',
        'F, row 1, column birth: the calendar has no "2025-02-30"',
      ],
    ],
    [
      'a birth after the day of the register',
      `id,division,birth\na,${village},2026-01-02\n`,
      [
        'F 第 1 条 birth 列："2026-01-02" 晚于名册日期 2026-01-01',
        'F, row 1, column birth: "2026-01-02" is later than the day of the register, 2026-01-01',
      ],
    ],
    [
      'a birth too long ago',
      `id,division,birth\na,${village},1899-12\n`,
      [
        'F 第 1 条 birth 列："1899-12" 太早，最早是 1900-01-01',
        'F, row 1, column birth: "1899-12" is too long ago; the earliest is 1900-01-01',
      ],
    ],
    [
      'letters where a number should be',
      `id,division,points\na,${village},abc\n`,
      [
        'F 第 1 条 points 列：应当是整数，而不是 "abc"',
        'F, row 1, column points: a whole number is expected, not "abc"',
      ],
    ],
    [
      'a number beyond 64 bits',
      `id,division,points\na,${village},9223372036854775808\n`,
      [
        'F 第 1 条 points 列："9223372036854775808" 超出 64 位整数的范围',
        'F, row 1, column points: "9223372036854775808" is beyond the range of 64-bit numbers',
      ],
    ],
    [
      'the number that stands for unknown',
      `id,division,points\na,${village},-9223372036854775808\n`,
      [
        'F 第 1 条 points 列："-9223372036854775808" 超出 64 位整数的范围',
        'F, row 1, column points: "-9223372036854775808" is beyond the range of 64-bit numbers',
      ],
    ],
    [
      'an amount in yuan',
      `id,division,income\na,${village},3600.00\n`,
      [
        'F 第 1 条 income 列：金额应当是以分为单位的整数，而不是 "3600.00"',
        'F, row 1, column income: money is a whole number of fen, not "3600.00"',
      ],
    ],
    [
      'a negative amount',
      `id,division,income\na,${village},-100\n`,
      ['F 第 1 条 income 列：金额 "-100" 是负数', 'F, row 1, column income: the amount "-100" is negative'],
    ],
    [
      'maybe for yes or no',
      `id,division,alive\na,${village},maybe\n`,
      [
        'F 第 1 条 alive 列：应当是 true 或 false（也可写 1、0、是、否），而不是 "maybe"',
        'F, row 1, column alive: true or false is expected (or 1 or 0), not "maybe"',
      ],
    ],
    [
      'a country in words',
      `id,division,nationality\na,${village},CN\nb,${village},中国\n`,
      [
        'F 第 2 条 nationality 列：国家写两位大写字母，如 CN，而不是 "中国"',
        'F, row 2, column nationality: a country is two capital letters such as CN, not "中国"',
      ],
    ],
    [
      'a kind that the vocabulary does not list',
      `id,division,home\na,${village},tent\n`,
      [
        'F 第 1 条 home 列：应当是 own, rented 之一，而不是 "tent"',
        'F, row 1, column home: one of own, rented is expected, not "tent"',
      ],
    ],
    [
      'a day where a month is asked',
      `id,division,joined\na,${village},2025-01-01\n`,
      [
        'F 第 1 条 joined 列：应当是月份，如 2026-02，而不是 "2025-01-01"',
        'F, row 1, column joined: a month such as 2026-02 is expected, not "2025-01-01"',
      ],
    ],
    [
      'a date as spreadsheets write it',
      `id,division,birth\na,${village},2025/1/2\n`,
      [
        'F 第 1 条 birth 列：应当是日期，如 2026-02-01，只知道月份的写 2026-02，而不是 "2025/1/2"',
        'F, row 1, column birth: a date such as 2026-02-01 is expected, or 2026-02 where only the month is known, not "2025/1/2"',
      ],
    ],
  ])('%s', async (_, csv, sentences) => {
    expect(await told(csv)).toEqual(sentences);
  });

  test('whatever is wrong is told at once, of each kind the first twenty, and all are counted', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => `p${i},${village},x,-1`).join('\n');
    const { built } = await buildFrom(folder, `id,division,points,income\n${rows}\n`);
    expect(built).toMatchObject({ kind: 'problems', counts: { 'not-a-whole-number': 25, 'negative-money': 25 } });
    expect(built.kind === 'problems' && built.told.length).toBe(40);
  });

  test('parents in a circle, at each of its links and at no other', async () => {
    const rows = ['a,b', 'b,c', 'c,a', 'child,a', 'd,', 'e,d'].map((row) => row.replace(',', `,${village},`));
    expect((await told(`id,division,parents\n${rows.join('\n')}\n`)).filter((text) => text.includes('row'))).toEqual([
      'F, row 1, column parents: the parents go round in a circle, through "b"',
      'F, row 2, column parents: the parents go round in a circle, through "c"',
      'F, row 3, column parents: the parents go round in a circle, through "a"',
    ]);
  });

  test('a line of a thousand generations is no circle', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `p${i},${village},${i === 0 ? '' : `p${i - 1}`}`).join('\n');
    expect(await told(`id,division,parents\n${rows}\n`)).toEqual([]);
  });
});

describe('a file that cannot be taken apart', () => {
  test.each([
    [
      'too many fields',
      `id,division\na,${village}\nb,${village},x\n`,
      'F, line 3: has more fields than the 2 columns of the header',
    ],
    ['too few fields', `id,division\na\n`, 'F, line 2: has fewer fields than the 2 columns of the header'],
    ['a quotation mark left open', `id,division\n"a,${village}\n`, 'F, line 2: a quotation mark is not closed'],
    [
      'a cell of more than a megabyte of line ends',
      `id,division\na,${village}\n"b${'\n'.repeat(1_000_001)}",${village}\n`,
      'F, line 3: the record that begins here is longer than 1 MB; most likely a quotation mark is not closed',
    ],
    [
      'more than a hundred thousand lines that are no rows',
      `id,division\n${'x\n'.repeat(100_001)}`,
      'F: has more than 100000 lines that do not fit the header or leave a quotation mark open: this is no table of people separated by commas',
    ],
    ['nothing at all', '', 'F: is empty; its first line should name the columns'],
    ['no column of ids', `division\n${village}\n`, 'F: the column id is missing'],
    ['a column twice', `id,division,birth,birth\na,${village},,\n`, 'F: the column birth is there twice'],
  ])('%s', async (_, csv, sentence) => {
    expect(await told(csv)).toContain(sentence);
  });

  test('bytes that are neither UTF-8 nor GB 18030', async () => {
    const bytes = Buffer.concat([Buffer.from(`id,division\na,${village}\n`), Buffer.from([0x80, 0xff, 0xff, 0x0a])]);
    expect(await told(bytes)).toContain('F: is neither UTF-8 nor GB 18030 text (near line 3)');
  });

  test('a folder with no room left, or any other fault of the machine, is told as one', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const source = { name: 'x', file: () => Promise.reject(full) };
    const to = join(folder, 'no-room');
    await expect(buildFrom(folder, '', { source, to })).rejects.toThrow(/nothing was left behind \(ENOSPC/);
    expect(readdirSync(folder).filter((name) => name.startsWith('no-room'))).toEqual([]);
  });

  test('a file that is not there', async () => {
    const { built } = await buildFrom(folder, '', {
      source: { name: 'x', file: () => Promise.resolve(join(folder, 'nowhere.csv')) },
    });
    expect(built).toMatchObject({ kind: 'problems', counts: { 'no-such-file': 1 } });
  });

  test.each([
    ['a folder', () => folder, 'is-a-folder'],
    ['a file below a file', () => join(ownFile('plain.csv', 'id'), 'x.csv'), 'no-such-file'],
    ['a link that leads to itself', () => loop('loop.csv'), 'unreadable'],
    ['a device', () => '/dev/null', 'no-file'],
  ])('%s in its place', async (_, path, kind) => {
    const source = { name: 'x', file: () => Promise.resolve(path()) };
    const { built } = await buildFrom(folder, '', { source });
    expect(built).toMatchObject({ kind: 'problems', counts: { [kind]: 1 }, areOfRows: false });
  });

  test('a Parquet file that was cut off', async () => {
    const whole = await parquetFile('whole.parquet', `select 'a' as id, '${village}' as division`);
    const cut = join(folder, 'cut.parquet');
    writeFileSync(cut, readFileSync(whole).subarray(0, -20));
    const { built } = await buildFrom(folder, '', {
      source: { name: 'cut.parquet', file: () => Promise.resolve(cut) },
    });
    expect(built).toMatchObject({ kind: 'problems', counts: { 'not-parquet': 1 } });
  });
});

function ownFile(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function loop(name: string): string {
  symlinkSync(name, join(folder, name));
  return join(folder, name);
}

async function parquetFile(name: string, select: string): Promise<string> {
  const path = join(folder, name);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (${select}) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

describe('a partly broken file', () => {
  const csv = [
    'id,division,birth,parents',
    `grandfather,${village},1950-01-01,`,
    `father,${village},1975-02-30,grandfather`,
    'too,few',
    `child,${village},2000-01-01,father`,
    `stray,${village},2000-01-01,nobody`,
  ].join('\n');

  test('is not built', async () => {
    const { built } = await buildFrom(folder, csv);
    expect(built.kind === 'problems' && built.told.map(({ row, line, kind }) => [line ?? row, kind])).toEqual([
      [4, 'too-few-fields'],
      [2, 'no-such-day'],
      [5, 'points-outside'],
    ]);
  });

  test('is built without its broken rows and the links to them when asked, and they are counted', async () => {
    const register = await registerFrom(folder, csv, { skipBroken: true });
    expect(register.manifest).toMatchObject({
      people: 2,
      skipped: { rows: 3, links: 1, byKind: { 'broken-line': 1, 'no-such-day': 1, 'points-outside': 1 } },
    });
    const idOf = readIds(register, 0);
    expect([idOf(0), idOf(1)]).toEqual(['grandfather', 'child']);
    expect([...(readShard(register, 0, everything(register)).links?.parents.targets ?? [])]).toEqual([]);
  });
});

describe('what is read all the same', () => {
  test('a header alone is a register of nobody', async () => {
    const register = await registerFrom(folder, 'id,division,birth\n');
    expect(register.manifest).toMatchObject({ people: 0, shards: [], largestShard: 0 });
  });

  test('one person', async () => {
    const register = await registerFrom(folder, `id,division,birth\na,${village},2000-02-29`);
    expect(readShard(register, 0, everything(register)).columns.get('birth')).toEqual(
      Int32Array.of((2000 << 9) | (2 << 5) | 29),
    );
    expect(register.info.columns.get('birth')).toMatchObject({
      unknown: 0,
      onlyMonth: 0,
      least: 1_024_093n,
      greatest: 1_024_093n,
    });
  });

  test('GB 18030, with a mark or without, and UTF-16 as spreadsheets save it', async () => {
    // 惠家 in GB 18030.
    const gb = Buffer.concat([
      Buffer.from('id,division\n'),
      Buffer.from([0xbb, 0xdd, 0xbc, 0xd2]),
      Buffer.from(`,${village}\n`),
    ]);
    const utf16 = Buffer.from(`\uFEFFid,division\r\n惠家,${village}\r\n`, 'utf16le');
    const utf8 = Buffer.from(`\uFEFFid,division\n惠家,${village}\n`);
    for (const bytes of [gb, utf16, utf8]) expect(readIds(await registerFrom(folder, bytes), 0)(0)).toBe('惠家');
  });

  test('Parquet with types of its own', async () => {
    const path = await parquetFile(
      'people.parquet',
      `select * from (values (1, ${village}, date '2020-05-06', true, [2], 360000), (2, ${village}, date '1990-01-01', null, null, null)) v(id, division, birth, alive, parents, income)`,
    );
    const register = await registerFrom(folder, '', {
      source: { name: 'people.parquet', file: () => Promise.resolve(path) },
    });
    const shard = readShard(register, 0, everything(register));
    expect(shard.columns.get('income')).toEqual(Int32Array.of(360_000, -(2 ** 31)));
    expect(shard.columns.get('alive')).toEqual(Int8Array.of(1, -1));
    expect([...(shard.links?.children.offsets ?? [])]).toEqual([0, 0, 1]);
  });

  test.each(['people[1].csv', 'p*.csv', 'who?.csv'])('a file named %s is that file, no pattern', async (name) => {
    // What the name would match, were it a pattern.
    for (const other of ['people1.csv', 'pp.csv', 'whom.csv'])
      writeFileSync(join(folder, other), `id,division\nother,${village}\n`);
    const csv = ownFile(name, `id,division\nown,${village}\n`);
    const parquet = await parquetFile(`${name}.parquet`, `select 'own' as id, '${village}' as division`);
    for (const path of [csv, parquet]) {
      const register = await registerFrom(folder, '', { source: { name, file: () => Promise.resolve(path) } });
      expect([register.manifest.people, readIds(register, 0)(0)]).toEqual([1, 'own']);
    }
  });

  test('columns that are no facts of the vocabulary are dropped, and said so', async () => {
    const { built, to } = await buildFrom(folder, `id,name,division,phone\na,王芳,${village},199\n`);
    expect(built).toMatchObject({ kind: 'built', dropped: ['name', 'phone'] });
    const files = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name), 'utf8')).not.toMatch(/王芳|199/);
  });

  test('numbers that need 64 bits get them, and the least 32-bit number is no unknown', async () => {
    const register = await registerFrom(
      folder,
      `id,division,points,income\na,${village},-2147483648,\nb,${village},,9223372036854775807\n`,
    );
    const { columns } = readShard(register, 0, everything(register));
    expect(columns.get('points')).toEqual(BigInt64Array.of(-2_147_483_648n, -(2n ** 63n)));
    expect(columns.get('income')).toEqual(BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n));
  });
});

describe('the folder of a register', () => {
  const csv = `id,division\na,${village}\n`;

  test('an older register stays unless it is to be replaced, and when the new one fails', async () => {
    const to = join(folder, 'county');
    await registerFrom(folder, csv, { to });
    await expect(buildFrom(folder, csv, { to })).rejects.toThrow(OperatorFault);
    await buildFrom(folder, `${csv}a,${village}\n`, { to, replace: true });
    expect(opened(to).manifest.people).toBe(1);
    await buildFrom(folder, `${csv}b,${village}\n`, { to, replace: true });
    expect(opened(to).manifest.people).toBe(2);
    expect(readdirSync(folder).filter((name) => name.startsWith('county'))).toEqual(['county']);
  });

  test.each([
    ['a system that takes no folders', '/proc/registers/county'],
    ['a file', join(import.meta.filename, 'county')],
  ])('below %s is refused before the table is read', async (_, to) => {
    const source = { name: 'x', file: () => expect.unreachable('Nothing is read') };
    await expect(buildFrom(folder, csv, { to, source })).rejects.toThrow(/No folder can be made/);
  });

  test('what is no register is not replaced', async () => {
    const to = join(folder, 'photos');
    mkdirSync(to);
    writeFileSync(join(to, 'mother.jpg'), 'x');
    await expect(buildFrom(folder, csv, { to, replace: true })).rejects.toThrow(OperatorFault);
    expect(readdirSync(to)).toEqual(['mother.jpg']);
  });

  test('what a killed building left is no register, and the next building clears it away', async () => {
    const to = join(folder, 'killed');
    // No process has this number.
    const leftover = `${to}.building-4194399`;
    mkdirSync(join(leftover, 'register'), { recursive: true });
    mkdirSync(join(leftover, 'older'));
    writeFileSync(join(leftover, 'older', 'register.json'), '{}');
    await expect(buildFrom(folder, csv, { to })).rejects.toThrow(/already there/);
    expect(readFileSync(join(to, 'register.json'), 'utf8')).toBe('{}');
    await buildFrom(folder, csv, { to, replace: true });
    expect(opened(to).manifest.people).toBe(1);
    expect(existsSync(leftover)).toBe(false);
  });
});
