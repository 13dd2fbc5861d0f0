import { DuckDBInstance } from '@duckdb/node-api';
import * as fc from 'fast-check';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testFolder } from '../testing.ts';
import type { TableColumn } from './column.ts';
import { joinParts, writePart } from './parquet.ts';

const folder = testFolder();

interface Row {
  readonly id: string;
  readonly kind: number;
  readonly fen: bigint;
  readonly small: number;
  readonly list: number;
}

const kinds = ['eligible', '可以领', ''];
const lists = [[], ['a'], ['a', '乙', 'c'], ['乙']];

function columnsOf(rows: readonly Row[]): readonly TableColumn[] {
  const ids = rows.map(({ id }) => Buffer.from(id));
  const offsets = new Uint32Array(rows.length + 1);
  ids.forEach((bytes, i) => (offsets[i + 1] = (offsets[i] ?? 0) + bytes.length));
  return [
    { name: 'id', kind: 'text', bytes: Buffer.concat(ids), offsets },
    { name: 'kind', kind: 'code', codes: Uint8Array.from(rows, ({ kind }) => kind), texts: kinds },
    { name: 'fen', kind: 'number', numbers: BigInt64Array.from(rows, ({ fen }) => fen) },
    { name: 'small', kind: 'number', numbers: Int32Array.from(rows, ({ small }) => small) },
    { name: 'list', kind: 'lists', codes: Uint32Array.from(rows, ({ list }) => list), lists },
  ];
}

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

async function readBack(path: string): Promise<readonly unknown[]> {
  const read = await connection.runAndReadAll(`select * from read_parquet('${path}')`);
  return read.getRowObjectsJson();
}

let count = 0;

async function throughFile(parts: readonly (readonly Row[])[]): Promise<readonly unknown[]> {
  count += 1;
  const path = join(folder, `table-${count}.parquet`);
  const written = parts.map((rows, i) => {
    const part = join(folder, `part-${count}-${i}`);
    return {
      path: part,
      plan: writePart(
        part,
        columnsOf(rows),
        Uint32Array.from(rows, (_, row) => row),
      ),
    };
  });
  joinParts(path, columnsOf([]), written);
  return readBack(path);
}

const asRead = ({ id, kind, fen, small, list }: Row): unknown => ({
  id,
  kind: kinds[kind],
  fen: String(fen),
  small: String(small),
  list: lists[list],
});

test('another reader of Parquet finds in joined parts what was written, row by row', async () => {
  const row = fc.record({
    id: fc.string({ unit: 'binary', maxLength: 30 }),
    kind: fc.nat({ max: kinds.length - 1 }),
    fen: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    small: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    list: fc.nat({ max: lists.length - 1 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(row, { maxLength: 40 }), { maxLength: 3 }), async (parts) => {
      expect(await throughFile(parts)).toEqual(parts.flat().map(asRead));
    }),
    { numRuns: 15 },
  );
});

test('a table of more than one row group, and of many texts, is read whole', async () => {
  const rows = 131_072 * 2 + 5;
  const texts = Array.from({ length: 3000 }, (_, i) => `village ${i}`);
  const columns: readonly TableColumn[] = [
    { name: 'n', kind: 'number', numbers: Int32Array.from({ length: rows }, (_, i) => i) },
    { name: 'village', kind: 'code', codes: Uint16Array.from({ length: rows }, (_, i) => (i * 7) % 3000), texts },
  ];
  const part = join(folder, 'large-part');
  const path = join(folder, 'large.parquet');
  joinParts(path, columns, [
    {
      path: part,
      plan: writePart(
        part,
        columns,
        Uint32Array.from({ length: rows }, (_, i) => i),
      ),
    },
  ]);
  const read = await connection.runAndReadAll(
    `select count(*) as n, sum(n) as total, count(distinct village) as villages, bool_and(village = 'village ' || (n * 7) % 3000) as fits from read_parquet('${path}')`,
  );
  expect(read.getRowObjectsJson()).toEqual([
    { n: String(rows), total: String((rows * (rows - 1)) / 2), villages: '3000', fits: true },
  ]);
});
