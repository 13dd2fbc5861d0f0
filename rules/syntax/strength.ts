import type { BinaryOperator } from './expression.ts';

/** How tightly things bind, as in FEEL: `or` loosest, a name or a bracket tightest. */
export const loosest = 0;
export const comparison = 3;
export const additive = 4;
export const negation = 6;
export const tightest = 7;

export const strength: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': comparison,
  '!=': comparison,
  '<': comparison,
  '<=': comparison,
  '>': comparison,
  '>=': comparison,
  '+': additive,
  '-': additive,
  '*': 5,
  '/': 5,
};
