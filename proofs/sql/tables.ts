import type { FactUse } from '../../rules/check/rule/rule.ts';
import type { FactValue } from '../../rules/facts.ts';
import { dateCode, monthCode } from '../../rules/ir/lower/encode.ts';
import type { Population } from '../agreement/invented/population.ts';

/** A value as the tables have it: dates, months and money as whole numbers. */
export type Stored = bigint | boolean | string | undefined;

export interface PersonRow {
  readonly row: bigint;
  readonly id: string;
  /** Undefined where the table cannot tell it: it is not known, or somebody in it lives in two. */
  readonly household: bigint | undefined;
  /** In the order of the facts. */
  readonly facts: readonly Stored[];
}

interface LinkRow {
  readonly relation: 'parents' | 'children' | 'spouse' | 'guardians';
  readonly source: bigint;
  readonly target: bigint;
}

/** A population as the tables of the guide for warehouses hold it. */
export interface WarehouseTables {
  readonly facts: readonly FactUse[];
  readonly people: readonly PersonRow[];
  readonly links: readonly LinkRow[];
  readonly largestHousehold: number;
}

function storedAs(type: FactUse['type'], value: FactValue): Stored {
  if (typeof value === 'number') return BigInt(value);
  if (typeof value !== 'string') return value;
  if (type === 'date') return dateCode(value);
  return type === 'month' ? monthCode(value) : value;
}

/** Everybody's household by place; whoever is in none has one of their own, after those. */
function householdsOf({ people, households }: Population): readonly (bigint | undefined)[] {
  if (households === undefined) return people.map(() => undefined);
  const homesOf: number[][] = people.map(() => []);
  for (const [home, rows] of households.entries()) for (const row of new Set(rows)) homesOf[row]?.push(home);
  const isTorn = new Set(homesOf.filter((homes) => homes.length > 1).flat());
  return homesOf.map(([home], row) => {
    if (home === undefined) return BigInt(households.length + row);
    return isTorn.has(home) ? undefined : BigInt(home);
  });
}

function linksOf({ links = [] }: Population): readonly LinkRow[] {
  const rows = new Map<string, LinkRow>();
  const add = (relation: LinkRow['relation'], source: number, target: number): void =>
    void rows.set(`${relation} ${source} ${target}`, { relation, source: BigInt(source), target: BigInt(target) });
  for (const { kind, from, to } of links) {
    if (kind === 'parent') {
      add('parents', to, from);
      add('children', from, to);
    } else if (kind === 'guardian') add('guardians', to, from);
    else {
      add('spouse', from, to);
      add('spouse', to, from);
    }
  }
  return [...rows.values()];
}

export function tablesOf(population: Population, uses: Iterable<FactUse>): WarehouseTables {
  const facts = [...uses];
  const homes = householdsOf(population);
  const sizes = new Map<bigint | undefined, number>();
  for (const home of homes) sizes.set(home, (sizes.get(home) ?? 0) + 1);
  return {
    facts,
    people: population.people.map((person, row) => ({
      row: BigInt(row),
      id: person.id,
      household: homes[row],
      facts: facts.map(({ fact, type }) => storedAs(type, person[fact])),
    })),
    links: linksOf(population),
    largestHousehold: Math.max(1, ...sizes.values()),
  };
}
