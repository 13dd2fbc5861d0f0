import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { functionNames } from './check/functions.ts';
import { scalar, type Type } from '../../rules/check/expression/types.ts';
import type { TypedValue } from '../../rules/explain/testing/expression-value.ts';
import { expressionValue } from './feel.ts';
import { feelNull } from './value/null.ts';
import { decimalText } from './value/decimal.ts';
import { isTemporal, temporalText } from './value/temporal.ts';
import { isFraction, isList, Unknown, type Value } from '../../rules/explain/compile/values.ts';

/** The value as FEEL would write it, or the reason for which there is none after `-`. */
function said(value: Value): string {
  if (value instanceof Unknown) return 'null';
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'bigint' || isFraction(value)) return decimalText(value);
  if (isTemporal(value)) return temporalText(value);
  return isList(value) ? `[${value.map(said).join(', ')}]` : JSON.stringify(value);
}

const named = (type: Type, value: Value): TypedValue => ({ kind: 'typed', type, value });
const names = new Map<string, TypedValue>([
  ['nights in hospital', named(scalar('feel:number', true), 12n)],
  ['missing', named(scalar('feel:number', true), feelNull)],
  ['maybe', named(scalar('boolean', true), feelNull)],
  ['school', named(scalar('text', true), 'primary')],
]);

function standard(text: string): string {
  const found = expressionValue(text, 'standard', names);
  return found.kind === 'typed' ? said(found.value) : `- ${found.reason}`;
}

describe('the standard profile: numbers', () => {
  test.each([
    ['.5 + 1.2e3', '1200.5'],
    ['1.5E-3', '0.0015'],
    ['0.1 + 0.2 = 0.3', 'true'],
    ['10 / 4', '2.5'],
    ['1 / 3', `0.${'3'.repeat(34)}`],
    ['1 / 3 * 3', `0.${'9'.repeat(34)}`],
    ['7 / -2', '-3.5'],
    ['1 / 0', 'null'],
    ['-5 ** 2', '25'],
    ['2 ** 3 ** 2', '64'],
    ['2 ** -2', '0.25'],
    ['2 ** 0.5', '- exponent-not-whole'],
    ['0 ** 0', '- zero-to-no-power'],
    ['2 ** 1000', '- exponent-not-whole'],
    ['1e100 ** 99', '- number-too-large'],
    ['1e30 + 1e-30', '1000000000000000000000000000000'],
    ['--3', '3'],
    ['nights in   hospital * 100', '1200'],
    ['missing + 1', 'null'],
    ['1 + "a"', '- no-such-arithmetic'],
    ['abs(-1.5)', '1.5'],
    ['floor(-1.5)', '-2'],
    ['floor(1.19, 1)', '1.1'],
    ['ceiling(-1.5)', '-1'],
    ['ceiling(1.11, 1)', '1.2'],
    ['round up(1.121, 2)', '1.13'],
    ['round down(-1.126, 2)', '-1.12'],
    ['round half up(-1.125, 2)', '-1.13'],
    ['round half down(1.125, 2)', '1.12'],
    ['decimal(1.125, 2)', '1.12'],
    ['decimal(1.115, 2)', '1.12'],
    ['decimal(1250, -2)', '1200'],
    ['decimal(1, 7000)', 'null'],
    ['decimal(1, 1.5)', '- number-not-whole'],
    ['modulo(-12, 5)', '3'],
    ['modulo(12, -5)', '-3'],
    ['modulo(10.1, 4.5)', '1.1'],
    ['modulo(1, 0)', 'null'],
    ['sqrt(16)', '4'],
    ['sqrt(2)', '1.414213562373095048801688724209698'],
    ['sqrt(0.25)', '0.5'],
    ['sqrt(-1)', 'null'],
    ['even(-2)', 'true'],
    ['odd(-1)', 'true'],
    ['even(1.5)', '- number-not-whole'],
    ['number("1 000,5", " ", ",")', '1000.5'],
    ['number("1,000", ",", null)', '1000'],
    ['number("1.000", ".", ".")', 'null'],
    ['number("one", null, null)', 'null'],
    ['number(from: "-7", grouping separator: null, decimal separator: ".")', '-7'],
  ])('%s is %s', (text, value) => {
    expect(standard(text)).toBe(value);
  });
});

