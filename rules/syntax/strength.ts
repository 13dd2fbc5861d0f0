import type { BinaryOperator } from './expression.ts';

/** How tightly things bind, as in FEEL: `or` loosest, a name or a bracket tightest. */
export const loosest = 0;
export const comparison = 3;
export const additive = 4;
const power = 6;
export const negation = 7;
export const tightest = 8;

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
  // Looser than a sign and from left to right: -5 ** 2 is 25, 2 ** 3 ** 2 is 64.
  '**': power,
};
