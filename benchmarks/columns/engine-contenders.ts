import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inCheckout } from '../../building/checkout.ts';
import { type ColumnEngine, type Outputs, runShard } from '../../registers/engine/engine.ts';
import { outcomeCode } from '../../rules/columns/results.ts';
import { type ColumnProgram, compileColumns } from '../../rules/columns/program.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { readPack } from '../../rules/read-pack.ts';
import { readVocabulary } from '../../rules/vocabulary.ts';
import { day } from '../../values/day.ts';
import { type Checksums, checkWeight, type Contender, type Ready, type Run, variables } from './contender.ts';
import type { Knowledge, People } from './people.ts';

const folder = inCheckout('benchmarks/columns');
/** The day on which all ask. */
export const asked = day('2026-01-01');

/** The policy of the benchmark. Throws with its findings when it has faults. */
export async function policy(): Promise<Pack> {
  const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const vocabulary = readVocabulary({ file: 'vocabulary.yaml', text: await text('vocabulary.yaml') });
  if (vocabulary.kind === 'findings') throw new Error(JSON.stringify(vocabulary.findings));
  const read = readPack({ file: 'policy.md', text: await text('policy.md'), version: '0', ...vocabulary });
  if (read.kind === 'findings') throw new Error(read.findings.map(({ words }) => words.en).join('\n'));
  return read.pack;
}

function compiled(pack: Pack, { register }: People, steps: readonly string[]): ColumnProgram {
  const period = readPeriod('2025');
  if (period === undefined) throw new Error('2025 is a period');
  const found = compileColumns(pack.rule, period, asked, register, { steps });
  if (found.kind === 'refused') throw new Error(found.words.en);
  return found.program;
}

function column(outputs: Outputs, name: string): Int8Array | Int32Array | BigInt64Array {
  const found = outputs.get(name);
  if (found === undefined) throw new Error(`The engine gives no ${name}`);
  return found;
}

function totalsOf(all: readonly Outputs[]): Run['totals'] {
  let [eligible, undetermined, amountFen] = [0, 0, 0n];
  for (const outputs of all) {
    let amount = 0;
    for (const outcome of column(outputs, 'outcome')) {
      if (outcome === outcomeCode.eligible) eligible += 1;
      if (outcome === outcomeCode.undetermined) undetermined += 1;
    }
    for (const one of column(outputs, 'amount')) amount += Number(one);
    amountFen += BigInt(amount);
  }
  return { eligible, undetermined, amountFen };
}

/** Checksums of outcome, amount and, where all is known, of every step, by a program that writes them as columns. */
function checksumsOf(engine: ColumnEngine, people: People): Checksums {
  const sums = new Map<string, bigint>();
  let before = 0;
  for (const shard of people.shards) {
    for (const [name, values] of runShard(engine, shard)) {
      let sum = 0;
      values.forEach((value, row) => (sum += Number(value) * checkWeight(before + row)));
      const key = name.replace(/^step_/, '');
      sums.set(key, (sums.get(key) ?? 0n) + BigInt(sum));
    }
    before += shard.rows;
  }
  return Object.fromEntries(sums);
}

/** An engine for each shard, its columns in its own memory, as workers have them. */
function readyWith(pack: Pack, people: People, engineFor: (program: ColumnProgram) => ColumnEngine): Ready {
  const from = performance.now();
  const program = compiled(pack, people, []);
  let coldMilliseconds: number | undefined;
  const engines = people.shards.map((shard) => {
    const engine = engineFor(program);
    runShard(engine, shard);
    coldMilliseconds ??= performance.now() - from;
    return engine;
  });
  return {
    ...(coldMilliseconds !== undefined && { coldMilliseconds }),
    async run() {
      const from = performance.now();
      const outputs = engines.map((engine) => engine.run());
      const milliseconds = performance.now() - from;
      return { milliseconds, totals: totalsOf(outputs) };
    },
    async checksums() {
      const steps = people.knowledge === 'complete' ? variables : [];
      return checksumsOf(engineFor(compiled(pack, people, steps)), people);
    },
    close: async () => undefined,
  };
}

/** One of our engines, over people of whom all is known or not. */
export function engineContender(
  name: string,
  knowledge: Knowledge,
  engineFor: (program: ColumnProgram) => ColumnEngine,
): Contender {
  return {
    name,
    knowledge,
    prepare: async (people) => ({ kind: 'ready', ready: readyWith(await policy(), people, engineFor) }),
  };
}
