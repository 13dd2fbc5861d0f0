import * as fc from 'fast-check';
import { evaluate as feelin } from 'feelin';
import { describe, expect, test } from 'vitest';
import { scalar } from '../../check/expression/types.ts';
import { expressionValue, type TypedValue } from '../testing/expression-value.ts';
import { valueOnWire } from '../tell/value-words.ts';

/** What packs may write after `in`, and powers, have the value that another engine gives. */

const names = (nights: number, school: string): ReadonlyMap<string, TypedValue> =>
  new Map([
    ['nights', { kind: 'typed', type: scalar('int'), value: BigInt(nights) }],
    ['school', { kind: 'typed', type: scalar('text'), value: school }],
  ]);

function ours(text: string, nights: number, school: string): string {
  const found = expressionValue(text, names(nights, school));
  return found.kind === 'typed' ? String(valueOnWire(found.value)) : `refused: ${found.reason}`;
}

const theirs = (text: string, nights: number, school: string): string =>
  JSON.stringify(feelin(text, { nights, school }).value);

const whole = fc.integer({ min: 0, max: 20 });
const range = fc
  .record({ low: whole, more: whole, open: fc.constantFrom('[', '('), close: fc.constantFrom(']', ')') })
  .map(({ low, more, open, close }) => `${open}${low}..${low + more}${close}`);
const compared = fc
  .record({ operator: fc.constantFrom('<', '<=', '>', '>='), than: whole })
  .map(({ operator, than }) => `${operator} ${than}`);
const aTest = fc.oneof(whole.map(String), range, compared);
const tests = fc.oneof(
  compared,
  range,
  fc.array(aTest, { minLength: 1, maxLength: 4 }).map((several) => `(${several.join(', ')})`),
  fc.array(range, { minLength: 1, maxLength: 3 }).map((several) => `[${several.join(', ')}]`),
  fc.array(whole, { minLength: 1, maxLength: 4 }).map((several) => `[${several.join(', ')}]`),
);

describe('what packs may write has the value that another engine gives', () => {
  test('tests after in', () => {
    fc.assert(
      fc.property(whole, tests, (nights, after) => {
        const text = `nights in ${after}`;
        expect(`${text}: ${ours(text, nights, '')}`).toBe(`${text}: ${theirs(text, nights, '')}`);
      }),
      { numRuns: 300 },
    );
  });

  test('whole powers', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 6 }), fc.constantFrom('', '-'), (nights, power, sign) => {
        const text = `${sign}nights ** ${power} + 2 * 3 ** 2 ** 2`;
        expect(ours(text, nights, '')).toBe(theirs(text, nights, ''));
      }),
    );
  });

  test.each([
    ['school in "primary"', 'primary', 'true'],
    ['school in != "primary"', 'middle', 'true'],
    ['school in = "primary"', 'middle', 'false'],
    ['school in ("middle", "primary")', 'primary', 'true'],
    ['@"2025-02-28" < date("2025-03-01")', '', 'true'],
    ['@"2025-02-28" in [date("2025-02-28")..@"2025-03-01")', '', 'true'],
  ])('%s', (text, school, value) => {
    expect(ours(text, 1, school)).toBe(value);
  });

  test.each([
    ['nights in < "a"', 'types-differ'],
    ['nights in (1, "a")', 'types-differ'],
    ['nights in (1, [2..date("2025-01-01")])', 'types-differ'],
    ['school in < "b"', 'not-ordered'],
    ['nights in < 5 and true', 'wants-brackets'],
    ['@"2025-02-30"', 'no-such-day'],
    ['2 ** nights', 'exponent-not-constant'],
    ['nights ** 0', 'exponent-not-constant'],
    ['nights ** 1.5', 'exponent-not-constant'],
    ['school ** 2', 'wrong-type'],
  ])('%s is refused', (text, code) => {
    expect(ours(text, 1, 'primary')).toBe(`refused: ${code}`);
  });
});
