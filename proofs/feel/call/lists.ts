import { NotInProfile } from '../value/not-in-profile.ts';
import { decimal128, reduced } from '../value/decimal.ts';
import { type FeelCall, strict } from './call.ts';
import { squareRoot } from './numbers.ts';
import { compare, equal, feelNull, isNull, wholeNumber } from '../value/null.ts';
import { kleene } from '../../../rules/explain/compile/combine.ts';

import { asNumber, isList, type Known, type Value } from '../../../rules/explain/compile/values.ts';

function itemsOf(list: Value | undefined): readonly Value[] {
  if (list === undefined || !isList(list)) throw new TypeError('A list was expected.');
  return list;
}

/** The items of the one list given, or the arguments themselves. With a null among them engines differ. */
function itemsGiven(given: readonly Value[]): readonly Known[] {
  const [first] = given;
  const items = first !== undefined && isList(first) ? first : given;
  if (items.some(isNull)) throw new NotInProfile('null-in-a-list');
  return items as readonly Known[];
}

/** A function of a list, or of arguments in its place; null of an empty one. */
const ofItems =
  (call: (items: readonly Known[]) => Value): FeelCall =>
  (given) => {
    if (given.length === 1 && given[0] !== undefined && isNull(given[0])) return feelNull;
    const items = itemsGiven(given);
    return items.length === 0 ? feelNull : call(items);
  };

function extreme(items: readonly Known[], sign: 1 | -1): Value {
  return items.reduce((best, item) => (compare(item, best) * sign > 0 ? item : best));
}

/** Adds up exactly and rounds once: all engines agree as long as no partial sum needs more than 34 digits. */
function sum(items: readonly Value[]): Value {
  return items.reduce((total: Value, item) => {
    const [a, b] = [asNumber(total), asNumber(item)];
    return decimal128({
      numerator: a.numerator * b.denominator + b.numerator * a.denominator,
      denominator: a.denominator * b.denominator,
    });
  }, 0n);
}

function product(items: readonly Value[]): Value {
  return items.reduce((total: Value, item) => {
    const [a, b] = [asNumber(total), asNumber(item)];
    return decimal128({ numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator });
  }, 1n);
}

function over(value: Value, count: number): Value {
  const { numerator, denominator } = asNumber(value);
  return decimal128({ numerator, denominator: denominator * BigInt(count) });
}

const inOrder = (items: readonly Known[]): readonly Known[] => items.toSorted(compare);

function median(items: readonly Known[]): Value {
  const sorted = inOrder(items);
  const middle = sorted.length >> 1;
  const [low = 0n, high = 0n] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : over(sum([low, high]), 2);
}

/** The numbers that come most often, from small to large. */
function mode(items: readonly Known[]): Value {
  const sorted = inOrder(items);
  const countOf = (item: Known): number => sorted.filter((other) => compare(item, other) === 0).length;
  const most = Math.max(...sorted.map(countOf));
  return sorted.filter((item, i) => countOf(item) === most && (i === 0 || compare(item, sorted[i - 1] ?? item) !== 0));
}

/** Of a sample: divided by one less than there are. */
function deviation(items: readonly Known[]): Value {
  if (items.length < 2) return feelNull;
  const mean = asNumber(over(sum(items), items.length));
  const squares = items.map((item) => {
    const { numerator, denominator } = asNumber(item);
    const difference = numerator * mean.denominator - mean.numerator * denominator;
    return reduced({ numerator: difference * difference, denominator: (denominator * mean.denominator) ** 2n });
  });
  return squareRoot(over(sum(squares), items.length - 1));
}

/** Index of a place that counts from 1, or from the end when negative; outside of the list engines differ. */
function indexOf(items: readonly Value[], place: Value | undefined): number {
  const at = Number(wholeNumber(place ?? 0n));
  if (at === 0 || Math.abs(at) > items.length) throw new NotInProfile('place-outside');
  return at > 0 ? at - 1 : items.length + at;
}

function sublist(items: readonly Value[], start: Value | undefined, length: Value | undefined): Value {
  const from = indexOf(items, start);
  const count = length === undefined ? items.length - from : Number(wholeNumber(length));
  if (count < 0 || from + count > items.length) throw new NotInProfile('place-outside');
  return items.slice(from, from + count);
}

const distinct = (items: readonly Value[]): readonly Value[] =>
  items.filter((item, i) => items.findIndex((other) => equal(item, other)) === i);

/** All the lists' items; null when a list is null. */
const joined = (call: (items: readonly Value[]) => Value): FeelCall => strict((lists) => call(lists.flatMap(itemsOf)));

/** A function of which the first argument, a list, must be there; null may be among the others. */
const ofList =
  (call: (items: readonly Value[], more: readonly Value[]) => Value): FeelCall =>
  ([list = feelNull, ...more]) =>
    isNull(list) ? feelNull : call(itemsOf(list), more);

const logical =
  (settling: boolean): FeelCall =>
  (given) => {
    const [first = feelNull] = given;
    return kleene(isList(first) ? first : given, settling);
  };

export const listCalls: Readonly<Record<string, FeelCall>> = {
  count: ofList((items) => BigInt(items.length)),
  min: ofItems((items) => extreme(items, -1)),
  max: ofItems((items) => extreme(items, 1)),
  sum: ofItems(sum),
  product: ofItems(product),
  mean: ofItems((items) => over(sum(items), items.length)),
  median: ofItems(median),
  stddev: ofItems(deviation),
  mode: (given) => {
    const items = itemsGiven(given);
    return items.length === 0 ? [] : mode(items);
  },
  all: logical(false),
  any: logical(true),
  'list contains': ofList((items, [element = feelNull]) => items.some((item) => equal(item, element))),
  sublist: ofList((items, [start, length]) => sublist(items, start, length)),
  append: ofList((items, more) => [...items, ...more]),
  concatenate: joined((items) => items),
  union: joined(distinct),
  'insert before': ofList((items, [place, item = feelNull]) => items.toSpliced(indexOf(items, place), 0, item)),
  'list replace': ofList((items, [place, item = feelNull]) => items.with(indexOf(items, place), item)),
  remove: ofList((items, [place]) => items.toSpliced(indexOf(items, place), 1)),
  reverse: ofList((items) => items.toReversed()),
  'index of': ofList((items, [match = feelNull]) =>
    items.flatMap((item, i) => (equal(item, match) ? [BigInt(i + 1)] : [])),
  ),
  'distinct values': ofList(distinct),
  flatten: ofList((items) => items),
};
