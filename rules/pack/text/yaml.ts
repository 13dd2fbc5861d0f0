import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import type { Report } from '../../check/tell/report.ts';
import { deepest, type YamlNode, type YamlText, yamlText } from './yaml-node.ts';

const mostFaults = 20;

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
  const quote = scalar.type === 'QUOTE_DOUBLE' ? '"' : scalar.type === 'QUOTE_SINGLE' ? "'" : '';
  return yamlText(text, start, end, { source, contentStart: contentStart(scalar, source, start), quote });
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
