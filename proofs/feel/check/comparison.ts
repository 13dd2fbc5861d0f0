import type { Checked, Ends } from '../../../rules/check/expression/checked.ts';
import { type Checking, faultAt, marked, typesTold } from '../../../rules/check/expression/fault-at.ts';
import { type Base, faultType, isFault, scalar } from '../../../rules/check/expression/types.ts';
import type { Expression, Stretch, TestOperator } from '../../../rules/syntax/expression.ts';
import { base, beyond, faulty, leading, nullable, temporals } from './types.ts';

type Membership = Extract<Expression, { kind: 'in-list' }>;
type Read = (part: Expression) => Checked;

const ordered: ReadonlySet<Base> = new Set<Base>([base.number, 'text', 'date', ...temporals]);
const comparable: ReadonlySet<Base> = new Set<Base>([...ordered, 'boolean', base.null]);

/**
 * The parts, of one type or null; undefined after reporting why not. Parts that are faulty make the whole faulty without another report.
 */
export function compatible(
  checking: Checking,
  place: Stretch,
  parts: readonly Checked[],
  { ordered: mustBeOrdered }: { ordered: boolean },
): readonly Checked[] | undefined {
  if (parts.some((part) => isFault(part.type))) return undefined;
  const first = leading(parts);
  if (first === undefined) return undefined;
  if (first.type.list || !(mustBeOrdered ? ordered : comparable).has(first.type.base)) {
    faultAt(checking, place, mustBeOrdered ? 'not-ordered' : 'not-comparable', typesTold(first.type, first.type));
    return undefined;
  }
  const isOther = ({ type }: Checked): boolean =>
    type.list || (type.base !== first.type.base && type.base !== base.null);
  const other = parts.find(isOther);
  if (other === undefined) return parts;
  faultAt(checking, place, 'types-differ', typesTold(first.type, other.type));
  return undefined;
}

const areTemporal = (parts: readonly Checked[]): boolean => temporals.has(leading(parts)?.type.base ?? base.null);

const comparisons = { '<': 'less', '<=': 'at-most', '>': 'more', '>=': 'at-least' } as const;

export function checkComparison(
  checking: Checking,
  place: Stretch,
  operator: TestOperator,
  left: Checked,
  right: Checked,
): Checked {
  if (operator === '=' || operator === '!=') return equality(checking, place, operator, left, right);
  const operands = compatible(checking, place, [left, right], { ordered: true });
  if (operands === undefined) return faulty(checking, place);
  const type = nullable('boolean');
  if (areTemporal(operands)) return beyond(checking, place, 'compare', operands, type, operator);
  return { kind: 'operation', operation: comparisons[operator], operands, type, ...marked(checking, place) };
}

/** `=` and `!=` of two of a kind, or of anything and null. */
function equality(checking: Checking, place: Stretch, operator: '=' | '!=', left: Checked, right: Checked): Checked {
  const [a, b] = [left.type, right.type];
  const sameKind = a.base === b.base && a.list === b.list;
  // The empty list is a list of null.
  const hasNull = [a, b].some(({ base: of, list }) => of === base.null && (!list || (a.list && b.list)));
  if (isFault(a) || isFault(b) || (!sameKind && !hasNull)) {
    compatible(checking, place, [left, right], { ordered: false });
    return faulty(checking, place);
  }
  const equal = beyond(checking, place, 'equal', [left, right], scalar('boolean'));
  if (operator === '=') return equal;
  const mark = marked(checking, place);
  return { kind: 'operation', operation: 'not', operands: [equal], type: scalar('boolean'), ...mark };
}

/** `value` between `low` and `high`, which are its parts in this order. */
export function checkWithin(checking: Checking, place: Stretch, parts: readonly Checked[], ends: Ends): Checked {
  const [value, low, high] = compatible(checking, place, parts, { ordered: true }) ?? [];
  if (value === undefined || low === undefined || high === undefined) return faulty(checking, place);
  const type = nullable('boolean');
  if (areTemporal([value, low, high])) {
    const brackets = `${ends.low ? '[' : '('}${ends.high ? ']' : ')'}`;
    return beyond(checking, place, 'within', [value, low, high], type, brackets);
  }
  return { kind: 'within', operands: [value, low, high], ends, type, ...marked(checking, place) };
}

/** `value in (…)`: any of values to equal, lists to be in, tests such as `< 5`, and ranges. */
export function checkMembership(checking: Checking, expression: Membership, read: Read): Checked {
  const value = read(expression.value);
  const tests = expression.list.map((test) => checkTest(checking, value, test, read));
  const [first, ...rest] = tests;
  if (first === undefined) return among(checking, expression, value);
  return rest.reduce((before, test) => either(checking, expression, before, test), first);
}

/** Of no values at all. */
function among(checking: Checking, place: Stretch, value: Checked): Checked {
  const operands = compatible(checking, place, [value], { ordered: false });
  if (operands === undefined) return faulty(checking, place);
  return { kind: 'operation', operation: 'one-of', operands, type: nullable('boolean'), ...marked(checking, place) };
}

function either(checking: Checking, place: Stretch, left: Checked, right: Checked): Checked {
  const mark = marked(checking, place);
  if (isFault(left.type) || isFault(right.type)) return { kind: 'fault', type: faultType, ...mark };
  return { kind: 'operation', operation: 'or', operands: [left, right], type: nullable('boolean'), ...mark };
}

function checkTest(checking: Checking, value: Checked, test: Expression, read: Read): Checked {
  if (test.kind === 'test') return checkComparison(checking, test, test.operator, value, read(test.operand));
  if (test.kind === 'range') {
    const ends = { low: test.lowIncluded, high: test.highIncluded };
    return checkWithin(checking, test, [value, read(test.low), read(test.high)], ends);
  }
  const item = read(test);
  const { base: of, list } = value.type;
  const mayHold = item.type.list && !list && (of === item.type.base || item.type.base === base.null);
  if (!mayHold) return checkComparison(checking, test, '=', value, item);
  return beyond(checking, test, 'in-list', [value, item], nullable('boolean'));
}
