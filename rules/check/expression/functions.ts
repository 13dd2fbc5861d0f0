import type { Operation } from './checked.ts';

/** How a function of the profile is called and what it means; its FEEL is what a conforming engine computes. */
export interface FunctionInfo {
  readonly name: string;
  readonly operation: Operation;
  /** Least and most arguments. */
  readonly least: number;
  readonly most: number;
  /** For our own functions: the same in FEEL. Absent for FEEL's own. */
  readonly feel?: string;
}

const many = 50;

/** FEEL's own functions, and ours, of which the convention is part of the name's meaning. */
const functions: readonly FunctionInfo[] = [
  { name: 'not', operation: 'not', least: 1, most: 1 },
  { name: 'date', operation: 'date', least: 1, most: 3 },
  { name: 'min', operation: 'minimum', least: 1, most: many },
  { name: 'max', operation: 'maximum', least: 1, most: many },
  { name: 'abs', operation: 'absolute', least: 1, most: 1 },
  { name: 'floor', operation: 'floor', least: 1, most: 1 },
  { name: 'ceiling', operation: 'ceiling', least: 1, most: 1 },
  { name: 'modulo', operation: 'modulo', least: 2, most: 2 },
  { name: 'count', operation: 'count', least: 1, most: 1 },
  // Sum of a list, 0 when it is empty; FEEL's own `sum` gives null there.
  {
    name: 'total',
    operation: 'total',
    least: 1,
    most: 1,
    feel: 'function(list) if count(list) = 0 then 0 else sum(list)',
  },
  // A month is the first day of it.
  { name: 'monthOf', operation: 'month-of', least: 1, most: 1, feel: 'function(d) date(d.year, d.month, 1)' },
  {
    name: 'addMonths',
    operation: 'add-months',
    least: 2,
    most: 2,
    feel: 'function(m, n) date(m.year + floor((m.month - 1 + n) / 12), modulo(m.month - 1 + n, 12) + 1, 1)',
  },
  {
    // 0 for the same month, negative when `to` is earlier.
    name: 'monthsBetween',
    operation: 'months-between',
    least: 2,
    most: 2,
    feel: 'function(from, to) (to.year - from.year) * 12 + to.month - from.month',
  },
  {
    // The birthday itself completes the year; who was born on 29 February completes it on 1 March of a common year.
    name: 'completedYears',
    operation: 'completed-years',
    least: 2,
    most: 2,
    feel: 'function(from, to) to.year - from.year - (if to.month * 100 + to.day < from.month * 100 + from.day then 1 else 0)',
  },
  {
    // Who was born on 29 February completes it on 28 February of a common year.
    name: 'completedYearsFebruary',
    operation: 'completed-years-february',
    least: 2,
    most: 2,
    feel: 'function(from, to) to.year - from.year - (if to.month * 100 + to.day + (if to.month = 2 and to.day = 28 and (modulo(to.year, 4) != 0 or (modulo(to.year, 100) = 0 and modulo(to.year, 400) != 0)) then 1 else 0) < from.month * 100 + from.day then 1 else 0)',
  },
  {
    // The day of the month completes it; a day that the month lacks completes on the 1st of the next.
    name: 'completedMonths',
    operation: 'completed-months',
    least: 2,
    most: 2,
    feel: 'function(from, to) (to.year - from.year) * 12 + to.month - from.month - (if to.day < from.day then 1 else 0)',
  },
  {
    // The same day, or the month's last where it has no such day.
    name: 'addMonthsCapped',
    operation: 'add-months-capped',
    least: 2,
    most: 2,
    feel: 'function(d, n) d + duration(if n < 0 then "-P" + string(-n) + "M" else "P" + string(n) + "M")',
  },
  // Money to the whole fen: half a fen away from zero, half to the even fen, toward zero, away from zero.
  { name: 'roundHalfUp', operation: 'round-half-up', least: 1, most: 1, feel: 'function(n) round half up(n, 2)' },
  { name: 'roundHalfEven', operation: 'round-half-even', least: 1, most: 1, feel: 'function(n) decimal(n, 2)' },
  { name: 'roundDown', operation: 'round-down', least: 1, most: 1, feel: 'function(n) round down(n, 2)' },
  { name: 'roundUp', operation: 'round-up', least: 1, most: 1, feel: 'function(n) round up(n, 2)' },
];

const byName = new Map(functions.map((info) => [info.name, info]));

/**
 * The value of a parameter on a day. Not among the functions above: its first argument is a name, not a value. In FEEL such a parameter
 * is the list of its values, as they are known on the day of asking.
 */
export const valueAtName = 'valueAt';
const valueAtFeel = 'function(parameter, at) parameter[item.from <= at][-1].value';

export const functionNames: ReadonlySet<string> = new Set([...byName.keys(), valueAtName]);

export function functionNamed(name: string): FunctionInfo | undefined {
  return byName.get(name);
}

/** Our own functions and their FEEL, for the guide and for the tests against another engine. */
export function ownFunctions(): readonly { readonly name: string; readonly feel: string }[] {
  const own = functions.flatMap(({ name, feel }) => (feel === undefined ? [] : [{ name, feel }]));
  return [...own, { name: valueAtName, feel: valueAtFeel }];
}
