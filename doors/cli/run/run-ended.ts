import type { RunRefusal } from '../../../registers/run/job.ts';
import type { RunEnd } from '../../../registers/run/run.ts';
import { inLanguage } from '../../../values/language.ts';
import { pathFrom } from '../law/findings.ts';
import type { Io } from '../io.ts';
import { type Or, refused } from '../refusal.ts';
import { brokenRegister } from './run-options.ts';
import { wordsIn as runWordsIn } from './words/made/all.ts';

type Unfinished =
  | { readonly kind: 'refused'; readonly refusal: RunRefusal }
  | Exclude<RunEnd<never>, { readonly kind: 'done' }>;

/** What kept a run from its end, in words. */
export function runEnded(io: Io, found: Unfinished, out: string | undefined): Extract<Or<never>, { refusal: unknown }> {
  const words = runWordsIn(io.language);
  if (found.kind === 'refused') return refused(found.refusal.code, inLanguage(found.refusal.words, io.language));
  if (found.kind === 'broken') return brokenRegister(io, found.problems);
  const kept = out === undefined ? [] : [words.keptForNext({ out: pathFrom(io.cwd)(out) })];
  return refused('stopped', [words.stopped({ finished: found.finished, shards: found.shards }), ...kept].join('\n'));
}

/** Says which facts that policies look at the register does not hold, before anything is determined. */
export function tellNotHeld(io: Io, facts: readonly string[]): void {
  if (facts.length > 0) io.err(`${runWordsIn(io.language).notHeld({ facts: facts.join(', ') })}\n`);
}
