import { chunksOf } from './text-file.ts';

/**
 * Beyond this nothing is a person's record: it is a quotation mark that was never closed, or no table. Reading it would take a thousand
 * times its size in memory.
 */
export const mostRecordBytes = 1_000_000;

const [quote, comma, lineFeed, carriageReturn] = [34, 44, 10, 13];

/** The line (from 1) at which the first record longer than `most` bytes begins, or undefined. The file is UTF-8. */
export function tooLongRecord(path: string, most = mostRecordBytes): number | undefined {
  const state = { quoted: false, before: lineFeed, begin: 0 };
  let offset = 0;
  for (const chunk of chunksOf(path)) {
    // Without a quotation mark every line is a record, and most bytes need not be looked at.
    const walk = !state.quoted && !chunk.includes(quote) ? walkPlain : walkQuoted;
    if (walk(chunk, offset, state, most)) return lineAt(path, state.begin);
    offset += chunk.length;
  }
  return offset - state.begin > most ? lineAt(path, state.begin) : undefined;
}

interface State {
  /** Between two quotation marks. */
  quoted: boolean;
  /** The byte before. */
  before: number;
  /** Where in the file the record begins. */
  begin: number;
}

/** From line end to line end, each time as far as a record may reach. True where one reaches further. */
function walkPlain(chunk: Uint8Array, offset: number, state: State, most: number): boolean {
  const end = offset + chunk.length;
  while (end - state.begin > most) {
    const last = state.begin + most - offset;
    const found = Math.max(chunk.lastIndexOf(lineFeed, last), chunk.lastIndexOf(carriageReturn, last));
    if (last < 0 || found < 0 || offset + found < state.begin) return true;
    state.begin = offset + found + 1;
  }
  const found = Math.max(chunk.lastIndexOf(lineFeed), chunk.lastIndexOf(carriageReturn));
  state.begin = Math.max(state.begin, offset + found + 1);
  state.before = chunk.at(-1) ?? state.before;
  return false;
}

/** Byte by byte. A quotation mark opens only at the beginning of a field, and a doubled one closes and opens again. */
function walkQuoted(chunk: Uint8Array, offset: number, state: State, most: number): boolean {
  let { quoted, before, begin } = state;
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at] as number;
    // One within a field that has none around it stands for itself, and so does the next.
    if (byte === quote && !quoted && !opensAfter(before, offset + at)) {
      before = 0;
      continue;
    }
    if (byte === quote) quoted = !quoted;
    else if (!quoted && (byte === lineFeed || byte === carriageReturn)) {
      if (offset + at - begin > most) break;
      begin = offset + at + 1;
    }
    before = byte;
  }
  Object.assign(state, { quoted, before, begin });
  return offset + chunk.length - begin > most;
}

/** After a mark of UTF-8 the file begins. */
const opensAfter = (before: number, at: number): boolean =>
  before === comma ||
  before === lineFeed ||
  before === carriageReturn ||
  before === quote ||
  (at === 3 && before === 0xbf);

function lineAt(path: string, offset: number): number {
  let [line, left] = [1, offset];
  for (const chunk of chunksOf(path)) {
    const part = chunk.subarray(0, left);
    for (let at = part.indexOf(lineFeed); at >= 0; at = part.indexOf(lineFeed, at + 1)) line += 1;
    left -= part.length;
    if (left === 0) break;
  }
  return line;
}
