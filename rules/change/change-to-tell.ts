import type { Pack } from '../explain/evaluate.ts';
import { factName, type Facts } from '../facts.ts';
import type { Change } from './change.ts';
import { whatWouldChange } from './what-would-change.ts';

/**
 * The smallest change of facts that changes what the policy says, where it can be told to people: one fact that would have to be otherwise
 * at the most, with those that are not known. Undefined where it takes more, for a day that nobody can choose such as that of a birth, and
 * for what is taken for granted since asking would hurt.
 */
export function changeToTell(pack: Pack, facts: Facts, period: string): Change | undefined {
  const found = whatWouldChange(pack, facts, period);
  if (found.kind !== 'change') return undefined;
  const { changes } = found.change;
  const otherwise = changes.filter(({ from }) => from !== undefined);
  const supposed = new Set(pack.info.supposed.map(({ fact }) => factName(fact)));
  const isHidden = changes.some(({ fact }) => supposed.has(fact) || pack.vocabulary.facts.get(fact)?.type === 'date');
  return otherwise.length <= 1 && !isHidden ? found.change : undefined;
}
