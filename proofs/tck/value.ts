import type { Base } from '../../rules/check/expression/types.ts';
import { decimal128, reduced, withDecimals } from '../feel/value/decimal.ts';
import { feelNull, isNull, same } from '../feel/value/null.ts';
import { isTemporal, readDateTime, readDuration, readTime, temporalText } from '../feel/value/temporal.ts';
import { asNumber, isFraction, isList, type Value } from '../../rules/explain/compile/values.ts';
import { numberOf } from '../feel/check/number-of.ts';
import { base as feel } from '../feel/check/types.ts';
import type { Typed, TypedValue } from '../../rules/explain/testing/expression-value.ts';
import type { Profile } from '../feel/feel.ts';
import { readDay } from '../../values/day.ts';
import { valueOnWire } from '../../rules/explain/tell/value-words.ts';
import type { Given } from './cases.ts';

const refused = (reason: string): Typed => ({ kind: 'refused', reason });

function typed(base: Base, value: Value | undefined, nullable = false): Typed {
  if (value === undefined) return refused('value-unreadable');
  return { kind: 'typed', type: { base, list: false, nullable }, value };
}

/** What a DMN model or XML Schema calls a type, in ours. */
const bases: Readonly<Record<string, Base>> = {
  decimal: feel.number,
  double: feel.number,
  integer: feel.number,
  number: feel.number,
  string: 'text',
  boolean: 'boolean',
  date: 'date',
  time: feel.time,
  dateTime: feel.dateTime,
  'date and time': feel.dateTime,
  duration: feel.days,
  'days and time duration': feel.days,
  dayTimeDuration: feel.days,
  'years and months duration': feel.months,
  yearMonthDuration: feel.months,
};

export function baseNamed(name: string | undefined): Base | undefined {
  return name === undefined ? undefined : bases[name.replace(/^.*:/, '')];
}

/** A number as written in XML: also `-5`, `.5` and `1E3`. */
function readNumber(text: string): Value | undefined {
  const match = /^([+-]?)(\d*(?:\.\d*)?(?:[eE][+-]?\d+)?)$/.exec(text.trim());
  const digits = match?.[2]?.replace(/^\./, '0.').replace(/\.(?=$|e)/i, '') ?? '';
  if (!/^\d/.test(digits)) return undefined;
  const { numerator, denominator } = asNumber(numberOf(digits));
  return reduced({ numerator: match?.[1] === '-' ? -numerator : numerator, denominator });
}

function simple(text: string, base: Base, profile: Profile): Typed {
  if (base === feel.number) {
    const value = readNumber(text);
    if (profile === 'standard') return typed(feel.number, value);
    return typed(typeof value === 'bigint' ? 'int' : 'ratio', value);
  }
  if (base === 'text') return typed('text', text);
  if (base === 'boolean') return typed('boolean', /^\s*(true|1)\s*$/.test(text));
  if (base === 'date') return typed('date', readDay(text.trim()));
  return profile === 'standard' ? temporal(text.trim(), base) : refused('type-not-in-packs');
}

function temporal(text: string, base: Base): Typed {
  if (base === feel.time) return typed(base, readTime(text));
  if (base === feel.dateTime) return typed(base, readDateTime(text));
  const duration = readDuration(text);
  return typed(duration?.duration === 'months' ? feel.months : feel.days, duration);
}

function listOf(items: readonly Given[], base: Base | undefined, profile: Profile): Typed {
  const read = items.map((item) => typedOf(item, { base, isList: false }, profile));
  const wrong = read.find((item) => item.kind === 'refused');
  if (wrong !== undefined) return wrong;
  const types = read.flatMap((item) => (item.kind === 'typed' ? [item.type] : []));
  const known = types.filter((type) => type.base !== feel.null);
  const bases_ = new Set(known.map((type) => type.base));
  if (bases_.size > 1 || types.some((type) => type.list)) return refused('mixed-list');
  const values = read.flatMap((item) => (item.kind === 'typed' ? [item.value] : []));
  const [itemBase = base] = bases_;
  if (itemBase === undefined) return refused('empty-list');
  return { kind: 'typed', type: { base: itemBase, list: true, nullable: profile === 'standard' }, value: values };
}

/** What the model says of a variable. */
export interface Declared {
  readonly base: Base | undefined;
  readonly isList: boolean;
}

/** The value of an input or of another decision, as a name of the language. */
export function typedOf(given: Given, declared: Declared, profile: Profile): Typed {
  if (given.kind === 'context') return refused('needs-context');
  if (given.kind === 'list') return listOf(given.items, declared.base, profile);
  if (given.kind === 'null') {
    if (profile === 'pack') return refused('needs-null');
    const type = { base: declared.base ?? feel.null, list: declared.isList, nullable: true };
    return { kind: 'typed', type, value: feelNull };
  }
  const base = baseNamed(given.type) ?? declared.base;
  if (base === undefined) return refused('input-without-type');
  return simple(given.text, base, profile);
}

/** Decimals from which on an expected number counts as one that the kit rounded. */
const roundedDecimals = 8;

/** Equal in FEEL's 34 digits; where the kit writes a rounded number, equal when rounded as far. */
function numberMatches(text: string, value: Value): boolean {
  const expected = readNumber(text);
  if (expected === undefined) return false;
  const found = decimal128(asNumber(value));
  if (same(expected, found)) return true;
  const decimals = /\.(\d+)$/.exec(text.trim())?.[1]?.length ?? 0;
  return decimals >= roundedDecimals && same(expected, withDecimals(asNumber(found), decimals, 'half-even'));
}

/** Whether the language's value is the one that the case expects. */
export function matches(expected: Given, { value, type }: TypedValue): boolean {
  if (expected.kind === 'null') return isNull(value);
  if (isNull(value) || expected.kind === 'context') return false;
  if (expected.kind === 'list')
    return (
      isList(value) &&
      value.length === expected.items.length &&
      expected.items.every((item, i) =>
        matches(item, { kind: 'typed', value: value[i] ?? feelNull, type: { ...type, list: false } }),
      )
    );
  if (typeof value === 'boolean') return expected.text.trim() === String(value);
  if (typeof value === 'bigint' || isFraction(value)) return numberMatches(expected.text, value);
  if (typeof value === 'string')
    return (baseNamed(expected.type) ?? type.base) === type.base && expected.text === value;
  if (!isTemporal(value)) return false;
  const read = temporal(expected.text.trim(), type.base);
  return read.kind === 'typed' && same(read.value, value);
}

/** A found value for a line of the report. */
export function shown(value: Value): string {
  if (isTemporal(value)) return temporalText(value);
  return isList(value) ? `[${value.map(shown).join(', ')}]` : String(valueOnWire(value));
}

export function shownGiven(given: Given): string {
  if (given.kind === 'null') return 'null';
  if (given.kind === 'context') return 'a context';
  return given.kind === 'list' ? `[${given.items.map(shownGiven).join(', ')}]` : given.text;
}
