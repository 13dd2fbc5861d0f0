import { fixedClock } from '../../building/clock.ts';
import type { BenefitsHouse } from '../../office/benefits/house.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { Deed, Entry } from '../diary/deeds.ts';
import { byFamily, confirmAs, handIn, reviewAs } from './perform-case.ts';
import { fund, handleBatch } from './perform-money.ts';
import { chanceOf } from '../people/random.ts';
import type { Memory, Stage } from './stage.ts';

/** A deed that the house refused, with its outcome. On the days for which the sample is tested there is none. */
export interface RefusedDeed {
  readonly entry: Entry;
  readonly outcome: string;
}

/** Performs the diary by the house's own acts, each at its instant and by its person; returns what was refused. */
export async function perform(stage: Stage, diary: AsyncIterable<Entry>): Promise<readonly RefusedDeed[]> {
  const { families } = stage.county;
  const memory: Memory = {
    ...stage,
    people: new Map(families.flatMap(({ people }) => people.map((person) => [person.id, person]))),
    accounts: new Map(families.flatMap(({ accounts }) => accounts.map((account) => [account.id, account]))),
    askings: new Map(),
    cases: new Map(),
    batches: new Map(),
    keys: chanceOf('submission keys'),
  };
  const refused: RefusedDeed[] = [];
  for await (const entry of diary) {
    const outcome = await done(memory, { ...stage.house, clock: fixedClock(entry.at) }, entry.deed);
    if (outcome !== undefined) refused.push({ entry, outcome });
  }
  return refused;
}

async function done(memory: Memory, house: BenefitsHouse, deed: Deed): Promise<string | undefined> {
  switch (deed.kind) {
    case 'apply':
      return handIn(memory, house, deed.asking);
    case 'ask-correction':
    case 'pass':
    case 'refuse':
      return reviewAs(memory, house, deed);
    case 'grant':
    case 'send-back':
      return confirmAs(memory, house, deed);
    case 'correct':
    case 'withdraw':
      return byFamily(memory, house, deed);
    case 'appropriate':
      return fund(memory, house, deed);
    case 'draft':
    case 'release':
    case 'settle':
      return handleBatch(memory, house, deed);
    default:
      return unreachable(deed);
  }
}
