import type { Span } from './finding.ts';

/**
 * A text as its author sees it: lines and columns count from 1, in characters (code points).
 * Offsets are positions in `text`, which has no byte order mark and only `\n` between lines.
 */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** Offset at which each line starts. */
  readonly lineStarts: readonly number[];
}

/** The text with its lines counted. A byte order mark and carriage returns are not part of what is read. */
export function sourceText(file: string, raw: string): SourceText {
  const text = raw.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/** Index of the line that holds `offset`, from 0. */
function lineIndexAt(source: SourceText, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function placeOf(source: SourceText, offset: number): { line: number; column: number } {
  const index = lineIndexAt(source, offset);
  const start = source.lineStarts[index] ?? 0;
  let column = 1;
  for (const _character of source.text.slice(start, offset)) column += 1;
  return { line: index + 1, column };
}

/** The span between two offsets, end exclusive. */
export function spanBetween(source: SourceText, start: number, end: number): Span {
  const from = placeOf(source, start);
  const to = end > start ? placeOf(source, end) : from;
  return { file: source.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** The line as written, without its end. `line` counts from 1; an empty text for a line that is not there. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return '';
  const next = source.lineStarts[line];
  return source.text.slice(start, next === undefined ? undefined : next - 1);
}
