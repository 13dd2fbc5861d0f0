import { runShard } from '../../registers/engine/engine.ts';
import { jsEngine } from '../../registers/engine/js.ts';
import { compileColumns } from '../../rules/columns/program.ts';
import { packedDate, type RegisterInfo, type Shard } from '../../rules/columns/shard.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { day } from '../../values/day.ts';

const [mother, father, child] = [packedDate(1995, 3, 8), packedDate(1993, 11, 2), packedDate(2023, 12, 5)] as const;

const register: RegisterInfo = {
  columns: new Map([
    [
      'birth',
      {
        fact: 'birth',
        type: 'date',
        width: 32,
        least: BigInt(father),
        greatest: BigInt(child),
        unknown: 0,
        onlyMonth: 0,
      },
    ],
    ['alive', { fact: 'alive', type: 'boolean', width: 8, least: 1n, greatest: 1n, unknown: 0, onlyMonth: 0 }],
    [
      'nationality',
      { fact: 'nationality', type: 'text', width: 32, least: 0n, greatest: 0n, unknown: 0, onlyMonth: 0 },
    ],
  ]),
  dictionary: ['CN'],
  linksKnown: false,
  householdsKnown: true,
  largestHousehold: 3,
  mostLinks: 0,
  largestShard: 3,
};

const shard: Shard = {
  rows: 3,
  columns: new Map<string, Int32Array | Int8Array>([
    ['birth', Int32Array.of(mother, father, child)],
    ['alive', Int8Array.of(1, 1, 1)],
    ['nationality', Int32Array.of(0, 0, 0)],
  ]),
  households: { count: 1, offsets: Uint32Array.of(0, 3), of: Uint32Array.of(0, 0, 0) },
  links: undefined,
};

/** Compiles the pack for a register of one household and determines it; the engine is the one that starts sooner. */
export function determineHousehold({ rule }: Pack): { readonly compiledAt: number; readonly amountFen: bigint } {
  const period = readPeriod('2026');
  if (period === undefined) throw new Error('2026 is a period');
  const compiled = compileColumns(rule, period, day('2026-02-01'), register);
  if (compiled.kind === 'refused') throw new Error(compiled.words.en);
  const engine = jsEngine(compiled.program);
  const compiledAt = performance.now();
  const amount = runShard(engine, shard).get('amount');
  return { compiledAt, amountFen: BigInt(amount?.[2] ?? -1) };
}