describe('the standard profile: null', () => {
  test.each([
    ['null = null', 'true'],
    ['null != null', 'false'],
    ['missing = null', 'true'],
    ['nights in hospital = null', 'false'],
    ['missing = 1', 'false'],
    ['missing != 1', 'true'],
    ['missing < 1', 'null'],
    ['true or null', 'true'],
    ['false and maybe', 'false'],
    ['true and maybe', 'null'],
    ['not(maybe)', 'null'],
    ['if maybe then 1 else 2', '2'],
    ['if null then 1 else 2', '2'],
    ['missing between 1 and 2', 'null'],
    ['[1, null][2]', 'null'],
    ['[] = []', 'true'],
    ['[] = 0', '- not-comparable'],
    ['[1] = 1', '- not-comparable'],
    ['1 = "1"', '- types-differ'],
  ])('%s is %s', (text, value) => {
    expect(standard(text)).toBe(value);
  });
});

describe('the standard profile: tests after in', () => {
  test.each([
    ['1 in <= 1', 'true'],
    ['2 in (1, < 2, >= 3)', 'false'],
    ['3 in (1, < 2, >= 3)', 'true'],
    ['3 in [[5..6], (3..4)]', 'false'],
    ['3 in ((2..3), [3..4))', 'true'],
    ['1 in != 1', 'false'],
    ['"b" in ["a".."c"]', 'true'],
    ['2 in [1, 2]', 'true'],
    ['2 in ([1, 2], [3])', 'true'],
    ['4 in ([1, 2], [3])', 'false'],
    ['2 in 2', 'true'],
    ['1 in []', 'false'],
    ['[1..2]', '- range-outside-in'],
    ['1 in [1..2] and true', '- wants-brackets'],
  ])('%s is %s', (text, value) => {
    expect(standard(text)).toBe(value);
  });
});

describe('the standard profile: texts', () => {
  test.each([
    [String.raw`"a\n\u0041\U01F40E"`, '"a\nA🐎"'],
    ['"a" + "b"', '"ab"'],
    ['"a" < "b"', 'true'],
    ['string length("🐎a")', '2'],
    ['substring("foobar", 3)', '"obar"'],
    ['substring("foobar", -2, 1)', '"a"'],
    ['substring("🐎ab", 2)', '"ab"'],
    ['substring("foobar", 0)', '- place-outside'],
    ['substring before("foobar", "bar")', '"foo"'],
    ['substring before("foobar", "x")', '""'],
    ['substring after("foobar", "ob")', '"ar"'],
    ['substring after("foobar", "x")', '""'],
    ['contains(school, "ima")', 'true'],
    ['starts with("ab", "b")', 'false'],
    ['ends with("ab", "b")', 'true'],
    ['upper case("aß")', '"ASS"'],
    ['lower case("Ab")', '"ab"'],
    ['string join(["a", null, "b"], "-")', '"a-b"'],
    ['string join(["a", "b"])', '"ab"'],
    ['string(1.50)', '"1.5"'],
    ['string(true)', '"true"'],
    ['string(date("2025-01-02"))', '"2025-01-02"'],
    ['string(null)', '- wrong-type'],
    ['"é" /* a comment */ = "é" // and one more', 'true'],
  ])('%s is %s', (text, value) => {
    expect(standard(text)).toBe(value);
  });
});

