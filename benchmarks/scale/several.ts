import { checkShard } from '../../registers/open/check-shard.ts';
import { linksRead, runShard } from '../../registers/engine/engine.ts';
import { wasmEngine } from '../../registers/engine/wasm.ts';
import { readShard, type Wanted } from '../../registers/open/read-shard.ts';
import { type Job, makeReady, type PlainPack } from '../../registers/run/job.ts';
import { totalsOf } from './totals.ts';

/** Several packs over the same register: each shard is read and checked once, then determined by one pack after the other. */
export interface SeveralTask extends Omit<Job, 'pack' | 'engine' | 'reasons'> {
  readonly packs: readonly PlainPack[];
}

export const partsOfWork = ['read', 'check', 'copy', 'determine', 'total'] as const;

/** One shard: milliseconds of each part, and what each pack came to. */
export interface SeveralDone extends Readonly<Record<(typeof partsOfWork)[number], number>> {
  readonly index: number;
  readonly totals: readonly { readonly eligible: number; readonly amountFen: bigint }[];
}

/** Memory for files of each name, used again for the next shard. */
function rooms(): NonNullable<Wanted['into']> {
  const known = new Map<string, Uint8Array>();
  return (file, bytes) => {
    const room = known.get(file);
    if (room !== undefined && room.length >= bytes) return room.subarray(0, bytes);
    const larger = new Uint8Array(Math.ceil((bytes * 1.1) / 8) * 8);
    known.set(file, larger);
    return larger.subarray(0, bytes);
  };
}

export function determineSeveral({ packs, ...shared }: SeveralTask): (index: number) => SeveralDone {
  const { register } = shared;
  const programs = packs.map((pack) => {
    const made = makeReady({ ...shared, pack, engine: 'wasm', reasons: false });
    if (made.kind === 'refused') throw new Error(made.refusal.words.en);
    return made.ready.program;
  });
  const engines = programs.map(wasmEngine);
  const wanted: Wanted = {
    facts: [...new Set(programs.flatMap(({ lanes }) => lanes.facts.map(({ fact }) => fact)))],
    relations: [...new Set(programs.flatMap(linksRead))],
    households: programs.some(({ lanes }) => lanes.usesHouseholds),
    into: rooms(),
  };
  return (index) => {
    const times = { read: 0, check: 0, copy: 0, determine: 0, total: 0 };
    let at = performance.now();
    const lap = (name: keyof typeof times): void => {
      const now = performance.now();
      times[name] += now - at;
      at = now;
    };
    const shard = readShard(register, index, wanted);
    lap('read');
    const problems = checkShard(register, index, shard, wanted);
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    lap('check');
    const totals = engines.map((engine) => {
      const timed = { ...engine, prepare: engine.prepare.bind(engine), run: () => (lap('copy'), engine.run()) };
      const outputs = runShard(timed, shard);
      lap('determine');
      const found = totalsOf(outputs);
      lap('total');
      return found;
    });
    return { index, ...times, totals };
  };
}
