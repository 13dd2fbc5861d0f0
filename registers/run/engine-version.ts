import { engineDigest } from '../../building/engine-sources.ts';

/** Everything that a result may depend on: rules, how registers are read and worked, and the values beneath. */
const rooms = ['rules', 'registers', 'values'] as const;

/** Names the exact engine, so that parts of two engines never stand in one table. */
export function engineVersion(): string {
  return engineDigest(rooms);
}
