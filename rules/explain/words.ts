import { fen, shortYuanText } from '../../values/fen.ts';
import type { Localized } from '../../values/language.ts';
import { isRecordedRelation, relationWords } from './relation-words.ts';
import type { Type } from '../check/types.ts';
import type { PersonFacts } from '../facts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type DialectValue, type Gap, isFraction, isList, SomeDayOf, Unknown, type Value } from './values.ts';
import { englishMonths } from '../../values/month-names.ts';

const both = (text: string): Localized => ({ 'zh-CN': text, en: text });

/** `2023-12` is `2023 年 12 月` in Chinese and `December 2023` in English; a day likewise. */
export function dateWords(iso: string): Localized {
  const [year = '', month = '', day] = iso.split('-').map((part) => String(Number(part)));
  const name = englishMonths[Number(month) - 1] ?? month;
  return day === undefined
    ? { 'zh-CN': `${year} 年 ${month} 月`, en: `${name} ${year}` }
    : { 'zh-CN': `${year} 年 ${month} 月 ${day} 日`, en: `${day} ${name} ${year}` };
}

const notKnown: Localized = { 'zh-CN': '还不知道', en: 'not yet known' };

function fractionText(numerator: bigint, denominator: bigint): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** A country by its two letters. Packs ask of one's own country; of any other the code is enough. */
function countryWords(code: string): Localized {
  if (code === 'CN') return { 'zh-CN': '中国', en: 'China' };
  if (code === 'ZZ') return { 'zh-CN': '其他国家', en: 'another country' };
  return { 'zh-CN': `其他国家（代码 ${code}）`, en: `another country (code ${code})` };
}

/** A fact's value as people say it; what kind of text it is, the vocabulary knows. */
export function factValueWords(vocabulary: Vocabulary, fact: string, value: Value, type: Type): Localized {
  const isCountry = vocabulary.facts.get(fact)?.form === 'country' && typeof value === 'string';
  return isCountry ? countryWords(value) : valueWords(value, type);
}

/** How many a list holds: people are counted as such. */
function lengthWords(length: number, { base }: Type): Localized {
  const one = length === 1;
  return base === 'person'
    ? { 'zh-CN': `${length} 人`, en: `${length} ${one ? 'person' : 'people'}` }
    : { 'zh-CN': `${length} 项`, en: `${length} ${one ? 'item' : 'items'}` };
}

function idOf(value: PersonFacts | DialectValue): string {
  if ('id' in value) return value.id;
  throw new TypeError('A person was expected: packs have no other values.');
}

/** A value as people say it: money in yuan, days in the language's own order. */
export function valueWords(value: Value, type: Type): Localized {
  if (value instanceof Unknown) return notKnown;
  if (value instanceof SomeDayOf) return dateWords(value.month);
  if (typeof value === 'boolean') return value ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': '否', en: 'no' };
  if (typeof value === 'bigint') {
    if (type.base !== 'money') return both(String(value));
    const yuan = shortYuanText(fen(value));
    return { 'zh-CN': `${yuan} 元`, en: `${yuan} yuan` };
  }
  if (typeof value === 'string')
    return type.base === 'text' ? (type.values?.get(value) ?? both(value)) : dateWords(value);
  if (isList(value)) return lengthWords(value.length, type);
  if (isFraction(value)) return both(fractionText(value.numerator, value.denominator));
  return both(idOf(value));
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
  const known = isRecordedRelation(fact) ? relationWords[fact] : speaking.vocabulary.facts.get(fact)?.words;
  const what = known ?? both(fact);
  const isSubject = person === speaking.subject;
  const whose = isSubject ? speaking.subjectWords : { 'zh-CN': `家人“${person}”`, en: `relative “${person}”` };
  return { 'zh-CN': `${whose['zh-CN']}的${what['zh-CN']}`, en: `${what.en} of the ${whose.en}` };
}
