import type { Localized } from '../../values/language.ts';

/**
 * `unrounded` is money times or divided by something, in fractions of a fen, and `quotient` a division of whole numbers: both are
 * good for one thing, to be rounded by name. `fault` stands where an error was already told, so that it isn't told twice.
 */
export type Base =
  | 'int'
  | 'money'
  | 'ratio'
  | 'boolean'
  | 'date'
  | 'month'
  | 'text'
  | 'unrounded'
  | 'quotient'
  | 'person'
  | 'period'
  | 'benefit'
  | 'fault'
  | DialectBase;

/** A type that packs don't have, of a dialect (`Checking.dialect`): no fact and no parameter of a pack is of one. */
type DialectBase = `feel:${string}`;

export interface Type {
  readonly base: Base;
  readonly list: boolean;
  /** A fact it rests on may be absent, and the pack says so (`boolean?`). */
  readonly nullable: boolean;
  /** Of a text: the only values that it may have, with what people call them. */
  readonly values?: ReadonlyMap<string, Localized>;
}

export const faultType: Type = { base: 'fault', list: false, nullable: false };

export function scalar(base: Base, nullable = false): Type {
  return { base, list: false, nullable };
}

export function listType(base: Base, nullable = false): Type {
  return { base, list: true, nullable };
}

export const isFault = (type: Type): boolean => type.base === 'fault';

/** The types that a pack may write for a parameter. */
export const parameterTypes = ['int', 'money', 'ratio', 'boolean', 'date', 'month', 'text'] as const;

/** The types that a fact may have; an `enum` is a text of which the vocabulary lists the values. */
export const writtenTypes = [...parameterTypes, 'enum'] as const;
export type WrittenType = (typeof writtenTypes)[number];

/** What a fact or a parameter of the type is in an expression. */
export function baseOf(type: WrittenType): Base {
  return type === 'enum' ? 'text' : type;
}

const names: Readonly<Record<Exclude<Base, DialectBase>, Localized>> = {
  int: { 'zh-CN': '整数', en: 'whole number' },
  money: { 'zh-CN': '金额', en: 'money' },
  ratio: { 'zh-CN': '比率', en: 'ratio' },
  boolean: { 'zh-CN': '是否', en: 'boolean' },
  date: { 'zh-CN': '日期', en: 'date' },
  month: { 'zh-CN': '月份', en: 'month' },
  text: { 'zh-CN': '文字', en: 'text' },
  unrounded: { 'zh-CN': '未取整的金额', en: 'unrounded money' },
  quotient: { 'zh-CN': '未取整的商', en: 'unrounded quotient' },
  person: { 'zh-CN': '人', en: 'person' },
  period: { 'zh-CN': '期间', en: 'period' },
  benefit: { 'zh-CN': '另一项政策', en: 'benefit' },
  fault: { 'zh-CN': '有错的部分', en: 'a faulty part' },
};

const isOfDialect = (base: Base): base is DialectBase => base.startsWith('feel:');

/** What the type is called, in both languages, nullable and list forms told. */
export function typeWords(type: Type): Localized {
  const { 'zh-CN': zh, en } = isOfDialect(type.base) ? { 'zh-CN': type.base, en: type.base } : names[type.base];
  const list = type.list ? { 'zh-CN': `一列${zh}`, en: `list of ${en}` } : { 'zh-CN': zh, en };
  return type.nullable ? { 'zh-CN': `可能不知道的${list['zh-CN']}`, en: `nullable ${list.en}` } : list;
}
