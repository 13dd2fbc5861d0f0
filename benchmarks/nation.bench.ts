import { moduleBeside } from '../building/checkout.ts';
import { type Benchmark, rounded } from './benchmark.ts';
import { cores, inFreshProcess } from './scale/fresh-process.ts';
import type { NationFound, NationOptions } from './scale/nation-run.ts';
import type { NationTimes } from './scale/nation-worker.ts';

/** 1,400 shards of a million. `BENCH_SHARDS` asks for fewer, to try it out. */
const shards = Number(process.env['BENCH_SHARDS'] ?? 1400);
const rowsOfShard = 1_000_000;
const script = moduleBeside(import.meta.url, 'scale/nation-run');

export const benchmark: Benchmark = {
  title:
    '1.4 billion invented people, one a row: each thread makes the next million in the engine’s own memory and determines them; eleven variables, outcome and amount',
  aim: 'at most 60 s in all and 4 GB',
  async run() {
    const options: NationOptions = { shards, rowsOfShard, workers: cores, sampled: 5 };
    const found = await inFreshProcess<NationFound>(script, options);
    const { people, milliseconds, times } = found;
    const seconds = (part: keyof NationTimes): number => rounded(times.reduce((all, one) => all + one[part], 0) / 1000);
    const determining = seconds('determine');
    return {
      people,
      seconds: rounded(milliseconds / 1000),
      cpuSeconds: rounded(found.cpuSeconds),
      peakGigabytes: rounded(found.peakGigabytes),
      personsPerSecond: rounded((people * 1000) / milliseconds),
      personsPerSecondDetermining: rounded(people / ((determining + seconds('total')) / times.length)),
      threads: times.length,
      threadSeconds: {
        compile: seconds('compile'),
        generate: seconds('generate'),
        determine: determining,
        total: seconds('total'),
      },
      eligible: found.eligible,
      amountFen: found.amountFen,
      shards,
      shardsWithTheirOwnTotal: found.distinctTotals,
      shardsCheckedByHand: found.sampledShards.join(' '),
    };
  },
};
