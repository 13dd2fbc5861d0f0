import { changeToTell } from '../../../rules/change/change-to-tell.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { readFacts } from '../../../rules/explain/facts/read-facts.ts';
import type { Localized } from '../../../values/language.ts';
import type { Said } from '../case/case.ts';
import type { FactsWire } from './facts-wire.ts';

/**
 * What would change a case's answer, on the facts that it keeps, in words for its clerk: where it can be told to people. Null also where
 * another version of the pack was applied: today's would speak of another law.
 */
export function wouldChangeOf(pack: Pack, determination: Said, kept: FactsWire): Localized | null {
  const { period, version } = determination;
  if (determination.trace === undefined || version !== pack.info.version || !pack.info.periods.includes(period))
    return null;
  const { answers: _, ...known } = kept;
  const read = readFacts(pack.vocabulary, known);
  return read.kind === 'facts' ? (changeToTell(pack, read.facts, period)?.words ?? null) : null;
}
