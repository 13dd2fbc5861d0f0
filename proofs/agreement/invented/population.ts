import type { Day } from '../../../values/day.ts';
import type { Facts, Link, PersonFacts } from '../../../rules/facts.ts';

/** People of one register, their households and links by place in `people`. */
export interface Population {
  /** The day on which it is asked, of everybody. */
  readonly on: Day;
  readonly people: readonly PersonFacts[];
  /** A person in none lives alone; a person may be in two. Absent: not known. */
  readonly households: readonly (readonly number[])[] | undefined;
  /** Absent: not known. */
  readonly links: readonly PlacedLink[] | undefined;
}

export interface PlacedLink {
  readonly kind: Link['kind'];
  readonly from: number;
  readonly to: number;
}

/** Relations of relations of relations: as far as random rules look. */
export const farthest = 3;

export function personAt({ people }: Population, row: number): PersonFacts {
  const person = people[row];
  if (person === undefined) throw new RangeError(`No person at ${row}`);
  return person;
}

/** For each person, whom they are linked with and the households they are in. */
interface Surroundings {
  readonly linked: readonly (readonly number[])[];
  readonly homes: readonly (readonly (readonly number[])[])[];
}

function surroundings({ people, households, links }: Population): Surroundings {
  const linked: number[][] = people.map(() => []);
  for (const { from, to } of links ?? []) {
    linked[from]?.push(to);
    linked[to]?.push(from);
  }
  const homes: (readonly number[])[][] = people.map(() => []);
  for (const home of households ?? []) for (const row of new Set(home)) homes[row]?.push(home);
  return { linked, homes };
}

function reached({ linked, homes }: Surroundings, from: Iterable<number>, steps: number): ReadonlySet<number> {
  const seen = new Set(from);
  const entered = new Set<readonly number[]>();
  let edge: Iterable<number> = [...seen];
  for (let step = 0; step < steps; step += 1) {
    const next = new Set<number>();
    const meet = (other: number): void => {
      if (!seen.has(other)) next.add(other);
    };
    for (const one of edge) {
      linked[one]?.forEach(meet);
      for (const home of homes[one] ?? []) {
        if (entered.has(home)) continue;
        entered.add(home);
        home.forEach(meet);
      }
    }
    for (const other of next) seen.add(other);
    edge = next;
  }
  return seen;
}

/** Everyone within so many steps of these people, a step being a link or a household; they themselves included. */
export function withinSteps(population: Population, from: Iterable<number>, steps: number): ReadonlySet<number> {
  return reached(surroundings(population), from, steps);
}

/** Reads off, for any person, what explain is told of them: everyone whom a rule can see from there. */
export function factsReader(population: Population, steps: number): (row: number) => Facts {
  const around = surroundings(population);
  const { links: all = [] } = population;
  const linksOf: number[][] = population.people.map(() => []);
  for (const [place, { from }] of all.entries()) linksOf[from]?.push(place);
  const id = (row: number): string => personAt(population, row).id;
  return (row) => {
    const seen = reached(around, [row], steps);
    const sight = [...seen].toSorted((a, b) => a - b);
    // In the order of the register: of two unknown texts, explain tries the one that it meets first.
    const links = sight
      .flatMap((one) => linksOf[one] ?? [])
      .toSorted((a, b) => a - b)
      .flatMap((place) => all[place] ?? [])
      .filter(({ to }) => seen.has(to))
      .map(({ kind, from, to }): Link => ({ kind, from: id(from), to: id(to) }));
    const homes = new Set(sight.flatMap((one) => around.homes[one] ?? []));
    const households = [...homes].map((home) => home.filter((one) => seen.has(one)).map(id));
    return {
      on: population.on,
      people: sight.map((one) => personAt(population, one)),
      subject: id(row),
      ...(population.links && { links }),
      ...(population.households && { households }),
    };
  };
}
