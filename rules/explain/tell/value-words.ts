import { fen, shortYuanText } from '../../../values/fen.ts';
import { alike, inEveryLanguage, type Localized } from '../../../values/language.ts';
import { relationWords } from './relation-words.ts';
import type { Type } from '../../check/expression/types.ts';
import type { PersonFacts } from '../../facts.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import { type DialectValue, type Gap, isFraction, isList, SomeDayOf, Unknown, type Value } from '../compile/values.ts';
import { words } from '../words/made/all.ts';

const dates = new Map<string, Localized>();
/** As many days as a register of one pack tells of; then the words are made anew. */
const mostDates = 10_000;

/** `2023-12` is `2023 年 12 月` in Chinese and `December 2023` in English; a day likewise. A trace names the same days over and over. */
export function dateWords(iso: string): Localized {
  const known = dates.get(iso);
  if (known !== undefined) return known;
  if (dates.size === mostDates) dates.clear();
  const [year = 0, number = 0, day] = iso.split('-').map(Number);
  const said = inEveryLanguage(words, ({ value }) => {
    const month = value.months[number - 1] ?? '';
    return day === undefined ? value.month({ year, month }) : value.day({ year, month, day });
  });
  dates.set(iso, said);
  return said;
}

const notKnown = inEveryLanguage(words, ({ value }) => value.unknown);
const yes = inEveryLanguage(words, ({ value }) => value.yes);
const no = inEveryLanguage(words, ({ value }) => value.no);

/** Yuan as people read them: `3,600 元`. */
function yuanWords(amount: bigint): Localized {
  const yuan = shortYuanText(fen(amount));
  return inEveryLanguage(words, ({ value }) => value.yuan({ yuan }));
}

function fractionText(numerator: bigint, denominator: bigint): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** A country by its two letters. Packs ask of one's own country; of any other the code is enough. */
function countryWords(code: string): Localized {
  return inEveryLanguage(words, ({ value: { country } }) =>
    code === 'CN' ? country.own : code === 'ZZ' ? country.other : country.code({ code }),
  );
}

/** A fact's value as people say it; what kind of text it is, the vocabulary knows. */
export function factValueWords(vocabulary: Vocabulary, fact: string, value: Value, type: Type): Localized {
  const isCountry = vocabulary.facts.get(fact)?.form === 'country' && typeof value === 'string';
  return isCountry ? countryWords(value) : valueWords(value, type);
}

/** How many a list holds: people are counted as such. */
function lengthWords(count: number, { base }: Type): Localized {
  return inEveryLanguage(words, ({ value }) => (base === 'person' ? value.people({ count }) : value.items({ count })));
}

function idOf(value: PersonFacts | DialectValue): string {
  if ('id' in value) return value.id;
  throw new TypeError('A person was expected: packs have no other values.');
}

/** A value as people say it: money in yuan, days in the language's own order. */
export function valueWords(value: Value, type: Type): Localized {
  if (value instanceof Unknown) return notKnown;
  if (value instanceof SomeDayOf) return dateWords(value.month);
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'bigint') return type.base === 'money' ? yuanWords(value) : alike(String(value));
  if (typeof value === 'string')
    return type.base === 'text' ? (type.values?.get(value) ?? alike(value)) : dateWords(value);
  if (isList(value)) return lengthWords(value.length, type);
  if (isFraction(value)) return alike(fractionText(value.numerator, value.denominator));
  return alike(idOf(value));
}

/** The value on the wire: whole numbers and fen as decimal text, days as ISO text, null for what is not known. */
export function valueOnWire(value: Value): boolean | string | null {
  if (value instanceof Unknown) return null;
  if (value instanceof SomeDayOf) return value.month;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return String(value);
  if (isList(value)) return `[${value.map((item) => valueOnWire(item) ?? '?').join(', ')}]`;
  if (isFraction(value)) return fractionText(value.numerator, value.denominator);
  return idOf(value);
}

/** Whom and what a pack talks about. */
export interface Speaking {
  readonly vocabulary: Vocabulary;
  /** What the subject is called. */
  readonly subjectWords: Localized;
  readonly subject: string;
}

/** `孩子的国籍`, `nationality of the child`; a relative is named by id. */
export function factWords(speaking: Speaking, { person, fact }: Pick<Gap, 'person' | 'fact'>): Localized {
  const what = relationWords(fact) ?? speaking.vocabulary.facts.get(fact)?.words ?? alike(fact);
  return inEveryLanguage(words, ({ whose }, inOwn) => {
    const who = person === speaking.subject ? inOwn(speaking.subjectWords) : whose.relative({ id: person });
    return whose.fact({ whose: who, what: inOwn(what) });
  });
}
