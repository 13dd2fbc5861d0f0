import * as fc from 'fast-check';
import { evaluate as feelin } from 'feelin';
import { describe, expect, test } from 'vitest';
import { day, readDay } from '../../../values/day.ts';
import { ownFunctions } from '../../check/expression/functions.ts';
import { packWithRule } from '../../testing.ts';
import type { Facts } from '../../facts.ts';
import type { Determination } from '../../determination.ts';
import type { Pack } from '../evaluate.ts';
import { explain } from '../explain.ts';

/**
 * Every expression that we accept is FEEL and has FEEL's value. feelin is the other engine: right for whole numbers, dates and logic where
 * all is known. (Where facts are missing it goes its own way, and its numbers are doubles, which is why it is an oracle here and not
 * our engine.)
 */
const definitions = ownFunctions()
  .map(({ name, feel }) => `${name}: ${feel}`)
  .join(', ');

interface Known {
  readonly birth: string;
  readonly nights: number;
  readonly alive: boolean;
  readonly local: boolean;
  readonly school: string;
}

function otherEngine(expression: string, known: Known): unknown {
  const context = {
    e: { ...known, birth: feelin(`date("${known.birth}")`).value },
    period: { first: feelin('date("2026-01-01")').value, last: feelin('date("2026-12-31")').value, year: 2026 },
  };
  return feelin(`{ ${definitions}, result: ${expression} }.result`, context).value;
}

const packOf = (expression: string): Pack =>
  packWithRule(`for: person as e
facts: { birth: date, nights: int, alive: boolean, local: boolean, school: text }
parameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }
eligible: ${JSON.stringify(expression)}
amount: one
`);

function determined(pack: Pack, known: Partial<Known>): Determination {
  const facts: Facts = { on: day('2026-06-01'), people: [{ ...known, id: 'e' }], subject: 'e' };
  return explain(pack, facts, '2026');
}

function ourEngine(expression: string, known: Known): boolean {
  const { outcome } = determined(packOf(expression), known);
  if (outcome === 'undetermined') throw new Error(`Nothing is missing, yet undetermined: ${expression}`);
  return outcome === 'eligible';
}

const days = fc
  .record({
    year: fc.integer({ min: 1990, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    dom: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, dom }) => `${year}-${String(month).padStart(2, '0')}-${String(dom).padStart(2, '0')}`)
  .filter((text) => readDay(text) !== undefined);

/** Ranges of which the low end is not above the high one; otherwise feelin looks between them, while the standard says `>=` and `<=`. */
const ranges = fc
  .record({ low: fc.nat(50), more: fc.nat(50), open: fc.constantFrom('[', '('), close: fc.constantFrom(']', ')') })
  .map(({ low, more, open, close }) => `${open}${low}..${low + more}${close}`);

const bounds = fc.tuple(fc.nat(50), fc.nat(50)).map(([low, more]) => `${low} and ${low + more}`);

/** Well-typed expressions as text, by type. */
const { condition } = fc.letrec<{ condition: string; int: string; date: string; month: string }>((tie) => {
  const [condition, int, date, month] = [tie('condition'), tie('int'), tie('date'), tie('month')];
  const join = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
    fc
      .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
      .map((texts) => texts.join(''));
  const compared = fc.constantFrom(' = ', ' != ', ' < ', ' <= ', ' > ', ' >= ');
  return {
    int: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: 0, max: 99 }).map(String),
      fc.constantFrom('e.nights', 'period.year'),
      join('(', int, fc.constantFrom(' + ', ' - ', ' * '), int, ')'),
      join('-', int),
      join(fc.constantFrom('min(', 'max('), int, ', ', int, ')'),
      join('abs(', int, ')'),
      join('floor(', int, ' / ', fc.constantFrom('2', '4', '8', '3', '12'), ')'),
      join('modulo(', int, ', ', fc.constantFrom('7', '12', '-5'), ')'),
      join('(', date, ')', fc.constantFrom('.year', '.month', '.day')),
      join('monthsBetween(', month, ', ', month, ')'),
      join(fc.constantFrom('completedYears(', 'completedYearsFebruary(', 'completedMonths('), date, ', ', date, ')'),
      join('(if ', condition, ' then ', int, ' else ', int, ')'),
    ),
    date: fc.oneof(
      { maxDepth: 3 },
      days.map((text) => `date("${text}")`),
      fc.constantFrom('e.birth', 'period.first', 'period.last'),
      join('addMonthsCapped(', date, ', ', fc.integer({ min: -40, max: 40 }).map(String), ')'),
      join('(if ', condition, ' then ', date, ' else ', date, ')'),
    ),
    month: fc.oneof(
      { maxDepth: 3 },
      join('monthOf(', date, ')'),
      join('addMonths(monthOf(', date, '), ', fc.integer({ min: -40, max: 40 }).map(String), ')'),
    ),
    condition: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('true', 'false', 'e.alive', 'e.local', 'e.school = "小学"', '(e.school in ("小学", "初中"))'),
      join('(', condition, fc.constantFrom(' and ', ' or '), condition, ')'),
      join('not(', condition, ')'),
      join(int, compared, int),
      join(date, compared, date),
      join('(', int, ' between ', bounds, ')'),
      join('(', int, ' in ', ranges, ')'),
      join('(if ', condition, ' then ', condition, ' else ', condition, ')'),
    ),
  };
});

