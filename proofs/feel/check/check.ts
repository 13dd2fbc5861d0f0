import { readDay } from '../../../values/day.ts';
import { checkBody, checkExpression } from '../../../rules/check/expression/check-expression.ts';
import { checkMember } from '../../../rules/check/expression/check-names.ts';
import { constantOf } from '../../../rules/check/expression/check-operation.ts';
import type { Checked } from '../../../rules/check/expression/checked.ts';
import { type Checking, type Dialect, faultAt, marked, typesTold } from '../../../rules/check/expression/fault-at.ts';
import { withVariable } from '../../../rules/check/expression/scope.ts';
import { faultType, isFault, listType, scalar } from '../../../rules/check/expression/types.ts';
import type { Expression, Stretch } from '../../../rules/syntax/expression.ts';
import { checkArithmetic, negated } from './arithmetic.ts';
import { checkCall } from './calls.ts';
import { checkComparison, checkMembership, checkWithin, compatible } from './comparison.ts';
import { checkInstanceOf } from './instance-of.ts';
import { checkAt } from './literals.ts';
import { numberOf } from './number-of.ts';
import { partOf } from './parts.ts';
import { base, beyond, leading, nullable } from './types.ts';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** What FEEL's standard checks otherwise than packs: there numbers are of one type, and null may stand anywhere. */
export const feelDialect: Dialect = (checking, expression) => {
  const check = (part: Expression): Checked => checkExpression(checking, part);
  switch (expression.kind) {
    case 'number':
      return constantOf(numberOf(expression.digits), base.number, marked(checking, expression));
    case 'at':
      return readDay(expression.text) === undefined ? checkAt(checking, expression, expression.text) : undefined;
    case 'beyond':
      return checkBeyond(checking, expression, check);
    case 'member': {
      const of = check(expression.of);
      return partOf(checking, expression, of) ?? checkMember(checking, expression, of);
    }
    case 'call':
      return checkCall(checking, expression, expression.given.map(check));
    case 'negate':
      return negated(checking, expression, check(expression.value));
    case 'binary':
      return checkBinary(checking, expression, check(expression.left), check(expression.right));
    case 'between': {
      const { value, low, high } = expression;
      return checkWithin(checking, expression, [value, low, high].map(check), { low: true, high: true });
    }
    case 'in-range': {
      const { value, low, high, lowIncluded, highIncluded } = expression;
      return checkWithin(checking, expression, [value, low, high].map(check), { low: lowIncluded, high: highIncluded });
    }
    case 'in-list':
      return checkMembership(checking, expression, check);
    case 'if':
      return checkConditional(checking, expression, check);
    case 'quantified':
      return checkQuantified(checking, expression);
    case 'filter':
      return checkFilter(checking, expression);
    case 'list':
      return checkList(checking, expression, expression.items.map(check));
    case 'text':
    case 'boolean':
    case 'name':
    case 'for':
    case 'test':
    case 'range':
      return undefined;
  }
};

type Check = (part: Expression) => Checked;

function checkBeyond(checking: Checking, expression: Of<'beyond'>, check: Check): Checked {
  const { what, parts, details } = expression;
  const [detail = '', ...names] = details;
  const checked = parts.map(check);
  const [first] = checked;
  if (what === 'null') return beyond(checking, expression, 'null', [], nullable(base.null));
  if (what === 'count') return checkCount(checking, expression, checked);
  if (what === 'instance of' && first !== undefined) return checkInstanceOf(checking, expression, first, detail);
  return checkCall(checking, { ...place(expression), name: detail, names }, checked);
}

const place = ({ start, end }: Stretch): Stretch => ({ start, end });

/** `1..3` of a loop. */
function checkCount(checking: Checking, expression: Stretch, ends: readonly Checked[]): Checked {
  const fault = ends.find(({ type }) => isFault(type));
  if (fault !== undefined) return fault;
  const wrong = ends.find(({ type }) => type.base !== base.number || type.list);
  if (wrong !== undefined) return faultAt(checking, expression, 'range-outside-in');
  return beyond(checking, expression, 'count-through', ends, listType(base.number));
}

