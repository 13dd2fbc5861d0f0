import { expect, test } from 'vitest';
import { explain } from '../../../rules/explain/explain.ts';
import { packWithRule } from '../../../rules/testing.ts';
import type { Facts } from '../../../rules/facts.ts';
import { day } from '../../../values/day.ts';
import { factsToWire } from './facts-wire.ts';
import { keptFacts } from './kept-facts.ts';

/** A child with its parents, a grandmother who lives there, and a neighbour in a household of their own. */
const facts: Facts = {
  on: day('2026-06-01'),
  people: ['child', 'mother', 'father', 'grandmother', 'neighbour'].map((id, i) => ({ id, alive: true, nights: i })),
  links: [
    { kind: 'parent', from: 'mother', to: 'child' },
    { kind: 'parent', from: 'father', to: 'child' },
    { kind: 'parent', from: 'grandmother', to: 'mother' },
  ],
  households: [['child', 'mother', 'father', 'grandmother'], ['neighbour']],
  subject: 'child',
};

/** Facts as a case keeps them, read back. */
function readBack(kept: Facts): Facts {
  const wire = factsToWire(kept, {});
  return { ...kept, ...(JSON.parse(JSON.stringify(wire)) as Partial<Facts>) };
}

test.each([
  ['count(e.members) >= 4', ['child: alive nights', 'mother', 'father', 'grandmother']],
  ['count(e.parents) = 2', ['child: alive nights', 'mother', 'father']],
  [
    'some p in e.parents satisfies p.nights > 1',
    ['child: alive nights', 'mother: alive nights', 'father: alive nights'],
  ],
  ['some p in e.parents satisfies count(p.parents) = 1', ['child: alive nights', 'mother', 'father', 'grandmother']],
  ['e.alive', ['child: alive nights']],
])('what a case keeps for %s gives the same again, and is no more than was used', (eligible, kept) => {
  const pack = packWithRule(`for: person as e
facts: { alive: boolean, nights: int }
parameters: { one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 } }
eligible: ${JSON.stringify(eligible)}
amount: one
`);
  const determination = explain(pack, facts, '2026');
  expect(determination.outcome).toBe('eligible');
  const again = readBack(keptFacts(facts, determination));
  expect(
    again.people.map(({ id, ...known }) => [id, Object.keys(known).join(' ')].join(': ').replace(/: $/, '')),
  ).toEqual(kept);
  expect(explain(pack, again, '2026')).toEqual(determination);
});
