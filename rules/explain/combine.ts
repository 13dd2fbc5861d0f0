import { unreachable } from '../../values/unreachable.ts';
import type { Checked, Ends, Operation } from '../check/checked.ts';
import { carryOut, totalOf } from './operations.ts';
import { compare, isList, type Known, SomeDayOf, Unknown, unknownOf, type Value } from './values.ts';

export const isUnknown = (value: Value): value is Unknown | SomeDayOf =>
  value instanceof Unknown || value instanceof SomeDayOf;

/** What the operation gives on every day the dates may be; known only when all days agree. */
function onEveryDay(values: readonly Value[], carry: (known: readonly Known[]) => Known): Value {
  let ways: readonly (readonly Known[])[] = [[]];
  for (const value of values) {
    const choices: readonly Known[] = value instanceof SomeDayOf ? value.days() : [value as Known];
    ways = ways.flatMap((way) => choices.map((choice) => [...way, choice]));
  }
  const [first, ...rest] = ways.map(carry);
  if (first === undefined || rest.some((other) => compare(other, first) !== 0)) return unknownOf(values);
  return first;
}

/** An operation of which every operand must be known. */
export function strictly(values: readonly Value[], carry: (known: readonly Known[]) => Known): Value {
  if (values.some((value) => value instanceof Unknown)) return unknownOf(values);
  if (values.some((value) => value instanceof SomeDayOf)) return onEveryDay(values, carry);
  return carry(values as readonly Known[]);
}

/** Three-valued `and` (settled by one false) and `or` (settled by one true). */
export function kleene(values: readonly Value[], settling: boolean): Value {
  if (values.includes(settling)) return settling;
  return values.some(isUnknown) ? unknownOf(values) : !settling;
}

function oneOf([value = false, ...list]: readonly Value[]): Value {
  return kleene(
    list.map((item) => strictly([value, item], ([a = false, b = false]) => compare(a, b) === 0)),
    true,
  );
}

function countOf(value: Value | undefined): Value {
  return value !== undefined && isList(value) ? BigInt(value.length) : unknownOf(value === undefined ? [] : [value]);
}

function totalling(list: Value | undefined): Value {
  if (list === undefined || !isList(list)) return unknownOf(list === undefined ? [] : [list]);
  return list.some(isUnknown) ? unknownOf(list) : totalOf(list);
}

/** What an operation makes of its operands, known or not. */
export function combine(operation: Operation, values: readonly Value[], checked: Checked): Value {
  switch (operation) {
    case 'and':
      return kleene(values, false);
    case 'or':
      return kleene(values, true);
    case 'one-of':
      return oneOf(values);
    case 'count':
      return countOf(values[0]);
    case 'total':
      return totalling(values[0]);
    case 'list':
      return values;
    case 'not':
    case 'equal':
    case 'unequal':
    case 'less':
    case 'at-most':
    case 'more':
    case 'at-least':
    case 'plus':
    case 'minus':
    case 'times':
    case 'divide':
    case 'negate':
    case 'minimum':
    case 'maximum':
    case 'absolute':
    case 'floor':
    case 'ceiling':
    case 'round-half-up':
    case 'modulo':
    case 'date':
    case 'year-of':
    case 'month-number-of':
    case 'day-of':
    case 'month-of':
    case 'add-months':
    case 'months-between':
    case 'completed-years':
      return strictly(values, (known) => carryOut(operation, known, checked.type.base));
  }
  return unreachable(operation);
}

/** Whether the first lies between the second and the third. */
export function isWithin([value = false, low = false, high = false]: readonly Known[], ends: Ends): boolean {
  const [fromLow, fromHigh] = [compare(value, low), compare(value, high)];
  return (ends.low ? fromLow >= 0 : fromLow > 0) && (ends.high ? fromHigh <= 0 : fromHigh < 0);
}
