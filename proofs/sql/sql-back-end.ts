import type { Pack } from '../../rules/explain/evaluate.ts';
import { type FactRange, noRange, type Range } from '../../rules/ir/limits/ranges.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { reachOf } from '../../rules/check/rule/reach.ts';
import { queryFor } from '../../rules/sql/query.ts';
import { type BackEnd, byExplain, type Found } from '../agreement/back-ends/back-end.ts';
import { factsReader, type Population } from '../agreement/invented/population.ts';
import { loadTables, type ResultRow, resultsOf, type WarehouseDatabase } from './database.ts';
import { tablesOf, type WarehouseTables } from './tables.ts';

/** What the numbers of the tables lie between. */
function rangesIn({ facts, people }: WarehouseTables): FactRange {
  const ranges = new Map<string, Range>();
  for (const [place, { fact }] of facts.entries())
    for (const person of people) {
      const value = person.facts[place];
      if (typeof value !== 'bigint') continue;
      const { least, greatest } = ranges.get(fact) ?? { least: value, greatest: value };
      ranges.set(fact, { least: value < least ? value : least, greatest: value > greatest ? value : greatest });
    }
  return ({ fact, view }) => {
    const known = ranges.get(fact);
    if (known === undefined) return noRange;
    const { least, greatest } = known;
    return view === 'month' ? { least: least >> 5n, greatest: greatest >> 5n } : { least, greatest };
  };
}

export function foundIn({ outcome, amountFen, missing }: ResultRow): Found {
  if (outcome === 'not-eligible') return { kind: outcome };
  if (outcome === 'undetermined') return { kind: outcome, missing: new Set(missing.split(',')) };
  if (amountFen === undefined) throw new Error('Eligible, and no amount');
  return { kind: outcome, amountFen };
}

/** What the query says of everybody, and why there is none where the rule can't be written so. */
export async function determinedBySql(
  database: WarehouseDatabase,
  pack: Pack,
  periodText: string,
  population: Population,
): Promise<{ readonly rows: readonly ResultRow[] } | { readonly why: string }> {
  const period = readPeriod(periodText);
  if (period === undefined) throw new RangeError(`${periodText} is no period`);
  const tables = tablesOf(population, pack.rule.facts.values());
  const made = queryFor(pack.rule, period, population.on, database.dialect, {
    linksKnown: population.links !== undefined,
    ranges: {
      facts: rangesIn(tables),
      most: ({ outer }) =>
        BigInt(outer?.relation === 'members' ? tables.largestHousehold : Math.max(1, tables.links.length)),
    },
  });
  if (made.kind === 'refused') return { why: made.words.en };
  await loadTables(database, tables);
  return { rows: await resultsOf(database, made.text) };
}

/** The query on a database; rows that it leaves to explain are explained. It must have left them undetermined. */
export function sqlBackEnd(name: string, open: () => Promise<WarehouseDatabase>): BackEnd {
  let opened: Promise<WarehouseDatabase> | undefined;
  return {
    name,
    determine: async (pack, period, population) => {
      opened ??= open();
      const determined = await determinedBySql(await opened, pack, period, population);
      if ('why' in determined) return { kind: 'refused', why: determined.why };
      const factsOf = factsReader(population, reachOf(pack.rule).steps);
      const left = determined.rows.filter(({ settle }) => settle);
      const found = determined.rows.map((one, row): Found => {
        if (!one.settle) return foundIn(one);
        return one.outcome === 'undetermined'
          ? byExplain(pack, factsOf(row), period)
          : { kind: 'failed', why: `${one.outcome} and left to explain` };
      });
      return { kind: 'found', found, explained: left.length };
    },
    close: async () => (await opened)?.close(),
  };
}
