import { expect, test } from 'vitest';
import { packWithRule } from '../../testing.ts';
import { type Reach, reachOf } from './reach.ts';

const reach = (eligible: string): Reach =>
  reachOf(
    packWithRule(`for: person as e
facts: { alive: boolean, nights: int }
parameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }
let:
  kids: "e.children[item.alive]"
eligible: ${JSON.stringify(`count(kids) >= 0 and ${eligible}`)}
amount: one
`).rule,
  );

test.each([
  ['e.alive', 1, 'children'],
  ['(some x in e.members satisfies x.alive)', 1, 'children members'],
  ['(some x in e.parents satisfies count(x.children) > 1)', 2, 'children parents'],
  ['(some x in e.parents satisfies count(kids) > 1)', 1, 'children parents'],
  [
    '(some x in kids satisfies (some y in x.parents[item.alive] satisfies count(y.members) > 2))',
    3,
    'children members parents',
  ],
  ['total(for x in e.spouse return count(x.members[count(item.children) > 0])) > 1', 3, 'children members spouse'],
])('%s sees people %i steps away, by %s', (eligible, steps, relations) => {
  const found = reach(eligible);
  expect([found.steps, [...found.relations].toSorted().join(' ')]).toEqual([steps, relations]);
});