describe('the standard profile: lists', () => {
  test.each([
    ['[1, 2, 3][2]', '2'],
    ['[1, 2, 3][-1]', '3'],
    ['[1, 2, 3][4]', 'null'],
    ['[1, 2, 3][0]', 'null'],
    ['[1, 2, 3][item > 1]', '[2, 3]'],
    ['[1, null, 3][item > 1]', '[3]'],
    ['5[1]', '5'],
    ['5[true]', '[5]'],
    ['missing[true]', '- null-in-a-list'],
    ['[1, 2][missing]', '- null-in-a-list'],
    ['[1, 2][1.5]', '- number-not-whole'],
    ['for i in 1..3 return i * i', '[1, 4, 9]'],
    ['for i in 2..0 return i', '[2, 1, 0]'],
    ['for i in 1..5000 return i', '- list-too-long'],
    ['for i in [1..3] return i', '- range-outside-in'],
    ['some i in [1, 2] satisfies i > 1', 'true'],
    ['every i in [] satisfies i = 1', 'true'],
    ['count([1, null])', '2'],
    ['min([3, 1, 2])', '1'],
    ['max("a", "b")', '"b"'],
    ['max([])', '- wrong-type'],
    ['min([1, null])', '- null-in-a-list'],
    ['sum([1, 2.5])', '3.5'],
    ['sum(1, 2)', '3'],
    ['product([2, 3])', '6'],
    ['mean([1, 2, 2])', `1.${'6'.repeat(32)}7`],
    ['median([8, 2, 5])', '5'],
    ['median([6, 1, 2, 3])', '2.5'],
    ['mode([6, 1, 9, 6, 1])', '[1, 6]'],
    ['stddev([2, 4, 7, 5])', '2.081665999466132735282297706979931'],
    ['stddev([1])', 'null'],
    ['stddev([1, 3])', '1.414213562373095048801688724209698'],
    ['if false then 1 else null', 'null'],
    ['if false then null else 1', '1'],
    ['if true then null else 1', 'null'],
    ['(if true then null else 1) + 1', 'null'],
    ['[null, 1, 2][item > 1]', '[2]'],
    ['[null, 1, "a"]', '- types-differ'],
    ['if true then null else null', 'null'],
    ['null in (1, null)', 'true'],
    ['maybe in (true, null)', 'true'],
    ['all([true, null])', 'null'],
    ['all([false, null])', 'false'],
    ['any(true, null)', 'true'],
    ['any([false])', 'false'],
    ['list contains([1, 2], 2)', 'true'],
    ['list contains([1, null], null)', '- wrong-type'],
    ['sublist([1, 2, 3], 2)', '[2, 3]'],
    ['sublist([1, 2, 3], -2, 1)', '[2]'],
    ['sublist([1, 2, 3], 3, 2)', '- place-outside'],
    ['append([1], 2, 3)', '[1, 2, 3]'],
    ['concatenate([1], [2, 3])', '[1, 2, 3]'],
    ['union([1, 2], [2, 3])', '[1, 2, 3]'],
    ['distinct values([1, 2, 1.0])', '[1, 2]'],
    ['insert before([1, 3], 2, 2)', '[1, 2, 3]'],
    ['list replace([1, 9], -1, 2)', '[1, 2]'],
    ['remove([1, 2], 1)', '[2]'],
    ['remove([1, 2], 3)', '- place-outside'],
    ['reverse([1, 2])', '[2, 1]'],
    ['index of([1, 2, 1], 1)', '[1, 3]'],
    ['flatten([1, 2])', '[1, 2]'],
    ['[1, 2] = [1, 2]', 'true'],
    ['[1, 2] = [1, 2, 3]', 'false'],
    ['[1, null] = [1, null]', 'true'],
    ['[1, "a"]', '- types-differ'],
    ['append([1], "a")', '- wrong-type'],
  ])('%s is %s', (text, value) => {
    expect(standard(text)).toBe(value);
  });
});

describe('the standard profile: types and names of arguments', () => {
  test.each([
    ['1 instance of number', 'true'],
    ['1 instance of string', 'false'],
    ['missing instance of number', 'false'],
    ['null instance of Any', 'false'],
    ['@"P1D" instance of days and time duration', 'true'],
    ['@"P1D" instance of years and months duration', 'false'],
    ['[1] instance of list<Any>', 'true'],
    ['[1] instance of number', 'false'],
    ['1 instance of function<number>->Any', 'false'],
    ['1 instance of tNights', '- unknown-name'],
    ['1 + 2 instance of number', '- wants-brackets'],
    ['(1 + 2) instance of number', 'true'],
    ['substring(string: "abc", start position: 2)', '"bc"'],
    ['round up(scale: 0, n: 1.5)', '2'],
    ['substring(start position: 2)', '- wrong-argument-count'],
    ['substring(string: "abc", from: 2)', '- wrong-argument-count'],
    ['substring(string: "abc", start position: 2, lenght: 1)', '- wrong-type'],
    ['substring(string: "abc", start position: 2, length: 1)', '"b"'],
    ['substring(length: 1, start position: 2, string: "abc")', '"b"'],
    ['is(1, 1.0)', 'true'],
    ['is(1, 2)', 'false'],
    ['is("a", "b")', 'false'],
    ['is(true, false)', 'false'],
    ['string length()', '- wrong-argument-count'],
    ['substring("abc")', '- wrong-argument-count'],
    ['substring("abc", 2)', '"bc"'],
    ['is(1, "1")', '- wrong-type'],
    ['monthOf(date("2025-01-01"))', '- unknown-function'],
  ])('%s is %s', (text, value) => {
    expect(standard(text)).toBe(value);
  });
});

