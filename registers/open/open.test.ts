import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packedDate, unknown32 } from '../../rules/columns/shard.ts';
import { day } from '../../values/day.ts';
import { checkShard } from './check-shard.ts';
import { checkDigests, openRegister } from './open.ts';
import { problemText, type RegisterProblem } from '../problem.ts';
import { everything, readDivisions, readIds, readShard, type Wanted } from './read-shard.ts';
import { opened, registerFrom, testFolder } from '../testing.ts';
import { createRegisterWriter } from '../write.ts';

const folder = testFolder();
const whole = join(folder, 'whole');
const shard = join('shards', '990101');
let copies = 0;

beforeAll(async () => {
  const rows = [
    'mother,990101001001,1,1990-02-28,true,CN,,1000',
    'child,990101001001,1,2020-02-29,true,,mother,',
    'other,990101001002,2,1985-12,false,ZZ,,25',
  ];
  const csv = `id,division,household,birth,alive,nationality,parents,points\n${rows.join('\n')}\n`;
  await registerFrom(folder, csv, { to: whole });
});

/** A copy of the register, with something done to it. */
function spoilt(spoil: (copy: string) => void): string {
  copies += 1;
  const copy = join(folder, `copy-${copies}`);
  cpSync(whole, copy, { recursive: true });
  spoil(copy);
  return copy;
}

const sentences = (problems: readonly RegisterProblem[]): readonly string[] =>
  problems.map((problem) => problemText(problem, 'en').replace(/^.*copy-\d+/, 'COPY'));

function toldAtOpening(copy: string): readonly string[] {
  const read = openRegister(copy);
  return read.kind === 'register' ? [] : sentences(read.problems);
}

/** What a run is told before it determines the shard. */
function toldOfShard(copy: string): readonly string[] {
  const register = opened(copy);
  const wanted = everything(register);
  return sentences(checkShard(register, 0, readShard(register, 0, wanted), wanted));
}

function setValue(file: string, at: number, value: number): (copy: string) => void {
  return (copy) => {
    const path = join(copy, shard, file);
    const bytes = readFileSync(path);
    bytes.writeInt32LE(value | 0, at * 4);
    writeFileSync(path, bytes);
  };
}

const editManifest =
  (edit: (text: string) => string) =>
  (copy: string): void =>
    writeFileSync(join(copy, 'register.json'), edit(readFileSync(join(copy, 'register.json'), 'utf8')));

test('a whole register has nothing to tell', () => {
  const register = opened(whole);
  expect(toldOfShard(whole)).toEqual([]);
  expect(register.manifest.shards.flatMap((entry) => checkDigests(register, entry))).toEqual([]);
});

