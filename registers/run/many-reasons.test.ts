import { expect, test } from 'vitest';
import { familyView, personFacts } from '../../rules/columns/facts-at.ts';
import { explain } from '../../rules/explain/explain.ts';
import { packWithRule } from '../../rules/testing.ts';
import { everything, readShard } from '../open/read-shard.ts';
import { testFolder } from '../testing.ts';
import { makeReady } from './job.ts';
import { ProgramRunner } from './program-runner.ts';
import { resultColumns } from './written/result-columns.ts';
import { tallyOf } from './written/tally.ts';
import { jobOf, on, registerOf } from './testing/jobs.ts';

const folder = testFolder();

/** Forty steps, each with words for yes and for no: eighty reasons. */
const steps = Array.from({ length: 40 }, (_, n) => `over${n}`);
const rule = `for: person as e
facts: { nights: int, local: boolean }
parameters:
  each: { type: money, values: { 2020-01-01: 1.00 }, source: order 一 }
let:
${steps.map((name, n) => `  ${name}: e.nights > ${n}`).join('\n')}
eligible: e.local or (${steps.map((name) => `not(${name})`).join(' or ')})
amount: "each * count([${steps.map((name) => `(if ${name} then 1 else 0)`).join(', ')}][item > 0])"
because:
${steps.map((name) => `  ${name}: { yes: { zh: ${name}.yes, en: ${name}.yes }, no: { zh: ${name}.no, en: ${name}.no } }`).join('\n')}
`;

test.each(['wasm', 'js'] as const)('of eighty reasons none is lost, of nobody, in %s', async (engine) => {
  const register = await registerOf(folder, { people: 60, gaps: 1, seed: 9 });
  const pack = packWithRule(rule);
  const made = makeReady(jobOf(register, pack, { engine }));
  if (made.kind === 'refused') throw new Error(made.refusal.words.en);
  const { reasonCodes, reach } = made.ready.program;
  expect(reasonCodes).toHaveLength(80);
  const runner = new ProgramRunner(made.ready);
  const counted = new Map<string, number>(reasonCodes.map((code) => [code, 0]));
  const told = new Map(counted);
  const add = (counts: Map<string, number>, code: string, by = 1): void =>
    void counts.set(code, (counts.get(code) ?? 0) + by);
  for (const index of register.manifest.shards.keys()) {
    const run = runner.run(index);
    if (run.kind === 'broken') throw new Error(JSON.stringify(run.problems));
    const { results } = run;
    const shard = readShard(register, index, everything(register));
    const view = familyView(register.info, shard, on, reach);
    const groups = { of: undefined, list: [] };
    for (const [code, count] of tallyOf(results, groups, reasonCodes).reasons) add(counted, code, count);
    const ids = { bytes: new Uint8Array(), offsets: new Uint32Array(shard.rows + 1) };
    const divisions = { of: new Uint16Array(shard.rows), list: [] };
    const column = resultColumns(results, reasonCodes, divisions, ids).find(({ name }) => name === 'reasons');
    if (column?.kind !== 'lists') throw new Error('Reasons are lists.');
    for (let row = 0; row < shard.rows; row += 1) {
      if (shard.subjects?.[row] === 0) continue;
      const { because, outcome } = explain(pack, personFacts(view, row), '2026');
      const expected = outcome === 'undetermined' ? [] : because.map(({ words }) => words['zh-CN']);
      expect(column.lists[column.codes[row] ?? 0]?.toSorted()).toEqual(expected.toSorted());
      for (const code of expected) add(told, code);
    }
  }
  expect(counted).toEqual(told);
  expect(told.get('over39.no')).toBeGreaterThan(0);
});