describe('the standard profile: days, times and durations', () => {
  test.each([
    ['@"2025-01-31" + @"P1M"', null, '2025-02-28'],
    ['@"2024-02-29" - @"P1Y"', null, '2023-02-28'],
    ['@"2025-01-01" - @"PT1S"', null, '2024-12-31'],
    ['@"PT36H" + @"2025-01-01"', null, '2025-01-02'],
    ['@"2025-03-01" - @"2024-03-01"', 'P365D', null],
    ['@"9999-12-31" + @"P1D"', '- beyond-our-calendar', null],
    ['@"-0044-03-15"', '- beyond-our-calendar', null],
    ['date("2025-02-30")', 'null', null],
    ['date(2025, 2, 30)', 'null', null],
    ['date(2024, 02, 29)', null, '2024-02-29'],
    ['date(@"2025-01-01T23:59:59")', null, '2025-01-01'],
    ['date("2025-01-06").weekday', '1', null],
    ['@"10:00:00" + @"PT15H"', '01:00:00', null],
    ['@"10:00:00" - @"10:00:01"', '-PT1S', null],
    ['@"10:00:00+02:00" = @"08:00:00Z"', 'true', null],
    ['@"10:00:00" = @"10:00:00Z"', '- local-against-offset', null],
    ['time("24:00:00")', 'null', null],
    ['time("10:60:00")', 'null', null],
    ['time("10:00:60")', 'null', null],
    ['date and time("2025-01-01T24:30:00")', 'null', null],
    ['date and time("2025-01-01T24:00:01")', 'null', null],
    ['date and time("2025-01-01T24:00:00.5")', 'null', null],
    ['date and time("2025-01-01T25:00:00")', 'null', null],
    ['time(10, 5, 0, null)', '10:05:00', null],
    ['time("10:00:00+15:00")', '- offset-beyond-14-hours', null],
    ['time(10, 5, 1.5)', '10:05:01.5', null],
    ['time(10, 5, 0, @"-PT1H30M")', '10:05:00-01:30', null],
    ['time(25, 0, 0)', 'null', null],
    ['time(24, 0, 0)', 'null', null],
    ['time(23, 59, 59)', '23:59:59', null],
    ['time(10, 60, 0)', 'null', null],
    ['time(10, 0, 60)', 'null', null],
    ['time(-1, 0, 0)', 'null', null],
    ['time(10, -1, 0)', 'null', null],
    ['date("9999-12-31")', null, '9999-12-31'],
    ['date("0001-01-01")', null, '0001-01-01'],
    ['date("10000-01-01")', '- beyond-our-calendar', null],
    ['time(@"2025-01-01T10:00:00Z").hour', '10', null],
    ['@"2025-01-01T24:00:00"', '2025-01-02T00:00:00', null],
    ['date and time("2025-01-01")', '2025-01-01T00:00:00', null],
    ['date and time(@"2025-01-01", @"10:00:00@Asia/Shanghai")', '2025-01-01T10:00:00@Asia/Shanghai', null],
    ['date and time("2025-01-01T10:00:00@Nowhere/City")', 'null', null],
    ['@"2025-07-01T10:00:00@Asia/Shanghai" = @"2025-07-01T02:00:00Z"', 'true', null],
    ['@"2025-07-01T10:00:00@Europe/Paris" = @"2025-07-01T08:00:00Z"', 'true', null],
    ['@"2025-03-30T02:30:00@Europe/Paris" = @"2025-03-30T01:30:00Z"', '- clocks-change', null],
    ['@"2025-01-01T10:00:00.5" = @"2025-01-01T10:00:00"', '- fraction-of-a-second', null],
    ['is(@"10:00:00Z", @"10:00:00+00:00")', 'true', null],
    ['is(@"10:00:00Z", @"11:00:00+01:00")', 'false', null],
    ['@"2025-01-01T10:20:30+05:30".time offset', 'PT5H30M', null],
    ['@"10:20:30".time offset', 'null', null],
    ['@"2025-01-01T10:20:30@Asia/Shanghai".timezone', '"Asia/Shanghai"', null],
    ['@"2025-01-01T10:20:30".minute', '20', null],
    ['@"2025-01-01T10:20:30".second', '30', null],
    ['@"2025-05-01T10:20:30".month', '5', null],
    ['@"P1Y2M" + @"-P3M"', 'P11M', null],
    ['@"P1DT2H" * 2', 'P2DT4H', null],
    ['2 * @"P1M"', 'P2M', null],
    ['@"P1Y" / 12', 'P1M', null],
    ['@"P1M" / 2', '- part-of-a-duration', null],
    ['@"P1D" / @"PT1H"', '24', null],
    ['@"P1D" / 0', 'null', null],
    ['-@"P1DT0.5S"', '-P1DT0.5S', null],
    ['abs(@"-P2D")', 'P2D', null],
    ['duration("PT0S")', 'PT0S', null],
    ['duration("P0Y")', 'P0M', null],
    ['duration("P")', '- no-such-day', null],
    ['duration("P1DX")', '- no-such-day', null],
    ['duration(school)', '- date-wants-text', null],
    ['duration("XP1D")', '- no-such-day', null],
    ['duration("P1DT1")', '- no-such-day', null],
    ['duration("P1YX")', '- no-such-day', null],
    ['duration("XP1Y")', '- no-such-day', null],
    ['@"P1D" = @"PT24H"', 'true', null],
    ['@"P1D" < @"P1M"', '- types-differ', null],
    ['@"P1Y2M".years', '1', null],
    ['@"P1Y2M".months', '2', null],
    ['@"-P1DT2H3M4S".days', '-1', null],
    ['@"P1DT2H3M4S".hours', '2', null],
    ['@"P1DT2H3M4S".minutes', '3', null],
    ['@"P1DT2H3M4S".seconds', '4', null],
    ['years and months duration(@"2024-01-31", @"2025-03-30")', 'P1Y1M', null],
    ['years and months duration(@"2025-03-30", @"2024-01-31")', '-P1Y1M', null],
    ['years and months duration(@"2025-03-31", @"2024-01-30")', '-P1Y2M', null],
    ['day of year(@"2024-12-31")', '366', null],
    ['day of week(@"2025-01-05")', '"Sunday"', null],
    ['month of year(@"2025-02-01")', '"February"', null],
    ['week of year(@"2026-12-31")', '53', null],
    ['week of year(@"2027-01-03")', '53', null],
    ['week of year(@"2024-12-30")', '1', null],
  ])('%s', (text, value, date) => {
    expect(standard(text)).toBe(date === null ? value : `"${date}"`);
  });
});

