import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** A text file as UTF-8: itself where it is that already, else a decoded copy. */
export type Utf8File =
  | { readonly kind: 'utf-8'; readonly path: string }
  /** Neither UTF-8 nor GB 18030 (nor UTF-16 with its mark): the first line that can't be read. */
  | { readonly kind: 'not-text'; readonly line: number };

const chunkBytes = 4 * 1024 * 1024;

/** Bytes at the end that may be the beginning of a character. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    // A first byte of 2, 3 or 4: the character is whole when so many bytes are there.
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** The bytes of a file, some megabytes at a time, each valid until the next. */
export function* chunksOf(path: string): Generator<Uint8Array> {
  const handle = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(chunkBytes);
    for (;;) {
      const count = readSync(handle, buffer, 0, chunkBytes, null);
      if (count === 0) return;
      yield buffer.subarray(0, count);
    }
  } finally {
    closeSync(handle);
  }
}

function isUtf8File(path: string): boolean {
  let rest = new Uint8Array(0);
  for (const chunk of chunksOf(path)) {
    const bytes = Buffer.concat([rest, chunk]);
    const whole = bytes.length - unfinished(bytes);
    const text = bytes.subarray(0, whole);
    if (!isUtf8(text) || text.includes(0)) return false;
    rest = bytes.subarray(whole);
  }
  return rest.length === 0;
}

/** Decodes into `copy`. The line at which it is no text of that encoding, or undefined when all is decoded. */
function decodeInto(path: string, copy: string, encoding: 'gb18030' | 'utf-16le'): number | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const handle = openSync(copy, 'w', 0o600);
  let line = 1;
  try {
    for (const chunk of chunksOf(path)) {
      const text = decoded(() => decoder.decode(chunk, { stream: true }));
      if (text === undefined || text.includes('\0')) return line + linesBefore(chunk, encoding);
      writeSync(handle, text);
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1;
    }
    return decoded(() => decoder.decode()) === undefined ? line : undefined;
  } finally {
    closeSync(handle);
  }
}

function decoded(decode: () => string): string | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

/** How many whole lines of the chunk can be read. */
function linesBefore(chunk: Uint8Array, encoding: string): number {
  let [lines, from] = [0, 0];
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
    const line = chunk.subarray(from, at + 1);
    // The first line may begin within a character of the chunk before: it is passed over.
    const text = from === 0 ? '' : decoded(() => new TextDecoder(encoding, { fatal: true }).decode(line));
    if (text === undefined || text.includes('\0')) return lines;
    lines += 1;
    from = at + 1;
  }
  return lines;
}

function markOf(path: string): 'utf-16le' | undefined {
  const [first] = chunksOf(path);
  return first?.[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : undefined;
}

/**
 * Finds out how a file is written: UTF-8 by all of its bytes, UTF-16 by its mark, else GB 18030, strictly. `copy` is where a decoded copy
 * goes.
 */
export function asUtf8(path: string, copy: string): Utf8File {
  const mark = markOf(path);
  if (mark === undefined && isUtf8File(path)) return { kind: 'utf-8', path };
  const line = decodeInto(path, copy, mark ?? 'gb18030');
  return line === undefined ? { kind: 'utf-8', path: copy } : { kind: 'not-text', line };
}

/** Whether the file begins as Parquet files do, whatever its name. */
export function startsLikeParquet(path: string): boolean {
  const [first] = chunksOf(path);
  return Buffer.from(first?.subarray(0, 4) ?? []).toString('latin1') === 'PAR1';
}

/** The fields of a CSV's first line, or undefined where there is none. A quoted name may hold commas. */
export function headerOf(path: string): readonly string[] | undefined {
  const [chunk] = chunksOf(path);
  const text = new TextDecoder().decode(chunk ?? new Uint8Array(0)).replace(/^\uFEFF/, '');
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '';
  if (line.trim() === '') return undefined;
  const fields = [...line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))/g)];
  return fields.map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
}
