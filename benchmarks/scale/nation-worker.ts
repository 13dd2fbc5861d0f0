import { parentPort, workerData } from 'node:worker_threads';
import { wasmEngine } from '../../registers/engine/wasm.ts';
import { compileColumns } from '../../rules/columns/program.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { crowdRegister, fillPeople, layHouseholds } from './crowd.ts';
import { totalsOf } from './totals.ts';
import { asked, periodText, variants } from './policies.ts';

/** What the threads share: the number of the next shard, and for each shard what it came to. */
export interface NationShared {
  readonly shards: number;
  readonly rows: number;
  readonly next: Int32Array<SharedArrayBuffer>;
  readonly eligible: Int32Array<SharedArrayBuffer>;
  readonly amountFen: BigInt64Array<SharedArrayBuffer>;
}

/** Milliseconds that a thread spent on each part. */
export interface NationTimes {
  readonly compile: number;
  readonly generate: number;
  readonly determine: number;
  readonly total: number;
}

/** Takes shard after shard: makes its people in the engine's own memory and determines them, until none is left. */
async function work({ shards, rows, next, eligible, amountFen }: NationShared): Promise<NationTimes> {
  const times = { compile: 0, generate: 0, determine: 0, total: 0 };
  let at = performance.now();
  const lap = (name: keyof NationTimes): void => {
    const now = performance.now();
    times[name] += now - at;
    at = now;
  };
  const [pack] = await variants(1);
  const period = readPeriod(periodText);
  if (pack === undefined || period === undefined) throw new Error('There is a policy and a period');
  const compiled = compileColumns(pack.rule, period, asked, crowdRegister(rows));
  if (compiled.kind === 'refused') throw new Error(compiled.words.en);
  const engine = wasmEngine(compiled.program);
  const offsets = new Uint32Array(rows + 1);
  lap('compile');
  for (let shard = Atomics.add(next, 0, 1); shard < shards; shard = Atomics.add(next, 0, 1)) {
    const count = layHouseholds(shard, rows, offsets);
    const { columns, households } = engine.prepare({ rows, households: count, links: {} });
    const [birth, income, local] = ['birth', 'income', 'local'].map((fact) => columns.get(fact));
    if (!(birth instanceof Int32Array && income instanceof Int32Array && local instanceof Int8Array && households))
      throw new Error('The program reads three columns and households');
    fillPeople(shard, count, offsets, { birth, income, local, of: households.of });
    households.offsets.set(offsets.subarray(0, count + 1));
    lap('generate');
    const outputs = engine.run();
    lap('determine');
    const totals = totalsOf(outputs);
    eligible[shard] = totals.eligible;
    amountFen[shard] = totals.amountFen;
    lap('total');
  }
  return times;
}

const port = parentPort;
if (port === null) throw new Error('This module is the beginning of a thread');
port.postMessage(await work(workerData as NationShared));
