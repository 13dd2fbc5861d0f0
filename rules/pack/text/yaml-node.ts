/** A part of YAML with its place: offsets in the whole source, end exclusive. Every scalar is a text; types come later. */
export type YamlNode = YamlText | YamlList | YamlMap;

export interface YamlText {
  readonly kind: 'text';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Offset in the source of the text's character at `index`, through quotes, escapes and folded lines. */
  readonly offsetOf: (index: number) => number;
}

interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly start: number;
  readonly end: number;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: YamlText; readonly value: YamlNode }[];
  readonly start: number;
  readonly end: number;
}

/** Maps and lists nest this deep at most. */
export const deepest = 32;

type Quote = '"' | "'" | '';

/** How a scalar was written: where its own characters begin (after the quote, or on the line after `|` or `>`), and in which quotes. */
export interface Written {
  readonly source: string;
  readonly contentStart: number;
  readonly quote: Quote;
}

const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === undefined;

/**
 * Length of what stands for one character at `at`: in double quotes `\"` 2, `\x41` 4, `\u4e2d` 6, `\U0001f600` 10; in single ones `''` 2.
 */
function escapeLength(source: string, at: number, quote: Quote): number {
  if (quote === "'") return source.startsWith("''", at) ? 2 : 1;
  if (quote === '' || source[at] !== '\\') return 1;
  const letter = source[at + 1];
  if (letter === 'x') return 4;
  if (letter === 'u') return 6;
  return letter === 'U' ? 10 : 2;
}

function nextMark(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(source[at])) at += 1;
  return at;
}

/** For each character of a scalar's value, where it was written. Blanks fold, the rest stands in the same order. */
function offsetsOf(value: string, { source, contentStart, quote }: Written, end: number): readonly number[] {
  const offsets: number[] = [];
  let at = contentStart;
  for (let i = 0; i < value.length; i += 1) {
    const blank = isBlank(value[i]);
    if (!blank) at = nextMark(source, at, end);
    offsets.push(at);
    if (blank && !isBlank(source[at])) continue;
    const written = escapeLength(source, at, quote);
    // `\U0001f600` stands for one character of two code units.
    if (written === 10 && (value.codePointAt(i) ?? 0) > 0xffff) i = offsets.push(at) - 1;
    at += written;
  }
  return offsets;
}

/** A scalar between two offsets; where each of its characters stands is found out when it is asked for. */
export function yamlText(text: string, start: number, end: number, written: Written): YamlText {
  let offsets: readonly number[] | undefined;
  const offsetOf = (index: number): number => {
    offsets ??= offsetsOf(text, written, end);
    return offsets[index] ?? (text.length === 0 ? start : (offsets.at(-1) ?? start) + 1);
  };
  return { kind: 'text', text, start, end, offsetOf };
}