const people: fc.Arbitrary<Known> = fc.record({
  birth: days,
  nights: fc.integer({ min: 0, max: 400 }),
  alive: fc.boolean(),
  local: fc.boolean(),
  school: fc.constantFrom('小学', '初中', '高中'),
});

describe('against another FEEL engine', () => {
  test('the other engine knows our functions by their FEEL', () => {
    const known: Known = { birth: '2024-02-29', nights: 3, alive: true, local: false, school: '小学' };
    expect(otherEngine('completedYears(e.birth, date("2025-02-28"))', known)).toBe(0);
    expect(otherEngine('monthsBetween(monthOf(e.birth), monthOf(period.last))', known)).toBe(34);
    expect(otherEngine('total([])', known)).toBe(0);
    expect(otherEngine('addMonths(monthOf(e.birth), 11).month', known)).toBe(1);
  });

  test.each(['roundHalfUp', 'roundHalfEven', 'roundDown', 'roundUp'])(
    '%s gives what the other engine gives, wherever a double is exact: eighths of a yuan, half-fens among them',
    (rounding) => {
      for (let eighths = -41; eighths <= 41; eighths += 1) {
        const expression = `${rounding}(one * ${eighths} / 8)`;
        const pack = packWithRule(`for: person as e
facts: {}
parameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }
eligible: "true"
amount: ${JSON.stringify(expression)}
`);
        const theirs: unknown = feelin(`{ ${definitions}, result: ${expression} }.result`, { one: 1 }).value;
        expect(`${expression} ${determined(pack, {}).amountFen}`).toBe(
          `${expression} ${Math.round(Number(theirs) * 100)}`,
        );
      }
    },
  );

  test('a parameter month by month gives what the other engine gives', () => {
    const rate = '[{ from: date("2025-01-01"), value: 300 }, { from: date("2026-07-01"), value: 350 }]';
    const months = `[${Array.from({ length: 12 }, (_, i) => `date(2026, ${i + 1}, 1)`).join(', ')}]`;
    for (const birth of ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2026-12-02']) {
      const expression = `total(for m in period.months return (if m >= monthOf(date("${birth}")) then valueAt(rate, m) else 0))`;
      const pack = packWithRule(`for: person as e
facts: {}
parameters: { rate: { type: money, values: { 2025-01-01: 300, 2026-07-01: 350 }, source: order 一 } }
eligible: "true"
amount: ${JSON.stringify(expression)}
`);
      const context = `${definitions}, rate: ${rate}, period: { months: ${months} }`;
      const theirs: unknown = feelin(`{ ${context}, result: ${expression} }.result`, {}).value;
      expect(`${birth} ${determined(pack, {}).amountFen}`).toBe(`${birth} ${Number(theirs) * 100}`);
    }
  });

  test('every well-typed condition has the value that the other engine gives', () => {
    fc.assert(
      fc.property(condition, people, (expression, known) => {
        expect(`${expression} ${ourEngine(expression, known)}`).toBe(
          `${expression} ${String(otherEngine(expression, known))}`,
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is not known', () => {
  const daysOf = (month: string): readonly string[] =>
    Array.from({ length: 31 }, (_, i) => readDay(`${month}-${String(i + 1).padStart(2, '0')}`)).filter(
      (date) => date !== undefined,
    );

  test('a month of birth is enough exactly when no day of it makes a difference', () => {
    fc.assert(
      fc.property(condition, people, (expression, known) => {
        const pack = packOf(expression);
        const month = known.birth.slice(0, 7);
        const outcomes = new Set(daysOf(month).map((birth) => determined(pack, { ...known, birth }).outcome));
        const expected = outcomes.size === 1 ? [...outcomes][0] : 'undetermined';
        expect(determined(pack, { ...known, birth: month }).outcome).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('booleans are missing exactly when they can still change the result', () => {
    const ways = [true, false].flatMap((alive) => [true, false].map((local) => ({ alive, local })));
    fc.assert(
      fc.property(condition, people, (expression, { birth, nights, school }) => {
        const pack = packOf(expression);
        const outcomeOf = (alive: boolean, local: boolean): string =>
          determined(pack, { birth, nights, school, alive, local }).outcome;
        const found = determined(pack, { birth, nights, school });
        const matters = {
          alive: [true, false].some((local) => outcomeOf(true, local) !== outcomeOf(false, local)),
          local: [true, false].some((alive) => outcomeOf(alive, true) !== outcomeOf(alive, false)),
        };
        const expected = Object.entries(matters)
          .filter(([, does]) => does)
          .map(([fact]) => fact);
        expect(found.missing.map(({ fact }) => fact).toSorted()).toEqual(expected.toSorted());
        if (expected.length === 0)
          expect(new Set(ways.map(({ alive, local }) => outcomeOf(alive, local)))).toEqual(new Set([found.outcome]));
      }),
      { numRuns: 200 },
    );
  });
});
