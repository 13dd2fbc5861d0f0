import { unreachable } from '../../values/unreachable.ts';
import { bitsFor, hybridOf } from './hybrid.ts';

/** A column of a table that is written row group by row group. Values stand by row; which rows are written, the table is told. */
export type TableColumn = { readonly name: string } & (
  | {
      readonly kind: 'text';
      /** UTF-8 one after the other, row `i` from `offsets[i]` to `offsets[i + 1]`. */
      readonly bytes: Uint8Array;
      readonly offsets: Uint32Array;
    }
  /** One of few texts. */
  | { readonly kind: 'code'; readonly codes: Codes; readonly texts: readonly string[] }
  | { readonly kind: 'number'; readonly numbers: Int32Array | BigInt64Array }
  /** One of few lists of texts. */
  | { readonly kind: 'lists'; readonly codes: Codes; readonly lists: readonly (readonly string[])[] }
);

type Codes = Uint8Array | Int8Array | Uint16Array | Uint32Array | Int32Array;
export type ColumnKind = TableColumn['kind'];

/** What a column of some rows comes to, before it is compressed. */
export interface ColumnPages {
  /** Texts that the page's numbers stand for. */
  readonly dictionary?: { readonly bytes: Buffer; readonly count: number };
  readonly page: Buffer;
  /** Values of the page; of lists their elements, an empty list counting as one. */
  readonly count: number;
}

/** The rows of one row group: `rows[from]` to `rows[to - 1]`. */
export interface RowSpan {
  readonly rows: Uint32Array;
  readonly from: number;
  readonly to: number;
}

export function pagesOf(column: TableColumn, span: RowSpan): ColumnPages {
  const count = span.to - span.from;
  switch (column.kind) {
    case 'text':
      return { page: plainTexts(column.bytes, column.offsets, span), count };
    case 'number':
      return { page: plainNumbers(column.numbers, span), count };
    case 'code':
      return { dictionary: dictionaryOf(column.texts), page: coded(column.codes, column.texts.length, span), count };
    case 'lists':
      return listPages(column.codes, column.lists, span);
  }
  return unreachable(column);
}

function plainTexts(bytes: Uint8Array, offsets: Uint32Array, { rows, from, to }: RowSpan): Buffer {
  let length = 0;
  for (let i = from; i < to; i += 1) {
    const row = rows[i] as number;
    length += 4 + (offsets[row + 1] as number) - (offsets[row] as number);
  }
  const page = Buffer.allocUnsafe(length);
  let at = 0;
  for (let i = from; i < to; i += 1) {
    const row = rows[i] as number;
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
    page[at++] = (end - start) & 255;
    page[at++] = ((end - start) >>> 8) & 255;
    page[at++] = ((end - start) >>> 16) & 255;
    page[at++] = (end - start) >>> 24;
    // Ids are short: a loop is faster than a call.
    for (let k = start; k < end; k += 1) page[at++] = bytes[k] as number;
  }
  return page;
}

function plainNumbers(numbers: Int32Array | BigInt64Array, { rows, from, to }: RowSpan): Buffer {
  const words = new Int32Array((to - from) * 2);
  if (numbers instanceof Int32Array) {
    for (let i = from; i < to; i += 1) {
      const value = numbers[rows[i] as number] as number;
      words[(i - from) * 2] = value;
      words[(i - from) * 2 + 1] = value >> 31;
    }
  } else {
    const wide = new BigInt64Array(words.buffer);
    for (let i = from; i < to; i += 1) wide[i - from] = numbers[rows[i] as number] as bigint;
  }
  return Buffer.from(words.buffer);
}

function dictionaryOf(texts: readonly string[]): { readonly bytes: Buffer; readonly count: number } {
  const parts = texts.flatMap((text) => {
    const bytes = Buffer.from(text);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    return [length, bytes];
  });
  return { bytes: Buffer.concat(parts), count: texts.length };
}

/** The page's numbers behind their width in bits. */
function packed(values: Uint32Array, count: number, texts: number): Buffer {
  const width = bitsFor(texts);
  return Buffer.concat([Buffer.from([width]), hybridOf(values, count, width)]);
}

function coded(codes: Codes, texts: number, { rows, from, to }: RowSpan): Buffer {
  const values = new Uint32Array(to - from);
  for (let i = from; i < to; i += 1) values[i - from] = codes[rows[i] as number] as number;
  return packed(values, values.length, texts);
}

/** Levels stand before the values: whether an element begins a list, and whether there is one at all. */
function listPages(codes: Codes, lists: readonly (readonly string[])[], span: RowSpan): ColumnPages {
  const texts = [...new Set(lists.flat())];
  const places = new Map(texts.map((text, i) => [text, i]));
  // List `code` is `flat[starts[code]]` to `flat[starts[code + 1] - 1]`.
  const flat = Uint32Array.from(lists.flat(), (text) => places.get(text) ?? 0);
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, code) => (starts[code + 1] = (starts[code] as number) + list.length));
  const { rows, from, to } = span;
  let [elements, empty] = [0, 0];
  for (let i = from; i < to; i += 1) {
    const code = codes[rows[i] as number] as number;
    const length = (starts[code + 1] as number) - (starts[code] as number);
    elements += length;
    if (length === 0) empty += 1;
  }
  const values = new Uint32Array(elements);
  const [repeated, defined] = [new Uint8Array(elements + empty), new Uint8Array(elements + empty)];
  let [value, level] = [0, 0];
  for (let i = from; i < to; i += 1) {
    const code = codes[rows[i] as number] as number;
    const [start, end] = [starts[code] as number, starts[code + 1] as number];
    if (start === end) level += 1;
    for (let k = start; k < end; k += 1) {
      repeated[level] = k === start ? 0 : 1;
      defined[level++] = 1;
      values[value++] = flat[k] as number;
    }
  }
  const page = Buffer.concat([levelsOf(repeated), levelsOf(defined), packed(values, elements, texts.length)]);
  return { dictionary: dictionaryOf(texts), page, count: elements + empty };
}

function levelsOf(levels: Uint8Array): Buffer {
  const bytes = hybridOf(levels, levels.length, 1);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}
