import { type Day, yearOf } from '../../values/day.ts';
import {
  addChildren,
  addCouple,
  childrenIn,
  type Household,
  type Member,
  motherOf,
  youngestsYear,
} from './household.ts';
import { surname } from './names.ts';
import { birthIn } from './births.ts';

/** One kind of household, and how many of a thousand are like it. */
export interface KindOfHousehold {
  readonly name: string;
  readonly perMille: number;
  readonly make: (home: Household) => void;
}

/** The kinds, in the proportions of a county that the young leave for work and the old do not. */
export const kinds: readonly KindOfHousehold[] = [
  { name: 'couple with children', perMille: 345, make: coupleWithChildren },
  { name: 'three generations', perMille: 180, make: threeGenerations },
  { name: 'one parent with children', perMille: 40, make: oneParent },
  { name: 'grandparents with grandchildren', perMille: 38, make: grandparentLed },
  { name: 'a relative as guardian', perMille: 5, make: relativeAsGuardian },
  { name: 'couple without children at home', perMille: 90, make: coupleAlone },
  { name: 'one adult', perMille: 72, make: oneAdult },
  { name: 'old couple', perMille: 140, make: oldCouple },
  { name: 'one old person', perMille: 90, make: oneOldPerson },
];

function coupleWithChildren(home: Household): void {
  withChildren(home, 35);
}

function withChildren(home: Household, oldest: number): { mother: Member; father: Member } {
  const { chance } = home;
  const [count, youngest] = [childrenIn(chance), youngestsYear(home, oldest)];
  const [mother, father] = addCouple(home, motherOf(chance, youngest - (count - 1) * 3));
  addChildren(home, count, youngest, [mother, father], chance.once(0.93) ? father.surname : mother.surname);
  recordAccount(home, mother, youngest);
  return { mother, father };
}

function threeGenerations(home: Household): void {
  const { chance } = home;
  const { father } = withChildren(home, 22);
  const grandmothersYear = yearOf(father.birth) - chance.between(22, 29);
  if (chance.once(0.68)) {
    const [grandmother, grandfather] = addCouple(home, grandmothersYear, father.surname);
    home.link('parent', grandmother.id, father.id);
    home.link('parent', grandfather.id, father.id);
    return;
  }
  const grandmother = home.add({ sex: 'female', birth: birthIn(chance, grandmothersYear), surname: surname(chance) });
  home.link('parent', grandmother.id, father.id);
}

function oneParent(home: Household): void {
  const { chance } = home;
  const youngest = youngestsYear(home, 18);
  const mothers = chance.once(0.7);
  const parent = home.add({
    sex: mothers ? 'female' : 'male',
    birth: birthIn(chance, motherOf(chance, youngest)),
    surname: surname(chance),
  });
  addChildren(
    home,
    chance.once(0.75) ? 1 : 2,
    youngest,
    [parent],
    mothers && chance.once(0.6) ? surname(chance) : parent.surname,
  );
  recordAccount(home, parent, youngest);
}

/** The parents work far away and are registered there; the grandparents are the children's guardians here. */
function grandparentLed(home: Household): void {
  const { chance } = home;
  const youngest = youngestsYear(home, 17);
  const [grandmother, grandfather] = addCouple(home, youngest - chance.between(46, 58));
  const children = addChildren(home, chance.once(0.6) ? 1 : 2, youngest, [], grandfather.surname);
  for (const child of children)
    for (const guardian of [grandmother, grandfather]) home.link('guardian', guardian.id, child.id);
  recordAccount(home, grandmother, youngest);
}

function relativeAsGuardian(home: Household): void {
  const { chance } = home;
  const youngest = youngestsYear(home, 17);
  const [aunt, uncle] = addCouple(home, youngest - chance.between(24, 40));
  for (const child of addChildren(home, 1, youngest, [], uncle.surname)) home.link('guardian', aunt.id, child.id);
  recordAccount(home, aunt, youngest);
}

function coupleAlone(home: Household): void {
  const age = home.chance.once(0.4) ? home.chance.between(23, 34) : home.chance.between(46, 61);
  addCouple(home, yearOf(home.today) - age);
}

function oneAdult(home: Household): void {
  const { chance, today } = home;
  const birth = birthIn(chance, yearOf(today) - chance.between(20, 58));
  home.add({ sex: chance.once(0.6) ? 'male' : 'female', birth, surname: surname(chance) });
}

function oldCouple(home: Household): void {
  addCouple(home, yearOf(home.today) - oldAge(home));
}

function oneOldPerson(home: Household): void {
  const { chance, today } = home;
  home.add({
    sex: chance.once(0.66) ? 'female' : 'male',
    birth: birthIn(chance, yearOf(today) - oldAge(home) - 4),
    surname: surname(chance),
  });
}

function oldAge({ chance }: Household): number {
  return chance.weighted(Array.from({ length: 34 }, (_, n) => [60 + n, Math.exp(-n / 10)] as const));
}

/** Most families with small children have told the office where money may go; some of the others have. */
function recordAccount(home: Household, holder: Member, youngestBorn: number): void {
  const small = yearOf(home.today) - youngestBorn <= 4;
  if (home.chance.once(small ? 0.9 : 0.4)) home.account(holder);
}

/** Children whom the county brings up: the director of the home is their guardian. */
export function childrensHome(home: Household, today: Day): void {
  const { chance } = home;
  const director = home.add({
    sex: 'female',
    birth: birthIn(chance, yearOf(today) - 47),
    surname: '顾',
    name: '顾安平',
  });
  for (const age of [1, 2, 2, 5, 8, 11]) {
    for (const child of addChildren(home, 1, yearOf(today) - age, [], '禾'))
      home.link('guardian', director.id, child.id);
  }
  home.account(director);
}
