import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { familyView, personFacts } from '../rules/columns/facts-at.ts';
import type { Facts, FactValue } from '../rules/facts.ts';
import { day } from '../values/day.ts';
import { checkShard } from './open/check-shard.ts';
import type { Register } from './open/open.ts';
import { everything, readDivisions, readIds, readShard } from './open/read-shard.ts';
import { registerFrom, testFolder } from './testing.ts';

const folder = testFolder();
const on = day('2026-01-01');

interface Person {
  readonly id: string;
  readonly division: string;
  readonly households: readonly string[];
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly parents: readonly string[];
  readonly spouse: readonly string[];
  readonly guardians: readonly string[];
}

/** Twelve people at most of two counties, in and between four households; parents are earlier people. */
const population: fc.Arbitrary<readonly Person[]> = fc
  .array(
    fc.record({
      county: fc.constantFrom('990101', '990102'),
      village: fc.constantFrom('001001', '002003'),
      households: fc.uniqueArray(fc.constantFrom('东', '西', '南', '北'), { maxLength: 2 }),
      parents: fc.uniqueArray(fc.nat(11), { maxLength: 2 }),
      spouse: fc.uniqueArray(fc.nat(11), { maxLength: 1 }),
      guardians: fc.uniqueArray(fc.nat(11), { maxLength: 2 }),
      birth: fc.constantFrom('', '-02', '-12-31'),
      alive: fc.constantFrom(undefined, true, false),
      nationality: fc.constantFrom(undefined, 'CN', 'ZZ'),
      income: fc.option(fc.bigInt(0n, 10n ** 12n), { nil: undefined }),
      points: fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined }),
      joined: fc.constantFrom(undefined, '2019-01', '2025-12'),
      home: fc.constantFrom(undefined, 'own', 'rented'),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map((person, i) => ({
      id: String(i),
      division: `${person.county}${person.village}`,
      households: person.households,
      facts: {
        birth: person.birth === '' ? undefined : `${1950 + i}${person.birth}`,
        alive: person.alive,
        nationality: person.nationality,
        income: person.income,
        points: person.points,
        joined: person.joined,
        home: person.home,
      },
      parents: person.parents.filter((other) => other < i).map(String),
      spouse: person.spouse.filter((other) => other !== i && other < drawn.length).map(String),
      guardians: person.guardians.filter((other) => other !== i && other < drawn.length).map(String),
    })),
  );

/** Several populations in one register, which know nothing of each other. */
function together(populations: readonly (readonly Person[])[]): readonly Person[] {
  return populations.flatMap((people, i) => {
    const mark = (name: string): string => `第${i}组-${name}`;
    return people.map((person) => ({
      ...person,
      id: mark(person.id),
      households: person.households.map(mark),
      parents: person.parents.map(mark),
      spouse: person.spouse.map(mark),
      guardians: person.guardians.map(mark),
    }));
  });
}

const facts = ['birth', 'alive', 'nationality', 'income', 'points', 'joined', 'home'] as const;

function csvOf(people: readonly Person[]): string {
  const header = ['id', 'division', 'household', 'parents', 'spouse', 'guardians', ...facts].join(',');
  const rows = people.map(({ id, division, households, parents, spouse, guardians, facts: known }) =>
    [id, division, households.join(';'), parents.join(';'), spouse.join(';'), guardians.join('; ')]
      .concat(facts.map((fact) => String(known[fact] ?? '')))
      .join(','),
  );
  return `${[header, ...rows].join('\r\n')}\r\n`;
}

interface Model {
  readonly people: ReadonlyMap<string, Person>;
  readonly spouses: ReadonlyMap<string, ReadonlySet<string>>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly members: ReadonlyMap<string, readonly string[]>;
}

function modelOf(people: readonly Person[]): Model {
  const of = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> => {
    const map = new Map<string, string[]>();
    for (const [a, b] of pairs) map.set(a, [...(map.get(a) ?? []), b]);
    return map;
  };
  const married = people.flatMap(({ id, spouse }) =>
    spouse.flatMap((other) => [[id, other] as const, [other, id] as const]),
  );
  return {
    people: new Map(people.map((person) => [person.id, person])),
    spouses: new Map([...of(married)].map(([id, others]) => [id, new Set(others)])),
    children: of(people.flatMap(({ id, parents }) => parents.map((parent) => [parent, id] as const))),
    members: of(people.flatMap(({ id, households }) => households.map((household) => [household, id] as const))),
  };
}

function nextTo(model: Model, id: string): readonly string[] {
  const person = model.people.get(id);
  if (person === undefined) throw new Error(id);
  return [
    ...person.parents,
    ...person.guardians,
    ...(model.spouses.get(id) ?? []),
    ...(model.children.get(id) ?? []),
    ...person.households.flatMap((household) => model.members.get(household) ?? []),
  ];
}

