import type { Localized } from '../../values/language.ts';
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

/** Why loops over members within one another, for every member anew, are too much for the register's largest household; undefined where they are not. */
export function tooCrowded(
  spaces: readonly Space[],
  { largestHousehold }: Pick<RegisterInfo, 'largestHousehold'>,
): Localized | undefined {
  const deepest = Math.max(0, ...spaces.map(depthOf));
  const steps = largestHousehold ** deepest;
  if (deepest < 2 || steps <= mostSteps) return undefined;
  const [people, count] = [largestHousehold, steps].map((number) => number.toLocaleString('en'));
  return {
    'zh-CN': `规则让同住的人逐一互相比较，最大的一户有 ${people} 人，单这一户就要 ${count} 步，因此不能按列测算。请核对这一户，或改写规则，使比较与本人无关：那样每户只算一次。`,
    en: `The rule compares the members of a household with one another, and the largest household has ${people} people: ${count} steps for it alone, so it is not determined in columns. Check that household, or write the comparison without the person concerned: then it is worked out once for the household.`,
  };
}
