import type { Localized } from '../../../values/language.ts';
import type { Fault } from '../decide.ts';

/** What came of reading one field: a value, or its fault. */
export type Read<Value, Code extends string = string> =
  | { readonly kind: 'read'; readonly value: Value }
  | NotRead<Code>;

interface NotRead<Code extends string = string> {
  readonly kind: 'fault';
  readonly fault: Fault<Code>;
}

export const read = <Value>(value: Value): Read<Value, never> => ({ kind: 'read', value });

export const notRead = <Code extends string>(fault: Fault<Code>): NotRead<Code> => ({ kind: 'fault', fault });

/** A field that can't be read. */
export function unreadable<const Code extends string>(
  field: Fault['field'],
  code: Code,
  words: Localized,
): NotRead<Code> {
  return notRead({ field, code, words });
}

export function blank(typed: string | undefined): boolean {
  return typed === undefined || typed.trim() === '';
}

/** Reads what may be left out. */
export function optional<Value>(
  typed: string | undefined,
  reader: (text: string) => Read<Value>,
): Read<Value> | undefined {
  return typed === undefined || blank(typed) ? undefined : reader(typed);
}

/** The faults among what was read. */
export function faultsIn(fields: readonly (Read<unknown> | undefined)[]): readonly Fault[] {
  return fields.flatMap((one) => (one?.kind === 'fault' ? [one.fault] : []));
}
