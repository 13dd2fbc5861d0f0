import { addDays, type Day, day, dayFromNumber, daysInMonth, dayNumber } from '../../values/day.ts';
import type { FactUse } from '../check/rule/rule.ts';
import type { WrittenType } from '../check/expression/types.ts';
import type { Pack } from '../explain/evaluate.ts';
import type { Facts, FactValue } from '../facts.ts';
import { dateCode, monthCode } from '../ir/lower/encode.ts';
import { factOfCode } from '../ir/lower/fact-code.ts';
import type { View } from '../ir/node.ts';
import type { Range } from '../ir/limits/ranges.ts';
import { fitsForm } from '../pack/form.ts';
import type { FactDefinition } from '../vocabulary.ts';
import type { Owned } from './grounded.ts';

/** A fact that may be changed, and to what. */
export interface Candidate extends Owned {
  readonly type: WrittenType;
  readonly from: FactValue;
  readonly values: Ordered | Listed;
}

/**
 * Values with near and far, by their place on a line: a date by its day number, a month by its own, whole numbers as they are, money in
 * fen. One step on it is a day, a month, one, a fen.
 */
export interface Ordered extends Range {
  readonly kind: 'ordered';
  /** Where the fact is now: one place, or all days of a month; where nothing is known, the place from which distance is counted. */
  readonly from: Range;
  readonly isKnown: boolean;
}

/** Values of which any other is as far as any other, in the order in which the rule (or the vocabulary) names them. */
interface Listed {
  readonly kind: 'listed';
  readonly others: readonly FactValue[];
}

/** Numbers from outside are whole and no larger than this; money has 17 digits. Neither becomes negative that was not. */
const largest = { int: BigInt(Number.MAX_SAFE_INTEGER), money: 10n ** 17n - 1n } as const;
const calendar = { first: day('0001-01-01'), last: day('9999-12-31') } as const;

const isOrdered = (type: WrittenType): type is 'date' | 'month' | 'int' | 'money' =>
  type === 'date' || type === 'month' || type === 'int' || type === 'money';

const dayPlace = (text: string): bigint => BigInt(dayNumber(text as Day));
const dayAt = (place: bigint): Day => dayFromNumber(Number(place));

/** The place of the fact's value; of a date of which only the month is known, those of its days. */
function placesOf(value: FactValue, type: 'date' | 'month' | 'int' | 'money'): Range | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return { least: BigInt(value), greatest: BigInt(value) };
  if (typeof value !== 'string') return undefined;
  if (type === 'month') return { least: monthCode(value), greatest: monthCode(value) };
  if (value.length === 10) return { least: dayPlace(value), greatest: dayPlace(value) };
  const first = dayPlace(`${value}-01`);
  const length = daysInMonth(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
  return { least: first, greatest: first + BigInt(length - 1) };
}

/** A parent is born before the child, wherever both birthdays are facts: the least and the greatest day between. */
function bornBetween(facts: Facts, { person, fact }: Owned): { first?: Day | undefined; last?: Day | undefined } {
  if (fact !== 'birth' || facts.links === undefined) return {};
  const births = new Map(facts.people.map(({ id, birth }) => [id, typeof birth === 'string' ? birth : undefined]));
  const links = facts.links.filter(({ kind }) => kind === 'parent');
  const after = links.filter(({ to }) => to === person).flatMap(({ from }) => births.get(from) ?? []);
  const before = links.filter(({ from }) => from === person).flatMap(({ to }) => births.get(to) ?? []);
  // Of a month only: the whole month is left open, as the reading of facts leaves it.
  const first = after.map((text) => (text.length === 10 ? addDays(text as Day, 1) : (`${text}-01` as Day)));
  const last = before.map((text) => (text.length === 10 ? addDays(text as Day, -1) : lastOf(text)));
  return { first: first.toSorted().at(-1), last: last.toSorted()[0] };
}

const lastOf = (month: string): Day =>
  `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}` as Day;

