import { cpus, loadavg, release, totalmem } from 'node:os';

type Figure = number | string | boolean;

/**
 * What a benchmark found: flat, or in groups (`ratios`), so that it reads the same on a screen, in a file and in a program. Units stand in
 * the names.
 */
export type Figures = Readonly<Record<string, Figure | Readonly<Record<string, Figure>>>>;

/** What a benchmark may be told on the command line. */
interface RunOptions {
  /** `--counties 10`: fewer than the benchmark's own, for a short run. */
  readonly counties?: number;
}

/** One benchmark: a file `<name>.bench.ts` that exports it as `benchmark`. */
export interface Benchmark {
  /** What is measured, in one sentence. */
  readonly title: string;
  /** What we aim for, in words, for the screen. */
  readonly aim: string;
  run(options?: RunOptions): Promise<Figures>;
  /** With `--save`: keeps more than the figures, such as a picture of them. */
  keep?(figures: Figures): Promise<void>;
}

/** The value below which the share `q` of the numbers lies (nearest rank). Throws for no numbers. */
export function quantile(numbers: readonly number[], q: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
  if (found === undefined) throw new Error('Nothing was measured');
  return found;
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** Keeps what a reader can use: three significant digits. */
export function rounded(number: number): number {
  return Number(number.toPrecision(3));
}

/** Milliseconds that `work` takes. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** The machine that the figures are from. A load above the number of cores, before we begin, says that others use it as well. */
export function machine(): Figures {
  const [first] = cpus();
  return {
    node: process.version,
    system: `${process.platform} ${release()}`,
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load: rounded(loadavg()[0] ?? 0),
  };
}
