import type { Type } from '../../../rules/check/expression/types.ts';
import type { FeelCall } from './call.ts';
import { calendarCalls } from './calendar.ts';
import { listCalls } from './lists.ts';
import { numberCalls } from './numbers.ts';
import { same } from '../value/null.ts';
import { textCalls } from './texts.ts';
import type { Value } from '../../../rules/explain/compile/values.ts';

const calls: Readonly<Partial<Record<string, FeelCall>>> = {
  is: ([a, b]) => a !== undefined && b !== undefined && same(a, b),
  ...numberCalls,
  ...textCalls,
  ...listCalls,
  ...calendarCalls,
};

/** Calls the function by its name; the checker let no other through. */
export function callFeel(name: string, given: readonly Value[], types: readonly Type[], result: Type): Value {
  const call = calls[name];
  if (call === undefined) throw new Error(`A function without a meaning: ${name}`);
  return call(given, types, result);
}
