import {
  type ColumnInfo,
  type ColumnValues,
  type LinkRelation,
  type LinkTable,
  packedDate,
  type RegisterInfo,
  type Shard,
  unknown32,
  unknown64,
  unknownBoolean,
} from '../../../rules/columns/shard.ts';
import type { FactUse } from '../../../rules/check/rule/rule.ts';
import type { FactValue } from '../../../rules/facts.ts';
import { farthest, personAt, type Population, withinSteps } from '../invented/population.ts';

/** A population as a register of one shard. */
export interface InColumns {
  readonly info: RegisterInfo;
  readonly shard: Shard;
  /** For each person, the row in which they are determined. */
  readonly rowOf: Uint32Array;
}

/** The rows of the shard: whose each is, and where the households begin. */
interface Layout {
  readonly people: readonly number[];
  readonly offsets: readonly number[];
  readonly rowOf: Uint32Array;
}

/** Household by household; who is in a second one is a guest there; who is in none lives alone. */
function layOut({ people, households }: Population): Layout {
  const homed = new Set((households ?? []).flat());
  const alone = [...people.keys()].filter((person) => !homed.has(person)).map((person) => [person]);
  const homes = [...(households ?? []).map((home) => [...new Set(home)]), ...alone].filter((home) => home.length > 0);
  const rows = homes.flat();
  const rowOf = new Uint32Array(people.length);
  for (const [row, person] of [...rows.entries()].toReversed()) rowOf[person] = row;
  const offsets = [0];
  for (const home of homes) offsets.push((offsets.at(-1) ?? 0) + home.length);
  return { people: rows, offsets, rowOf };
}

/** A value as it stands in a column; undefined where it is not known. */
function packed(type: FactUse['type'], value: FactValue, codes: ReadonlyMap<string, number>): bigint | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value !== 'string') return BigInt(value);
  if (type === 'text' || type === 'enum') {
    const code = codes.get(value);
    if (code === undefined) throw new Error(`A text that the dictionary lacks: ${value}`);
    return BigInt(code);
  }
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  return BigInt(type === 'month' ? year * 12 + month - 1 : packedDate(year, month, day));
}

const fits32 = (value: bigint): boolean => value > -(2n ** 31n) && value < 2n ** 31n;

interface Column {
  readonly info: ColumnInfo;
  readonly values: ColumnValues;
}

function columnOf({ fact, type }: FactUse, found: readonly FactValue[], codes: ReadonlyMap<string, number>): Column {
  const values = found.map((value) => packed(type, value, codes));
  const known = values.filter((value) => value !== undefined).toSorted((a, b) => (a < b ? -1 : Number(a > b)));
  const [least, greatest] = [known[0], known.at(-1)];
  const narrow = known.every(fits32);
  const width = type === 'boolean' ? 8 : narrow ? 32 : 64;
  const info: ColumnInfo = {
    fact,
    type,
    width,
    ...(least !== undefined && { least }),
    ...(greatest !== undefined && { greatest }),
    unknown: values.length - known.length,
    onlyMonth: type === 'date' ? known.filter((value) => (value & 31n) === 0n).length : 0,
  };
  if (width === 64) return { info, values: BigInt64Array.from(values, (value) => value ?? unknown64) };
  if (width === 8) return { info, values: Int8Array.from(values, (value) => Number(value ?? unknownBoolean)) };
  return { info, values: Int32Array.from(values, (value) => Number(value ?? unknown32)) };
}

/** Relatives of every row, of guests as well: each once, in the row in which they are determined. */
function linkTable({ links }: Population, { people, rowOf }: Layout, relation: LinkRelation): LinkTable {
  const relatives = new Map<number, Set<number>>();
  const add = (of: number, other: number): void => {
    const known = relatives.get(of) ?? new Set();
    relatives.set(of, known.add(other));
  };
  for (const { kind, from, to } of links ?? []) {
    if (relation === 'parents' && kind === 'parent') add(to, from);
    if (relation === 'children' && kind === 'parent') add(from, to);
    if (relation === 'guardians' && kind === 'guardian') add(to, from);
    if (relation === 'spouse' && kind === 'spouse') {
      add(from, to);
      add(to, from);
    }
  }
  const targets: number[] = [];
  const offsets = [0];
  for (const person of people) {
    for (const other of relatives.get(person) ?? []) targets.push(rowOf[other] ?? 0);
    offsets.push(targets.length);
  }
  return { offsets: Uint32Array.from(offsets), targets: Uint32Array.from(targets) };
}

const mostOf = ({ offsets }: LinkTable): number =>
  offsets.reduce((most, offset, i) => Math.max(most, offset - (offsets[i - 1] ?? 0)), 0);

function householdsOf({ offsets, people }: Layout): Shard['households'] {
  const of = new Uint32Array(people.length);
  for (let home = 0; home + 1 < offsets.length; home += 1) of.fill(home, offsets[home], offsets[home + 1]);
  return { count: offsets.length - 1, offsets: Uint32Array.from(offsets), of };
}

/** Who can see somebody that is in two households, at whatever distance a rule can ask for households. */
function irregularRows(population: Population, { people }: Layout): Uint8Array | undefined {
  const homes = new Map<number, number>();
  for (const home of population.households ?? [])
    for (const person of new Set(home)) homes.set(person, (homes.get(person) ?? 0) + 1);
  const inTwo = [...homes].filter(([, count]) => count > 1).map(([person]) => person);
  if (inTwo.length === 0) return undefined;
  const near = withinSteps(population, inTwo, farthest - 1);
  return Uint8Array.from(people, (person) => Number(near.has(person)));
}

/** The population in columns, with a column for each of the facts. */
export function inColumns(population: Population, facts: Iterable<FactUse>): InColumns {
  const layout = layOut(population);
  const uses = [...facts];
  const texts = new Set<string>();
  for (const { fact, type } of uses)
    for (const { [fact]: value } of type === 'text' || type === 'enum' ? population.people : [])
      if (typeof value === 'string') texts.add(value);
  const dictionary = [...texts];
  const codes = new Map(dictionary.map((text, code) => [text, code]));
  const columns = uses.map((use) => {
    const found = layout.people.map((person) => personAt(population, person)[use.fact]);
    return [use.fact, columnOf(use, found, codes)] as const;
  });
  const table = (relation: LinkRelation): LinkTable => linkTable(population, layout, relation);
  const links = population.links && {
    parents: table('parents'),
    children: table('children'),
    spouse: table('spouse'),
    guardians: table('guardians'),
  };
  const rows = layout.people.length;
  const hasGuests = rows > population.people.length;
  const irregular = irregularRows(population, layout);
  const sizes = layout.offsets.map((offset, i) => offset - (layout.offsets[i - 1] ?? 0));
  return {
    info: {
      columns: new Map(columns.map(([fact, { info }]) => [fact, info])),
      dictionary,
      linksKnown: population.links !== undefined,
      householdsKnown: population.households !== undefined,
      largestHousehold: sizes.reduce((most, size) => Math.max(most, size), 1),
      mostLinks: Object.values(links ?? {}).reduce((most, one) => Math.max(most, mostOf(one)), 0),
      largestShard: rows,
    },
    shard: {
      rows,
      columns: new Map(columns.map(([fact, { values }]) => [fact, values])),
      households: householdsOf(layout),
      links,
      ...(hasGuests && {
        subjects: Uint8Array.from(layout.people, (person, row) => Number(layout.rowOf[person] === row)),
        same: Uint32Array.from(layout.people, (person) => layout.rowOf[person] ?? 0),
      }),
      ...(irregular && { irregular }),
    },
    rowOf: layout.rowOf,
  };
}