function orderedValues(facts: Facts, owned: Owned, definition: FactDefinition, from: FactValue): Ordered | undefined {
  const { type } = definition;
  if (!isOrdered(type)) return undefined;
  const known = placesOf(from, type);
  if (type === 'int' || type === 'money') {
    const least = known !== undefined && known.least < 0n ? known.least : 0n;
    const start = known ?? { least: 0n, greatest: 0n };
    return { kind: 'ordered', least, greatest: largest[type], from: start, isKnown: known !== undefined };
  }
  const between = bornBetween(facts, owned);
  const written = (limit: Day): string => limit.slice(0, type === 'date' ? 10 : 7);
  const first = [definition.notBefore ?? calendar.first, between.first ?? calendar.first].map(written).toSorted()[1];
  const last = [definition.notInFuture ? facts.on : calendar.last, between.last ?? calendar.last]
    .map(written)
    .toSorted()[0];
  const here = placesOf(written(facts.on), type);
  const [least, greatest] = [placesOf(first, type)?.least, placesOf(last, type)?.greatest];
  if (least === undefined || greatest === undefined || here === undefined || least > greatest) return undefined;
  return { kind: 'ordered', least, greatest, from: known ?? here, isKnown: known !== undefined };
}

/** Stands for every text that nobody names: of a country the code for any other. */
export const anyOtherText = '……';
const otherCountries = ['ZZ', 'XX', 'XA', 'XB'];

function otherText(definition: FactDefinition, named: readonly string[]): string | undefined {
  if (definition.form === 'country') return otherCountries.find((code) => !named.includes(code));
  return named.includes(anyOtherText) ? undefined : anyOtherText;
}

/** Texts that the rule or other people's facts name, and one that none does: no rule can tell more of them apart. */
function textsFor(pack: Pack, facts: Facts, definition: FactDefinition): readonly string[] {
  const declared = [...pack.rule.facts.values()].filter(({ type }) => type === 'text' || type === 'enum');
  const held = facts.people.flatMap((person) => declared.map(({ fact }) => person[fact]));
  const named = [...pack.program.texts, ...held.filter((value) => typeof value === 'string')];
  const fitting = named.filter((text) => fitsForm(text, definition.form));
  const other = otherText(definition, fitting);
  return [...new Set(other === undefined ? fitting : [...fitting, other])];
}

function listedValues(pack: Pack, facts: Facts, definition: FactDefinition, from: FactValue): Listed {
  const all: readonly FactValue[] =
    definition.type === 'boolean'
      ? [true, false]
      : definition.type === 'enum'
        ? [...(definition.values?.keys() ?? [])]
        : textsFor(pack, facts, definition);
  return { kind: 'listed', others: all.filter((value) => value !== from) };
}

/** What the fact may be changed to, within the vocabulary: undefined where it has no second value. */
export function candidate(pack: Pack, facts: Facts, owned: Owned, use: FactUse): Candidate | undefined {
  const definition = pack.vocabulary.facts.get(owned.fact);
  const from = facts.people.find(({ id }) => id === owned.person)?.[owned.fact];
  if (definition === undefined) return undefined;
  const values = isOrdered(use.type)
    ? orderedValues(facts, owned, definition, from)
    : listedValues(pack, facts, definition, from);
  return values && { ...owned, type: use.type, from, values };
}

/** The fact's value at a place on its line. */
export function valueAt({ type }: Pick<Candidate, 'type'>, place: bigint): FactValue {
  return type === 'date' ? dayAt(place) : factOfCode(place, type);
}

/** What the fact can be, as the IR has it, between two places. */
export function codesBetween({ type }: Pick<Candidate, 'type'>, { least, greatest }: Range, view: View): Range {
  if (type !== 'date') return { least, greatest };
  const [from, to] = [dateCode(dayAt(least)), dateCode(dayAt(greatest))];
  return view === 'month' ? { least: from >> 5n, greatest: to >> 5n } : { least: from, greatest: to };
}
