import type { Expression } from '../../syntax/expression.ts';
import { type Checking, faultAt, marked, typesTold } from './fault-at.ts';
import type { Checked } from './checked.ts';
import { compatible } from './check-operation.ts';
import type { FunctionInfo } from './functions.ts';
import { type Base, faultType, isFault, scalar, type Type, typeWords } from './types.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** What each argument must be, and what comes out. */
interface Signature {
  readonly given: readonly (readonly Base[])[];
  readonly result: Base | 'as-given';
}

const numbers: readonly Base[] = ['int', 'money', 'ratio'];
const months: readonly Base[] = ['month'];
const unrounded: readonly Base[] = ['unrounded', 'money'];

const signatures: Readonly<Partial<Record<string, Signature>>> = {
  not: { given: [['boolean']], result: 'boolean' },
  abs: { given: [numbers], result: 'as-given' },
  floor: { given: [['quotient', 'ratio', 'int']], result: 'int' },
  ceiling: { given: [['quotient', 'ratio', 'int']], result: 'int' },
  modulo: { given: [['int'], ['int']], result: 'int' },
  monthOf: { given: [['date']], result: 'month' },
  addMonths: { given: [months, ['int']], result: 'month' },
  monthsBetween: { given: [months, months], result: 'int' },
  completedYears: { given: [['date'], ['date']], result: 'int' },
  completedYearsFebruary: { given: [['date'], ['date']], result: 'int' },
  completedMonths: { given: [['date'], ['date']], result: 'int' },
  addMonthsCapped: { given: [['date'], ['int']], result: 'date' },
  roundHalfUp: { given: [unrounded], result: 'money' },
  roundHalfEven: { given: [unrounded], result: 'money' },
  roundDown: { given: [unrounded], result: 'money' },
  roundUp: { given: [unrounded], result: 'money' },
};

/** Checks the arguments of a function of the profile; its name and their number are already right. */
export function checkCall(checking: Checking, call: Call, info: FunctionInfo, given: readonly Checked[]): Checked {
  const mark = marked(checking, call);
  if (given.some((part) => isFault(part.type))) return { kind: 'fault', type: faultType, ...mark };
  if (info.operation === 'count' || info.operation === 'total') return checkAggregate(checking, call, info, given);
  if (info.operation === 'minimum' || info.operation === 'maximum') return checkExtreme(checking, call, info, given);
  const signature = signatures[info.name];
  if (signature === undefined) throw new Error(`A function without a signature: ${info.name}`);
  const wrong = given.findIndex((part, i) => part.type.list || !(signature.given[i] ?? []).includes(part.type.base));
  const [found, wanted] = [given[wrong], signature.given[wrong]?.[0]];
  if (found !== undefined && wanted !== undefined)
    return faultAt(checking, call.given[wrong] ?? call, 'wrong-type', typesTold(scalar(wanted), found.type));
  const divisor = given[1];
  if (info.operation === 'modulo' && (divisor?.kind !== 'constant' || divisor.value === 0n))
    return faultAt(checking, call, 'divisor-not-constant');
  const base = signature.result === 'as-given' ? (given[0]?.type.base ?? 'fault') : signature.result;
  return operation(info, given, scalar(base, anyNullable(given)), mark);
}

const anyNullable = (parts: readonly Checked[]): boolean => parts.some((part) => part.type.nullable);

function operation(
  info: FunctionInfo,
  operands: readonly Checked[],
  type: Type,
  mark: Pick<Checked, 'span' | 'text'>,
): Checked {
  return { kind: 'operation', operation: info.operation, operands, type, ...mark };
}

/** `count(list)` and `total(list)`. */
function checkAggregate(checking: Checking, call: Call, info: FunctionInfo, given: readonly Checked[]): Checked {
  const [list] = given;
  const mark = marked(checking, call);
  if (list === undefined) return { kind: 'fault', type: faultType, ...mark };
  if (!list.type.list) {
    return faultAt(checking, call.given[0] ?? call, 'not-a-list', { values: { found: typeWords(list.type) } });
  }
  if (info.operation === 'count') return operation(info, given, scalar('int'), mark);
  if (list.type.base !== 'int' && list.type.base !== 'money')
    return faultAt(checking, call, 'wrong-type', typesTold(scalar('int'), scalar(list.type.base)));
  return operation(info, given, scalar(list.type.base, list.type.nullable), mark);
}

/** `min` and `max` of values of one ordered type. Of a list they'd be null when it is empty, so they take values only. */
function checkExtreme(checking: Checking, call: Call, info: FunctionInfo, given: readonly Checked[]): Checked {
  const mark = marked(checking, call);
  const operands = compatible(checking, call, given, { ordered: true });
  const [first] = operands ?? [];
  if (operands === undefined || first === undefined) return { kind: 'fault', type: faultType, ...mark };
  return operation(info, operands, scalar(first.type.base, anyNullable(given)), mark);
}
