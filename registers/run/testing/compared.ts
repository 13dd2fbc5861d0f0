import { expect } from 'vitest';
import { familyView, personFacts } from '../../../rules/columns/facts-at.ts';
import { outcomeCode } from '../../../rules/columns/results.ts';
import type { Outcome } from '../../../rules/determination.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { determine } from '../../../rules/explain/explain.ts';
import type { Register } from '../../open/open.ts';
import { everything, readShard } from '../../open/read-shard.ts';
import { type Job, makeReady } from '../job.ts';
import { ProgramRunner, type ShardResults } from '../program-runner.ts';
import { jobOf, on } from './jobs.ts';

const outcomes = new Map<number, Outcome>([
  [outcomeCode.eligible, 'eligible'],
  [outcomeCode.notEligible, 'not-eligible'],
  [outcomeCode.undetermined, 'undetermined'],
]);

/** A row's result in words, for comparing. */
function told({ outcome, amount, missing, missingSets }: ShardResults, row: number): string {
  const names = missing === undefined ? [] : (missingSets[missing[row] ?? 0] ?? []);
  return `${outcomes.get(outcome[row] ?? -1)} ${amount[row]} ${names.join(' ')}`;
}

function explained(pack: Pack, facts: Parameters<typeof determine>[1]): string {
  const { outcome, amountFen, missing } = determine(pack, facts, '2026');
  const names = [...new Set(missing.map(({ fact }) => fact))].toSorted();
  return `${outcome} ${amountFen ?? 0n} ${names.join(' ')}`;
}

/** Determines everybody and holds each row against what explain says of it; how many there were, and how many undetermined. */
export function compared(
  register: Register,
  pack: Pack,
  more: Partial<Job> = {},
  isChecked: (row: number) => boolean = () => true,
): { rows: number; open: number } {
  const made = makeReady(jobOf(register, pack, more));
  if (made.kind === 'refused') throw new Error(made.refusal.words.en);
  const runner = new ProgramRunner(made.ready);
  let [rows, open] = [0, 0];
  for (const index of register.manifest.shards.keys()) {
    const run = runner.run(index);
    if (run.kind === 'broken') throw new Error(JSON.stringify(run.problems));
    const shard = readShard(register, index, everything(register));
    const view = familyView(register.info, shard, on, made.ready.program.reach);
    for (let row = 0; row < shard.rows; row += 1) {
      if (shard.subjects?.[row] === 0) continue;
      if (!isChecked(row)) continue;
      const expected = explained(pack, personFacts(view, row));
      expect(`${row} ${told(run.results, row)}`).toBe(`${row} ${expected}`);
      rows += 1;
      if (expected.startsWith('undetermined')) open += 1;
    }
  }
  return { rows, open };
}
