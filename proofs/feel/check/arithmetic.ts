import type { Checked } from '../../../rules/check/expression/checked.ts';
import { type Checking, faultAt, marked, typesTold } from '../../../rules/check/expression/fault-at.ts';
import { type Base, isFault, scalar } from '../../../rules/check/expression/types.ts';
import type { Stretch } from '../../../rules/syntax/expression.ts';
import { base, beyond, durations, faulty, nullable } from './types.ts';

const moments: ReadonlySet<Base> = new Set<Base>(['date', base.time, base.dateTime]);

/** What `left operator right` gives beyond numbers; a pair that isn't here has no meaning, or is null in the standard. */
function sumOf(operator: '+' | '-', left: Base, right: Base): Base | undefined {
  if (left === 'text' && right === 'text' && operator === '+') return 'text';
  if (durations.has(left) && left === right) return left;
  const after = (moment: Base, duration: Base): Base | undefined =>
    moments.has(moment) && durations.has(duration) && !(moment === base.time && duration === base.months)
      ? moment
      : undefined;
  if (operator === '+') return after(left, right) ?? after(right, left);
  const areDays = [left, right].every((of) => of === 'date' || of === base.dateTime);
  return areDays || (left === base.time && right === base.time) ? base.days : after(left, right);
}

function scaledBy(operator: '*' | '/' | '**', left: Base, right: Base): Base | undefined {
  if (operator === '**') return undefined;
  if (durations.has(left) && right === base.number) return left;
  if (operator === '*') return left === base.number && durations.has(right) ? right : undefined;
  return durations.has(left) && left === right ? base.number : undefined;
}

const names = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '**': 'power' } as const;

/** Numbers are added and multiplied exactly, as packs do it, and then rounded to 34 digits. */
export function checkArithmetic(
  checking: Checking,
  place: Stretch,
  operator: keyof typeof names,
  left: Checked,
  right: Checked,
): Checked {
  if (isFault(left.type) || isFault(right.type)) return faulty(checking, place);
  const [a, b] = [left.type.base, right.type.base];
  if (!left.type.list && !right.type.list) {
    const isSum = operator === '+' || operator === '-';
    const areNumbers = a === base.number && b === base.number;
    const found = areNumbers ? base.number : isSum ? sumOf(operator, a, b) : scaledBy(operator, a, b);
    if (found !== undefined) return beyond(checking, place, names[operator], [left, right], nullable(found));
  }
  const { values } = typesTold(left.type, right.type);
  return faultAt(checking, place, 'no-such-arithmetic', { values: { ...values, operator } });
}

/** `-x`: of a number as packs do it. */
export function negated(checking: Checking, place: Stretch, value: Checked): Checked {
  const { type } = value;
  if (isFault(type)) return value;
  if (!type.list && durations.has(type.base)) return beyond(checking, place, 'negate', [value], type);
  if (type.list || type.base !== base.number)
    return faultAt(checking, place, 'wrong-type', typesTold(scalar(base.number), type));
  if (value.kind !== 'constant')
    return { kind: 'operation', operation: 'negate', operands: [value], type, ...marked(checking, place) };
  const number = value.value;
  if (typeof number === 'bigint') return { ...value, value: -number, ...marked(checking, place) };
  const negative = typeof number === 'object' ? { ...number, numerator: -number.numerator } : number;
  return { ...value, value: negative, ...marked(checking, place) };
}
