import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moduleBeside } from '../building/checkout.ts';
import { type Benchmark, millisecondsOf, rounded } from './benchmark.ts';
import { expectedOf } from './columns/reference.ts';
import { crowdRegister, crowdShard } from './scale/crowd.ts';
import { countyOfShard, forgetFiles, shardsThatFit, writeCrowd } from './scale/crowd-register.ts';
import { cores, inFreshProcess } from './scale/fresh-process.ts';
import type { RegisterRunFound, RegisterRunOptions } from './scale/register-run.ts';
import { partsOfWork } from './scale/several.ts';
import type { SeveralFound, SeveralOptions } from './scale/several-run.ts';

/** 100 shards of a million. `BENCH_SHARDS` asks for fewer, to try it out. */
const wantedShards = Number(process.env['BENCH_SHARDS'] ?? 100);
const rows = 1_000_000;
const nation = 1_400_000_000;
const scriptOf = (name: string): URL => moduleBeside(import.meta.url, `scale/${name}`);

/** Throws unless the first, a middle and the last county came to what the reference, row by row, says. */
function checkCounties({ counties }: RegisterRunFound, shards: number): void {
  for (const number of new Set([0, shards >> 1, shards - 1])) {
    const people = {
      rows,
      knowledge: 'complete',
      register: crowdRegister(rows),
      shards: [crowdShard(number, rows)],
    } as const;
    const { eligible, amountFen } = expectedOf(people).totals;
    const found = counties[countyOfShard(number)];
    if (found?.[0] !== eligible || found[1] !== String(amountFen))
      throw new Error(`County ${countyOfShard(number)}: ${found?.join(', ')}; by hand ${eligible}, ${amountFen}`);
  }
}

async function inFolder(folder: string): Promise<ReturnType<Benchmark['run']>> {
  const shards = shardsThatFit(wantedShards, rows);
  const register = join(folder, 'register');
  let bytes = 0;
  const writing = await millisecondsOf(async () => void (bytes = writeCrowd(register, shards, rows)));
  const determine = (options: Partial<RegisterRunOptions> = {}): Promise<RegisterRunFound> =>
    inFreshProcess(scriptOf('register-run'), { folder: register, workers: cores, reasons: true, ...options });
  const fromDisk = forgetFiles(register);
  const first = await determine();
  const second = await determine();
  const withoutReasons = await determine({ reasons: false });
  checkCounties(first, shards);
  for (const { amountFen } of [second, withoutReasons])
    if (amountFen !== first.amountFen) throw new Error('Two runs came to two totals');
  const parts: SeveralOptions = { folder: register, shards, packs: 1, workers: cores };
  const { threadSeconds } = await inFreshProcess<SeveralFound>(scriptOf('several-run'), parts);
  const rate = ({ people, milliseconds }: RegisterRunFound): number => (people * 1000) / milliseconds;
  return {
    people: first.people,
    enoughDisk: shards === wantedShards,
    gigabytesOnDisk: rounded(bytes / 1e9),
    writingPersonsPerSecond: rounded((first.people * 1000) / writing),
    firstRunFromDisk: fromDisk,
    firstSeconds: rounded(first.milliseconds / 1000),
    secondSeconds: rounded(second.milliseconds / 1000),
    cpuSecondsFirst: rounded(first.cpuSeconds),
    cpuSecondsSecond: rounded(second.cpuSeconds),
    personsPerSecondFirst: rounded(rate(first)),
    personsPerSecondSecond: rounded(rate(second)),
    personsPerSecondWithoutReasons: rounded(rate(withoutReasons)),
    personsPerSecondDetermining: rounded(second.determiningPersonsPerSecond),
    peakGigabytes: rounded(Math.max(first.peakGigabytes, second.peakGigabytes)),
    secondsFor1400MillionFirst: rounded(nation / rate(first)),
    secondsFor1400MillionSecond: rounded(nation / rate(second)),
    threadSecondsWithoutReasons: Object.fromEntries(partsOfWork.map((part) => [part, rounded(threadSeconds[part])])),
    workers: cores,
    eligible: first.eligible,
    amountFen: first.amountFen,
  };
}

export const benchmark: Benchmark = {
  title:
    '100 million people from columns on disk, as `huijia determine` without --out: read, checked, determined with reasons, and counted',
  aim: 'end to end as persons a second, with little memory; and what that would be for 1.4 billion',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'huijia-scale-'));
    try {
      return await inFolder(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
