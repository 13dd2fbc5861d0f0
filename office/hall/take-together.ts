import { alike } from '../../values/language.ts';
import type { Desk } from './desk.ts';
import { everyGroundIntroduced, groundsOf } from './fields/grounds-together.ts';
import { hallTables } from './fields/hall-tables.ts';
import type { TableOfPeople, TablesHeld } from './fields/register.ts';
import type { House } from './house.ts';
import type { Introduced } from './introductions.ts';
import { type DutyIntroduced, groundDuties } from './who/duty.ts';
import { hallPurposes } from './who/hall-purposes.ts';
import { otherPurpose } from './who/purpose.ts';
import type { StepIntroduced } from './who/step.ts';

/**
 * Takes the desks' introductions together. `houseAtHand` is asked when something is counted.
 * @throws Error when two desks introduce the same duty, purpose, look, step, table, ground of fields, menu entry or figure, or a table is
 * held on a ground that none introduces.
 */
export function introduced<H extends House>(desks: readonly Desk<H>[], houseAtHand: () => H): Introduced {
  const duties = dutiesOf(desks);
  const purposes = [otherPurpose, ...hallPurposes, ...desks.flatMap((desk) => desk.purposes ?? [])];
  const held: readonly TablesHeld[] = [hallTables, ...desks.flatMap((desk) => desk.tables ?? [])];
  const entries = desks.flatMap((desk) => desk.menu ?? []);
  const figures = desks.flatMap((desk) => desk.figures ?? []);
  once(
    'duty',
    duties.map(({ key }) => key),
  );
  once(
    'purpose',
    purposes.map(({ key }) => key),
  );
  const looks = desks.flatMap((desk) => desk.looks ?? []);
  once(
    'look',
    looks.map(({ key }) => key),
  );
  once(
    'step',
    stepsOf(desks).map(({ key }) => key),
  );
  once(
    'table',
    held.flatMap(({ ofPeople, ofNobody }) => [...Object.keys(ofPeople), ...Object.keys(ofNobody ?? {})]),
  );
  const grounds = groundsOf(desks);
  once(
    'purpose of fields',
    grounds.purposes.map(({ key }) => key),
  );
  once(
    'legal basis',
    grounds.bases.map(({ key }) => key),
  );
  once(
    'retention',
    grounds.retentions.map(({ key }) => key),
  );
  const tablesOfPeople = Object.assign({}, ...held.map(({ ofPeople }) => ofPeople)) as Record<string, TableOfPeople>;
  everyGroundIntroduced(grounds, tablesOfPeople);
  once(
    'menu entry',
    entries.map(({ key }) => key),
  );
  once(
    'figure',
    figures.map(({ key }) => key),
  );
  const wordsByKey = new Map(purposes.map(({ key, words }) => [key, words]));
  const looksByKey = new Map(looks.map(({ key, words }) => [key, words]));
  return {
    duties,
    counterPurposes: purposes.filter(({ atTheCounter }) => atTheCounter === true),
    purposeWords: ({ key, ref = '' }) => wordsByKey.get(key)?.(ref) ?? alike(key),
    lookWords: (key) => looksByKey.get(key) ?? alike(key),
    tablesOfPeople,
    tablesOfNobody: Object.assign({}, ...held.map(({ ofNobody }) => ofNobody)) as Record<string, string>,
    menu: entries
      .toSorted((a, b) => a.place - b.place)
      .map(({ waiting, ...entry }) => ({
        ...entry,
        waiting: async (session) => waiting?.(houseAtHand(), session),
      })),
    figures: figures.map(({ value, ...figure }) => ({ ...figure, value: (county) => value(houseAtHand(), county) })),
  };
}

/** The duties of the procedure and those that the desks add. */
export function dutiesOf(desks: readonly Pick<Desk, 'duties'>[]): readonly DutyIntroduced[] {
  return [...groundDuties, ...desks.flatMap((desk) => desk.duties ?? [])];
}

/** The steps at which the desks' acts lend a hand. */
export function stepsOf(desks: readonly Pick<Desk, 'steps'>[]): readonly StepIntroduced[] {
  return desks.flatMap((desk) => desk.steps ?? []);
}

function once(what: string, keys: readonly string[]): void {
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) throw new Error(`Two desks introduce the ${what} ${twice}`);
}
