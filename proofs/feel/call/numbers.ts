import { NotInProfile } from '../value/not-in-profile.ts';
import { decimal128, reduced, type Rounding, timesTen, withDecimals } from '../value/decimal.ts';
import { type FeelCall, strict } from './call.ts';
import { feelNull, isNull, wholeNumber } from '../value/null.ts';
import { isMoment, isTemporal } from '../value/temporal.ts';
import { asNumber, asText, type Value } from '../../../rules/explain/compile/values.ts';

/** Decimals that a number may have, or zeros before the point: decimal128's exponents. */
const [leastScale, mostScale] = [-6111n, 6176n];

const rounded = (rounding: Rounding): FeelCall =>
  strict(([n = feelNull, scale = 0n]) => {
    const decimals = wholeNumber(scale);
    if (decimals < leastScale || decimals > mostScale) return feelNull;
    return decimal128(asNumber(withDecimals(asNumber(n), Number(decimals), rounding)));
  });

/** The remainder that has the divisor's sign. */
function modulo(dividend: Value, divisor: Value): Value {
  const [a, b] = [asNumber(dividend), asNumber(divisor)];
  if (b.numerator === 0n) return feelNull;
  const [x, y] = [a.numerator * b.denominator, b.numerator * a.denominator];
  const rest = x % y;
  const signed = rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest;
  return decimal128({ numerator: signed, denominator: a.denominator * b.denominator });
}

function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The square root in 34 digits. */
export function squareRoot(value: Value): Value {
  const number = asNumber(value);
  if (number.numerator < 0n) return feelNull;
  const decimals = 40 + String(number.denominator).length;
  const { numerator, denominator } = timesTen(number, 2 * decimals);
  const square = numerator / denominator;
  const root = wholeRoot(square);
  // A digit beyond all that count stands for the rest that is cut off.
  const isExact = root * root * denominator === numerator;
  const shown = { numerator: root * 10n + (isExact ? 0n : 1n), denominator: 1n };
  return decimal128(timesTen(shown, -decimals - 1));
}

function parsedNumber(from: string, grouping: Value, decimal: Value): Value {
  const [group, point] = [isNull(grouping) ? '' : asText(grouping), isNull(decimal) ? '.' : asText(decimal)];
  if (!['', ' ', ',', '.'].includes(group) || !['.', ','].includes(point) || group === point) return feelNull;
  const plain = (group === '' ? from : from.replaceAll(group, '')).replace(point, '.');
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (match === null) return feelNull;
  const [, sign = '', whole = '', decimals = ''] = match;
  const numerator = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  return decimal128({ numerator, denominator: 10n ** BigInt(decimals.length) });
}

function absolute(value: Value): Value {
  if (isTemporal(value) && !isMoment(value))
    return { ...value, amount: value.amount < 0n ? -value.amount : value.amount };
  const { numerator, denominator } = asNumber(value);
  return reduced({ numerator: numerator < 0n ? -numerator : numerator, denominator });
}

const isEven = (value: Value): boolean => {
  const whole = reduced(asNumber(value));
  if (typeof whole !== 'bigint') throw new NotInProfile('number-not-whole');
  return whole % 2n === 0n;
};

export const numberCalls: Readonly<Record<string, FeelCall>> = {
  abs: strict(([n = feelNull]) => absolute(n)),
  floor: rounded('floor'),
  ceiling: rounded('ceiling'),
  'round up': rounded('up'),
  'round down': rounded('down'),
  'round half up': rounded('half-up'),
  'round half down': rounded('half-down'),
  decimal: rounded('half-even'),
  modulo: strict(([a = feelNull, b = feelNull]) => modulo(a, b)),
  sqrt: strict(([n = feelNull]) => squareRoot(n)),
  even: strict(([n = feelNull]) => isEven(n)),
  odd: strict(([n = feelNull]) => !isEven(n)),
  number: ([from = feelNull, grouping = feelNull, decimal = feelNull]) =>
    isNull(from) ? feelNull : parsedNumber(asText(from), grouping, decimal),
};
