import type { Transaction } from '../../../building/database/transaction.ts';
import { blindIndex } from '../../../building/identity/sealed.ts';
import type { Tables } from '../../../migrations/tables.ts';
import type { Authority } from '../../../values/division.ts';
import type { House } from '../house.ts';
import { countTry, forgetTries, uncountTries } from './limit-store.ts';

/** At most `most` tries under one key within a window that starts with the first. */
export interface Limit {
  /** What is counted, by whom: `password 203.0.113.9 zhou.suqing`. Only its blind index is stored. */
  readonly key: string;
  readonly most: number;
  readonly windowMs: number;
}

/**
 * Counts one try under every key, before the try is made, so that many at once can't slip through. The limits hold for all doors together:
 * they are in the database.
 */
export async function takeTries(
  trx: Transaction<Tables>,
  house: House,
  county: Authority,
  limits: readonly Limit[],
): Promise<{ readonly kind: 'allowed' } | { readonly kind: 'too-many'; readonly until: Date }> {
  const now = house.clock.now();
  let until: Date | undefined;
  // In one order, so that two tries never wait for each other in a circle.
  const ordered = limits
    .map((limit) => ({ ...limit, blind: keyBlind(house, county, limit) }))
    .toSorted((a, b) => (a.blind < b.blind ? -1 : 1));
  for (const { blind, most, windowMs } of ordered) {
    const taken = await countTry(trx, county, blind, now, windowMs);
    if (taken.count > most && (until === undefined || taken.until > until)) until = taken.until;
  }
  return until === undefined ? { kind: 'allowed' } : { kind: 'too-many', until };
}

/** A try that succeeded is no try at guessing: it is taken back. */
export async function giveBackTry(
  trx: Transaction<Tables>,
  house: House,
  county: Authority,
  limits: readonly Limit[],
): Promise<void> {
  await uncountTries(
    trx,
    county,
    limits.map((limit) => keyBlind(house, county, limit)),
  );
}

/** Whoever has proved themselves starts anew: all tries under these keys are forgotten. */
export async function forgetAllTries(
  trx: Transaction<Tables>,
  house: House,
  county: Authority,
  limits: readonly Limit[],
): Promise<void> {
  await forgetTries(
    trx,
    county,
    limits.map((limit) => keyBlind(house, county, limit)),
  );
}

function keyBlind(house: House, county: Authority, limit: Limit): string {
  return blindIndex(house.keysOf(county), limit.key, 'sign-in-limit');
}
