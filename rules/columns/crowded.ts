import { inEveryLanguage, type Localized } from '../../values/language.ts';
import { words } from '../ir/words/made/all.ts';
import type { Space } from '../plan/plan.ts';
import type { RegisterInfo } from './shard.ts';

/** What one household may come to in memory and time: its members compared with each other once, up to some eleven thousand of them. */
const mostSteps = 2 ** 27;

/** How many loops over members stand within one another, for each row; 0 where others than members stand among them. */
function depthOf(space: Space | undefined): number {
  if (space?.kind === 'rows') return 1;
  if (space?.kind !== 'links' || space.relation !== 'members') return 0;
  const around = depthOf(space.outer);
  return around === 0 ? 0 : around + 1;
}

/**
 * Why loops over members within one another, for every member anew, are too much for the register's largest household; undefined where they
 * are not.
 */
export function tooCrowded(
  spaces: readonly Space[],
  { largestHousehold }: Pick<RegisterInfo, 'largestHousehold'>,
): Localized | undefined {
  const deepest = Math.max(0, ...spaces.map(depthOf));
  const steps = largestHousehold ** deepest;
  if (deepest < 2 || steps <= mostSteps) return undefined;
  return inEveryLanguage(words, (w) => w.tooCrowded({ people: largestHousehold, steps }));
}
