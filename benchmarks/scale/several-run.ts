import { moduleBeside } from '../../building/checkout.ts';
import { workThrough } from '../../registers/run/crew.ts';
import { openCrowd } from './crowd-register.ts';
import { given, peakGigabytes } from './fresh-process.ts';
import { asked, periodText, variants } from './policies.ts';
import { partsOfWork, type SeveralDone, type SeveralTask } from './several.ts';

export interface SeveralOptions {
  readonly folder: string;
  readonly shards: number;
  readonly packs: number;
  readonly workers: number;
}

export interface SeveralFound {
  readonly milliseconds: number;
  readonly peakGigabytes: number;
  /** Of all threads together. */
  readonly threadSeconds: Readonly<Record<(typeof partsOfWork)[number], number>>;
  /** Fen of each pack. */
  readonly amountsFen: readonly string[];
}

async function run({ folder, shards, packs, workers }: SeveralOptions): Promise<SeveralFound> {
  const read = await variants(packs);
  const from = performance.now();
  const { register } = openCrowd(folder, shards);
  const plain = read.map(({ info, vocabulary, rule }) => ({ info, vocabulary, rule }));
  const data: SeveralTask = { register, packs: plain, period: periodText, on: asked };
  const done: SeveralDone[] = [];
  await workThrough(
    { entry: moduleBeside(import.meta.url, 'several-thread'), data },
    {
      shards: register.manifest.shards.map((_, i) => i),
      workers,
      done: (one: SeveralDone) => (done.push(one), 'go-on'),
    },
  );
  const milliseconds = performance.now() - from;
  const seconds = partsOfWork.map((part) => [part, done.reduce((sum, one) => sum + one[part], 0) / 1000] as const);
  const amountOf = (pack: number): bigint =>
    done.reduce((sum, { totals }) => sum + (totals[pack]?.amountFen ?? 0n), 0n);
  return {
    milliseconds,
    peakGigabytes: peakGigabytes(),
    threadSeconds: Object.fromEntries(seconds) as SeveralFound['threadSeconds'],
    amountsFen: read.map((_, pack) => String(amountOf(pack))),
  };
}

process.stdout.write(JSON.stringify(await run(given() as SeveralOptions)));
