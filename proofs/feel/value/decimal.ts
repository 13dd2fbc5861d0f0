import type { Fraction } from '../../../rules/check/expression/checked.ts';
import { type Rounding as PackRounding, wholeOf as roundedTo } from '../../../rules/explain/compile/rounding.ts';
import { NotInProfile } from './not-in-profile.ts';

// FEEL's numbers: 34 decimal digits, the half to the even neighbour (DMN 1.5, 10.3.2.3.1; IEEE 754 decimal128).

const digits = 34;

const size = (value: bigint): bigint => (value < 0n ? -value : value);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [size(a), size(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export type Rounding = PackRounding | 'half-down' | 'floor' | 'ceiling';

/** By the roundings that packs have. */
function wholeOf(value: Fraction, rounding: Rounding): bigint {
  const isNegative = value.numerator < 0n;
  if (rounding === 'floor') return roundedTo(value, isNegative ? 'up' : 'down');
  if (rounding === 'ceiling') return roundedTo(value, isNegative ? 'down' : 'up');
  if (rounding !== 'half-down') return roundedTo(value, rounding);
  const isHalf = (size(value.numerator) * 2n) % (value.denominator * 2n) === value.denominator;
  return roundedTo(value, isHalf ? 'down' : 'half-up');
}

/** `value` times ten to the power `by`. */
export function timesTen({ numerator, denominator }: Fraction, by: number): Fraction {
  const factor = 10n ** BigInt(Math.abs(by));
  return by < 0 ? { numerator, denominator: denominator * factor } : { numerator: numerator * factor, denominator };
}

/** In lowest terms; a whole number as such. */
export function reduced({ numerator, denominator }: Fraction): bigint | Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator);
  const whole = denominator / divisor === 1n;
  return whole ? numerator / divisor : { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The value rounded to so many decimals; negative ones are tens, hundreds and so on. */
export function withDecimals(value: Fraction, decimals: number, rounding: Rounding): bigint | Fraction {
  const whole = wholeOf(timesTen(value, decimals), rounding);
  return reduced(timesTen({ numerator: whole, denominator: 1n }, -decimals));
}

/** decimal128 ends a little beyond; nothing that is counted comes near. */
const mostMagnitude = 6000;

/** The number that FEEL has for an exact value. */
export function decimal128(value: Fraction): bigint | Fraction {
  if (value.numerator === 0n) return 0n;
  // One digit more or less than the fraction's own magnitude: the second look settles it.
  const guess = String(size(value.numerator)).length - String(value.denominator).length;
  if (Math.abs(guess) > mostMagnitude) throw new NotInProfile('number-too-large');
  const limit = 10n ** BigInt(digits);
  for (let decimals = digits - guess + 1; ; decimals -= 1) {
    const whole = wholeOf(timesTen(value, decimals), 'half-even');
    // Rounding may carry to one digit more, which is then a zero and no loss.
    if (size(whole) <= limit) return reduced(timesTen({ numerator: whole, denominator: 1n }, -decimals));
  }
}

/** The value in decimal digits, as FEEL's `string` gives it. Only for fractions that end. */
export function decimalText(value: bigint | Fraction): string {
  if (typeof value === 'bigint') return String(value);
  let decimals = 0;
  while ((value.numerator * 10n ** BigInt(decimals)) % value.denominator !== 0n) decimals += 1;
  const scaled = (size(value.numerator) * 10n ** BigInt(decimals)) / value.denominator;
  const text = String(scaled).padStart(decimals + 1, '0');
  const point = text.length - decimals;
  return `${value.numerator < 0n ? '-' : ''}${text.slice(0, point)}.${text.slice(point)}`;
}
