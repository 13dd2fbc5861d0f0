import * as fc from '../../node_modules/fast-check/lib/fast-check.js';

/*
 * fast-check with at most 60 runs and always the same ones: a mutant that survives costs every test that reaches it, and its fate must not
 * depend on luck. Fewer runs than `npm test` has find fewer mutants, so the score errs downward.
 */

const mostRuns = 60;

export * from '../../node_modules/fast-check/lib/fast-check.js';

const bounded = <T>(parameters: fc.Parameters<T> | undefined): fc.Parameters<T> => ({
  seed: 20_261_122,
  ...parameters,
  numRuns: Math.min(parameters?.numRuns ?? mostRuns, mostRuns),
});

export const assert = <T>(property: fc.IRawProperty<T>, parameters?: fc.Parameters<T>): void | Promise<void> =>
  fc.assert(property, bounded(parameters));
