import type { BinaryOperator, Stretch } from '../../syntax/expression.ts';
import { type Checking, faultAt, marked, typesTold } from './fault-at.ts';
import type { Checked, Constant, Fraction, Operation } from './checked.ts';
import { type Base, faultType, isFault, scalar, type Type } from './types.ts';

type Mark = Pick<Checked, 'span' | 'text'>;

export function constantOf(value: Constant, base: Base, mark: Mark): Checked {
  return { kind: 'constant', value, type: scalar(base), ...mark };
}

/** `12` as a whole number, `0.35` as an exact fraction. */
export function numberOf(digits: string): bigint | Fraction {
  const [whole = '', decimals] = digits.split('.');
  if (decimals === undefined) return BigInt(whole);
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

const isFraction = (value: Constant): value is Fraction => typeof value === 'object';

/** A number written beside money is yuan: `monthly > 300.50`. Three decimals are no money. */
function asMoney(part: Checked): Checked {
  if (part.kind !== 'constant') return part;
  const { value } = part;
  if (typeof value === 'bigint') return { ...part, value: value * 100n, type: scalar('money') };
  if (!isFraction(value) || (value.numerator * 100n) % value.denominator !== 0n) return part;
  return { ...part, value: (value.numerator * 100n) / value.denominator, type: scalar('money') };
}

/** A whole number beside a ratio is a ratio too. */
function asRatio(part: Checked): Checked {
  if (part.kind === 'constant' && typeof part.value === 'bigint')
    return { ...part, value: { numerator: part.value, denominator: 1n }, type: scalar('ratio') };
  return part;
}

const isScalar = (part: Checked, base: Base): boolean => part.type.base === base && !part.type.list;

/** Numbers written in the pack take the unit of what they stand beside. */
function withCommonUnit(parts: readonly Checked[]): readonly Checked[] {
  if (parts.some((part) => part.type.base === 'money')) return parts.map(asMoney);
  return parts.some((part) => part.type.base === 'ratio') ? parts.map(asRatio) : parts;
}

const ordered: ReadonlySet<Base> = new Set<Base>(['int', 'money', 'ratio', 'date', 'month']);
const comparable: ReadonlySet<Base> = new Set<Base>([...ordered, 'boolean', 'text']);
/**
 * The parts in one unit and of one type, or undefined after reporting why not. Parts that are already faulty make
 * the whole faulty without another report.
 */
export function compatible(
  checking: Checking,
  place: Stretch,
  parts: readonly Checked[],
  { ordered: mustBeOrdered }: { ordered: boolean },
): readonly Checked[] | undefined {
  if (parts.some((part) => isFault(part.type))) return undefined;
  const united = withCommonUnit(parts);
  const [first] = united;
  if (first === undefined) return undefined;
  if (first.type.list || !(mustBeOrdered ? ordered : comparable).has(first.type.base)) {
    faultAt(checking, place, mustBeOrdered ? 'not-ordered' : 'not-comparable', typesTold(first.type, first.type));
    return undefined;
  }
  const other = united.find((part) => part.type.list || part.type.base !== first.type.base);
  if (other === undefined) return united;
  faultAt(checking, place, 'types-differ', typesTold(first.type, other.type));
  return undefined;
}

const comparisons = {
  '=': 'equal',
  '!=': 'unequal',
  '<': 'less',
  '<=': 'at-most',
  '>': 'more',
  '>=': 'at-least',
} as const satisfies Partial<Record<BinaryOperator, Operation>>;

export function checkComparison(
  checking: Checking,
  place: Stretch,
  operator: keyof typeof comparisons,
  left: Checked,
  right: Checked,
): Checked {
  const equality = operator === '=' || operator === '!=';
  const mark = marked(checking, place);
  const operands = compatible(checking, place, [left, right], { ordered: !equality });
  if (operands === undefined) return { kind: 'fault', type: faultType, ...mark };
  const type = scalar('boolean', left.type.nullable || right.type.nullable);
  return { kind: 'operation', operation: comparisons[operator], operands, type, ...mark };
}

/** Bases of what `left operator right` gives; a pair that isn't here has no meaning. */
const sums: ReadonlySet<Base> = new Set<Base>(['int', 'money', 'ratio']);

function productOf(left: Base, right: Base): Base | undefined {
  if (left === 'int' && right === 'int') return 'int';
  if (left === 'int' || right === 'int') return left === 'int' ? scaled(right) : scaled(left);
  if (left === 'ratio' && right === 'ratio') return 'ratio';
  return (left === 'ratio' && right === 'money') || (left === 'money' && right === 'ratio') ? 'unrounded' : undefined;
}

const scaled = (base: Base): Base | undefined => (base === 'money' || base === 'ratio' ? base : undefined);

function quotientOf(left: Base, right: Base): Base | undefined {
  if (right !== 'int') return undefined;
  if (left === 'int') return 'quotient';
  return left === 'money' ? 'unrounded' : undefined;
}

const arithmetic = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divide' } as const;

export function checkArithmetic(
  checking: Checking,
  place: Stretch,
  operator: keyof typeof arithmetic | '**',
  left: Checked,
  right: Checked,
): Checked {
  if (operator === '**') return checkPower(checking, place, left, right);
  const mark = marked(checking, place);
  if (isFault(left.type) || isFault(right.type)) return { kind: 'fault', type: faultType, ...mark };
  const isSum = operator === '+' || operator === '-';
  const operands = isSum ? withCommonUnit([left, right]) : [left, right];
  const [first = left, second = right] = operands;
  const base = resultBase(operator, first.type, second.type);
  if (base === undefined) return refusedArithmetic(checking, place, operator, first, second);
  if (operator === '/' && !isNonZeroConstant(right)) return faultAt(checking, place, 'divisor-not-constant');
  const type = scalar(base, left.type.nullable || right.type.nullable);
  return { kind: 'operation', operation: arithmetic[operator], operands, type, ...mark };
}

const mostFactors = 12n;

/** A power of which the exponent is a whole number written in the pack: so many factors. */
function checkPower(checking: Checking, place: Stretch, left: Checked, right: Checked): Checked {
  const mark = marked(checking, place);
  if (isFault(left.type) || isFault(right.type)) return { kind: 'fault', type: faultType, ...mark };
  const { base, list } = left.type;
  if (list || (base !== 'int' && base !== 'ratio'))
    return faultAt(checking, place, 'wrong-type', typesTold(scalar('int'), left.type));
  const exponent = right.kind === 'constant' && typeof right.value === 'bigint' ? right.value : 0n;
  if (exponent < 1n || exponent > mostFactors)
    return faultAt(checking, place, 'exponent-not-constant', { values: { most: String(mostFactors) } });
  let product = left;
  for (let factors = 1n; factors < exponent; factors += 1n)
    product = { kind: 'operation', operation: 'times', operands: [product, left], type: left.type, ...mark };
  return product;
}

function resultBase(operator: keyof typeof arithmetic, left: Type, right: Type): Base | undefined {
  if (left.list || right.list) return undefined;
  if (operator === '*') return productOf(left.base, right.base);
  if (operator === '/') return quotientOf(left.base, right.base);
  return left.base === right.base && sums.has(left.base) ? left.base : undefined;
}

function refusedArithmetic(
  checking: Checking,
  place: Stretch,
  operator: string,
  left: Checked,
  right: Checked,
): Checked {
  if (operator === '*' && isScalar(left, 'money') && isScalar(right, 'money'))
    return faultAt(checking, place, 'money-times-money');
  const rounding = new Set<Base>(['unrounded', 'quotient']);
  if (rounding.has(left.type.base) || rounding.has(right.type.base)) return faultAt(checking, place, 'round-first');
  const { values } = typesTold(left.type, right.type);
  return faultAt(checking, place, 'no-such-arithmetic', { values: { ...values, operator } });
}

function isNonZeroConstant(part: Checked): boolean {
  return part.kind === 'constant' && part.value !== 0n;
}

export function negated(checking: Checking, place: Stretch, value: Checked): Checked {
  const mark = marked(checking, place);
  if (isFault(value.type)) return value;
  if (value.type.list || !sums.has(value.type.base))
    return faultAt(checking, place, 'wrong-type', typesTold(scalar('int'), value.type));
  if (value.kind === 'constant') return { ...value, value: opposite(value.value), ...mark };
  return { kind: 'operation', operation: 'negate', operands: [value], type: value.type, ...mark };
}

function opposite(value: Constant): Constant {
  if (typeof value === 'bigint') return -value;
  return isFraction(value) ? { ...value, numerator: -value.numerator } : value;
}
