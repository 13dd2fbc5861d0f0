import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { ColumnValues, LinkTable, Shard } from '../../rules/columns/shard.ts';
import type { ColumnShape } from '../open/column-stats.ts';
import type { RegisterWriter, RowDivisions, RowIds } from '../write.ts';
import type { Workshop } from './duckdb.ts';
import { factColumn } from './columns.ts';
import { linkTable, turnedRound } from './link-table.ts';

/** The rows of one shard as they stream in, before they are a `Shard`. */
interface Rows {
  readonly people: Float64Array;
  readonly households: Float64Array;
  readonly subjects: Uint8Array;
  readonly primes: Uint8Array;
  readonly irregular: Uint8Array;
  readonly divisions: Float64Array;
  readonly ids: RowIds;
  readonly columns: ReadonlyMap<string, ColumnValues>;
}

/** Writes every shard of the tables `placed` and `tie`; no more than one is in memory. */
export async function emitShards(
  workshop: Workshop,
  shapes: readonly ColumnShape[],
  linksKnown: boolean,
  writer: RegisterWriter,
): Promise<void> {
  const shards = await workshop.rows<{ shard: number; county: string; rows: bigint }>(
    'select s.shard, h.county, s.rows from span s join shard h on h.shard = s.shard order by s.shard',
  );
  for (const { shard, county, rows } of shards) {
    const count = Number(rows);
    const read = await readRows(workshop, shapes, shard, count);
    const same = sameRows(read);
    const links = linksKnown ? await readLinks(workshop, shard, count, read.primes, same) : undefined;
    const hasGuests = read.subjects.includes(0);
    writer.writeShard({
      county,
      shard: {
        rows: count,
        columns: read.columns,
        households: householdsOf(read.households),
        links,
        ...(hasGuests && { subjects: read.subjects, same }),
        ...(read.irregular.includes(1) && { irregular: read.irregular }),
      },
      divisions: divisionsOf(read.divisions),
      ids: read.ids,
    });
  }
}

async function readRows(
  workshop: Workshop,
  shapes: readonly ColumnShape[],
  shard: number,
  count: number,
): Promise<Rows> {
  const facts = shapes.map(({ fact }) => `, ${factColumn(fact)}`).join('');
  const ids = new IdBytes(count);
  const rows = {
    people: new Float64Array(count),
    households: new Float64Array(count),
    subjects: new Uint8Array(count),
    primes: new Uint8Array(count),
    irregular: new Uint8Array(count),
    divisions: new Float64Array(count),
    columns: new Map(shapes.map(({ fact, width }) => [fact, columnOf(width, count)])),
  };
  const fixed = [rows.people, rows.households, rows.subjects, rows.primes, rows.irregular, rows.divisions];
  const result = await workshop.connection.stream(
    `select p, h, subject, prime, irregular, division, id ${facts} from placed where shard = ${shard}`,
  );
  let at = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    fixed.forEach((array, i) => fill(array, at, chunk, i));
    ids.add(chunk, fixed.length);
    [...rows.columns.values()].forEach((array, i) => fillColumn(array, at, chunk, fixed.length + 1 + i));
    at += chunk.rowCount;
  }
  if (at !== count) throw new Error(`Shard ${shard} has ${at} rows, not ${count}`);
  return { ...rows, ids: ids.taken() };
}

const columnOf = (width: ColumnShape['width'], count: number): ColumnValues =>
  width === 8 ? new Int8Array(count) : width === 32 ? new Int32Array(count) : new BigInt64Array(count);

function fill(
  array: Float64Array | Uint8Array | Int8Array | Int32Array,
  at: number,
  chunk: DuckDBDataChunk,
  column: number,
): void {
  const vector = chunk.getColumnVector(column);
  for (let i = 0; i < chunk.rowCount; i += 1) array[at + i] = vector.getItem(i) as number;
}

