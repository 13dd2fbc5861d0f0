import type { Relation } from '../../rules/check/expression/checked.ts';
import type { ColumnProgram } from '../../rules/columns/program.ts';
import type { ColumnValues, LinkRelation, LinkTable, Shard } from '../../rules/columns/shard.ts';

/** How much room a shard needs. */
export interface ShardShape {
  readonly rows: number;
  readonly households: number;
  /** Links of each kind; only those that the program reads matter. */
  readonly links: Readonly<Partial<Record<LinkRelation, number>>>;
}

/** Where a shard's columns are put for an engine to read; only what the program reads is there. */
export interface ShardBuffers {
  readonly columns: ReadonlyMap<string, ColumnValues>;
  readonly households: { readonly offsets: Uint32Array; readonly of: Uint32Array } | undefined;
  readonly links: ReadonlyMap<LinkRelation, LinkTable>;
}

/** What a run gives: a column for each output, one value a row. Valid until the engine's next run. */
export type Outputs = ReadonlyMap<string, Int8Array | Int32Array | BigInt64Array>;

/** Carries out one column program, shard by shard. */
export interface ColumnEngine {
  readonly name: 'js' | 'wasm';
  /** Room for the next shard, to be filled by whoever reads it. */
  prepare(shape: ShardShape): ShardBuffers;
  /** Works the shard that was put into the buffers. */
  run(): Outputs;
}

/** Puts a shard from elsewhere into an engine and runs it. */
export function runShard(engine: ColumnEngine, shard: Shard): Outputs {
  const links = Object.fromEntries(
    Object.entries(shard.links ?? {}).map(([relation, { targets }]) => [relation, targets.length]),
  );
  const buffers = engine.prepare({ rows: shard.rows, households: shard.households.count, links });
  for (const [fact, column] of buffers.columns) {
    const values = shard.columns.get(fact);
    if (values === undefined) throw new Error(`The shard has no column ${fact}.`);
    // The program was compiled for columns of these widths.
    if (values.constructor !== column.constructor) throw new Error(`The column ${fact} has another width.`);
    (column as Int32Array).set(values as Int32Array);
  }
  buffers.households?.offsets.set(shard.households.offsets);
  buffers.households?.of.set(shard.households.of);
  for (const [relation, table] of buffers.links) {
    const found = shard.links?.[relation];
    if (found === undefined) throw new Error(`The shard has no links of ${relation}.`);
    table.offsets.set(found.offsets);
    table.targets.set(found.targets);
  }
  return engine.run();
}

/** The kinds of links that a program reads. */
export function linksRead({ lanes }: ColumnProgram): readonly LinkRelation[] {
  const isLink = (relation: Relation | undefined): relation is LinkRelation =>
    relation !== undefined && relation !== 'members';
  return [...new Set(lanes.links.map(({ relation }) => relation).filter(isLink))];
}

/** Rows worked at once: enough to be fast, few enough to stay in the cache. */
export const blockRows = 4096;

/** One block: whole households, or any rows where the program asks nothing of households. */
export interface Block {
  readonly firstRow: number;
  readonly rows: number;
  readonly firstHousehold: number;
  readonly households: number;
}

/** Cuts a shard into blocks of at most {@link blockRows} rows; a larger household is a block of its own. */
export function* blocksOf(
  rows: number,
  households: { readonly count: number; readonly offsets: Uint32Array } | undefined,
): Iterable<Block> {
  if (households === undefined) {
    for (let row = 0; row < rows; row += blockRows)
      yield { firstRow: row, rows: Math.min(blockRows, rows - row), firstHousehold: 0, households: 0 };
    return;
  }
  const { count, offsets } = households;
  for (let first = 0; first < count;) {
    const row = offsets[first] ?? 0;
    let end = Math.min(first + blockRows, count);
    // Households of one are at most as many as rows: the last that still fits is found by halving.
    if ((offsets[end] ?? rows) - row > blockRows) {
      let [low, high] = [first + 1, end];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((offsets[middle] ?? rows) - row <= blockRows) low = middle;
        else high = middle - 1;
      }
      end = low;
    }
    yield { firstRow: row, rows: (offsets[end] ?? rows) - row, firstHousehold: first, households: end - first };
    first = end;
  }
}
