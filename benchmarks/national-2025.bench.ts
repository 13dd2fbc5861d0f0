import { openShelf } from '../office/benefits/law/packs.ts';
import { runShard } from '../registers/engine/engine.ts';
import { wasmEngine } from '../registers/engine/wasm.ts';
import { outcomeCode } from '../rules/columns/results.ts';
import { compileColumns } from '../rules/columns/program.ts';
import { type ColumnInfo, packedDate, type RegisterInfo, type Shard } from '../rules/columns/shard.ts';
import type { Pack } from '../rules/explain/evaluate.ts';
import { determine } from '../rules/explain/explain.ts';
import { readPeriod } from '../rules/pack/period.ts';
import { day, daysInMonth } from '../values/day.ts';
import { type Benchmark, rounded } from './benchmark.ts';

const policy = 'cn/childcare-subsidy';
const period = '2025';
const asked = day('2026-01-01');

/** Births of the whole country, as the National Bureau of Statistics published them each January, the last in 2026. */
const birthsOf: readonly (readonly [year: number, births: number])[] = [
  [2022, 9_560_000],
  [2023, 9_020_000],
  [2024, 9_540_000],
  [2025, 7_920_000],
];
/**
 * Said officially on 2026-03-07 of all levels together: more than so many children, more than so much money (en.people.cn,
 * c90000-20432841).
 */
const official = { children: 33_000_000, costFen: 10_000_000_000_000n };
const rowsOfShard = 1_000_000;

interface Month {
  readonly year: number;
  readonly month: number;
  readonly births: number;
}

/**
 * Births by month, uniform, since no seasonal pattern is among our facts. What twelve doesn't divide goes, one each, to pairs of months
 * equally far from midyear (January and December, February and November …), so that the mean month of birth stays exactly 6.5. All
 * remainders are even.
 */
function months(): readonly Month[] {
  return birthsOf.flatMap(([year, births]) => {
    const [each, rest] = [Math.floor(births / 12), births % 12];
    if (rest % 2 !== 0) throw new Error('The remainder goes to pairs of months');
    return Array.from({ length: 12 }, (_, i) => ({
      year,
      month: i + 1,
      births: each + (Math.min(i, 11 - i) < rest / 2 ? 1 : 0),
    }));
  });
}

/** Packed dates of all births, days uniform within the month, in pieces that fill a shard. */
function* birthsInShards(): Generator<Int32Array> {
  let shard = new Int32Array(rowsOfShard);
  let filled = 0;
  for (const { year, month, births } of months()) {
    const days = daysInMonth(year, month);
    for (let birth = 0; birth < births; birth += 1) {
      shard[filled] = packedDate(year, month, 1 + (birth % days));
      filled += 1;
      if (filled < rowsOfShard) continue;
      yield shard;
      shard = new Int32Array(rowsOfShard);
      filled = 0;
    }
  }
  if (filled > 0) yield shard.subarray(0, filled);
}

function column(fact: string, values: Pick<ColumnInfo, 'type' | 'width' | 'least' | 'greatest'>): [string, ColumnInfo] {
  return [fact, { fact, ...values, unknown: 0, onlyMonth: 0 }];
}

/** Full take-up: every child is living and a national, as far as the policy asks. */
function register(): RegisterInfo {
  const [least, greatest] = [packedDate(2022, 1, 1), packedDate(2025, 12, 31)].map(BigInt);
  if (least === undefined || greatest === undefined) throw new Error('Two days were packed');
  return {
    columns: new Map([
      column('birth', { type: 'date', width: 32, least, greatest }),
      column('alive', { type: 'boolean', width: 8, least: 1n, greatest: 1n }),
      column('nationality', { type: 'text', width: 32, least: 0n, greatest: 0n }),
    ]),
    dictionary: ['CN'],
    linksKnown: false,
    householdsKnown: false,
    largestHousehold: 1,
    mostLinks: 0,
    largestShard: rowsOfShard,
  };
}

