import { dayOf, readDay } from '../../../values/day.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { BinaryOperator, Expression, Stretch } from '../../syntax/expression.ts';
import { checkCall } from './check-call.ts';
import type { Checked } from './checked.ts';
import { type Checking, faultAt, marked, typesTold } from './fault-at.ts';
import { checkMember, checkName } from './check-names.ts';
import { refuseOtherValues } from './refuse-unlisted.ts';
import { checkArithmetic, checkComparison, compatible, constantOf, negated, numberOf } from './check-operation.ts';
import { checkValueAt } from './check-value-at.ts';
import { functionNamed, functionNames, valueAtName } from './functions.ts';
import { checkMembership, checkWithin } from './check-membership.ts';
import { nearest } from '../tell/nearest.ts';
import { isReserved, withVariable } from './scope.ts';
import { faultType, isFault, listType, scalar, type Type, typeWords } from './types.ts';

/** Looks up every name and finds every type of an expression; each fault is reported once, at its place. */
export function checkExpression(checking: Checking, expression: Expression): Checked {
  const own = checking.dialect?.(checking, expression);
  if (own !== undefined) return own;
  const { kind } = expression;
  const mark = marked(checking, expression);
  switch (kind) {
    case 'number':
      return constantOf(numberOf(expression.digits), expression.digits.includes('.') ? 'ratio' : 'int', mark);
    case 'text':
      return constantOf(expression.value, 'text', mark);
    case 'boolean':
      return constantOf(expression.value, 'boolean', mark);
    case 'name':
      return checkName(checking, expression, expression.name);
    case 'member':
      return checkMember(checking, expression, checkExpression(checking, expression.of));
    case 'call':
      return checkFunction(checking, expression);
    case 'negate':
      return negated(checking, expression, checkExpression(checking, expression.value));
    case 'binary':
      return checkBinary(checking, expression);
    case 'between':
      return checkWithin(checking, expression, bodyOf(checking, expression), { low: true, high: true });
    case 'in-range':
      return checkWithin(checking, expression, bodyOf(checking, expression), {
        low: expression.lowIncluded,
        high: expression.highIncluded,
      });
    case 'in-list':
      return checkMembership(checking, expression, (part) => checkExpression(checking, part));
    case 'if':
      return checkConditional(checking, expression);
    case 'quantified':
      return checkQuantified(checking, expression);
    case 'for':
      return checkLoop(checking, expression);
    case 'filter':
      return checkFilter(checking, expression);
    case 'list':
      return checkList(checking, expression);
    case 'at':
      if (readDay(expression.text) !== undefined) return constantOf(expression.text, 'date', mark);
      return faultAt(checking, expression, 'no-such-day', { values: { found: expression.text } });
    case 'test':
    case 'range':
      return faultAt(checking, expression, 'range-outside-in');
    case 'beyond':
      throw new Error(`No language was told that checks ${expression.what}.`);
  }
  return unreachable(kind);
}

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

function checkFunction(checking: Checking, expression: Of<'call'>): Checked {
  const values = { name: expression.name };
  if (expression.name === valueAtName) {
    const [, at] = expression.given;
    return at === undefined || expression.given.length > 2
      ? wrongCount(checking, expression, '2')
      : checkValueAt(checking, expression, checkExpression(checking, at));
  }
  const info = functionNamed(expression.name);
  if (info === undefined) {
    for (const given of expression.given) checkExpression(checking, given);
    const didYouMean = nearest(expression.name, functionNames);
    return faultAt(checking, expression.nameAt, 'unknown-function', { values, didYouMean });
  }
  const count = expression.given.length;
  if (count < info.least || count > info.most) {
    const wanted = info.least === info.most ? String(info.least) : `${info.least}–${info.most}`;
    return wrongCount(checking, expression, wanted);
  }
  if (info.operation === 'date') return checkDate(checking, expression);
  const given = expression.given.map((part) => checkExpression(checking, part));
  return checkCall(checking, expression, info, given);
}

function wrongCount(checking: Checking, call: Of<'call'>, wanted: string): Checked {
  const values = { name: call.name, wanted, given: String(call.given.length) };
  return faultAt(checking, call, 'wrong-argument-count', { values });
}

/** `date("2025-01-01")`, or `date(year, 1, 1)` of which month and day stand in the pack, so that there is such a day. */
function checkDate(checking: Checking, expression: Of<'call'>): Checked {
  const [first, second, third] = expression.given;
  const mark = marked(checking, expression);
  if (first !== undefined && second === undefined) {
    if (first.kind !== 'text') return faultAt(checking, first, 'date-wants-text');
    if (readDay(first.value) === undefined)
      return faultAt(checking, first, 'no-such-day', { values: { found: first.value } });
    return constantOf(first.value, 'date', mark);
  }
  if (first === undefined || second?.kind !== 'number' || third?.kind !== 'number')
    return faultAt(checking, expression, 'date-wants-numbers');
  if (dayOf(2025, Number(second.digits), Number(third.digits)) === undefined)
    return faultAt(checking, expression, 'no-such-day', { values: { found: `${second.digits}-${third.digits}` } });
  const year = checkExpression(checking, first);
  if (isFault(year.type)) return year;
  if (year.type.base !== 'int' || year.type.list)
    return faultAt(checking, first, 'wrong-type', typesTold(scalar('int'), year.type));
  const operands = [year, checkExpression(checking, second), checkExpression(checking, third)];
  return { kind: 'operation', operation: 'date', operands, type: scalar('date', year.type.nullable), ...mark };
}

