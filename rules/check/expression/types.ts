import { alike, inEveryLanguage, type Localized } from '../../../values/language.ts';
import { words } from '../words/made/all.ts';

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

const isOfDialect = (base: Base): base is DialectBase => base.startsWith('feel:');

function baseWords(base: Base): Localized {
  return isOfDialect(base) ? alike(base) : inEveryLanguage(words, (w) => w.type[base]);
}

/** What the type is called, nullable and list forms told. */
export function typeWords(type: Type): Localized {
  return inEveryLanguage(words, (w, inOwn) => {
    const one = inOwn(baseWords(type.base));
    const list = type.list ? w.listOf({ type: one }) : one;
    return type.nullable ? w.nullable({ type: list }) : list;
  });
}
