import { describe, expect, test } from 'vitest';
import { familyView, personFacts } from '../../rules/columns/facts-at.ts';
import { outcomeCode } from '../../rules/columns/results.ts';
import type { Outcome } from '../../rules/determination.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import { determine } from '../../rules/explain/explain.ts';
import { rules } from '../../rules/ir/testing.ts';
import { packWithRule } from '../../rules/testing.ts';
import type { Register } from '../open.ts';
import { everything, readShard } from '../read-shard.ts';
import { testFolder } from '../testing.ts';
import { type Job, makeReady } from './job.ts';
import { ProgramRunner, type ShardResults } from './program-runner.ts';
import { jobOf, on, type Population, registerOf } from './testing.ts';

const folder = testFolder();

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

function compared(register: Register, pack: Pack, more: Partial<Job> = {}): { rows: number; open: number } {
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
      const expected = explained(pack, personFacts(view, row));
      expect(`${row} ${told(run.results, row)}`).toBe(`${row} ${expected}`);
      rows += 1;
      if (expected.startsWith('undetermined')) open += 1;
    }
  }
  return { rows, open };
}

const cases: readonly (readonly [string, Population])[] = [
  ['few gaps', { people: 240 }],
  ['many gaps', { people: 240, gaps: 4, seed: 2 }],
  ['no households or links', { people: 120, gaps: 3, seed: 3, alone: true }],
  ['no column of a needed fact', { people: 120, gaps: 1, seed: 4, without: ['alive', 'local', 'nationality'] }],
  ['no births', { people: 120, gaps: 2, seed: 5, without: ['birth', 'nights'] }],
];

describe.each(cases)('people with %s', (_, population) => {
  test.each(rules.map((rule, i) => [i + 1, rule] as const))(
    'rule %i gives every row the outcome, amount and missing facts that explain gives',
    async (_i, rule) => {
      const register = await registerOf(folder, population, 60);
      const pack = packWithRule(rule);
      const { rows, open } = compared(register, pack);
      expect([rows, open > 0]).toEqual([population.people, true]);
      compared(register, pack, { engine: 'js' });
    },
  );
});
