import type { Fraction } from '../../check/expression/checked.ts';

/** A half to the even neighbour, or away from zero; `up` is away from zero and `down` towards it, all as DMN 1.5 has them. */
export type Rounding = 'half-even' | 'half-up' | 'up' | 'down';

function isRoundedUp(rounding: Rounding, rest: bigint, denominator: bigint, isOdd: boolean): boolean {
  const toHalf = rest * 2n - denominator;
  switch (rounding) {
    case 'half-even':
      return toHalf > 0n || (toHalf === 0n && isOdd);
    case 'half-up':
      return toHalf >= 0n;
    case 'up':
      return rest > 0n;
    case 'down':
      return false;
  }
}

/** The whole number to which `numerator / denominator` is rounded. */
export function wholeOf({ numerator, denominator }: Fraction, rounding: Rounding): bigint {
  const positive = numerator < 0n ? -numerator : numerator;
  const [whole, rest] = [positive / denominator, positive % denominator];
  const rounded = whole + (isRoundedUp(rounding, rest, denominator, whole % 2n === 1n) ? 1n : 0n);
  return numerator < 0n ? -rounded : rounded;
}
