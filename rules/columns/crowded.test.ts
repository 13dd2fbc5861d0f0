import { expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import { readPeriod } from '../pack/period.ts';
import { packWithRule } from '../testing.ts';
import { assumedRegister } from './assumed-register.ts';
import { compileColumns } from './program.ts';

/** Whether columns determine the rule where the largest household has so many people; the English sentence where they don't. */
function refusedOf(eligible: string, largestHousehold: number): string | undefined {
  const { rule, vocabulary } = packWithRule(`for: person as e
facts: { nights: int }
parameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }
eligible: ${JSON.stringify(eligible)}
amount: one
`);
  const period = readPeriod('2026');
  if (period === undefined) throw new Error('2026 is a period.');
  const register = { ...assumedRegister(rule, vocabulary), largestHousehold };
  const compiled = compileColumns(rule, period, day('2026-01-01'), register);
  return compiled.kind === 'refused' ? compiled.words.en : undefined;
}

const ranked = 'some a in e.members satisfies count(e.members[item.nights < a.nights]) >= 2';
const rankedBeside =
  'some a in e.members satisfies count(e.members[item.nights < a.nights and item.nights > e.nights]) >= 2';

test('members are compared with one another in a home of ten thousand', () => {
  expect(refusedOf(ranked, 10_000)).toBeUndefined();
  expect(refusedOf('count(e.members[item.nights < e.nights]) >= 2', 10_000)).toBeUndefined();
});

test('what would be compared anew for each member is refused there, with how many steps it takes, and not in families', () => {
  expect(refusedOf(rankedBeside, 10_000)).toMatch(/largest household has 10,000 people: 1,000,000,000,000 steps/);
  expect(refusedOf(rankedBeside, 500)).toBeUndefined();
  expect(refusedOf(ranked, 12_000)).toMatch(/144,000,000 steps/);
  expect(refusedOf('total(for m in e.members return m.nights) > 3', 1_000_000)).toBeUndefined();
});
