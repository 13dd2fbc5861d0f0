import { unreachable } from '../../../values/unreachable.ts';
import type { Checked, Ends, Operation } from '../../check/expression/checked.ts';
import { carryOut, totalOf } from './operations.ts';
import { compare, isList, type Known, SomeDayOf, Unknown, unknownOf, type Value } from './values.ts';

export const isUnknown = (value: Value): value is Unknown | SomeDayOf =>
  value instanceof Unknown || value instanceof SomeDayOf;

/** Of which days of a month an operation is asked: where it can't tell them apart, of fewer. */
type Sample = 'one' | 'ends' | 'all';

const samples: Readonly<Partial<Record<Operation, Sample>>> = {
  'year-of': 'one',
  'month-number-of': 'one',
  'month-of': 'one',
  // These only ever rise or only ever fall with a date: what holds at both ends holds between.
  less: 'ends',
  'at-most': 'ends',
  more: 'ends',
  'at-least': 'ends',
  'completed-years': 'ends',
  'completed-years-february': 'ends',
  'completed-months': 'ends',
};

function daysOf(date: SomeDayOf, sample: Sample): readonly Known[] {
  const days = date.days();
  const [first, last] = [days[0], days.at(-1)];
  if (sample === 'all' || first === undefined || last === undefined) return days;
  return sample === 'one' ? [first] : [first, last];
}

const sameFact = (a: SomeDayOf, b: SomeDayOf): boolean => a.gap.person === b.gap.person && a.gap.fact === b.gap.fact;

/** More dates at once of which only the month is known are not tried against one another. */
const mostOpenDates = 2;

/** What the operation gives on every day the dates may be; known only when all days agree. One fact is one day throughout. */
function onEveryDay(values: readonly Value[], sample: Sample, carry: (known: readonly Known[]) => Known): Value {
  const open: SomeDayOf[] = [];
  for (const value of values)
    if (value instanceof SomeDayOf && !open.some((other) => sameFact(other, value))) open.push(value);
  if (open.length > mostOpenDates) return unknownOf(values);
  const [first, second] = open;
  const seconds = second === undefined ? [''] : daysOf(second, sample);
  let agreed: Known | undefined;
  for (const one of first === undefined ? [] : daysOf(first, sample)) {
    for (const other of seconds) {
      const dayOf = (date: SomeDayOf): Known => (first !== undefined && sameFact(date, first) ? one : other);
      const found = carry(values.map((value) => (value instanceof SomeDayOf ? dayOf(value) : (value as Known))));
      agreed ??= found;
      if (compare(found, agreed) !== 0) return unknownOf(values);
    }
  }
  return agreed ?? unknownOf(values);
}

/** An operation of which every operand must be known, on all days that count. */
export function strictly(values: readonly Value[], sample: Sample, carry: (known: readonly Known[]) => Known): Value {
  if (values.some((value) => value instanceof Unknown)) return unknownOf(values);
  if (values.some((value) => value instanceof SomeDayOf)) return onEveryDay(values, sample, carry);
  return carry(values as readonly Known[]);
}

/** Three-valued `and` (settled by one false) and `or` (settled by one true). */
export function kleene(values: readonly Value[], settling: boolean): Value {
  if (values.includes(settling)) return settling;
  return values.some(isUnknown) ? unknownOf(values) : !settling;
}

function oneOf([value = false, ...list]: readonly Value[]): Value {
  return kleene(
    list.map((item) => strictly([value, item], 'all', ([a = false, b = false]) => compare(a, b) === 0)),
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
    case 'round-half-even':
    case 'round-down':
    case 'round-up':
    case 'modulo':
    case 'date':
    case 'year-of':
    case 'month-number-of':
    case 'day-of':
    case 'month-of':
    case 'add-months':
    case 'months-between':
    case 'add-months-capped':
    case 'completed-months':
    case 'completed-years':
    case 'completed-years-february':
      return strictly(values, samples[operation] ?? 'all', (known) => carryOut(operation, known, checked.type.base));
  }
  return unreachable(operation);
}

/** Whether the first lies between the second and the third. */
export function isWithin([value = false, low = false, high = false]: readonly Known[], ends: Ends): boolean {
  const [fromLow, fromHigh] = [compare(value, low), compare(value, high)];
  return (ends.low ? fromLow >= 0 : fromLow > 0) && (ends.high ? fromHigh <= 0 : fromHigh < 0);
}
