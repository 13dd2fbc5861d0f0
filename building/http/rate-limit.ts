export type RateAnswer = { readonly kind: 'go-on' } | { readonly kind: 'wait'; readonly seconds: number };

/** Counts tries in this process, by a key such as an address. */
export interface RateLimit {
  /** Counts one try of `key` at the moment `now`. */
  take(key: string, now: Date): RateAnswer;
}

const mostKeys = 50_000;

/** At most `tries` in any stretch of `withinSeconds`. Keys that fell silent are forgotten. */
export function rateLimit({ tries, withinSeconds }: { tries: number; withinSeconds: number }): RateLimit {
  const seen = new Map<string, readonly number[]>();
  const span = withinSeconds * 1_000;
  return {
    take(key, now) {
      const at = now.getTime();
      const recent = (seen.get(key) ?? []).filter((then) => then > at - span);
      if (recent.length >= tries) return { kind: 'wait', seconds: Math.ceil(((recent[0] ?? at) + span - at) / 1_000) };
      seen.delete(key); // Put last: the map's order is then the order of the last try.
      seen.set(key, [...recent, at]);
      if (seen.size > mostKeys) forgetOldest(seen);
      return { kind: 'go-on' };
    },
  };
}

function forgetOldest(seen: Map<string, readonly number[]>): void {
  const [oldest] = seen.keys();
  if (oldest !== undefined) seen.delete(oldest);
}
