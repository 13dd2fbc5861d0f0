import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inCheckout } from '../../building/checkout.ts';
import { engineSources } from '../../building/engine-sources.ts';

/** Everything that a result may hang on: rules, how registers are read and worked, and the values beneath. */
const rooms = ['rules', 'registers', 'values'] as const;

/**
 * Names the exact engine by the digest of its own source, so that parts of two engines never stand in one table, and nobody need remember to raise a number.
 * Some 20 ms: asked only where parts are kept.
 */
export function engineVersion(): string {
  const digest = createHash('sha256');
  for (const path of engineSources(rooms))
    digest
      .update(`${path}\0`)
      .update(readFileSync(inCheckout(path)))
      .update('\0');
  return digest.digest('hex');
}