function fillColumn(array: ColumnValues, at: number, chunk: DuckDBDataChunk, column: number): void {
  if (!(array instanceof BigInt64Array)) return fill(array, at, chunk, column);
  const vector = chunk.getColumnVector(column);
  for (let i = 0; i < chunk.rowCount; i += 1) array[at + i] = vector.getItem(i) as bigint;
}

/** Ids as UTF-8, one after the other. */
class IdBytes {
  #bytes: Buffer;
  readonly #offsets: Uint32Array;
  #row = 0;

  constructor(rows: number) {
    this.#bytes = Buffer.allocUnsafe(Math.max(1024, rows * 20));
    this.#offsets = new Uint32Array(rows + 1);
  }

  add(chunk: DuckDBDataChunk, column: number): void {
    const vector = chunk.getColumnVector(column);
    for (let i = 0; i < chunk.rowCount; i += 1) {
      const id = vector.getItem(i) as string;
      const start = this.#offsets[this.#row] ?? 0;
      // Four bytes a character at most.
      if (start + id.length * 4 > this.#bytes.length)
        this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2);
      this.#row += 1;
      this.#offsets[this.#row] = start + this.#bytes.write(id, start, 'utf8');
    }
  }

  taken(): RowIds {
    return { bytes: this.#bytes.subarray(0, this.#offsets.at(-1) ?? 0), offsets: this.#offsets };
  }
}

/** Rows of one household stand together, so a new one begins where the number changes. */
function householdsOf(numbers: Float64Array): Shard['households'] {
  const of = new Uint32Array(numbers.length);
  const offsets = new Uint32Array(numbers.length + 1);
  let count = 0;
  for (let row = 0; row < numbers.length; row += 1) {
    if (row === 0 || numbers[row] !== numbers[row - 1]) offsets[count++] = row;
    of[row] = count - 1;
  }
  offsets[count] = numbers.length;
  return { count, offsets: offsets.slice(0, count + 1), of };
}

/** For each row the first of the same person in the shard. */
function sameRows({ people, primes }: Rows): Uint32Array {
  const same = Uint32Array.from(people, (_, row) => row);
  if (!primes.includes(0)) return same;
  const doubled = new Map<number, number>();
  primes.forEach((prime, row) => prime === 0 && doubled.set(people[row] ?? 0, row));
  const prime = new Map<number, number>();
  people.forEach((person, row) => primes[row] === 1 && doubled.has(person) && prime.set(person, row));
  primes.forEach((is, row) => {
    if (is === 0) same[row] = prime.get(people[row] ?? 0) ?? row;
  });
  return same;
}

function divisionsOf(codes: Float64Array): RowDivisions {
  const places = new Map<number, number>();
  const of = new Uint32Array(codes.length);
  codes.forEach((code, row) => {
    const place = places.get(code) ?? places.size;
    if (place === places.size) places.set(code, place);
    of[row] = place;
  });
  const list = [...places.keys()].map((code) => String(code).padStart(12, '0'));
  return { of: list.length <= 65_536 ? Uint16Array.from(of) : of, list };
}

async function readLinks(
  workshop: Workshop,
  shard: number,
  rows: number,
  primes: Uint8Array,
  same: Uint32Array,
): Promise<Readonly<Record<'parents' | 'children' | 'spouse' | 'guardians', LinkTable>>> {
  const table = async (relation: number): Promise<LinkTable> => {
    const where = `from tie where shard = ${shard} and rel = ${relation}`;
    const [size] = await workshop.rows<{ n: bigint }>(`select count(*) as n ${where}`);
    const count = Number(size?.n ?? 0n);
    const [from, to] = [new Int32Array(count), new Int32Array(count)];
    const result = await workshop.connection.stream(`select a, b ${where}`);
    let at = 0;
    for (
      let chunk = await result.fetchChunk();
      chunk !== null && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    ) {
      fill(from, at, chunk, 0);
      fill(to, at, chunk, 1);
      at += chunk.rowCount;
    }
    return linkTable(rows, from, to);
  };
  const parents = await table(0);
  return {
    parents,
    children: turnedRound(parents, primes, same),
    spouse: await table(1),
    guardians: await table(2),
  };
}
