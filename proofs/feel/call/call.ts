import type { Type } from '../../../rules/check/expression/types.ts';
import { feelNull, isNull } from '../value/null.ts';
import type { Value } from '../../../rules/explain/compile/values.ts';

/** A function of FEEL: of its arguments, in the order of its parameters, and their types. */
export type FeelCall = (given: readonly Value[], types: readonly Type[], result: Type) => Value;

/** A function of which any null argument makes null. */
export const strict =
  (call: FeelCall): FeelCall =>
  (given, types, result) =>
    given.some(isNull) ? feelNull : call(given, types, result);
