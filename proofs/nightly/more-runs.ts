import type * as FastCheck from 'fast-check';
import { vi } from 'vitest';

/*
 * fast-check at night: each property is tried for twenty seconds or fifty times as often as by day, whichever ends first, and from another
 * seed each night. A failure names its seed.
 */

const seed = Date.now() % 2 ** 31;

vi.mock('fast-check', async (original) => {
  const fc = await original<typeof FastCheck>();
  const assert = <T>(property: FastCheck.IRawProperty<T>, parameters?: FastCheck.Parameters<T>): unknown =>
    fc.assert(property, {
      ...parameters,
      seed,
      numRuns: (parameters?.numRuns ?? 100) * 50,
      interruptAfterTimeLimit: 20_000,
    });
  return { ...fc, assert };
});
