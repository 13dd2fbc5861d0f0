import { addDays, type Day, dayOf, daysBetween, monthOf, partsOf, yearOf } from '../../values/day.ts';
import type { PersonId } from '../../values/id.ts';
import { birthIn, birthsIn, birthUpTo, shareOfYearPassed } from './births.ts';
import { dottedName, givenName, type Sex, surname } from './names.ts';
import type { Village } from './places.ts';
import type { Chance } from './random.ts';
import type { Registry, SampleAccount, SampleFamily, SampleLink, SamplePerson } from './registry.ts';

/** Someone of a household while it is being put together. */
export interface Member extends SamplePerson {
  readonly sex: Sex;
  readonly surname: string;
}

/** One household while it is being put together. */
export interface Household {
  readonly chance: Chance;
  readonly today: Day;
  /** No child born more than so many years ago is its family's youngest. */
  readonly youngestUpTo: number;
  /** Nationality is ISO 3166, or 'unknown' where the office has not been told. */
  add(who: {
    sex: Sex;
    birth: Day;
    surname: string;
    name?: string;
    nationality?: string;
    phone?: string;
    withoutNumber?: boolean;
  }): Member;
  link(kind: SampleLink['kind'], from: PersonId, to: PersonId): void;
  account(holder: Member): void;
  done(village: Village): SampleFamily;
}

const banks = ['禾安农村商业银行', '禾安惠民村镇银行', '样例省社会保障卡（禾安农商行）'];

export function openHousehold(chance: Chance, registry: Registry, today: Day, youngestUpTo = 35): Household {
  const people: SamplePerson[] = [];
  const links: SampleLink[] = [];
  const accounts: SampleAccount[] = [];
  return {
    chance,
    today,
    youngestUpTo,
    add: (who) => {
      const member = enter(who, chance, registry, today);
      const { sex: _sex, surname: _surname, ...person } = member;
      people.push(person);
      return member;
    },
    link: (kind, from, to) => void links.push({ kind, from, to }),
    account: (holder) =>
      void accounts.push({
        id: registry.id(),
        person: holder.id,
        bank: chance.pick(banks),
        holder: holder.name,
        number: registry.cardNumber(),
      }),
    done: (village) => ({ id: registry.id(), residence: village.code, people, links, accounts }),
  };
}

function enter(who: Parameters<Household['add']>[0], chance: Chance, registry: Registry, today: Day): Member {
  const years = yearOf(today) - yearOf(who.birth);
  const name =
    who.name ??
    (chance.once(1 / 1500) ? dottedName(chance) : who.surname + givenName(chance, who.sex, yearOf(who.birth)));
  // A number is given with the entry in the household register, some weeks after birth.
  const numbered = who.withoutNumber !== true && (daysBetween(who.birth, today) > 45 || chance.once(0.5));
  const region = years > 20 && chance.once(0.12) ? chance.pick(['990102', '990103', '990201', '990305']) : '990101';
  const hasPhone = who.phone !== undefined || (years >= 18 && chance.once(years < 75 ? 0.92 : 0.55));
  const known = who.nationality ?? (years < 4 && chance.once(1 / 150) ? 'unknown' : 'CN');
  const diedOn = years > 70 && chance.once(1 / 120) ? addDays(today, -chance.between(20, 500)) : undefined;
  return {
    id: registry.id(),
    name,
    birth: who.birth,
    sex: who.sex,
    surname: who.surname,
    ...(known !== 'unknown' && { nationality: known }),
    ...(numbered && { identity: registry.identity(who.birth, who.sex, region) }),
    ...(hasPhone && { phone: who.phone ?? registry.phone() }),
    ...(diedOn !== undefined && { diedOn }),
  };
}

const anySex = (chance: Chance): Sex => (chance.once(0.52) ? 'male' : 'female');

/** A couple of which she was born in the year; he some two years before. */
export function addCouple(
  home: Household,
  herBirthYear: number,
  familyName: string = surname(home.chance),
): [wife: Member, husband: Member] {
  const { chance } = home;
  const abroad = herBirthYear > 1985 && chance.once(1 / 300) ? chance.pick(['VN', 'MM', 'LA']) : undefined;
  const wife = home.add({
    sex: 'female',
    birth: birthIn(chance, herBirthYear),
    surname: surname(chance),
    ...(abroad !== undefined && { nationality: abroad, withoutNumber: true }),
  });
  const husband = home.add({
    sex: 'male',
    birth: birthIn(chance, herBirthYear - Math.round(chance.around(1.8, 2))),
    surname: familyName,
  });
  home.link('spouse', wife.id, husband.id);
  return [wife, husband];
}

/** How many of the children born so many years ago still live with their parents. */
function livesAtHome(age: number): number {
  if (age < 18) return 1;
  return age < 23 ? 0.7 : age < 30 ? 0.35 : age < 36 ? 0.12 : 0;
}

/** The birth year of the youngest child of a household that has children. */
export function youngestsYear({ chance, today, youngestUpTo }: Household, oldest = 35): number {
  const thisYear = yearOf(today);
  const years = Array.from({ length: Math.min(oldest, youngestUpTo) + 1 }, (_, age) => {
    const born = birthsIn(thisYear - age) * (age === 0 ? shareOfYearPassed(today) : 1);
    return [thisYear - age, born * livesAtHome(age)] as const;
  });
  return chance.weighted(years);
}

/** Children born in `lastYear` and, two to five years apart, before it. */
export function addChildren(
  home: Household,
  count: number,
  lastYear: number,
  parents: readonly Member[],
  familyName: string,
): Member[] {
  const { chance, today } = home;
  const children: Member[] = [];
  let year = lastYear;
  for (let n = 0; n < count; n += 1) {
    const child = home.add({ sex: anySex(chance), birth: birthUpTo(chance, year, today), surname: familyName });
    for (const parent of parents) home.link('parent', parent.id, child.id);
    children.push(child);
    if (chance.once(1 / 90)) children.push(...addTwin(home, child, parents));
    year -= chance.between(2, 5);
  }
  return children;
}

function addTwin(home: Household, first: Member, parents: readonly Member[]): Member[] {
  const twin = home.add({ sex: anySex(home.chance), birth: first.birth, surname: first.surname });
  for (const parent of parents) home.link('parent', parent.id, twin.id);
  return [twin];
}

export function childrenIn(chance: Chance): number {
  return chance.weighted([
    [1, 0.52],
    [2, 0.39],
    [3, 0.09],
  ]);
}

/** Her age when the eldest of them was born. */
export function motherOf(chance: Chance, eldestYear: number): number {
  return eldestYear - Math.min(42, Math.max(20, Math.round(chance.around(26.5, 3.4))));
}

/** The day so many whole months before, in the same day of the month where it has one. */
export function monthsBefore(today: Day, months: number, dayOfMonth = 12): Day {
  const { year, month } = partsOf(today);
  const index = year * 12 + month - 1 - months;
  const found = dayOf(Math.floor(index / 12), (index % 12) + 1, dayOfMonth);
  if (found === undefined) throw new Error(`No day ${dayOfMonth} in ${monthOf(today)} less ${months} months`);
  return found;
}
