import type { Pack } from '../../rules/explain/evaluate.ts';
import { explain } from '../../rules/explain/explain.ts';
import { readFacts } from '../../rules/explain/facts/read-facts.ts';

const family = {
  on: '2026-02-01',
  people: [
    { id: 'mother', birth: '1995-03-08', alive: true, nationality: 'CN' },
    { id: 'father', birth: '1993-11-02', alive: true, nationality: 'CN' },
    { id: 'child', birth: '2023-12-05', alive: true, nationality: 'CN' },
  ],
  households: [['mother', 'father', 'child']],
  subject: 'child',
};

/** Reads the family from its JSON and explains it, with every reason and the whole trace. */
export function determineHousehold(pack: Pack): { readonly compiledAt: number; readonly amountFen: bigint } {
  const compiledAt = performance.now();
  const read = readFacts(pack.vocabulary, family);
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems));
  return { compiledAt, amountFen: explain(pack, read.facts, '2026').amountFen ?? -1n };
}
