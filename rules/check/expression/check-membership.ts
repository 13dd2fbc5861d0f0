import type { Expression, Stretch } from '../../syntax/expression.ts';
import type { Checked, Ends } from './checked.ts';
import { type Checking, marked } from './fault-at.ts';
import { checkComparison, compatible } from './check-operation.ts';
import { refuseOtherValues } from './refuse-unlisted.ts';
import { faultType, isFault, scalar } from './types.ts';

type Membership = Extract<Expression, { kind: 'in-list' }>;
type Read = (part: Expression) => Checked;

const nullableAmong = (parts: readonly Checked[]): boolean => parts.some((part) => part.type.nullable);

/** `value` between `low` and `high`, which are its parts in this order. */
export function checkWithin(checking: Checking, place: Stretch, parts: readonly Checked[], ends: Ends): Checked {
  const united = compatible(checking, place, parts, { ordered: true });
  const [value, low, high] = united ?? [];
  const mark = marked(checking, place);
  if (value === undefined || low === undefined || high === undefined)
    return { kind: 'fault', type: faultType, ...mark };
  const type = scalar('boolean', nullableAmong([value, low, high]));
  return { kind: 'within', operands: [value, low, high], ends, type, ...mark };
}

/** `value in (…)`: any of values to equal, tests such as `< 5`, and ranges. */
export function checkMembership(checking: Checking, expression: Membership, read: Read): Checked {
  const value = read(expression.value);
  const plain = expression.list.every(({ kind }) => kind !== 'test' && kind !== 'range');
  if (plain) {
    const parts = [value, ...expression.list.map(read)];
    const refused = refuseOtherValues(checking, [expression.value, ...expression.list], parts);
    return refused ?? oneOf(checking, expression, parts);
  }
  const tests = expression.list.map((test) => checkTest(checking, expression.value, value, test, read));
  const [first = oneOf(checking, expression, [value]), ...rest] = tests;
  return rest.reduce((before, test) => either(checking, expression, before, test), first);
}

function oneOf(checking: Checking, place: Stretch, parts: readonly Checked[]): Checked {
  const operands = compatible(checking, place, parts, { ordered: false });
  const mark = marked(checking, place);
  if (operands === undefined) return { kind: 'fault', type: faultType, ...mark };
  const type = scalar('boolean', nullableAmong(operands));
  return { kind: 'operation', operation: 'one-of', operands, type, ...mark };
}

function either(checking: Checking, place: Stretch, left: Checked, right: Checked): Checked {
  const mark = marked(checking, place);
  if (isFault(left.type) || isFault(right.type)) return { kind: 'fault', type: faultType, ...mark };
  const type = scalar('boolean', nullableAmong([left, right]));
  return { kind: 'operation', operation: 'or', operands: [left, right], type, ...mark };
}

function checkTest(checking: Checking, valueAt: Stretch, value: Checked, test: Expression, read: Read): Checked {
  if (test.kind === 'test') {
    const operand = read(test.operand);
    const refused = refuseOtherValues(checking, [valueAt, test.operand], [value, operand]);
    return refused ?? checkComparison(checking, test, test.operator, value, operand);
  }
  if (test.kind === 'range') {
    const ends = { low: test.lowIncluded, high: test.highIncluded };
    return checkWithin(checking, test, [value, read(test.low), read(test.high)], ends);
  }
  const item = read(test);
  const refused = refuseOtherValues(checking, [valueAt, test], [value, item]);
  return refused ?? checkComparison(checking, test, '=', value, item);
}
