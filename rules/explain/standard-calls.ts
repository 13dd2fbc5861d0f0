import type { Type } from '../check/types.ts';
import type { StandardCall } from './standard-call.ts';
import { calendarCalls } from './standard-calendar.ts';
import { listCalls } from './standard-lists.ts';
import { numberCalls } from './standard-numbers.ts';
import { same } from './standard-values.ts';
import { textCalls } from './standard-texts.ts';
import type { Value } from './values.ts';

const calls: Readonly<Partial<Record<string, StandardCall>>> = {
  is: ([a, b]) => a !== undefined && b !== undefined && same(a, b),
  ...numberCalls,
  ...textCalls,
  ...listCalls,
  ...calendarCalls,
};

/** Calls the function by its name; the checker let no other through. */
export function callStandard(name: string, given: readonly Value[], types: readonly Type[], result: Type): Value {
  const call = calls[name];
  if (call === undefined) throw new Error(`A function without a meaning: ${name}`);
  return call(given, types, result);
}
