import type { Day } from '../../values/day.ts';
import type { Facts, Link, PersonFacts } from '../../rules/facts.ts';

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

/** For each person, everyone who is linked with them or lives with them. */
function neighbours({ people, households, links }: Population): readonly ReadonlySet<number>[] {
  const near = people.map(() => new Set<number>());
  for (const { from, to } of links ?? []) {
    near[from]?.add(to);
    near[to]?.add(from);
  }
  for (const household of households ?? [])
    for (const one of household) for (const other of household) near[one]?.add(other);
  return near;
}

function reached(near: readonly ReadonlySet<number>[], from: Iterable<number>, steps: number): ReadonlySet<number> {
  const seen = new Set(from);
  let edge: Iterable<number> = [...seen];
  for (let step = 0; step < steps; step += 1) {
    const next = new Set<number>();
    for (const one of edge) for (const other of near[one] ?? []) if (!seen.has(other)) next.add(other);
    for (const other of next) seen.add(other);
    edge = next;
  }
  return seen;
}

/** Everyone within so many steps of these people, a step being a link or a household; they themselves included. */
export function withinSteps(population: Population, from: Iterable<number>, steps: number): ReadonlySet<number> {
  return reached(neighbours(population), from, steps);
}

/** Reads off, for any person, what explain is told of them: everyone whom a rule can see from there. */
export function factsReader(population: Population, steps: number): (row: number) => Facts {
  const near = neighbours(population);
  const linksOf: PlacedLink[][] = population.people.map(() => []);
  for (const link of population.links ?? []) linksOf[link.from]?.push(link);
  const homesOf: (readonly number[])[][] = population.people.map(() => []);
  for (const household of population.households ?? [])
    for (const row of new Set(household)) homesOf[row]?.push(household);
  const id = (row: number): string => personAt(population, row).id;
  return (row) => {
    const seen = reached(near, [row], steps);
    const sight = [...seen].toSorted((a, b) => a - b);
    const links = sight
      .flatMap((one) => linksOf[one] ?? [])
      .filter(({ to }) => seen.has(to))
      .map(({ kind, from, to }): Link => ({ kind, from: id(from), to: id(to) }));
    const homes = new Set(sight.flatMap((one) => homesOf[one] ?? []));
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
