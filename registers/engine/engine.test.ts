import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileColumns, type ColumnProgram } from '../../rules/columns/program.ts';
import {
  type ColumnInfo,
  type ColumnValues,
  type LinkTable,
  type RegisterInfo,
  type Shard,
  unknown64,
} from '../../rules/columns/shard.ts';
import { floorDivided } from '../../rules/ir/passes/fold.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { packWithRule } from '../../rules/testing.ts';
import { blocksOf, type Outputs, runShard } from './engine.ts';
import { jsEngine } from './js.ts';
import { wasmEngine } from './wasm.ts';

const period = readPeriod('2026');
if (period === undefined) throw new Error('2026 is a year.');

/** One let `found` over the facts, written as a column. */
function programOf(found: string, register: RegisterInfo, type: 'int' | 'money'): ColumnProgram {
  const pack = packWithRule(`for: person as e
facts:
  alive: boolean
  nights: int
  income: money
parameters:
  one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 }
let:
  found: ${JSON.stringify(found)}
eligible: true
amount: ${type === 'money' ? 'found' : 'one'}
`);
  const compiled = compileColumns(pack.rule, period!, period!.last, register, { steps: ['found'] });
  if (compiled.kind === 'refused') throw new Error(compiled.words.en);
  return compiled.program;
}

const info = (fact: string, type: 'int' | 'money' | 'boolean', values: readonly bigint[]): ColumnInfo => ({
  fact,
  type,
  width: type === 'boolean' ? 8 : values.every((value) => value > -(2n ** 31n) && value < 2n ** 31n) ? 32 : 64,
  ...(values.length > 0 && {
    least: values.reduce((a, b) => (a < b ? a : b)),
    greatest: values.reduce((a, b) => (a > b ? a : b)),
  }),
  unknown: 0,
  onlyMonth: 0,
});

function columnOf(width: 8 | 32 | 64, values: readonly bigint[]): ColumnValues {
  if (width === 64) return BigInt64Array.from(values);
  return width === 32 ? Int32Array.from(values, Number) : Int8Array.from(values, Number);
}

interface People {
  readonly income?: readonly bigint[];
  readonly nights?: readonly bigint[];
  /** Sizes of the households, in order; absent: everybody alone. */
  readonly households?: readonly number[];
  /** For each row, the rows of its parents. */
  readonly parents?: readonly (readonly number[])[];
}

const tableOf = (lists: readonly (readonly number[])[]): LinkTable => {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + list.length;
  });
  return { offsets, targets: Uint32Array.from(lists.flat()) };
};

/** A register of one shard. */
function registerOf({ income = [], nights = [], households, parents }: People): {
  register: RegisterInfo;
  shard: Shard;
} {
  const rows = Math.max(income.length, nights.length);
  const columns = new Map([
    ['income', info('income', 'money', income)],
    ['nights', info('nights', 'int', nights)],
  ]);
  const sizes = households ?? Array.from({ length: rows }, () => 1);
  const offsets = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, h) => {
    offsets[h + 1] = (offsets[h] ?? 0) + size;
  });
  const of = Uint32Array.from(sizes.flatMap((size, h) => Array.from({ length: size }, () => h)));
  const children = Array.from({ length: rows }, (): number[] => []);
  parents?.forEach((list, row) => list.forEach((parent) => children[parent]?.push(row)));
  const none = Array.from({ length: rows }, () => []);
  const links = parents && {
    parents: tableOf(parents),
    children: tableOf(children),
    spouse: tableOf(none),
    guardians: tableOf(none),
  };
  const register: RegisterInfo = {
    columns,
    dictionary: [],
    linksKnown: links !== undefined,
    householdsKnown: true,
    largestHousehold: Math.max(1, ...sizes),
    mostLinks: Math.max(0, ...(parents ?? []).map((list) => list.length), ...children.map((list) => list.length)),
    largestShard: rows,
  };
  const values = new Map<string, ColumnValues>();
  if (income.length > 0) values.set('income', columnOf(columns.get('income')?.width ?? 32, income));
  if (nights.length > 0) values.set('nights', columnOf(columns.get('nights')?.width ?? 32, nights));
  return { register, shard: { rows, columns: values, households: { count: sizes.length, offsets, of }, links } };
}