describe('at its opening a register is refused', () => {
  test.each([
    [
      'that has no manifest',
      (copy: string) => rmSync(join(copy, 'register.json')),
      'COPY: is no register: it has no register.json. Make one with huijia register build --from people.csv --to FOLDER',
    ],
    ['whose manifest was cut off', editManifest((text) => text.slice(0, 300)), 'register.json: is broken: JSON'],
    [
      'of another format',
      editManifest((text) => text.replace('"version": 1', '"version": 2')),
      'register.json: is of format 2; this program reads 1: build the register again',
    ],
    [
      'whose manifest says the impossible',
      editManifest((text) => text.replace('"rows": 3', '"rows": 4')),
      `${join(shard, 'birth.col')}: should have 16 bytes and has 12`,
    ],
    [
      'that lost a file',
      (copy: string) => rmSync(join(copy, shard, 'alive.col')),
      'shards/990101/alive.col: the file is missing',
    ],
    [
      'of which a file is a link that leads to itself',
      (copy: string) => {
        rmSync(join(copy, shard, 'alive.col'));
        symlinkSync('alive.col', join(copy, shard, 'alive.col'));
      },
      'shards/990101/alive.col: cannot be read: ELOOP',
    ],
    [
      'of which a file is a folder',
      (copy: string) => {
        rmSync(join(copy, shard, 'alive.col'));
        mkdirSync(join(copy, shard, 'alive.col'));
      },
      'shards/990101/alive.col: is a folder, where a file is expected',
    ],
    [
      'whose manifest is a folder',
      (copy: string) => {
        rmSync(join(copy, 'register.json'));
        mkdirSync(join(copy, 'register.json'));
      },
      'register.json: cannot be read: EISDIR',
    ],
    [
      'whose people are not those of its shards',
      editManifest((text) => text.replace('"people": 3', '"people": 30')),
      'register.json: says 30 people, and its shards hold 3',
    ],
    [
      'whose largest shard is another',
      editManifest((text) => text.replace('"largestShard": 3', '"largestShard": 2')),
      'register.json: says that the largest shard has 2 rows, and it has 3',
    ],
    [
      'with a file that was cut off',
      (copy: string) => truncateSync(join(copy, shard, 'birth.col'), 8),
      'shards/990101/birth.col: should have 12 bytes and has 8',
    ],
    [
      'with a file that grew',
      (copy: string) => appendFileSync(join(copy, shard, 'households.of'), 'x'),
      'shards/990101/households.of: should have 12 bytes and has 13',
    ],
    [
      'with a column of another width',
      editManifest((text) =>
        text
          .replace(/("fact": "points",\s+"type": "int",\s+"width": )32/, '$164')
          .replace(/("fact": "points",\s+"width": )32/, '$164'),
      ),
      'shards/990101/points.col: should have 24 bytes and has 12',
    ],
  ])('%s', (_, spoil, sentence) => {
    expect(toldAtOpening(spoilt(spoil))).toContain(sentence);
  });
});

describe('before a shard is determined, it is told', () => {
  test.each([
    [
      'a date that no calendar has',
      setValue('birth.col', 1, packedDate(2019, 2, 29)),
      'birth.col, row 2, column birth: the value 2019-02-29 (1033821) is no date',
    ],
    [
      'a month that no year has',
      setValue('birth.col', 1, packedDate(2000, 13, 1)),
      'birth.col, row 2, column birth: the value 2000-13-01 (1024417) is no date',
    ],
    [
      'a date beyond those that the policy was compiled for',
      setValue('birth.col', 1, packedDate(2021, 1, 1)),
      'birth.col, row 2, column birth: the value 2021-01-01 (1034785) is not between 1985-12 and 2020-02-29',
    ],
    [
      'a number beyond its range',
      setValue('points.col', 0, 1001),
      'points.col, row 1, column points: the value 1001 is not between 25 and 1000',
    ],
    [
      'a text that is in no dictionary',
      setValue('nationality.col', 2, 2),
      'nationality.col, row 3, column nationality: the code 2 is not in the dictionary',
    ],
    [
      'a household outside',
      setValue('households.of', 2, 7),
      'households.of, row 3: points to household 7, which does not hold the row',
    ],
    [
      'households that overlap',
      setValue('households.offsets', 1, 4),
      'households.offsets, row 2: the offsets do not rise from 0 to 3',
    ],
    [
      'a parent outside',
      setValue('links.parents.targets', 0, 3),
      'links.parents.targets, row 2: points to row 4 of a shard of 3 rows',
    ],
    [
      'links that overlap',
      setValue('links.parents.offsets', 1, 2),
      'links.parents.offsets, row 2: the offsets do not rise from 0 to 1',
    ],
    [
      'a child that is its own parent',
      setValue('links.parents.targets', 0, 1),
      'links.parents.targets, row 2: the parents go round in a circle',
    ],
    [
      'a truth that is neither',
      (copy: string) => writeFileSync(join(copy, shard, 'alive.col'), Uint8Array.of(1, 2, 0)),
      'alive.col, row 2, column alive: the value 2 is not 0, 1 or -1',
    ],
  ])('%s', (_, spoil, sentence) => {
    const copy = spoilt(spoil);
    expect(toldOfShard(copy)).toContain(`shards/990101/${sentence}`);
    const register = opened(copy);
    expect(register.manifest.shards.flatMap((entry) => checkDigests(register, entry)).map(({ kind }) => kind)).toEqual([
      'digest-differs',
    ]);
  });
});

