import { describe, expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import type { FactValue, Facts } from '../../facts.ts';
import { packWithRule } from '../../testing.ts';
import { explain } from '../explain.ts';

const about = (facts: Readonly<Record<string, FactValue>>): Facts => ({
  on: day('2026-06-01'),
  people: [{ ...facts, id: 'e' }],
  subject: 'e',
});

function packOf(eligible: string, amount: string) {
  return packWithRule(`for: person as e
facts: { birth: date, income: money }
parameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }
eligible: ${JSON.stringify(eligible)}
amount: ${JSON.stringify(amount)}
`);
}

const holds = (expression: string, facts = about({})): string =>
  explain(packOf(expression, 'one'), facts, '2026').outcome;
const fenOf = (expression: string, income = 0n): bigint | undefined =>
  explain(packOf('true', expression), about({ income }), '2026').amountFen;

describe('ages and months name their convention', () => {
  test.each([
    // Born on 29 February: the two conventions of a common year, and the leap year in which they agree.
    ['completedYears(date("2024-02-29"), date("2025-02-28")) = 0', 'on 1 March of a common year'],
    ['completedYearsFebruary(date("2024-02-29"), date("2025-02-28")) = 1', 'on 28 February of a common year'],
    ['completedYearsFebruary(date("2024-02-29"), date("2025-02-27")) = 0', 'not a day earlier'],
    ['completedYearsFebruary(date("2024-02-29"), date("2028-02-28")) = 3', 'on the 29th in a leap year'],
    ['completedYearsFebruary(date("2024-02-29"), date("2028-02-29")) = 4', 'on the 29th in a leap year'],
    ['completedYearsFebruary(date("2096-02-29"), date("2100-02-28")) = 4', '2100 is a common year'],
    ['completedYearsFebruary(date("2023-02-28"), date("2025-02-28")) = 2', 'born on the 28th, as ever'],
    ['completedYearsFebruary(date("2023-03-01"), date("2025-02-28")) = 1', 'born on 1 March, as ever'],
    ['completedMonths(date("2026-01-15"), date("2026-02-14")) = 0', 'the day before'],
    ['completedMonths(date("2026-01-15"), date("2026-02-15")) = 1', 'the day itself'],
    ['completedMonths(date("2026-01-31"), date("2026-02-28")) = 0', 'February lacks the 31st'],
    ['completedMonths(date("2026-01-31"), date("2026-03-01")) = 1', 'so 1 March completes it'],
    ['completedMonths(date("2026-02-15"), date("2026-01-15")) = -1', 'backwards'],
    ['addMonthsCapped(date("2026-01-31"), 1) = date("2026-02-28")', 'capped to the end of the month'],
    ['addMonthsCapped(date("2024-01-31"), 1) = date("2024-02-29")', 'of a leap year too'],
    ['addMonthsCapped(date("2024-02-29"), 12) = date("2025-02-28")', 'a year on'],
    ['addMonthsCapped(date("2026-03-31"), -1) = date("2026-02-28")', 'and back'],
    ['addMonthsCapped(date("2026-02-28"), 1) = date("2026-03-28")', 'the end of a month is no day of its own'],
  ])('%s: %s', (expression) => {
    expect(holds(expression)).toBe('eligible');
  });

  test.each([
    ['completedMonths(e.birth, date("2026-03-31")) = 1', '2026-02', 'eligible'],
    ['completedMonths(e.birth, date("2026-03-15")) = 1', '2026-02', 'undetermined'],
    ['completedMonths(e.birth, e.birth) = 0', '2026-02', 'eligible'],
    ['completedYearsFebruary(e.birth, date("2025-02-28")) = 1', '2024-02', 'eligible'],
    ['completedYears(e.birth, date("2025-02-28")) = 1', '2024-02', 'undetermined'],
    ['addMonthsCapped(e.birth, 1) <= date("2024-02-29")', '2024-01', 'eligible'],
    ['addMonthsCapped(e.birth, 1) < date("2024-02-29")', '2024-01', 'undetermined'],
  ])('%s, born some day of %s: %s', (expression, birth, expected) => {
    expect(holds(expression, about({ birth }))).toBe(expected);
  });

  test('the months of the period are its twelve months', () => {
    expect(holds('count(period.months) = 12')).toBe('eligible');
    expect(holds('every m in period.months satisfies m.year = period.year')).toBe('eligible');
    expect(holds('total(for m in period.months return m.month) = 78')).toBe('eligible');
    expect(holds('count(period.months[item > monthOf(on)]) = 6')).toBe('eligible');
  });
});

describe('one named rounding for each use', () => {
  test.each([
    // fen: 0.5, 1.5, 2.5, and their opposites
    ['0.005', { roundHalfUp: 1n, roundHalfEven: 0n, roundDown: 0n, roundUp: 1n }],
    ['0.015', { roundHalfUp: 2n, roundHalfEven: 2n, roundDown: 1n, roundUp: 2n }],
    ['0.025', { roundHalfUp: 3n, roundHalfEven: 2n, roundDown: 2n, roundUp: 3n }],
    ['-0.005', { roundHalfUp: -1n, roundHalfEven: 0n, roundDown: 0n, roundUp: -1n }],
    ['-0.025', { roundHalfUp: -3n, roundHalfEven: -2n, roundDown: -2n, roundUp: -3n }],
    ['0.0149', { roundHalfUp: 1n, roundHalfEven: 1n, roundDown: 1n, roundUp: 2n }],
    ['0.0251', { roundHalfUp: 3n, roundHalfEven: 3n, roundDown: 2n, roundUp: 3n }],
    ['-0.0001', { roundHalfUp: 0n, roundHalfEven: 0n, roundDown: 0n, roundUp: -1n }],
    ['0.02', { roundHalfUp: 2n, roundHalfEven: 2n, roundDown: 2n, roundUp: 2n }],
  ])('1 yuan × %s in fen', (ratio, expected) => {
    const found = Object.keys(expected).map((name) => [name, fenOf(`${name}(one * ${ratio})`)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test('a third is no half; the whole money stays as it is', () => {
    expect(fenOf('roundHalfEven(e.income / 3)', 50n)).toBe(17n);
    expect(fenOf('roundUp(e.income / 3)', 1n)).toBe(1n);
    expect(fenOf('roundDown(-e.income / 3)', 2n)).toBe(0n);
    expect(fenOf('roundUp(e.income)', -7n)).toBe(-7n);
  });
});

describe('equality at a threshold', () => {
  test.each([
    ['e.income <= 500', 500_00n, 'eligible'],
    ['e.income <= 500', 500_01n, 'not-eligible'],
    ['e.income < 500', 500_00n, 'not-eligible'],
    ['e.income in [100..500)', 500_00n, 'not-eligible'],
    ['e.income in [100..500]', 100_00n, 'eligible'],
    ['e.income in (100..500]', 100_00n, 'not-eligible'],
    ['e.income between 100 and 500', 500_00n, 'eligible'],
    ['roundHalfUp(e.income * 0.5) = 0.01', 1n, 'eligible'],
  ])('%s with %s fen: %s', (expression, income, expected) => {
    expect(holds(expression, about({ income }))).toBe(expected);
  });
});