function checkBinary(checking: Checking, expression: Of<'binary'>, left: Checked, right: Checked): Checked {
  const { operator } = expression;
  const mark = marked(checking, expression);
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '**':
      return checkArithmetic(checking, expression, operator, left, right);
    case 'and':
    case 'or': {
      const areOk = [left, right].map((part) => isCondition(checking, expression, part));
      if (areOk.includes(false)) return { kind: 'fault', type: faultType, ...mark };
      return { kind: 'operation', operation: operator, operands: [left, right], type: nullable('boolean'), ...mark };
    }
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return checkComparison(checking, expression, operator, left, right);
  }
}

/** Whether the part may be a condition, as null may; otherwise that is reported. */
function isCondition(checking: Checking, at: Stretch, part: Checked): boolean {
  const { type } = part;
  if (isFault(type)) return false;
  if (type.base === base.null || (type.base === 'boolean' && !type.list)) return true;
  faultAt(checking, at, 'wrong-type', typesTold(scalar('boolean'), type));
  return false;
}

function isTrue(checking: Checking, at: Stretch, condition: Checked): Checked {
  return beyond(checking, at, 'is-true', [condition], scalar('boolean'));
}

function checkConditional(checking: Checking, expression: Of<'if'>, check: Check): Checked {
  const condition = check(expression.condition);
  const branches = [check(expression.whenTrue), check(expression.whenFalse)];
  const isOk = isCondition(checking, expression.condition, condition);
  const united = compatible(checking, expression, branches, { ordered: false });
  const [whenTrue, whenFalse] = united ?? [];
  const of = leading(united ?? [])?.type.base;
  const mark = marked(checking, expression);
  if (!isOk || whenTrue === undefined || whenFalse === undefined || of === undefined)
    return { kind: 'fault', type: faultType, ...mark };
  const type = scalar(of, whenTrue.type.nullable || whenFalse.type.nullable);
  return {
    kind: 'if',
    condition: isTrue(checking, expression.condition, condition),
    whenTrue,
    whenFalse,
    type,
    ...mark,
  };
}

function checkQuantified(checking: Checking, expression: Of<'quantified'>): Checked {
  const { quantifier, variable } = expression;
  const found = checkBody(checking, variable, expression.list, expression.condition);
  const mark = marked(checking, expression);
  if (found === undefined || !isCondition(checking, expression.condition, found.body))
    return { kind: 'fault', type: faultType, ...mark };
  const { list, body: condition, slot } = found;
  return { kind: 'quantified', quantifier, slot, list, condition, type: nullable('boolean'), ...mark };
}

/** A filter is a condition or a place, and what is no list is a list of one. */
function checkFilter(checking: Checking, expression: Of<'filter'>): Checked {
  const found = checkExpression(checking, expression.list);
  if (isFault(found.type)) return found;
  const mark = marked(checking, expression);
  const single = beyond(checking, expression.list, 'single', [found], listType(found.type.base));
  const list: Checked = found.type.list ? found : single;
  const scope = withVariable(checking.scope, 'item', nullable(list.type.base));
  const body = checkExpression({ ...checking, scope }, expression.condition);
  if (isFault(body.type)) return body;
  if (body.type.base === base.number && !body.type.list) {
    const at = checkExpression(checking, expression.condition);
    return isFault(at.type) ? at : beyond(checking, expression, 'item-at', [list, at], nullable(list.type.base));
  }
  if (!isCondition(checking, expression.condition, body)) return { kind: 'fault', type: faultType, ...mark };
  const condition = isTrue(checking, expression.condition, body);
  return { kind: 'filter', slot: checking.scope.depth, list, condition, type: list.type, ...mark };
}

function checkList(checking: Checking, expression: Stretch, parts: readonly Checked[]): Checked {
  const mark = marked(checking, expression);
  if (parts.length === 0)
    return { kind: 'operation', operation: 'list', operands: [], type: listType(base.null), ...mark };
  const operands = compatible(checking, expression, parts, { ordered: false });
  const first = leading(operands ?? []);
  if (operands === undefined || first === undefined) return { kind: 'fault', type: faultType, ...mark };
  return { kind: 'operation', operation: 'list', operands, type: listType(first.type.base, true), ...mark };
}
