import { numberOf as numberOfPacks } from '../../../rules/check/expression/check-operation.ts';
import type { Fraction } from '../../../rules/check/expression/checked.ts';

/** A number as packs write it, or as the standard does besides: `1.2e3`. */
export function numberOf(digits: string): bigint | Fraction {
  const [mantissa = '', power] = digits.toLowerCase().split('e');
  const value = numberOfPacks(mantissa);
  return power === undefined ? value : scaledByTen(value, Number(power));
}

function scaledByTen(value: bigint | Fraction, power: number): bigint | Fraction {
  const { numerator, denominator } = typeof value === 'bigint' ? { numerator: value, denominator: 1n } : value;
  const factor = 10n ** BigInt(Math.abs(power));
  const scaled =
    power < 0 ? { numerator, denominator: denominator * factor } : { numerator: numerator * factor, denominator };
  return scaled.numerator % scaled.denominator === 0n ? scaled.numerator / scaled.denominator : scaled;
}
