import { expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { readPeriod } from '../../pack/period.ts';
import { packWithRule } from '../../testing.ts';
import { lowerRule } from '../lower/lower-rule.ts';
import { mixedLoops } from './mixed-loops.ts';
import { printGraph } from '../print.ts';

const packFor = (eligible: string): ReturnType<typeof packWithRule> =>
  packWithRule(`for: person as e
facts: { birth: date, alive: boolean, nights: int }
parameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }
let:
  kids: "e.children[item.alive]"
eligible: ${JSON.stringify(`count(kids) >= 0 and e.alive and e.nights > 0 and e.birth < period.first and ${eligible}`)}
amount: one
`);

test.each([
  ['(some a in e.children satisfies (some b in a.parents satisfies b.birth < a.birth))', 0],
  ['(some a in e.children satisfies (some b in e.children satisfies a.birth < b.birth))', 1],
  ['(some a in e.children satisfies (some b in e.children satisfies b.alive))', 0],
  ['(some a in e.children satisfies count(e.children[item.birth > a.birth]) > 0)', 1],
  ['(some a in e.children satisfies count(a.children[item.birth > e.birth]) > 0)', 0],
  ['(some a in kids satisfies (every b in e.spouse satisfies a.birth > b.birth))', 1],
  ['(some a in e.spouse satisfies total(for b in kids return b.nights) > a.nights)', 0],
  ['(some a in e.spouse satisfies total(for b in kids return b.nights + a.nights) > 0)', 1],
  ['(some n in (for c in e.children return c.nights) satisfies (some p in e.parents satisfies p.nights > n))', 1],
  ['(some n in [1, 2] satisfies (some p in e.parents satisfies p.nights > n))', 0],
  ['(some p in e.parents satisfies (some n in [1, e.nights] satisfies p.nights > n))', 0],
  [
    '(some p in e.parents satisfies (every c in p.children satisfies (some g in c.parents satisfies g.birth >= p.birth)))',
    0,
  ],
  // The loop in the middle runs anew since the innermost, which speaks of all three, stands in it.
  [
    '(some a in kids satisfies (some b in kids satisfies (some c in kids satisfies a.birth < b.birth and b.birth < c.birth)))',
    2,
  ],
])('%s: %i loops run anew for each of the people around', (eligible, expected) => {
  expect(mixedLoops(packFor(eligible).rule).size).toBe(expected);
});

function graphText(eligible: string): string {
  const period = readPeriod('2026');
  if (period === undefined) throw new Error('2026 is a period.');
  return printGraph(lowerRule(packFor(eligible).rule, period, day('2026-01-01')));
}

test('what a filter kept is kept for the inner loop too, of its own people', () => {
  const text = graphText('(some a in kids satisfies (some b in kids satisfies a.birth < b.birth))');
  expect(text).toContain(
    'some over (subject.children, subject.children) of %', // the comparison
  );
  expect(text).toContain('subject.children.birth < (subject.children, subject.children).birth');
  expect(text).toContain('where (subject.children, subject.children).alive');
});

test('a loop that speaks of its own people alone is worked out once', () => {
  const text = graphText('(some a in kids satisfies a.alive and (some b in kids satisfies b.nights > 3))');
  expect(text).not.toContain('(subject.children');
});
