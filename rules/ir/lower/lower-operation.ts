import { unreachable } from '../../../values/unreachable.ts';
import type { CheckedOf, Operation } from '../../check/expression/checked.ts';
import {
  addMonthsCapped,
  completedMonths,
  completedYears,
  completedYearsFebruary,
  dateFrom,
  dayOfDate,
  monthNumberOfDate,
  monthNumberOfMonth,
  monthOfDate,
  yearOfDate,
  yearOfMonth,
} from './dates.ts';
import { leastCommonMultiple } from './encode.ts';
import { overDenominator, type Scalar, scalar } from './scalar.ts';
import type { BinaryOp, Builder, Node } from '../node.ts';
import { rounded, type Rounding } from './rounding.ts';

/** Numbers over one denominator, so that they can be added and compared. */
function united(
  build: Builder,
  values: readonly Scalar[],
): { readonly nodes: readonly Node[]; readonly denominator: bigint } {
  const denominator = values.map((value) => value.denominator).reduce(leastCommonMultiple, 1n);
  const nodes = values.map((value) => overDenominator(build, value, denominator));
  return { nodes, denominator };
}

const roundings: Readonly<Partial<Record<Operation, Rounding>>> = {
  floor: 'floor',
  ceiling: 'ceiling',
  'round-half-up': 'half-up',
  'round-half-even': 'half-even',
  'round-down': 'down',
  'round-up': 'up',
};

/** Lowers an operation over single values; `checked` only tells which, and of what the first operand is. */
export function lowerOperation(
  build: Builder,
  checked: Pick<CheckedOf<'operation'>, 'operation'> & Partial<Pick<CheckedOf<'operation'>, 'operands'>>,
  values: readonly Scalar[],
): Scalar {
  const { operation } = checked;
  const [a, b, c] = values;
  if (a === undefined) throw new Error(`${operation} has no operand.`);
  const second = (): Scalar => {
    if (b === undefined) throw new Error(`${operation} has one operand only.`);
    return b;
  };
  const { nodes, denominator } = united(build, values);
  const chain = (op: BinaryOp): Node => nodes.reduce((left, right) => build.binary(op, left, right));
  const [first = a.node, next = a.node] = nodes;
  const ofMonth = checked.operands?.[0]?.type.base === 'month';
  switch (operation) {
    case 'and':
    case 'or':
    case 'equal':
    case 'less':
    case 'at-most':
      return scalar(chain(operation));
    case 'unequal':
      return scalar(build.unary('not', chain('equal')));
    case 'more':
      return scalar(build.binary('less', next, first));
    case 'at-least':
      return scalar(build.binary('at-most', next, first));
    case 'not':
      return scalar(build.unary('not', a.node));
    case 'plus':
      return scalar(chain('add'), denominator);
    case 'minus':
      return scalar(chain('subtract'), denominator);
    case 'minimum':
    case 'maximum':
      return scalar(chain(operation), denominator);
    case 'times':
      return scalar(build.binary('multiply', a.node, second().node), a.denominator * second().denominator);
    case 'divide':
      return divided(build, a, second());
    case 'negate':
      return scalar(build.unary('negate', a.node), a.denominator);
    case 'absolute':
      return scalar(build.unary('absolute', a.node), a.denominator);
    case 'floor':
    case 'ceiling':
    case 'round-half-up':
    case 'round-half-even':
    case 'round-down':
    case 'round-up':
      return scalar(rounded(build, roundings[operation] ?? 'floor', a.node, a.denominator));
    case 'modulo':
      return modulo(build, a.node, constantOf(second()));
    case 'one-of':
      return oneOf(build, nodes);
    case 'date':
      if (b === undefined || c === undefined) throw new Error('A date has a year, a month and a day.');
      return scalar(dateFrom(build, a.node, b.node, c.node));
    case 'year-of':
      return scalar(ofMonth ? yearOfMonth(build, a.node) : yearOfDate(build, a.node));
    case 'month-number-of':
      return scalar(ofMonth ? monthNumberOfMonth(build, a.node) : monthNumberOfDate(build, a.node));
    case 'day-of':
      return scalar(dayOfDate(build, a.node));
    case 'month-of':
      return scalar(monthOfDate(build, a.node));
    case 'add-months':
      return scalar(build.binary('add', a.node, second().node));
    case 'add-months-capped':
      return scalar(addMonthsCapped(build, a.node, second().node));
    case 'months-between':
      return scalar(build.binary('subtract', second().node, a.node));
    case 'completed-years':
      return scalar(completedYears(build, a.node, second().node));
    case 'completed-years-february':
      return scalar(completedYearsFebruary(build, a.node, second().node));
    case 'completed-months':
      return scalar(completedMonths(build, a.node, second().node));
    case 'count':
    case 'total':
    case 'list':
      throw new Error(`${operation} is of a list.`);
  }
  return unreachable(operation);
}

/** A divisor stands in the pack. */
function constantOf({ node }: Scalar): bigint {
  if (node.op === 'constant' && typeof node.value === 'bigint' && node.value !== 0n) return node.value;
  throw new Error('A divisor is a whole number written in the pack: the checker let something else through.');
}

/** An exact fraction: the divisor goes into the denominator. */
function divided(build: Builder, a: Scalar, b: Scalar): Scalar {
  const by = constantOf(b);
  // a / (by / d) = a · d / by
  const node = b.denominator === 1n ? a.node : build.binary('multiply', a.node, build.constant(b.denominator));
  return by > 0n ? scalar(node, a.denominator * by) : scalar(build.unary('negate', node), a.denominator * -by);
}

/** The rest has the divisor's sign, as in FEEL. */
function modulo(build: Builder, node: Node, by: bigint): Scalar {
  if (by > 0n) return scalar(build.divide('modulo', node, by));
  return scalar(build.unary('negate', build.divide('modulo', build.unary('negate', node), -by)));
}

function oneOf(build: Builder, [value, ...list]: readonly Node[]): Scalar {
  if (value === undefined) throw new Error('Nothing was looked for.');
  const tests = list.map((item) => build.binary('equal', value, item));
  return scalar(tests.reduce((left, right) => build.binary('or', left, right), build.constant(false)));
}
