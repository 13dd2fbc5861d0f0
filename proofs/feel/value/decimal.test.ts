import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal128, decimalText, reduced, type Rounding, withDecimals } from './decimal.ts';

const over = (numerator: bigint, denominator: bigint): { numerator: bigint; denominator: bigint } => ({
  numerator,
  denominator,
});

describe("FEEL's numbers have 34 digits", () => {
  test.each([
    ['1/3', over(1n, 3n), `0.${'3'.repeat(34)}`],
    ['2/3 is rounded up', over(2n, 3n), `0.${'6'.repeat(33)}7`],
    ['-2/3 away from zero', over(-2n, 3n), `-0.${'6'.repeat(33)}7`],
    ['2000/3 has fewer decimals', over(2000n, 3n), `666.${'6'.repeat(30)}7`],
    ['1/300 has more', over(1n, 300n), `0.00${'3'.repeat(34)}`],
    ['34 digits stay', over(10n ** 34n - 1n, 1n), '9'.repeat(34)],
    ['35 digits are rounded', over(10n ** 35n - 1n, 1n), `1${'0'.repeat(35)}`],
    ['a half goes to the even neighbour below', over(10n ** 35n + 5n, 10n), `1${'0'.repeat(34)}`],
    ['a half goes to the even neighbour above', over(10n ** 34n + 15n, 10n), `1${'0'.repeat(32)}2`],
    ['a whole fraction is whole', over(-10n, 5n), '-2'],
    ['zero', over(0n, 7n), '0'],
  ])('%s', (_, exact, text) => {
    expect(decimalText(decimal128(exact))).toBe(text);
  });

  test('a tie of 35 digits goes to the even one, whichever side that is', () => {
    const even = 10n ** 33n * 2n;
    expect(decimalText(decimal128(over(even * 10n + 5n, 10n)))).toBe(String(even));
    expect(decimalText(decimal128(over((even + 1n) * 10n + 5n, 10n)))).toBe(String(even + 2n));
  });

  test('no other number of 34 digits is nearer', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }),
        fc.bigInt({ min: 1n, max: 10n ** 50n }),
        (n, d) => {
          const rounded = decimalText(decimal128(over(n, d)));
          const digits = rounded.replace(/^-/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
          expect(digits.length).toBeLessThanOrEqual(34);
          const found = decimal128(over(n, d));
          const { numerator, denominator } = typeof found === 'bigint' ? over(found, 1n) : found;
          const size = (value: bigint): bigint => (value < 0n ? -value : value);
          // Off by at most half a unit in the 34th digit: 5 in the 35th of its own size.
          const error = size(numerator * d - n * denominator) * 2n * 10n ** 33n;
          expect(error <= size(n) * denominator).toBe(true);
        },
      ),
    );
  });
});

describe('rounding to decimals', () => {
  const inTwos = ([text, value]: readonly [string, ReturnType<typeof over>]): [string, ReturnType<typeof over>] => [
    text,
    value,
  ];
  const values = [
    inTwos(['1.125', over(1125n, 1000n)]),
    inTwos(['-1.125', over(-1125n, 1000n)]),
    inTwos(['1.135', over(1135n, 1000n)]),
    inTwos(['1.1201', over(11201n, 10000n)]),
    inTwos(['-1.1201', over(-11201n, 10000n)]),
    inTwos(['1.12', over(112n, 100n)]),
  ];
  const expected: Readonly<Record<Rounding, readonly string[]>> = {
    'half-even': ['1.12', '-1.12', '1.14', '1.12', '-1.12', '1.12'],
    'half-up': ['1.13', '-1.13', '1.14', '1.12', '-1.12', '1.12'],
    'half-down': ['1.12', '-1.12', '1.13', '1.12', '-1.12', '1.12'],
    up: ['1.13', '-1.13', '1.14', '1.13', '-1.13', '1.12'],
    down: ['1.12', '-1.12', '1.13', '1.12', '-1.12', '1.12'],
    floor: ['1.12', '-1.13', '1.13', '1.12', '-1.13', '1.12'],
    ceiling: ['1.13', '-1.12', '1.14', '1.13', '-1.12', '1.12'],
  };

  test.each(Object.entries(expected))('%s', (rounding, texts) => {
    expect(values.map(([, value]) => decimalText(withDecimals(value, 2, rounding as Rounding)))).toEqual(texts);
  });

  test('negative decimals are tens', () => {
    expect(withDecimals(over(1250n, 1n), -2, 'half-even')).toBe(1200n);
    expect(withDecimals(over(1250n, 1n), -2, 'half-up')).toBe(1300n);
  });

  test('lowest terms, and whole when the denominator goes', () => {
    expect(reduced(over(10n, 4n))).toEqual(over(5n, 2n));
    expect(reduced(over(-10n, 5n))).toBe(-2n);
  });
});
