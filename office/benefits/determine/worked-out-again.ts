import type { Determination } from '../../../rules/determination.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { explain } from '../../../rules/explain/explain.ts';
import { readFacts } from '../../../rules/explain/facts/read-facts.ts';
import type { Said } from '../case/case.ts';
import type { FactsWire } from '../decide/facts-wire.ts';
import { digestOf, kept, type KeptDetermination, saidBefore } from './kept-determination.ts';

/** A kept determination, worked out again from its facts and its text. */
export type WorkedOutAgain =
  /** It comes out as it was told, and this is how it came about. */
  | { readonly kind: 'same'; readonly determination: Determination }
  /** It comes out otherwise, by another engine or because something kept was changed. What was told stands. */
  | { readonly kind: 'different'; readonly now: KeptDetermination }
  /** The text of the law is not kept, or this engine no longer takes it or the facts. */
  | { readonly kind: 'not-possible' };

/**
 * Verifies one kept determination: works it out again by the text that it names (`pack`, undefined where that can't be read) and holds the
 * digests against each other. The reasons stay in the words in which they were told.
 */
export function workedOutAgain(before: KeptDetermination, pack: Pack | undefined): WorkedOutAgain {
  if (!pack?.info.periods.includes(before.period)) return { kind: 'not-possible' };
  const { answers: _, ...known }: FactsWire = before.facts;
  const read = readFacts(pack.vocabulary, known);
  if (read.kind !== 'facts') return { kind: 'not-possible' };
  // Named as the case names it: one from before texts were kept has an older name for the same text.
  const again = { ...explain(pack, read.facts, before.period), version: before.policyText };
  const now = kept(again, before.facts, before.engine);
  // What is kept may have been changed beside its digest, too.
  if (now.digest !== before.digest || digestOf(before) !== before.digest) return { kind: 'different', now };
  return { kind: 'same', determination: { ...again, because: before.because } };
}

/** A determination as it was told: whole where it comes out the same again, else as far as the case itself keeps it. */
export function asTold(policy: string, before: KeptDetermination, again: WorkedOutAgain): Said {
  return again.kind === 'same' ? again.determination : saidBefore(policy, before);
}
