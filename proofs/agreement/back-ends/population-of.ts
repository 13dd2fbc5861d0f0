import { type ColumnValues, type Shard, unknown32, unknown64, unknownBoolean } from '../../../rules/columns/shard.ts';
import type { FactUse } from '../../../rules/check/rule/rule.ts';
import type { FactValue, PersonFacts } from '../../../rules/facts.ts';
import type { BackEnd, Found } from './back-end.ts';
import { reference } from './back-end.ts';
import type { PlacedLink, Population } from '../invented/population.ts';
import { inColumns, type InColumns } from './shard-of.ts';

const two = (number: number): string => String(number).padStart(2, '0');

function unpacked(type: FactUse['type'], value: number | bigint, dictionary: readonly string[]): FactValue {
  if (value === unknown32 || value === unknown64 || (type === 'boolean' && value === unknownBoolean)) return undefined;
  const number = Number(value);
  switch (type) {
    case 'boolean':
      return number === 1;
    case 'int':
      return number;
    case 'money':
      return BigInt(value);
    case 'text':
    case 'enum':
      return dictionary[number];
    case 'month':
      return `${Math.floor(number / 12)}-${two((number % 12) + 1)}`;
    case 'date': {
      const month = `${number >> 9}-${two((number >> 5) & 15)}`;
      return (number & 31) === 0 ? month : `${month}-${two(number & 31)}`;
    }
    case 'ratio':
      throw new Error('No fact is a ratio.');
  }
}

function valueAt(column: ColumnValues, row: number): number | bigint {
  const value = column[row];
  if (value === undefined) throw new RangeError(`The column has no row ${row}`);
  return value;
}

function homesOf({ rows, households, same }: Shard): readonly (readonly number[])[] {
  const self = (row: number): number => same?.[row] ?? row;
  return Array.from({ length: households.count }, (_, home) => {
    const [from = 0, to = rows] = [households.offsets[home], households.offsets[home + 1]];
    return Array.from({ length: to - from }, (__, i) => self(from + i));
  });
}

/** The people that stand in a shard, row by row; guests are nobody of their own. */
function populationOf({ info, shard }: InColumns, facts: Iterable<FactUse>, on: Population['on']): Population {
  const uses = [...facts];
  const people = Array.from({ length: shard.rows }, (_, row): PersonFacts => {
    const values = uses.map(({ fact, type }): [string, FactValue] => {
      const column = shard.columns.get(fact);
      return [fact, column && unpacked(type, valueAt(column, row), info.dictionary)];
    });
    return { ...Object.fromEntries(values.filter(([, value]) => value !== undefined)), id: `row ${row}` };
  });
  const links: PlacedLink[] = [];
  for (let row = 0; row < shard.rows; row += 1) {
    if (shard.same !== undefined && shard.same[row] !== row) continue;
    for (const [kind, relation] of [
      ['parent', 'parents'],
      ['spouse', 'spouse'],
      ['guardian', 'guardians'],
    ] as const) {
      const table = shard.links?.[relation];
      for (const from of table?.targets.subarray(table.offsets[row], table.offsets[row + 1]) ?? [])
        links.push({ kind, from, to: row });
    }
  }
  return {
    on,
    people,
    households: info.householdsKnown ? homesOf(shard) : undefined,
    links: info.linksKnown ? links : undefined,
  };
}

/** `explain` for what can be read back from the columns: shows that the columns hold all that the facts do. */
export const explainOverColumns: BackEnd = {
  name: 'explain over columns',
  async determine(pack, period, population, rows) {
    const columns = inColumns(population, pack.rule.facts.values());
    const readBack = populationOf(columns, pack.rule.facts.values(), population.on);
    const of = rows ?? [...population.people.keys()];
    const determined = reference(
      pack,
      period,
      readBack,
      of.map((person) => columns.rowOf[person] ?? 0),
    );
    const found: Found[] = [];
    of.forEach((person, i) => {
      const one = determined[i];
      if (one !== undefined) found[person] = one;
    });
    return { kind: 'found', found };
  },
};
