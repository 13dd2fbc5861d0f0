import { jsEngine } from '../registers/engine/js.ts';
import { wasmEngine } from '../registers/engine/wasm.ts';
import { type Benchmark, type Figures, rounded } from './benchmark.ts';
import { cContenders, compilerVersion } from './columns/c-contenders.ts';
import type { Contender } from './columns/contender.ts';
import { engineContender } from './columns/engine-contenders.ts';
import { jsonRulesContender } from './columns/json-rules-contender.ts';
import { openFiscaContenders } from './columns/openfisca-contenders.ts';
import { inRounds, type Rate, type Rates } from './columns/rounds.ts';
import { sqlByHand } from './columns/sql-by-hand.ts';
import { sqlContender } from './columns/sql-contenders.ts';
import { sqlOfPolicy } from './columns/sql-of-policy.ts';

const million = 1_000_000;
/** `BENCH_MILLIONS=1` leaves out ten million, which take some minutes, most of them the slower peers'. */
const sizes = [
  { name: '1M', rows: million, rounds: 7 },
  { name: '10M', rows: 10 * million, rounds: 3 },
].filter(({ name }) => process.env['BENCH_MILLIONS'] !== '1' || name === '1M');

const ours: readonly Contender[] = [
  engineContender('wasm', 'complete', wasmEngine),
  engineContender('wasmUnknown', 'gaps', wasmEngine),
  engineContender('js', 'complete', jsEngine),
  engineContender('jsUnknown', 'gaps', jsEngine),
];
const peers: readonly Contender[] = [
  ...cContenders,
  sqlContender('duckDb', 'duckdb', sqlOfPolicy),
  sqlContender('duckDbByHand', 'duckdb', async () => sqlByHand, million),
  sqlContender('postgres', 'postgres', sqlOfPolicy),
  sqlContender('postgresByHand', 'postgres', async () => sqlByHand, million),
  ...openFiscaContenders,
  jsonRulesContender,
];
/** `BENCH_PEERS=none` leaves the peers out. */
const contenders = process.env['BENCH_PEERS'] === 'none' ? ours : [...ours, ...peers];

/** Each ratio is one rate over another. */
const ratiosOf = {
  wasmToC: ['wasm', 'c'],
  wasmToCVectors: ['wasm', 'cVectors'],
  jsToC: ['js', 'c'],
  wasmToOpenFiscaCalculate: ['wasm', 'openFiscaCalculate'],
  wasmToOpenFiscaAll: ['wasm', 'openFiscaAll'],
  wasmToOpenFiscaPackedCalculate: ['wasm', 'openFiscaPackedCalculate'],
  duckDbToByHand: ['duckDb', 'duckDbByHand'],
  postgresToByHand: ['postgres', 'postgresByHand'],
  unknownTracking: ['wasmUnknown', 'wasm'],
  unknownTrackingInJs: ['jsUnknown', 'js'],
} as const;

function ratio(of: Rate | undefined, to: Rate | undefined): number | string {
  for (const rate of [of, to]) if (rate?.kind === 'absent') return rate.because;
  return of?.kind === 'rate' && to?.kind === 'rate' ? rounded(of.perSecond / to.perSecond) : 'not measured';
}

function ratiosIn(rates: Rates): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(ratiosOf).map(([name, [of, to]]) => [name, ratio(rates.get(of), rates.get(to))]),
  );
}

/** A figure for each contender, or why it took no part. */
function group(
  rates: Rates,
  figure: (rate: Extract<Rate, { kind: 'rate' }>) => number | undefined,
): Record<string, number | string> {
  const entries = [...rates].map(
    ([name, rate]) => [name, rate.kind === 'absent' ? rate.because : figure(rate)] as const,
  );
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'number' ? rounded(value) : value] as const],
    ),
  );
}

export const benchmark: Benchmark = {
  title:
    'eleven variables, outcome and amount for 1 and 10 million people: our engines and their peers, the same people and totals, in turns',
  aim: 'WASM at least 0.9 of C, 14 × OpenFisca calculating, 150 × OpenFisca in all; unknown tracking at least 0.85 of without',
  async run() {
    const found: [string, Figures[string]][] = [];
    for (const { name, rows, rounds } of sizes) {
      const rates = await inRounds(contenders, { rows, rounds });
      // The ratios of the smaller number carry the plain name: all contenders are at their best there.
      found.push([name === '1M' ? 'ratios' : `ratios${name}`, ratiosIn(rates)]);
      found.push([`personsPerSecond${name}`, group(rates, ({ perSecond }) => perSecond)]);
      found.push([`slowestRound${name}`, group(rates, ({ least }) => least)]);
      found.push([`fastestRound${name}`, group(rates, ({ most }) => most)]);
      if (name === '1M') found.push(['coldMilliseconds', group(rates, ({ coldMilliseconds }) => coldMilliseconds)]);
    }
    return { ...Object.fromEntries(found), compiler: await compilerVersion(), rounds1M: 7, rounds10M: 3 };
  },
};
