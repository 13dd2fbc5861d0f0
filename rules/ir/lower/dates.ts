import type { Builder, Node } from '../node.ts';

// Dates and months by whole-number arithmetic alone, so that every back end, a database among them, computes them alike.

const number = (build: Builder, value: number): Node => build.constant(BigInt(value));

/** A date's month as `year << 4 | month`: from the fact's own view of it, which is known also where the day is not. */
function yearAndMonth(build: Builder, date: Node): Node {
  if (date.op === 'fact') return build.fact(date.scope, date.fact, date.type, 'month');
  return build.divide('floor-divide', date, 32n);
}

export function yearOfDate(build: Builder, date: Node): Node {
  return build.divide('floor-divide', yearAndMonth(build, date), 16n);
}

export function monthNumberOfDate(build: Builder, date: Node): Node {
  return build.divide('modulo', yearAndMonth(build, date), 16n);
}

export function dayOfDate(build: Builder, date: Node): Node {
  return build.divide('modulo', date, 32n);
}

export function yearOfMonth(build: Builder, month: Node): Node {
  return build.divide('floor-divide', month, 12n);
}

export function monthNumberOfMonth(build: Builder, month: Node): Node {
  return build.binary('add', build.divide('modulo', month, 12n), number(build, 1));
}

export function monthOfDate(build: Builder, date: Node): Node {
  const years = build.binary('multiply', yearOfDate(build, date), number(build, 12));
  return build.binary('add', years, build.binary('subtract', monthNumberOfDate(build, date), number(build, 1)));
}

export function dateFrom(build: Builder, year: Node, month: Node, day: Node): Node {
  const months = build.binary('multiply', month, number(build, 32));
  return build.binary('add', build.binary('multiply', year, number(build, 512)), build.binary('add', months, day));
}

function isLeapYear(build: Builder, year: Node): Node {
  const isMultiple = (of: bigint): Node => build.binary('equal', build.divide('modulo', year, of), number(build, 0));
  const centuries = build.binary('or', build.unary('not', isMultiple(100n)), isMultiple(400n));
  return build.binary('and', isMultiple(4n), centuries);
}

const february29 = (2 << 5) | 29;

/** A birthday completes the year; 29 February does so on 1 March of a common year. The fields of a date borrow as one number does. */
export function completedYears(build: Builder, from: Node, to: Node): Node {
  return build.divide('floor-divide', build.binary('subtract', to, from), 512n);
}

/** As {@link completedYears}, but 29 February completes on 28 February of a common year. */
export function completedYearsFebruary(build: Builder, from: Node, to: Node): Node {
  const isLeapDay = build.binary('equal', build.divide('modulo', from, 512n), number(build, february29));
  const early = build.binary('and', isLeapDay, build.unary('not', isLeapYear(build, yearOfDate(build, to))));
  const start = build.select(early, build.binary('subtract', from, number(build, 1)), from);
  return completedYears(build, start, to);
}

/** The day of the month completes it; a day that the month lacks completes it on the first of the next. */
export function completedMonths(build: Builder, from: Node, to: Node): Node {
  const months = build.binary('subtract', monthOfDate(build, to), monthOfDate(build, from));
  const before = build.binary('less', dayOfDate(build, to), dayOfDate(build, from));
  return build.select(before, build.binary('subtract', months, number(build, 1)), months);
}

/** The same day so many months later, or the month's last day where it lacks it. */
export function addMonthsCapped(build: Builder, date: Node, count: Node): Node {
  const later = build.binary('add', monthOfDate(build, date), count);
  const [year, month] = [yearOfMonth(build, later), monthNumberOfMonth(build, later)];
  const isMonth = (n: number): Node => build.binary('equal', month, number(build, n));
  const short = [4, 6, 9, 11].map(isMonth).reduce((a, b) => build.binary('or', a, b));
  const february = build.select(isLeapYear(build, year), number(build, 29), number(build, 28));
  const length = build.select(short, number(build, 30), build.select(isMonth(2), february, number(build, 31)));
  return dateFrom(build, year, month, build.binary('minimum', dayOfDate(build, date), length));
}
