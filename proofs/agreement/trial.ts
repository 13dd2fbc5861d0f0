import * as fc from 'fast-check';
import type { BackEnd } from './back-ends/back-end.ts';
import { disagreementText, type Pair, packOf, randomPairs, type Verdict, verdicts } from './invented/pair.ts';
import { smallest } from './smallest.ts';

/** How a back end did, counted in pairs of a rule and a person; `refusedRules` of all rules. */
export interface Tally {
  pairs: number;
  agreed: number;
  /** Of the pairs, those that were left open and settled row by row. */
  explained: number;
  refused: number;
  disagreed: number;
  refusedRules: number;
  /** Why rules were refused, and how many each. */
  readonly reasons: Map<string, number>;
}

export interface Trial {
  readonly seed: number;
  rules: number;
  pairs: number;
  readonly tallies: ReadonlyMap<string, Tally>;
  /** The smallest counterexamples that were found, as text. */
  readonly counterexamples: string[];
}

export interface TrialWishes {
  readonly seed: number;
  readonly backEnds: readonly BackEnd[];
  readonly people: { readonly least: number; readonly most: number };
  /** After this many counterexamples further ones are only counted. */
  readonly mostShown?: number;
}

const drawnAtOnce = 10;

/** Random pairs without end; the same for the same seed. */
export function* pairsFrom(seed: number, people: TrialWishes['people'], atOnce = drawnAtOnce): Generator<Pair> {
  const pairs = randomPairs(people);
  // Seeds beside one another draw nothing in common.
  const apart = Math.imul(seed, 0x9e37_79b1);
  for (let chunk = 0; ; chunk += 1) yield* fc.sample(pairs, { seed: (apart + chunk) | 0, numRuns: atOnce });
}

const emptyTally = (): Tally => ({
  pairs: 0,
  agreed: 0,
  explained: 0,
  refused: 0,
  disagreed: 0,
  refusedRules: 0,
  reasons: new Map(),
});

function count(tally: Tally, { agreed, explained, refused, disagreements }: Verdict, people: number): void {
  tally.pairs += people;
  tally.agreed += agreed;
  tally.explained += explained;
  tally.disagreed += disagreements.length;
  if (refused === undefined) return;
  tally.refused += people;
  tally.refusedRules += 1;
  tally.reasons.set(refused, (tally.reasons.get(refused) ?? 0) + 1);
}

/** The pair as small as it gets while the back end still differs from explain on it, as text. */
async function counterexample(pair: Pair, backEnd: BackEnd): Promise<string> {
  const differs = async (other: Pair): Promise<Verdict | undefined> => {
    if (packOf(other.rule) === undefined) return undefined;
    const [verdict] = await verdicts(other, [backEnd]);
    return verdict !== undefined && verdict.disagreements.length > 0 ? verdict : undefined;
  };
  const small = await smallest(pair, async (other) => (await differs(other)) !== undefined);
  const verdict = await differs(small);
  const [disagreement] = verdict?.disagreements ?? [];
  if (disagreement === undefined)
    throw new Error(`${backEnd.name} differs from explain now and then on the same pair.`);
  return disagreementText(small, backEnd, disagreement);
}

/** Tries pairs one after another for as long as `goesOn`, which is asked after each rule. */
export async function tryPairs(wishes: TrialWishes, goesOn: (trial: Trial) => boolean): Promise<Trial> {
  const { seed, backEnds, people, mostShown = 3 } = wishes;
  const tallies = new Map(backEnds.map(({ name }) => [name, emptyTally()]));
  const trial: Trial = { seed, rules: 0, pairs: 0, tallies, counterexamples: [] };
  for (const pair of pairsFrom(seed, people)) {
    if (!goesOn(trial)) break;
    trial.rules += 1;
    trial.pairs += pair.population.people.length;
    const all = await verdicts(
      pair,
      backEnds.filter(({ everySoMany = 1 }) => trial.rules % everySoMany === 0),
    );
    for (const verdict of all) {
      const tally = tallies.get(verdict.backEnd.name);
      if (tally !== undefined) count(tally, verdict, pair.population.people.length);
    }
    const wrong = all.find(({ disagreements }) => disagreements.length > 0);
    if (wrong !== undefined && trial.counterexamples.length < mostShown)
      trial.counterexamples.push(await counterexample(pair, wrong.backEnd));
  }
  return trial;
}
