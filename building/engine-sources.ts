import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { inCheckout } from './checkout.ts';

/**
 * Sources of the rooms that an answer may depend on, tests and words left out; paths from the house's root, in order. What was worked out
 * holds as long as these are the same.
 */
export function engineSources(rooms: readonly string[]): readonly string[] {
  return rooms.flatMap((room) =>
    readdirSync(inCheckout(room), { recursive: true, encoding: 'utf8' })
      .filter(isSource)
      .toSorted()
      .map((name) => `${room}/${name}`),
  );
}

/** Names the exact engine by the digest of its own source, so that nobody need remember to raise a number. Some 20 ms. */
export function engineDigest(rooms: readonly string[]): string {
  const digest = createHash('sha256');
  for (const path of engineSources(rooms))
    digest
      .update(`${path}\0`)
      .update(readFileSync(inCheckout(path)))
      .update('\0');
  return digest.digest('hex');
}

const isSource = (name: string): boolean =>
  name.endsWith('.ts') && !/(?:\.test|testing)\.ts$|(?:^|\/)(?:testing|words\/made)\//.test(name);
