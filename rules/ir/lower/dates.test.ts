import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '../../../values/day.ts';
import { carryOut } from '../../explain/compile/operations.ts';
import { asText } from '../../explain/compile/values.ts';
import {
  addMonthsCapped,
  completedMonths,
  completedYears,
  completedYearsFebruary,
  dateFrom,
  dayOfDate,
  monthNumberOfDate,
  monthNumberOfMonth,
  monthOfDate,
  yearOfDate,
  yearOfMonth,
} from './dates.ts';
import { dateCode, dateText, monthCode } from './encode.ts';
import { monthText } from './fact-code.ts';
import { interpret, worldOf } from '../interpret.ts';
import { Builder, type Node } from '../node.ts';
import { graphOf } from '../testing.ts';

/** What is made of a birth and a second day that are facts of one person, and of a count. */
function made(
  of: (build: Builder, birth: Node, second: Node, count: Node) => Node,
  birth: string,
  second: Day = day('2026-01-01'),
  count = 0,
): unknown {
  const build = new Builder();
  const fact = (name: string, type: 'date' | 'int'): Node => build.fact(build.subject, name, type, 'whole');
  const graph = graphOf(build, of(build, fact('birth', 'date'), fact('second', 'date'), fact('count', 'int')));
  const people = [{ id: 'p', birth, second, count }];
  return interpret(graph, worldOf({ on: day('2026-01-01'), subject: 'p', people }))(graph.amount);
}

/** Many of them at the end of February or of a month. */
const anyDay = fc.oneof(
  fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(day('1900-01-01'), days)),
  fc.constantFrom('2000-02-29', '2024-02-29', '2025-02-28', '2100-02-28', '2024-12-31', '2025-01-31').map(day),
);

describe('dates by whole-number arithmetic are those of explain', () => {
  test.each([
    ['year', yearOfDate, 'year-of'],
    ['month', monthNumberOfDate, 'month-number-of'],
    ['day', dayOfDate, 'day-of'],
  ] as const)('the %s of a date', (_, of, operation) => {
    fc.assert(
      fc.property(anyDay, (one) => {
        expect(made(of, one)).toBe(carryOut(operation, [one], 'int'));
      }),
    );
  });

  test('year and month of a month', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        expect(made((build, birth) => yearOfMonth(build, monthOfDate(build, birth)), one)).toBe(
          BigInt(one.slice(0, 4)),
        );
        expect(made((build, birth) => monthNumberOfMonth(build, monthOfDate(build, birth)), one)).toBe(
          BigInt(one.slice(5, 7)),
        );
      }),
    );
  });

  test.each([
    ['completed years', completedYears, 'completed-years'],
    ['completed years, those of 29 February on the 28th', completedYearsFebruary, 'completed-years-february'],
    ['completed months', completedMonths, 'completed-months'],
  ] as const)('%s', (_, of, operation) => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(made(of, one, other)).toBe(carryOut(operation, [one, other], 'int'));
      }),
      { numRuns: 400 },
    );
  });

  test('so many months later, capped at the end of the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (one, count) => {
        const expected = carryOut('add-months-capped', [one, BigInt(count)], 'date');
        const found = made((build, birth, _, by) => addMonthsCapped(build, birth, by), one, undefined, count);
        expect(found).toBe(dateCode(asText(expected)));
      }),
      { numRuns: 400 },
    );
  });

  test('a date put together from its parts', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const again = made(
          (build, date) =>
            dateFrom(build, yearOfDate(build, date), monthNumberOfDate(build, date), dayOfDate(build, date)),
          one,
        );
        expect(again).toBe(dateCode(one));
      }),
    );
  });

  test('the month of a date is known where its day is not', () => {
    expect(made(monthOfDate, '2023-12')).toBe(monthCode('2023-12'));
    expect(made(yearOfDate, '2023-12')).toBe(2023n);
    expect(made(dayOfDate, '2023-12')).toEqual({ gaps: new Set(['birth']) });
  });

  test('the codes keep the order of time and give the text back', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(dateCode(one) < dateCode(other)).toBe(one < other);
        expect(dateText(dateCode(one))).toBe(one);
        expect(monthText(monthCode(one))).toBe(one.slice(0, 7));
      }),
    );
  });
});
