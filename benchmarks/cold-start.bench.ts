import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { moduleBeside } from '../building/checkout.ts';
import { type Benchmark, type Figures, median, quantile, rounded } from './benchmark.ts';
import type { ColdStartFound, ColdStartOptions } from './scale/cold-start-run.ts';

type Contender = Pick<ColdStartOptions, 'by' | 'examples'>;

const contenders = {
  explain: { by: 'explain', examples: 'run' },
  explainExamplesKnown: { by: 'explain', examples: 'known' },
  columns: { by: 'columns', examples: 'run' },
  columnsExamplesKnown: { by: 'columns', examples: 'known' },
} as const satisfies Readonly<Record<string, Contender>>;

const pack = 'childcare-subsidy';
/** For a child born in December 2023, in 2026. */
const expectedFen = '360000';
const processes = 9;
/** In the same process, until the compiler of JavaScript has settled. */
const repeats = 60;
const script = fileURLToPath(moduleBeside(import.meta.url, 'scale/cold-start-run'));
const parts = ['processStart', 'modules', 'vocabulary', 'pack', 'compile', 'determine'] as const;

/** In a process of its own, started as `huijia` is: compiled ahead, and what V8 made of it before lies in the cache. */
async function started(cache: string, contender: Contender, again: number): Promise<ColdStartFound> {
  const options: ColdStartOptions = { ...contender, pack, repeats: again };
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(options)], { env });
  const found = JSON.parse(stdout) as ColdStartFound;
  if (found.amountFen !== expectedFen) throw new Error(`${contender.by}: ${found.amountFen} fen, not ${expectedFen}`);
  return found;
}

async function figuresOf(
  cache: string,
  contender: Contender,
  found: readonly ColdStartFound[],
): Promise<Figures[string]> {
  const totals = found.map(({ total }) => total);
  const { second, warm } = await started(cache, contender, repeats);
  return {
    milliseconds: rounded(median(totals)),
    fastest: rounded(Math.min(...totals)),
    slowestQuarter: rounded(quantile(totals, 0.75)),
    ...Object.fromEntries(parts.map((part) => [part, rounded(median(found.map((one) => one[part])))])),
    wholeProcess: rounded(median(found.map(({ processStart, modules, total }) => processStart + modules + total))),
    secondTime: rounded(second),
    warm: rounded(warm),
  };
}

export const benchmark: Benchmark = {
  title:
    'milliseconds from the texts of vocabulary and childcare subsidy in memory to one household’s answer: read, checked, compiled, determined, for the first time in a process that has loaded its modules (process start and loading apart); with every example run, and with examples known by digest to come out; median of 9 processes',
  aim: 'at most 300 ms for one household from a cold process (wholeProcess)',
  async run() {
    const cache = await mkdtemp(join(tmpdir(), 'huijia-cold-start-'));
    try {
      const all = Object.entries(contenders).map(([name, contender]) => ({
        name,
        contender,
        found: [] as ColdStartFound[],
      }));
      // V8 writes its cache when a process ends: the first of each is not measured.
      for (const { contender } of all) await started(cache, contender, 0);
      for (let round = 0; round < processes; round += 1)
        for (const { contender, found } of all) found.push(await started(cache, contender, 0));
      const figures: Record<string, Figures[string]> = { processes };
      for (const { name, contender, found } of all) figures[name] = await figuresOf(cache, contender, found);
      return figures;
    } finally {
      await rm(cache, { recursive: true, force: true });
    }
  },
};