function checkBinary(checking: Checking, expression: Of<'binary'>): Checked {
  const left = checkExpression(checking, expression.left);
  const right = checkExpression(checking, expression.right);
  const { operator } = expression;
  if (isArithmetic(operator)) return checkArithmetic(checking, expression, operator, left, right);
  if (operator !== 'and' && operator !== 'or')
    return (
      refuseOtherValues(checking, [expression.left, expression.right], [left, right]) ??
      checkComparison(checking, expression, operator, left, right)
    );
  const wanted = scalar('boolean');
  const [leftOk, rightOk] = [
    wants(checking, expression.left, left, wanted),
    wants(checking, expression.right, right, wanted),
  ];
  const mark = marked(checking, expression);
  if (!leftOk || !rightOk) return { kind: 'fault', type: faultType, ...mark };
  const type = scalar('boolean', left.type.nullable || right.type.nullable);
  return { kind: 'operation', operation: operator, operands: [left, right], type, ...mark };
}

const isArithmetic = (operator: BinaryOperator): operator is '+' | '-' | '*' | '/' | '**' =>
  ['+', '-', '*', '/', '**'].includes(operator);

/** Whether the part has the wanted base (nullable or not); otherwise that is reported. */
function wants(checking: Checking, place: Stretch, part: Checked, wanted: Type): boolean {
  if (isFault(part.type)) return false;
  if (part.type.base === wanted.base && part.type.list === wanted.list) return true;
  faultAt(checking, place, 'wrong-type', typesTold(wanted, part.type));
  return false;
}

function bodyOf(checking: Checking, expression: Of<'between'> | Of<'in-range'>): readonly Checked[] {
  return [expression.value, expression.low, expression.high].map((part) => checkExpression(checking, part));
}

function checkConditional(checking: Checking, expression: Of<'if'>): Checked {
  const condition = checkExpression(checking, expression.condition);
  const branches = [checkExpression(checking, expression.whenTrue), checkExpression(checking, expression.whenFalse)];
  const conditionOk = wants(checking, expression.condition, condition, scalar('boolean'));
  const mark = marked(checking, expression);
  if (conditionOk && condition.type.nullable) return faultAt(checking, expression.condition, 'nullable-condition');
  const united = compatible(checking, expression, branches, { ordered: false });
  const [whenTrue, whenFalse] = united ?? [];
  if (!conditionOk || whenTrue === undefined || whenFalse === undefined)
    return { kind: 'fault', type: faultType, ...mark };
  const nullable = whenTrue.type.nullable || whenFalse.type.nullable;
  const { values } = whenTrue.type;
  const listed = values !== undefined && values === whenFalse.type.values;
  const type = { ...scalar(whenTrue.type.base, nullable), ...(listed && { values }) };
  return { kind: 'if', condition, whenTrue, whenFalse, type, ...mark };
}

interface Body {
  readonly list: Checked;
  readonly body: Checked;
  readonly slot: number;
}

/** The list and, with its items under the variable's name, the body. */
export function checkBody(
  checking: Checking,
  variable: string,
  listAt: Expression,
  bodyAt: Expression,
): Body | undefined {
  const list = checkExpression(checking, listAt);
  if (isFault(list.type)) return undefined;
  if (!list.type.list) {
    faultAt(checking, listAt, 'not-a-list', {
      values: { found: typeWords(list.type) },
    });
    return undefined;
  }
  if (variable !== 'item' && (checking.scope.names.has(variable) || isReserved(variable))) {
    faultAt(checking, listAt, 'name-taken', { values: { name: variable } });
    return undefined;
  }
  const scope = withVariable(checking.scope, variable, { ...list.type, list: false });
  return { list, body: checkExpression({ ...checking, scope }, bodyAt), slot: checking.scope.depth };
}

function checkQuantified(checking: Checking, expression: Of<'quantified'>): Checked {
  const found = checkBody(checking, expression.variable, expression.list, expression.condition);
  const mark = marked(checking, expression);
  if (found === undefined || !wants(checking, expression.condition, found.body, scalar('boolean')))
    return { kind: 'fault', type: faultType, ...mark };
  const { list, body: condition, slot } = found;
  const type = scalar('boolean', condition.type.nullable);
  return { kind: 'quantified', quantifier: expression.quantifier, slot, list, condition, type, ...mark };
}

function checkLoop(checking: Checking, expression: Of<'for'>): Checked {
  const found = checkBody(checking, expression.variable, expression.list, expression.result);
  const mark = marked(checking, expression);
  if (found === undefined || isFault(found.body.type)) return { kind: 'fault', type: faultType, ...mark };
  if (found.body.type.list) return faultAt(checking, expression.result, 'list-of-lists');
  const { list, body: result, slot } = found;
  return { kind: 'for', slot, list, result, type: { ...result.type, list: true }, ...mark };
}

function checkFilter(checking: Checking, expression: Of<'filter'>): Checked {
  const found = checkBody(checking, 'item', expression.list, expression.condition);
  const mark = marked(checking, expression);
  if (found === undefined || !wants(checking, expression.condition, found.body, scalar('boolean')))
    return { kind: 'fault', type: faultType, ...mark };
  const { list, body: condition, slot } = found;
  if (condition.type.nullable) return faultAt(checking, expression.condition, 'nullable-filter');
  return { kind: 'filter', slot, list, condition, type: list.type, ...mark };
}

function checkList(checking: Checking, expression: Of<'list'>): Checked {
  const parts = expression.items.map((part) => checkExpression(checking, part));
  const mark = marked(checking, expression);
  if (parts.length === 0) return faultAt(checking, expression, 'empty-list');
  const operands = compatible(checking, expression, parts, { ordered: false });
  const [first] = operands ?? [];
  if (operands === undefined || first === undefined) return { kind: 'fault', type: faultType, ...mark };
  const type = listType(
    first.type.base,
    operands.some((part) => part.type.nullable),
  );
  return { kind: 'operation', operation: 'list', operands, type, ...mark };
}
