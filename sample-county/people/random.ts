/** Chance that repeats: the same seed gives the same county on every machine and in every run. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  /** True in this share of the cases. */
  once(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** By weight; weights need not add up to 1. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** Roughly normal, by the sum of four draws (Irwin–Hall), so never further than 3.5 deviations away. */
  around(mean: number, deviation: number): number;
  /** Its own stream: what is drawn from it changes nothing elsewhere. */
  fork(name: string): Chance;
}

/** sfc32 (Chris Doty-Humphrey, public domain), seeded by a text. */
export function chanceOf(seed: string): Chance {
  let [a, b, c, counter] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const next32 = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i += 1) next32();
  const next = (): number => next32() / 4_294_967_296;
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    once: (share) => next() < share,
    pick: (from) => at(from, between(0, from.length - 1)),
    weighted: (from) => byWeight(from, next()),
    around: (mean, deviation) => mean + (next() + next() + next() + next() - 2) * deviation * Math.sqrt(3),
    fork: (name) => chanceOf(`${seed}/${name}`),
  };
}

function at<T>(from: readonly T[], index: number): T {
  const found = from[index];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
}

function byWeight<T>(from: readonly (readonly [T, number])[], draw: number): T {
  let left = draw * from.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of from) {
    left -= weight;
    if (left < 0) return value;
  }
  return at(from, from.length - 1)[0];
}

/** FNV-1a over the text, once for each word of state. */
function hash(text: string, round: number): number {
  let h = (0x81_1c_9d_c5 ^ Math.imul(round, 0x9e_37_79_b1)) | 0;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01_00_01_93);
  return h | 0;
}
