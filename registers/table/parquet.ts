import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { zstdCompressSync } from 'node:zlib';
import { type ColumnKind, pagesOf, type RowSpan, type TableColumn } from './column.ts';
import { ThriftWriter } from './thrift.ts';

// Parquet as parquet-format 2.10 describes it: pages of version 1, dictionaries for what has few values, ZSTD. Written here rather than by
// a database, since results stand in typed arrays already: rows are written some twenty times as fast, and parts are joined without being
// read.

/** Name and kind of each column. */
export type Schema = readonly { readonly name: string; readonly kind: ColumnKind }[];

/** Where a column of a row group lies; offsets are from the beginning of its file. */
interface ChunkPlace {
  readonly dictionaryAt?: number;
  readonly pageAt: number;
  readonly values: number;
  readonly plainBytes: number;
  readonly bytes: number;
}

interface RowGroup {
  readonly rows: number;
  readonly chunks: readonly ChunkPlace[];
}

/** What a part has told of itself when it was written; plain data, to be kept beside it. */
export interface PartPlan {
  readonly bytes: number;
  readonly groups: readonly RowGroup[];
}

const rowsOfGroup = 131_072;
const magic = 'PAR1';
const zstd = 6;
const encodings = { plain: 0, levels: 3, dictionary: 8 } as const;

function writeAll(file: number, bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at);
  return bytes.length;
}

/** Writes row groups without head and foot: a part, that {@link joinParts} makes a table of. */
export function writePart(path: string, columns: readonly TableColumn[], rows: Uint32Array): PartPlan {
  const file = openSync(path, 'w', 0o600);
  try {
    const groups: RowGroup[] = [];
    let at = 0;
    for (let from = 0; from < rows.length; from += rowsOfGroup) {
      const span: RowSpan = { rows, from, to: Math.min(rows.length, from + rowsOfGroup) };
      const chunks = columns.map((column) => {
        const place = writeChunk(file, at, column, span);
        at += place.bytes;
        return place;
      });
      groups.push({ rows: span.to - span.from, chunks });
    }
    return { bytes: at, groups };
  } finally {
    closeSync(file);
  }
}

function writeChunk(file: number, start: number, column: TableColumn, span: RowSpan): ChunkPlace {
  const { dictionary, page, count } = pagesOf(column, span);
  const isCoded = dictionary !== undefined;
  const blocks: Buffer[] = [];
  let plainBytes = 0;
  const add = (header: (writer: ThriftWriter) => void, type: number, body: Buffer): void => {
    const compressed = zstdCompressSync(body);
    const head = new ThriftWriter().i32(1, type).i32(2, body.length).i32(3, compressed.length);
    header(head);
    const bytes = head.taken();
    plainBytes += bytes.length + body.length;
    blocks.push(bytes, compressed);
  };
  if (isCoded)
    add(
      (head) => head.struct(7, (inner) => inner.i32(1, dictionary.count).i32(2, encodings.plain)),
      2,
      dictionary.bytes,
    );
  const dictionaryBytes = blocks.reduce((sum, { length }) => sum + length, 0);
  const encoding = isCoded ? encodings.dictionary : encodings.plain;
  add(
    (head) =>
      head.struct(5, (inner) => inner.i32(1, count).i32(2, encoding).i32(3, encodings.levels).i32(4, encodings.levels)),
    0,
    page,
  );
  const bytes = blocks.reduce((sum, block) => sum + writeAll(file, block), 0);
  const places = { pageAt: start + dictionaryBytes, values: count, plainBytes, bytes };
  return isCoded ? { ...places, dictionaryAt: start } : places;
}

/** Joins parts, in order, to one table. Nothing but one block is in memory, and nothing is decompressed. */
export function joinParts(
  path: string,
  schema: Schema,
  parts: Iterable<{ readonly path: string; readonly plan: PartPlan }>,
): void {
  const file = openSync(path, 'w', 0o600);
  try {
    const groups: RowGroup[] = [];
    let at = writeAll(file, Buffer.from(magic));
    for (const part of parts) {
      copyInto(file, part.path, part.plan.bytes);
      groups.push(...part.plan.groups.map((group) => moved(group, at)));
      at += part.plan.bytes;
    }
    const footer = footerOf(schema, groups);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(footer.length);
    writeAll(file, Buffer.concat([footer, length, Buffer.from(magic)]));
  } finally {
    closeSync(file);
  }
}

