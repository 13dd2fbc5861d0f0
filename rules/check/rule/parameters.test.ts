import { describe, expect, test } from 'vitest';
import { day, monthOf } from '../../../values/day.ts';
import { packWithRule, readText, smallPack } from '../../testing.ts';
import type { Constant } from '../expression/checked.ts';

/** What the rule has for the parameter `p`, or the codes of its findings. */
function valueOf(type: string, written: string): Constant | undefined {
  const rule = `for: person as e
facts: { nights: int }
parameters:
  one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 }
  p: { type: ${type}, values: { 2025-01-01: ${written} }, source: order 一, words: { zh: 甲, en: a } }
eligible: e.nights > 0
amount: one
`;
  return packWithRule(rule).rule.parameters.get('p')?.values[0]?.value;
}

describe('a value of a parameter, as packs write it', () => {
  test.each<[string, string, Constant]>([
    ['money', '0.05', 5n],
    ['money', '-12.50', -1250n],
    ['int', '0', 0n],
    ['int', '-999999999999999', -999_999_999_999_999n],
    ['ratio', '3', { numerator: 3n, denominator: 1n }],
    ['ratio', '0.35', { numerator: 35n, denominator: 100n }],
    ['ratio', '-1.5', { numerator: -15n, denominator: 10n }],
    ['ratio', '999999999.999999', { numerator: 999_999_999_999_999n, denominator: 1_000_000n }],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['date', '2024-02-29', day('2024-02-29')],
    ['month', '2024-02', monthOf(day('2024-02-29'))],
    ['text', '城镇', '城镇'],
  ])('%s %s', (type, written, value) => {
    expect(valueOf(type, written)).toEqual(value);
  });

  test.each([
    ['money', '1.005'],
    ['int', '1.0'],
    ['int', '1000000000000000'],
    ['int', '01'],
    ['ratio', '01.5'],
    ['ratio', '1.'],
    ['ratio', '.5'],
    ['ratio', '0.1234567'],
    ['ratio', '1000000000'],
    ['ratio', '50%'],
    ['boolean', 'yes'],
    ['boolean', 'True'],
    ['date', '2025-02-29'],
    ['date', '2025-02'],
    ['month', '2025-13'],
  ])('%s %s is none', (type, written) => {
    expect(() => valueOf(type, written)).toThrow(/bad-value/);
  });
});

test('a parameter of a type that there is not is told once, and its values are not read', () => {
  const read = readText(smallPack.replace('    type: int\n', '    type: integer\n'));
  const errors = read.kind === 'findings' ? read.findings.filter(({ severity }) => severity === 'error') : [];
  expect(errors.map(({ code, didYouMean }) => [code, didYouMean])).toEqual([['expected-one-of', 'int']]);
});

test('words that name a parameter with another value later in the period are refused as the rule is', () => {
  const read = readText(
    smallPack
      .replace('2027-01-01: 120.00', '2026-07-01: 120.00')
      .replace('amount: rate * counted', 'amount: valueAt(rate, period.first) * counted'),
  );
  const found = read.kind === 'findings' ? read.findings.filter(({ severity }) => severity === 'error') : [];
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['parameter-changes-within']));
  expect(found.map(({ span }) => span.endColumn - span.column)).toEqual(['{rate}'.length, '{rate}'.length]);
});
