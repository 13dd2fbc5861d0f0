import type { Change } from '../../rules/change/change.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import type { Facts } from '../../rules/facts.ts';
import type { Bilingual } from '../../values/language.ts';
import { whatWouldChange } from '../../rules/change/what-would-change.ts';
import { readFacts } from '../../rules/explain/read-facts.ts';
import type { Determining } from './determine.ts';

/**
 * The smallest change of facts that changes what the policy says, where it can be told to people: one fact that would have to be otherwise at the most, with
 * those that are not known. Undefined where it takes more, for a day that nobody can choose such as that of a birth, and for what is taken for granted
 * since asking would hurt.
 */
export function changeToTell(pack: Pack, facts: Facts, period: string): Change | undefined {
  const found = whatWouldChange(pack, facts, period);
  if (found.kind !== 'change') return undefined;
  const { changes } = found.change;
  const otherwise = changes.filter(({ from }) => from !== undefined);
  const supposed = new Set(pack.info.supposed.map(({ fact }) => fact.slice(fact.indexOf('.') + 1)));
  const isHidden = changes.some(({ fact }) => supposed.has(fact) || pack.vocabulary.facts.get(fact)?.type === 'date');
  return otherwise.length <= 1 && !isHidden ? found.change : undefined;
}

/**
 * The same of a case, on the facts that it keeps, in words for its clerk. Null also where another version of the pack was applied: today's would
 * speak of another law.
 */
export function wouldChangeOf(pack: Pack, { determination, facts }: Determining): Bilingual | null {
  const { period, version } = determination;
  if (version !== pack.info.version || !pack.info.periods.includes(period)) return null;
  const { answers: _, ...known } = facts;
  const read = readFacts(pack.vocabulary, known);
  return read.kind === 'facts' ? (changeToTell(pack, read.facts, period)?.words ?? null) : null;
}