function copyInto(file: number, path: string, bytes: number): void {
  const from = openSync(path, 'r');
  const block = Buffer.allocUnsafe(4 * 1024 * 1024);
  try {
    for (let at = 0; at < bytes;) {
      const count = readSync(from, block, 0, Math.min(block.length, bytes - at), at);
      if (count === 0) throw new Error(`The part ${path} ends at byte ${at} of ${bytes}`);
      at += writeAll(file, block.subarray(0, count));
    }
  } finally {
    closeSync(from);
  }
}

const moved = ({ rows, chunks }: RowGroup, by: number): RowGroup => ({
  rows,
  chunks: chunks.map((chunk) => ({
    ...chunk,
    pageAt: chunk.pageAt + by,
    ...(chunk.dictionaryAt !== undefined && { dictionaryAt: chunk.dictionaryAt + by }),
  })),
});

const types = { int64: 2, bytes: 6 } as const;
const required = 0;
const repeated = 2;
const utf8 = 0;
const isList = 3;

interface SchemaElement {
  readonly name: string;
  readonly type?: number;
  readonly repetition?: number;
  readonly children?: number;
  readonly converted?: number;
}

function elementsOf(schema: Schema): readonly SchemaElement[] {
  const text = { type: types.bytes, repetition: required, converted: utf8 };
  return [
    { name: 'schema', children: schema.length },
    ...schema.flatMap(({ name, kind }): readonly SchemaElement[] => {
      if (kind === 'number') return [{ name, type: types.int64, repetition: required }];
      if (kind !== 'lists') return [{ name, ...text }];
      return [
        { name, repetition: required, children: 1, converted: isList },
        { name: 'list', repetition: repeated, children: 1 },
        { name: 'element', ...text },
      ];
    }),
  ];
}

function footerOf(schema: Schema, groups: readonly RowGroup[]): Buffer {
  const writer = new ThriftWriter().i32(1, 1).structs(2, elementsOf(schema), (inner, element) => {
    if (element.type !== undefined) inner.i32(1, element.type);
    if (element.repetition !== undefined) inner.i32(3, element.repetition);
    inner.text(4, element.name);
    if (element.children !== undefined) inner.i32(5, element.children);
    if (element.converted !== undefined) inner.i32(6, element.converted);
  });
  writer.i64(
    3,
    groups.reduce((sum, { rows }) => sum + rows, 0),
  );
  writer.structs(4, groups, (inner, { rows, chunks }) => {
    inner.structs(1, chunks, (one, chunk) => {
      const column = schema[chunks.indexOf(chunk)];
      if (column === undefined) throw new Error('A part has the columns of its table.');
      one.i64(2, chunk.dictionaryAt ?? chunk.pageAt).struct(3, (meta) => writeMeta(meta, column, chunk));
    });
    inner.i64(
      2,
      chunks.reduce((sum, { plainBytes }) => sum + plainBytes, 0),
    );
    inner.i64(3, rows);
  });
  return writer.text(6, 'huijia').taken();
}

function writeMeta(meta: ThriftWriter, { name, kind }: Schema[number], chunk: ChunkPlace): void {
  const isCoded = chunk.dictionaryAt !== undefined;
  meta
    .i32(1, kind === 'number' ? types.int64 : types.bytes)
    .i32s(2, isCoded ? [encodings.plain, encodings.levels, encodings.dictionary] : [encodings.plain, encodings.levels])
    .texts(3, kind === 'lists' ? [name, 'list', 'element'] : [name])
    .i32(4, zstd)
    .i64(5, chunk.values)
    .i64(6, chunk.plainBytes)
    .i64(7, chunk.bytes)
    .i64(9, chunk.pageAt);
  if (chunk.dictionaryAt !== undefined) meta.i64(11, chunk.dictionaryAt);
}