describe('reading', () => {
  test('goes straight into the memory it is given, and what was not asked for throws instead of being empty', () => {
    const register = opened(whole);
    const memory = new ArrayBuffer(64);
    const wanted: Wanted = {
      facts: ['birth', 'unheard-of'],
      relations: [],
      households: false,
      into: (_, bytes) => new Uint8Array(memory, 8, bytes),
    };
    const read = readShard(register, 0, wanted);
    expect([...read.columns.keys()]).toEqual(['birth']);
    expect(new Int32Array(memory, 8, 3)).toEqual(
      Int32Array.of(packedDate(1990, 2, 28), packedDate(2020, 2, 29), packedDate(1985, 12, 0)),
    );
    expect(read.households.count).toBe(2);
    expect(() => read.households.offsets).toThrow('households');
    expect(() => read.links?.spouse).toThrow('spouse');
    expect(checkShard(register, 0, read, wanted)).toEqual([]);
  });
});

describe('a register that a program writes', () => {
  const plan = {
    asOf: day('2026-01-01'),
    columns: [{ fact: 'birth', type: 'date', width: 32 }],
    dictionary: [],
    linksKnown: false,
    householdsKnown: true,
    source: 'a generator',
  } as const;
  const rowsOf = (values: readonly number[]) => ({
    rows: values.length,
    columns: new Map([['birth', Int32Array.from(values)]]),
    households: { count: 1, offsets: Uint32Array.of(0, values.length), of: new Uint32Array(values.length) },
    links: undefined,
  });

  test('is read back, shard by shard', () => {
    const to = join(folder, 'written');
    const writer = createRegisterWriter(to, plan);
    const divisions = { of: Uint16Array.of(0, 1), list: ['990101001001', '990101001002'] };
    writer.writeShard({ county: '990101', shard: rowsOf([packedDate(2020, 1, 2), unknown32]), divisions });
    writer.writeShard({ county: '990101', shard: rowsOf([packedDate(2019, 3, 0), packedDate(2021, 1, 1)]), divisions });
    expect(() => opened(to)).toThrow('is no register');
    writer.finish();
    const register = opened(to);
    expect(register.manifest.shards.map(({ name }) => name)).toEqual(['990101', '990101-02']);
    expect(register.info).toMatchObject({ largestHousehold: 2, largestShard: 2 });
    expect(register.info.columns.get('birth')).toEqual({
      fact: 'birth',
      type: 'date',
      width: 32,
      unknown: 1,
      onlyMonth: 1,
      least: BigInt(packedDate(2019, 3, 0)),
      greatest: BigInt(packedDate(2021, 1, 1)),
    });
    const divided = readDivisions(register, 1);
    expect([divided.list[divided.of[1] ?? 9], readIds(register, 1)(1)]).toEqual(['990101001002', '1']);
  });

  test('leaves nothing when it is given up', () => {
    const to = join(folder, 'given-up');
    const writer = createRegisterWriter(to, plan);
    writer.writeShard({
      county: '990101',
      shard: rowsOf([1]),
      divisions: { of: Uint16Array.of(0), list: ['990101001001'] },
    });
    writer.giveUp();
    expect(toldAtOpening(to)).toHaveLength(1);
  });

  test('is refused where a part does not fit its rows: a fault of the program', () => {
    const writer = createRegisterWriter(join(folder, 'misfit'), plan);
    const divisions = { of: Uint16Array.of(0), list: ['990101001001'] };
    expect(() => writer.writeShard({ county: '990101', shard: rowsOf([1, 2]), divisions })).toThrow('divisions');
    writer.giveUp();
  });
});