/** The column `found` as both engines have it, which must be the same. */
function found(expression: string, people: People, type: 'int' | 'money' = 'int'): readonly bigint[] {
  const { register, shard } = registerOf(people);
  const program = programOf(expression, register, type);
  const read = (outputs: Outputs): readonly bigint[] =>
    Array.from((outputs.get('step_found') as Int32Array | undefined) ?? [], BigInt);
  const js = read(runShard(jsEngine(program), shard));
  const wasm = read(runShard(wasmEngine(program), shard));
  expect(wasm).toEqual(js);
  return wasm;
}

const count = (rows: number, of: (row: number) => number): readonly bigint[] =>
  Array.from({ length: rows }, (_, row) => BigInt(of(row)));

describe('numbers of 32 and of 64 bits', () => {
  const near32 = fc.bigInt({ min: -(2n ** 31n) + 2n, max: 2n ** 31n - 1n });
  const near64 = fc.bigInt({ min: -(2n ** 58n), max: 2n ** 58n });

  test.each([
    ['32-bit', near32],
    ['64-bit', near64],
  ])('a %s number divided by a constant is rounded toward minus infinity, the rest has its sign', (_, numbers) => {
    fc.assert(
      fc.property(
        fc.array(numbers, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        (nights, by) => {
          const divisor = BigInt(by);
          expect(found(`floor(e.nights / ${by})`, { nights })).toEqual(nights.map((n) => floorDivided(n, divisor)));
          expect(found(`modulo(e.nights, ${by})`, { nights })).toEqual(
            nights.map((n) => n - floorDivided(n, divisor) * divisor),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('sums, differences, products, least and greatest beyond 32 bits are exact', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -(2n ** 55n), max: 2n ** 55n }), { minLength: 1, maxLength: 9 }),
        (income) => {
          expect(found('max(e.income * 3 - abs(e.income), min(e.income, one * 7))', { income }, 'money')).toEqual(
            income.map((fen) => {
              const size = fen < 0n ? -fen : fen;
              const least = fen < 700n ? fen : 700n;
              return fen * 3n - size > least ? fen * 3n - size : least;
            }),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a household’s sum beyond 32 bits, of people who each fit them', () => {
    const income = count(9, () => 2_000_000_000);
    expect(found('total(for m in e.members return m.income)', { income, households: [4, 3, 2] }, 'money')).toEqual(
      [4, 4, 4, 4, 3, 3, 3, 2, 2].map((people) => BigInt(people) * 2_000_000_000n),
    );
  });

  test('a household’s sum beyond what doubles hold', () => {
    const income = [2n ** 57n + 1n, 2n ** 57n + 3n, -5n];
    expect(found('total(for m in e.members return m.income)', { income, households: [2, 1] }, 'money')).toEqual([
      2n ** 58n + 4n,
      2n ** 58n + 4n,
      -5n,
    ]);
  });

  test('a number that might not fit 64 bits is refused with its step and columns', () => {
    const { register } = registerOf({ income: [2n ** 62n] });
    expect(() => programOf('e.income * 3', register, 'money')).toThrow(
      /found.*beyond 64-bit integers \(columns: income\)/,
    );
  });
});

describe('blocks', () => {
  test.each([0, 1, 3, 4, 5, 4095, 4096, 4097, 9000])('a register of %i people', (rows) => {
    const nights = count(rows, (row) => row % 100);
    expect(found('e.nights + 1', { nights })).toEqual(nights.map((n) => n + 1n));
  });

  test('households of all sizes, also larger than a block, have their own sums', () => {
    const households = [1, 4095, 3, 4096, 4097, 2, 10_000, 1];
    const rows = households.reduce((a, b) => a + b);
    const nights = count(rows, (row) => row % 7);
    const sums: bigint[] = [];
    let from = 0;
    for (const size of households) {
      const sum = nights.slice(from, from + size).reduce((a, b) => a + b, 0n);
      for (let n = 0; n < size; n += 1) sums.push(sum + BigInt(size));
      from += size;
    }
    expect(found('total(for m in e.members return m.nights) + count(e.members)', { nights, households })).toEqual(sums);
  });

  test('a block is whole households and has at most 4,096 rows, unless one household is larger', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 40 }), (sizes) => {
        const offsets = new Uint32Array(sizes.length + 1);
        sizes.forEach((size, h) => {
          offsets[h + 1] = (offsets[h] ?? 0) + size;
        });
        let [row, household] = [0, 0];
        for (const block of blocksOf(offsets.at(-1) ?? 0, { count: sizes.length, offsets })) {
          expect([block.firstRow, block.firstHousehold]).toEqual([row, household]);
          expect(block.households).toBeGreaterThan(0);
          expect(block.rows <= 4096 || block.households === 1).toBe(true);
          row += block.rows;
          household += block.households;
        }
        expect([row, household]).toEqual([offsets.at(-1) ?? 0, sizes.length]);
      }),
    );
  });
});

