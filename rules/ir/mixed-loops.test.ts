import { expect, test } from 'vitest';
import { packWithRule } from '../testing.ts';
import { mixedLoop } from './mixed-loops.ts';

const isMixed = (eligible: string): boolean =>
  mixedLoop(
    packWithRule(`for: person as e
facts: { birth: date, alive: boolean, nights: int }
parameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }
let:
  kids: "e.children[item.alive]"
eligible: ${JSON.stringify(`count(kids) >= 0 and e.alive and e.nights > 0 and e.birth < period.first and ${eligible}`)}
amount: one
`).rule,
  ) !== undefined;

test.each([
  ['(some a in e.children satisfies (some b in a.parents satisfies b.birth < a.birth))', false],
  ['(some a in e.children satisfies (some b in e.children satisfies a.birth < b.birth))', true],
  ['(some a in e.children satisfies (some b in e.children satisfies b.alive))', false],
  ['(some a in e.children satisfies count(e.children[item.birth > a.birth]) > 0)', true],
  ['(some a in e.children satisfies count(a.children[item.birth > e.birth]) > 0)', false],
  ['(some a in kids satisfies (every b in e.spouse satisfies a.birth > b.birth))', true],
  ['(some a in e.spouse satisfies total(for b in kids return b.nights) > a.nights)', false],
  ['(some a in e.spouse satisfies total(for b in kids return b.nights + a.nights) > 0)', true],
  ['(some n in (for c in e.children return c.nights) satisfies (some p in e.parents satisfies p.nights > n))', true],
  ['(some n in [1, 2] satisfies (some p in e.parents satisfies p.nights > n))', false],
  ['(some p in e.parents satisfies (some n in [1, e.nights] satisfies p.nights > n))', false],
  [
    '(some p in e.parents satisfies (every c in p.children satisfies (some g in c.parents satisfies g.birth >= p.birth)))',
    false,
  ],
])('%s: %s', (eligible, expected) => {
  expect(isMixed(eligible)).toBe(expected);
});
