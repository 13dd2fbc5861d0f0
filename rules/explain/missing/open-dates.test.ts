import { expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { packWithRule } from '../../testing.ts';
import { explain } from '../explain.ts';

/** The outcome for a person and the spouse, of whose births the day or only the month is known. */
function outcomeOf(condition: string, birth: string, spouseBirth: string): string {
  const pack = packWithRule(`for: person as e
facts: { birth: date }
parameters: { one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 } }
eligible: ${JSON.stringify(condition)}
amount: one
`);
  const people = [
    { id: 'e', birth },
    { id: 's', birth: spouseBirth },
  ];
  const links = [{ kind: 'spouse' as const, from: 'e', to: 's' }];
  return explain(pack, { on: day('2026-06-01'), people, links, subject: 'e' }, '2026').outcome;
}

const older = 'some s in e.spouse satisfies e.birth < s.birth';

test.each([
  [older, '1990-03', '1990-03', 'undetermined'],
  [older, '1990-03', '1990-04', 'eligible'],
  [older, '1990-04', '1990-03', 'not-eligible'],
  [older, '1990-03', '1990-03-01', 'not-eligible'],
  [older, '1990-03', '1990-03-02', 'undetermined'],
  [older, '1990-03-30', '1990-03', 'undetermined'],
  [older, '1990-03-31', '1990-03', 'not-eligible'],
  ['e.birth = e.birth', '1990-03', '1990-03', 'eligible'],
  ['some s in e.spouse satisfies e.birth = s.birth', '1990-03', '1990-03', 'undetermined'],
  ['some s in e.spouse satisfies completedMonths(e.birth, s.birth) = 1', '1990-03', '1990-04', 'undetermined'],
])('%s, for births of %s and %s: %s', (condition, birth, spouseBirth, outcome) => {
  expect(outcomeOf(condition, birth, spouseBirth)).toBe(outcome);
});
