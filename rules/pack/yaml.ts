import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import type { Report } from '../check/report.ts';

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

type Quote = '"' | "'" | '';

const deepest = 32;
const mostFaults = 20;

const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === undefined;

/** Length of what stands for one character at `at`: in double quotes `\"` 2, `\x41` 4, `\u4e2d` 6, `\U0001f600` 10; in single ones `''` 2. */
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
function offsetsOf(value: string, source: string, start: number, end: number, quote: Quote): readonly number[] {
  const offsets: number[] = [];
  let at = start;
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

const quoteOf = ({ type }: Scalar): Quote => (type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : '');

/** Where the scalar's own characters begin: after the quote, or on the line after `|` or `>`. */
function contentStart(scalar: Scalar, source: string, start: number): number {
  if (scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE') return start + 1;
  if (scalar.type !== 'BLOCK_FOLDED' && scalar.type !== 'BLOCK_LITERAL') return start;
  const lineEnd = source.indexOf('\n', start);
  return lineEnd === -1 ? source.length : lineEnd + 1;
}

function textNode(scalar: Scalar, source: string, start: number, end: number): YamlText {
  // The schema makes every scalar a text.
  const text = typeof scalar.value === 'string' ? scalar.value : '';
  let offsets: readonly number[] | undefined;
  const offsetOf = (index: number): number => {
    offsets ??= offsetsOf(text, source, contentStart(scalar, source, start), end, quoteOf(scalar));
    return offsets[index] ?? (text.length === 0 ? start : (offsets.at(-1) ?? start) + 1);
  };
  return { kind: 'text', text, start, end, offsetOf };
}

interface Conversion {
  readonly report: Report;
  readonly base: number;
}

function emptyText(at: number): YamlText {
  return { kind: 'text', text: '', start: at, end: at, offsetOf: () => at };
}

function convert(conversion: Conversion, node: unknown, near: number, depth: number): YamlNode {
  const { report, base } = conversion;
  const range = (node as Node | null)?.range;
  const start = range ? range[0] + base : near;
  const end = range ? range[1] + base : near;
  if (depth > deepest) {
    report.add('yaml-too-deep', start, end);
    return emptyText(start);
  }
  if (isAlias(node) || hasAnchorOrTag(node)) {
    report.add('yaml-alias', start, end);
    return emptyText(start);
  }
  if (isScalar(node)) return textNode(node, report.source.text, start, end);
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(conversion, item, start, depth + 1));
    return { kind: 'list', items, start, end };
  }
  if (isMap(node)) {
    const entries = node.items.flatMap((pair) => {
      if (!isPair(pair)) return [];
      const key = convert(conversion, pair.key, start, depth + 1);
      if (key.kind !== 'text') {
        report.add('yaml-key-not-text', key.start, key.end);
        return [];
      }
      return [{ key, value: convert(conversion, pair.value, key.end, depth + 1) }];
    });
    return { kind: 'map', entries, start, end };
  }
  return emptyText(start);
}

function hasAnchorOrTag(node: unknown): boolean {
  if (!isScalar(node) && !isSeq(node) && !isMap(node)) return false;
  return node.anchor !== undefined || node.tag !== undefined;
}

/** The library's message on its first line, without its drawing. */
const firstLine = (message: string): string => message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';

/**
 * Reads the YAML between two offsets of the source. No scalar is given a type here (`no`, `012` and `2025-01-01` stay
 * as written), anchors and tags are refused, and every fault is reported at its place. Never throws.
 */
export function readYaml(report: Report, start: number, end: number): YamlNode | undefined {
  const text = report.source.text.slice(start, end);
  try {
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: new LineCounter(), prettyErrors: true });
    for (const error of document.errors.slice(0, mostFaults)) {
      const [from, to] = error.pos;
      const code = error.code === 'DUPLICATE_KEY' ? 'yaml-duplicate-key' : 'yaml-syntax';
      report.add(code, start + from, start + Math.max(to, from), { values: { message: firstLine(error.message) } });
    }
    if (document.contents === null) return emptyText(start);
    return convert({ report, base: start }, document.contents, start, 0);
  } catch (error) {
    // The library walks nested collections by recursion: a hostile text may exhaust the stack before our own limit.
    if (!(error instanceof RangeError)) throw error;
    report.add('yaml-too-deep', start, start);
    return undefined;
  }
}