describe('whatever is written', () => {
  const values = [
    '1',
    '-2.5',
    '1e500',
    '"a"',
    '"2025-02-30"',
    'true',
    'null',
    'missing',
    'maybe',
    '[]',
    '[1, null]',
    '["a", "b"]',
    '[true]',
    '@"2025-01-31"',
    '@"9999-12-31"',
    '@"10:00:00+01:00"',
    '@"10:00:00@Asia/Shanghai"',
    '@"2025-01-01T10:00:00"',
    '@"2025-01-01T10:00:00Z"',
    '@"P1Y2M"',
    '@"-P1DT2H"',
    '[@"2025-01-31", @"2024-02-29"]',
  ];
  const functions = [...functionNames].filter((name) => name !== 'duration');
  const operators = ['+', '-', '*', '/', '**', '=', '!=', '<', '>=', 'and', 'or', 'in', 'in <'];
  const { expression } = fc.letrec<{ expression: string }>((tie) => {
    const part = tie('expression');
    return {
      expression: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...values),
        fc
          .tuple(fc.constantFrom(...functions), fc.array(part, { minLength: 1, maxLength: 3 }))
          .map(([name, given]) => `${name}(${given.join(', ')})`),
        fc.tuple(part, fc.constantFrom(...operators), part).map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
        fc.tuple(part, part).map(([list, place]) => `(${list})[${place}]`),
        fc.tuple(part, part, part).map(([a, b, c]) => `if ${a} then ${b} else ${c}`),
        fc.tuple(part, part).map(([list, body]) => `for x in (${list}) return ${body}`),
        fc
          .tuple(part, fc.constantFrom('year', 'hour', 'time offset', 'days', 'weekday'))
          .map(([of, name]) => `(${of}).${name}`),
      ),
    };
  });

  test('has a value or a reason why not; nothing is thrown', () => {
    fc.assert(
      fc.property(expression, (text) => {
        expect(['typed', 'refused']).toContain(expressionValue(text, 'standard', names).kind);
      }),
      { numRuns: 3000 },
    );
  });

  test('any text at all too', () => {
    const piece = fc.constantFrom(
      ...values,
      ...operators,
      ...functions,
      '(',
      ')',
      '[',
      ']',
      '..',
      ',',
      ':',
      '.',
      'instance of',
      '<',
      '{',
      '?',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 12 }), (pieces) => {
        expect(['typed', 'refused']).toContain(expressionValue(pieces.join(' '), 'standard', names).kind);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a pack is written in less', () => {
  test.each(['null', '@"P1D"', '1 instance of number', 'upper case("a")', '"a" < "b"', '"a" + "b"', '[1, 2][1]', '.5'])(
    '%s is refused',
    (text) => {
      expect(expressionValue(text, 'pack', new Map()).kind).toBe('refused');
    },
  );
});
