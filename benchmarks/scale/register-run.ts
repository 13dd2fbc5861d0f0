import { determineRegister } from '../../registers/run/determine.ts';
import { openCrowd } from './crowd-register.ts';
import { cpuSeconds, given, peakGigabytes } from './fresh-process.ts';
import { periodText, variants } from './policies.ts';

export interface RegisterRunOptions {
  readonly folder: string;
  /** Only the first so many; absent: all. */
  readonly shards?: number;
  readonly workers: number;
  readonly reasons: boolean;
}

export interface RegisterRunFound {
  readonly people: number;
  /** Opening the register included, reading the pack not. */
  readonly milliseconds: number;
  readonly cpuSeconds: number;
  readonly determiningPersonsPerSecond: number;
  readonly peakGigabytes: number;
  readonly eligible: number;
  readonly amountFen: string;
  /** By county, and so by shard: eligible people and fen. */
  readonly counties: Readonly<Record<string, readonly [eligible: number, amountFen: string]>>;
}

/** What `huijia determine` does without --out, in this process and its threads. */
async function run({ folder, shards, workers, reasons }: RegisterRunOptions): Promise<RegisterRunFound> {
  const [pack] = await variants(1);
  if (pack === undefined) throw new Error('There is a policy');
  const [from, cpuBefore] = [performance.now(), cpuSeconds()];
  const opened = openCrowd(folder, shards);
  const determined = await determineRegister({ opened, pack, period: periodText, workers, reasons, by: 'county' });
  const milliseconds = performance.now() - from;
  const cpu = cpuSeconds() - cpuBefore;
  if (determined.kind !== 'determined') throw new Error(JSON.stringify(determined));
  const { tally, rates } = determined.report;
  return {
    people: tally.total.subjects,
    milliseconds,
    cpuSeconds: cpu,
    determiningPersonsPerSecond: rates.determiningPersonsPerSecond,
    peakGigabytes: peakGigabytes(),
    eligible: tally.total.eligible,
    amountFen: String(tally.total.amountFen),
    counties: Object.fromEntries(
      [...tally.byDivision].map(([code, { eligible, amountFen }]) => [
        code.slice(0, 6),
        [eligible, String(amountFen)] as const,
      ]),
    ),
  };
}

process.stdout.write(JSON.stringify(await run(given() as RegisterRunOptions)));
