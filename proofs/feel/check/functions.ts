import type { Base } from '../../../rules/check/expression/types.ts';
import { base } from './types.ts';

/** What a parameter of a function of the standard takes. */
export interface Parameter {
  readonly name: string;
  /** The types it takes; none named means any. */
  readonly bases: readonly Base[];
  readonly list: boolean;
  /** Whether it takes lists as well as single values. */
  readonly either: boolean;
  readonly optional: boolean;
  /** Whether the last parameter may be given again and again. */
  readonly repeats: boolean;
}

export interface Signature {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** `same`: that of the first argument, or of its items where it is a list. */
  readonly result: { readonly base: Base | 'same'; readonly list: boolean };
}

/**
 * FEEL's functions as the standard profile takes them. `any` is any single value, `either` a value or a list, `list` a list of anything.
 */
const written = [
  'abs(n: number|months-duration|days-duration): same',
  'floor(n: number, scale?: number): number',
  'ceiling(n: number, scale?: number): number',
  'round up(n: number, scale: number): number',
  'round down(n: number, scale: number): number',
  'round half up(n: number, scale: number): number',
  'round half down(n: number, scale: number): number',
  'decimal(n: number, scale: number): number',
  'modulo(dividend: number, divisor: number): number',
  'sqrt(number: number): number',
  'even(number: number): boolean',
  'odd(number: number): boolean',
  'not(negand: boolean|null): boolean',
  'is(value1: any, value2: any): boolean',
  'string length(string: text): number',
  'upper case(string: text): text',
  'lower case(string: text): text',
  'contains(string: text, match: text): boolean',
  'starts with(string: text, match: text): boolean',
  'ends with(string: text, match: text): boolean',
  'substring(string: text, start position: number, length?: number): text',
  'substring before(string: text, match: text): text',
  'substring after(string: text, match: text): text',
  'string join(list: list text, delimiter?: text|null): text',
  'string(from: any): text',
  'number(from: text, grouping separator: text|null, decimal separator: text|null): number',
  'count(list: list): number',
  'min(list: list): same',
  'min(...value: any): same',
  'max(list: list): same',
  'max(...value: any): same',
  'sum(list: list number): number',
  'sum(...n: number): number',
  'mean(list: list number): number',
  'mean(...n: number): number',
  'product(list: list number): number',
  'product(...n: number): number',
  'median(list: list number): number',
  'median(...n: number): number',
  'stddev(list: list number): number',
  'stddev(...n: number): number',
  'mode(list: list number): list number',
  'mode(...n: number): list number',
  'all(list: list boolean): boolean',
  'all(...b: boolean|null): boolean',
  'any(list: list boolean): boolean',
  'any(...b: boolean|null): boolean',
  'list contains(list: list, element: any): boolean',
  'sublist(list: list, start position: number, length?: number): list same',
  'append(list: list, ...item: any): list same',
  'concatenate(...list: list): list same',
  'union(...list: list): list same',
  'insert before(list: list, position: number, newItem: any): list same',
  'list replace(list: list, position: number, newItem: any): list same',
  'remove(list: list, position: number): list same',
  'reverse(list: list): list same',
  'index of(list: list, match: any): list number',
  'distinct values(list: list): list same',
  'flatten(list: list): list same',
  'date(from: text|date|date-time): date',
  'date(year: number, month: number, day: number): date',
  'time(from: text|time|date-time|date): time',
  'time(hour: number, minute: number, second: number, offset?: days-duration|null): time',
  'date and time(from: text|date-time|date): date-time',
  'date and time(date: date|date-time, time: time): date-time',
  'duration(from: text): text',
  'years and months duration(from: date|date-time, to: date|date-time): months-duration',
  'day of year(date: date|date-time): number',
  'day of week(date: date|date-time): text',
  'month of year(date: date|date-time): text',
  'week of year(date: date|date-time): number',
] as const;

/** A type as it is named above. */
function baseNamed(name: string): Base {
  const names: Readonly<Record<string, Base>> = {
    number: base.number,
    time: base.time,
    'date-time': base.dateTime,
    'months-duration': base.months,
    'days-duration': base.days,
    null: base.null,
  };
  return names[name] ?? (name as Base);
}

function parameterOf(text: string): Parameter {
  const match = /^(\.\.\.)?([\w ]+)(\?)?: (list ?)?(.*)$/.exec(text);
  const [, rest, name = '', optional, list, types = ''] = match ?? [];
  const bases = types === '' || types === 'any' || types === 'either' ? [] : types.split('|').map(baseNamed);
  const common = { name, bases, list: list !== undefined, either: types === 'either' };
  return { ...common, optional: optional !== undefined, repeats: rest !== undefined };
}

function signatureOf(text: string): Signature {
  const [, name = '', parameters = '', list, result = ''] = /^([\w ]+)\((.*)\): (list )?(.*)$/.exec(text) ?? [];
  return {
    name,
    parameters: parameters.split(', ').map(parameterOf),
    result: { base: result === 'same' ? result : baseNamed(result), list: list !== undefined },
  };
}

const signatures = new Map<string, Signature[]>();
for (const signature of written.map(signatureOf))
  signatures.set(signature.name, [...(signatures.get(signature.name) ?? []), signature]);

export function signaturesOf(name: string): readonly Signature[] {
  return signatures.get(name) ?? [];
}

export const functionNames: ReadonlySet<string> = new Set(signatures.keys());

/** The functions and parts whose names hold spaces: the tokenizer must know them. */
export const longNames: readonly string[] = [...[...functionNames].filter((name) => name.includes(' ')), 'time offset'];