function shardOf(birth: Int32Array): Shard {
  const rows = birth.length;
  return {
    rows,
    columns: new Map<string, Int8Array | Int32Array>([
      ['birth', birth],
      ['alive', new Int8Array(rows).fill(1)],
      ['nationality', new Int32Array(rows)],
    ]),
    households: {
      count: rows,
      offsets: Uint32Array.from({ length: rows + 1 }, (_, i) => i),
      of: Uint32Array.from({ length: rows }, (_, i) => i),
    },
    links: undefined,
  };
}

interface Sum {
  readonly children: number;
  readonly costFen: bigint;
}

/** The policy over every single birth, in columns, shard by shard. */
function inColumns(pack: Pack): Sum & { readonly milliseconds: number } {
  const read = readPeriod(period);
  if (read === undefined) throw new Error(`${period} is a period`);
  const compiled = compileColumns(pack.rule, read, asked, register());
  if (compiled.kind === 'refused') throw new Error(compiled.words.en);
  const engine = wasmEngine(compiled.program);
  let [children, costFen, milliseconds] = [0, 0n, 0];
  for (const births of birthsInShards()) {
    const shard = shardOf(births);
    const from = performance.now();
    const outputs = runShard(engine, shard);
    milliseconds += performance.now() - from;
    for (const outcome of outputs.get('outcome') ?? []) if (outcome === outcomeCode.eligible) children += 1;
    let cost = 0;
    for (const amount of outputs.get('amount') ?? []) cost += Number(amount);
    costFen += BigInt(cost);
  }
  return { children, costFen, milliseconds };
}

/** Explain for one child of each month of birth, times the births. */
function byExplain(pack: Pack): Sum {
  let [children, costFen] = [0, 0n];
  for (const { year, month, births } of months()) {
    const birth = `${year}-${String(month).padStart(2, '0')}-15`;
    const person = { id: 'c', birth, alive: true, nationality: 'CN' };
    const { outcome, amountFen } = determine(pack, { on: asked, people: [person], subject: 'c' }, period);
    if (outcome !== 'eligible' || amountFen === undefined) continue;
    children += births;
    costFen += amountFen * BigInt(births);
  }
  return { children, costFen };
}

/** By formula alone: 300 yuan for each month up to that of birth for those born in 2022 (6.5 on average), 3,600 yuan for all others. */
function closedForm(): Sum {
  const children = birthsOf.reduce((sum, [, births]) => sum + births, 0);
  const [[, bornFirst] = [2022, 0]] = birthsOf;
  const others = children - bornFirst;
  return { children, costFen: (BigInt(bornFirst) * 30_000n * 13n) / 2n + BigInt(others) * 360_000n };
}

function same(name: string, found: Sum, expected: Sum): void {
  if (found.children !== expected.children || found.costFen !== expected.costFen)
    throw new Error(
      `${name}: ${found.children} children, ${found.costFen} fen; by formula ${expected.children}, ${expected.costFen}`,
    );
}

export const benchmark: Benchmark = {
  title:
    'the childcare subsidy of 2025 for every birth of 2022 to 2025, months uniform, full take-up, beside what was officially said',
  aim: '36.04 million children and 113.97 billion yuan, exactly as by formula; officially more than 33 million and 100 billion',
  async run() {
    const { packs } = await openShelf();
    const pack = packs.find(({ info }) => info.policy === policy);
    if (pack === undefined) throw new Error(`${policy} is not on the shelf`);
    const formula = closedForm();
    same('Explain by month', byExplain(pack), formula);
    const { milliseconds, ...found } = inColumns(pack);
    same('Columns', found, formula);
    return {
      children: found.children,
      costFen: Number(found.costFen),
      costYuan: Number(found.costFen / 100n),
      formulaChildren: formula.children,
      formulaCostFen: Number(formula.costFen),
      officialChildrenMoreThan: official.children,
      officialCostFenMoreThan: Number(official.costFen),
      officialChildrenShare: rounded(official.children / found.children),
      officialCostShare: rounded(Number(official.costFen) / Number(found.costFen)),
      monthsOfBirth: 'uniform',
      determineMilliseconds: rounded(milliseconds),
      personsPerSecond: rounded((found.children * 1000) / milliseconds),
    };
  },
};