/** What must be known of a person: by hand, from the file. */
function expected(model: Model, subject: string): Facts {
  const first = new Set([subject, ...nextTo(model, subject)]);
  const seen = new Set([...first].flatMap((id) => [id, ...nextTo(model, id)]));
  const people = [...seen].flatMap((id) => model.people.get(id) ?? []);
  return {
    on,
    subject,
    people: people.map(({ id, facts: known }) => ({
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
      id,
    })),
    links: people
      .flatMap(({ id, parents, guardians }) => [
        ...parents.map((from) => ({ kind: 'parent' as const, from, to: id })),
        ...guardians.map((from) => ({ kind: 'guardian' as const, from, to: id })),
        ...[...(model.spouses.get(id) ?? [])].map((to) => ({ kind: 'spouse' as const, from: id, to })),
      ])
      .filter(({ from, to }) => seen.has(from) && seen.has(to)),
    households: [...model.members.values()]
      .map((members) => members.filter((member) => seen.has(member)))
      .filter((members) => members.length > 1),
  };
}

const texts = (list: readonly unknown[]): readonly string[] =>
  list
    .map((item) => JSON.stringify(item, (_, value: unknown) => (typeof value === 'bigint' ? `${value} fen` : value)))
    .sort();

/** Order of people, links and households says nothing; a couple is the same from either side. */
function comparable({ people, links, households, ...rest }: Facts): unknown {
  const keyed = people.map((person) => Object.entries(person).toSorted(([a], [b]) => a.localeCompare(b)));
  const told = links?.map(({ kind, from, to }) => [kind, ...(kind === 'spouse' ? [from, to].sort() : [from, to])]);
  return {
    ...rest,
    people: texts(keyed),
    links: [...new Set(texts(told ?? []))],
    households: texts((households ?? []).map((members) => members.toSorted())),
  };
}

/** Row numbers become ids again. */
function withIds(found: Facts, idOf: (row: number) => string): Facts {
  const id = (row: string): string => idOf(Number(row));
  return {
    ...found,
    subject: id(found.subject),
    people: found.people.map((person) => ({ ...person, id: id(person.id) })),
    links: (found.links ?? []).map(({ kind, from, to }) => ({ kind, from: id(from), to: id(to) })),
    households: (found.households ?? []).map((members) => members.map(id)),
  };
}

function isIrregular(model: Model, id: string): boolean {
  return [id, ...nextTo(model, id)].some((other) => (model.people.get(other)?.households.length ?? 0) > 1);
}

function expectSame(register: Register, people: readonly Person[]): void {
  const model = modelOf(people);
  const met: string[] = [];
  register.manifest.shards.forEach((entry, index) => {
    const wanted = everything(register);
    const shard = readShard(register, index, wanted);
    expect(checkShard(register, index, shard, wanted)).toEqual([]);
    const [idOf, divisions] = [readIds(register, index), readDivisions(register, index)];
    const view = familyView(register.info, shard, on, register.manifest.reach);
    for (let row = 0; row < shard.rows; row += 1) {
      if (shard.subjects?.[row] === 0) continue;
      const id = idOf(row);
      met.push(id);
      expect(comparable(withIds(personFacts(view, row), idOf))).toEqual(comparable(expected(model, id)));
      expect(shard.irregular?.[row] === 1).toBe(isIrregular(model, id));
      expect(divisions.list[divisions.of[row] ?? -1]).toBe(model.people.get(id)?.division);
    }
    expect(entry.guests).toBe(shard.subjects?.filter((is) => is === 0).length ?? 0);
  });
  expect(met.toSorted()).toEqual(people.map(({ id }) => id).toSorted());
  expect(register.manifest.people).toBe(people.length);
}

test('whoever is written to a file stands in the register with the same facts, relatives and households, across counties and shards', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(population, { maxLength: 40 }),
      fc.constantFrom(1, 3, 1000),
      async (populations, shardRows) => {
        const people = together(populations);
        expectSame(await registerFrom(folder, csvOf(people), { shardRows }), people);
      },
    ),
    { numRuns: 12, interruptAfterTimeLimit: 60_000 },
  );
}, 90_000);

test('a parent in another county is seen by the child, and the grandparents as well', async () => {
  const person = (id: string, county: string, parents: readonly string[], household: string): Person => ({
    id,
    division: `${county}001001`,
    households: [household],
    facts: {},
    parents,
    spouse: [],
    guardians: [],
  });
  const people = [
    person('grandmother', '990103', [], 'c'),
    person('mother', '990102', ['grandmother'], 'b'),
    person('child', '990101', ['mother'], 'a'),
    person('cousin', '990103', [], 'c'),
  ];
  const register = await registerFrom(folder, csvOf(people));
  expectSame(register, people);
  expect(register.manifest.shards.map(({ county, rows, guests }) => [county, rows, guests])).toEqual([
    ['990101', 3, 2],
    ['990102', 4, 3],
    ['990103', 4, 2],
  ]);
});

test('a household of five thousand stands together', async () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => `p${i},990101001001,home`).join('\n');
  const register = await registerFrom(folder, `id,division,household\nalone,990101001001,\n${rows}\n`);
  expect(register.info).toMatchObject({ largestHousehold: 5_000, largestShard: 5_001, linksKnown: false });
  const shard = readShard(register, 0, everything(register));
  expect([...shard.households.offsets]).toEqual([0, 1, 5_001]);
  expect(shard.links).toBeUndefined();
});
