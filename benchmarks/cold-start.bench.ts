import { join } from 'node:path';
import { type Benchmark, median, quantile, rounded } from './benchmark.ts';
import type { ColdStartFound, ColdStartOptions } from './scale/cold-start-run.ts';
import { inFreshProcess } from './scale/fresh-process.ts';

const pack = 'childcare-subsidy';
/** For a child born in December 2023, in 2026. */
const expectedFen = '360000';
const processes = 15;
/** In the same process, until the compiler of JavaScript has settled. */
const repeats = 100;
const script = join(import.meta.dirname, 'scale/cold-start-run.ts');
const parts = ['processStart', 'modules', 'vocabulary', 'pack', 'compile', 'determine'] as const;

async function of(by: ColdStartOptions['by']): Promise<readonly ColdStartFound[]> {
  const found: ColdStartFound[] = [];
  for (let count = 0; count < processes; count += 1) found.push(await inFreshProcess(script, { pack, by, repeats }));
  const odd = found.find(({ amountFen }) => amountFen !== expectedFen);
  if (odd !== undefined) throw new Error(`${by}: ${odd.amountFen} fen, not ${expectedFen}`);
  return found;
}

const figuresOf = (found: readonly ColdStartFound[]): Record<string, number> => ({
  milliseconds: rounded(median(found.map(({ total }) => total))),
  slowestQuarter: rounded(
    quantile(
      found.map(({ total }) => total),
      0.75,
    ),
  ),
  ...Object.fromEntries(parts.map((part) => [part, rounded(median(found.map((one) => one[part])))])),
  againInTheSameProcess: rounded(median(found.map(({ again }) => again))),
});

export const benchmark: Benchmark = {
  title:
    'milliseconds from the texts of vocabulary and childcare subsidy in memory to one household’s answer: read, checked with every example, compiled, determined; median of 15 fresh processes, process start and loading of modules apart',
  aim: 'at most 10 ms',
  async run() {
    const [columns, explain] = [await of('columns'), await of('explain')];
    return { processes, columns: figuresOf(columns), explain: figuresOf(explain) };
  },
};