describe('relatives anywhere in the shard', () => {
  test('parents in other households and other blocks', () => {
    const rows = 9000;
    const nights = count(rows, (row) => row % 50);
    const parents = Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? [] : [(row * 7919) % rows, rows - 1]));
    expect(found('total(for p in e.parents return p.nights)', { nights, parents })).toEqual(
      parents.map((list) => list.reduce((sum, parent) => sum + (nights[parent] ?? 0n), 0n)),
    );
  });

  test('more relatives of relatives than any block had room for', () => {
    // Everybody has the same two parents, of whom everybody is a child.
    const rows = 300;
    const nights = count(rows, (row) => row);
    const parents = Array.from({ length: rows }, (_, row) => (row < 2 ? [] : [0, 1]));
    const siblings = 298n;
    expect(
      found('total(for p in e.parents return count(p.children[item.nights < e.nights]))', { nights, parents }),
    ).toEqual(nights.map((own) => (own < 2n ? 0n : 2n * (own - 2n))));
    expect(found('total(for p in e.parents return count(p.children))', { nights, parents })).toEqual(
      nights.map((own) => (own < 2n ? 0n : 2n * siblings)),
    );
  });

  test('how many people of the household are older than oneself', () => {
    const nights = [5n, 1n, 3n, 9n, 9n];
    expect(found('count(e.members[item.nights > e.nights])', { nights, households: [3, 2] })).toEqual([
      0n,
      2n,
      1n,
      0n,
      0n,
    ]);
  });
});

test('a wide column of which some is unknown keeps the rest', () => {
  const { register, shard } = registerOf({ income: [2n ** 40n, 5n, 7n] });
  const column = register.columns.get('income');
  const open: RegisterInfo = {
    ...register,
    columns: new Map(register.columns).set('income', { ...(column as ColumnInfo), unknown: 1 }),
  };
  const gaps: Shard = { ...shard, columns: new Map([['income', BigInt64Array.of(2n ** 40n, unknown64, 7n)]]) };
  const program = programOf('e.income + 1', open, 'money');
  for (const engine of [jsEngine(program), wasmEngine(program)]) {
    const outputs = runShard(engine, gaps);
    expect([...(outputs.get('outcome') ?? [])]).toEqual([1, 2, 1]);
    expect([...(outputs.get('amount') ?? [])]).toEqual([2n ** 40n + 100n, 0n, 107n]);
    expect([...(outputs.get('step_found') ?? [])]).toEqual([2n ** 40n + 100n, unknown64, 107n]);
  }
});
