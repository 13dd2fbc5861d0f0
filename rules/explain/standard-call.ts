import type { Type } from '../check/types.ts';
import { feelNull, isNull } from './standard-values.ts';
import type { Value } from './values.ts';

/** A function of FEEL: of its arguments, in the order of its parameters, and their types. */
export type StandardCall = (given: readonly Value[], types: readonly Type[], result: Type) => Value;

/** A function of which any null argument makes null. */
export const strict =
  (call: StandardCall): StandardCall =>
  (given, types, result) =>
    given.some(isNull) ? feelNull : call(given, types, result);
