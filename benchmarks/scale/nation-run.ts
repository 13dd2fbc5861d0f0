import { Worker } from 'node:worker_threads';
import { moduleBeside } from '../../building/checkout.ts';
import { expectedOf } from '../columns/reference.ts';
import { crowdRegister, crowdShard } from './crowd.ts';
import { cpuSeconds, given, peakGigabytes } from './fresh-process.ts';
import type { NationShared, NationTimes } from './nation-worker.ts';

export interface NationOptions {
  readonly shards: number;
  readonly rowsOfShard: number;
  readonly workers: number;
  /** Of so many shards the totals are worked out once more by hand. */
  readonly sampled: number;
}

export interface NationFound {
  readonly people: number;
  readonly milliseconds: number;
  readonly cpuSeconds: number;
  readonly peakGigabytes: number;
  readonly eligible: number;
  readonly amountFen: string;
  readonly times: readonly NationTimes[];
  /** Of all shards, how many came to a total that no other came to. */
  readonly distinctTotals: number;
  readonly sampledShards: readonly number[];
}

function threadOf(shared: NationShared): Promise<NationTimes> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(moduleBeside(import.meta.url, 'nation-worker'), { workerData: shared });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

const sum = (values: Int32Array): number => values.reduce((a, b) => a + b, 0);

/** The shards first, last and in between, worked out once more, row by row, without engine or compiler. Throws when one differs. */
function checkSampled({ eligible, amountFen, rows }: NationShared, sampled: number): readonly number[] {
  const count = Math.min(sampled, eligible.length);
  const register = crowdRegister(rows);
  return Array.from({ length: count }, (_, i) => {
    const number = Math.round((i * (eligible.length - 1)) / Math.max(1, count - 1));
    const { totals } = expectedOf({ rows, knowledge: 'complete', register, shards: [crowdShard(number, rows)] });
    if (totals.eligible !== eligible[number] || totals.amountFen !== amountFen[number])
      throw new Error(
        `Shard ${number}: ${eligible[number]} eligible, ${amountFen[number]} fen; by hand ${totals.eligible}, ${totals.amountFen}`,
      );
    return number;
  });
}

async function run({ shards, rowsOfShard, workers, sampled }: NationOptions): Promise<NationFound> {
  const from = performance.now();
  const shared: NationShared = {
    shards,
    rows: rowsOfShard,
    next: new Int32Array(new SharedArrayBuffer(4)),
    eligible: new Int32Array(new SharedArrayBuffer(4 * shards)),
    amountFen: new BigInt64Array(new SharedArrayBuffer(8 * shards)),
  };
  const times = await Promise.all(Array.from({ length: workers }, () => threadOf(shared)));
  const milliseconds = performance.now() - from;
  const [cpu, peak] = [cpuSeconds(), peakGigabytes()];
  return {
    people: shards * rowsOfShard,
    milliseconds,
    cpuSeconds: cpu,
    peakGigabytes: peak,
    eligible: sum(shared.eligible),
    amountFen: String(shared.amountFen.reduce((a, b) => a + b, 0n)),
    times,
    distinctTotals: new Set(shared.amountFen).size,
    sampledShards: checkSampled(shared, sampled),
  };
}

process.stdout.write(JSON.stringify(await run(given() as NationOptions)));
