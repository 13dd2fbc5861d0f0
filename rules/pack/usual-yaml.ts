import { deepest, yamlLine, type YamlList, type YamlMap, type YamlNode, type YamlText, yamlText } from './yaml-node.ts';

// Reads what nearly all packs are written in, ten times sooner than the library, which first has to be compiled by the machine. It knows
// no fault: whatever it does not know to be right it leaves to the library, which also tells what is wrong.

/** Where the reader stands. Offsets are those of `text`; `base` is where that begins in the source. */
interface Walk {
  readonly source: string;
  readonly text: string;
  readonly base: number;
  at: number;
  /** The column at which the line begins whose content stands at `at`; -1 at the end. */
  indent: number;
  /** After the line of the last value. */
  valueEnd: number;
}

const blankLines = /(?:[ ]*\n)*([ ]*)/y;
const blanks = /[ ]*/y;
const keyPattern = /(\w[\w.-]*):(?:[ ]+|(?=\n))/y;
const itemPattern = /-[ ]+(?=[^ \n])/y;
const flowKeyPattern = /(\w[\w.-]*):[ ]+/y;
const doubleQuoted = /"[^"\\\n\t]*"/y;
const singleQuoted = /'[^'\n\t]*'/y;
const plainLine = /(?:-(?=\d)|[^\s\-?:,[\]{}#&*!|>'"%@`])[^\n\t]*/y;
const plainInFlow = /(?:-(?=\d)|[^\s\-?:,[\]{}#&*!|>'"%@`])[^,[\]{}\n\t:#]*/y;
const blockHeader = /([>|])(-?)[ ]*\n/y;
const firstIndent = /[ ]+(?=[^ \n])/y;
const commentBelow = /(?:[ ]*\n)*([ ]*)#/y;
const wholeLine = /[^\n]*/y;

/** What the pattern finds where the walk stands; the walk goes on behind it. */
function take(walk: Walk, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = walk.at;
  const found = pattern.exec(walk.text);
  if (found === null) return undefined;
  walk.at = pattern.lastIndex;
  return found;
}

/** To the next line with something on it. Comments stand as far in as what follows them; any other makes the indentation infinite. */
function toContent(walk: Walk): void {
  let odd = false;
  let comment: number | undefined;
  for (;;) {
    const column = take(walk, blankLines)?.[1]?.length ?? 0;
    odd ||= comment !== undefined && comment !== (walk.at === walk.text.length ? 0 : column);
    walk.indent = odd ? Infinity : walk.at === walk.text.length ? -1 : column;
    if (walk.text[walk.at] !== '#') return;
    comment = column;
    take(walk, wholeLine);
  }
}

function line(walk: Walk, text: string, start: number, quotes: 0 | 1): YamlText {
  const from = walk.base + start;
  return yamlLine(text, from, from + text.length + 2 * quotes, from + quotes);
}

function quoted(walk: Walk, pattern: RegExp): YamlText | undefined {
  const start = walk.at;
  const found = take(walk, pattern);
  return found && line(walk, found[0].slice(1, -1), start, 1);
}

function plain(walk: Walk, pattern: RegExp): YamlText | undefined {
  const start = walk.at;
  const text = take(walk, pattern)?.[0].replace(/[ ]+$/, '');
  if (text === undefined || text.includes(': ') || text.includes(' #') || text.endsWith(':')) return undefined;
  return line(walk, text, start, 0);
}

function flowValue(walk: Walk, depth: number): YamlNode | undefined {
  const mark = walk.text[walk.at];
  if (mark === '"') return quoted(walk, doubleQuoted);
  if (mark === "'") return quoted(walk, singleQuoted);
  if (mark === '{') return flowMap(walk, depth);
  return mark === '[' ? flowList(walk, depth) : plain(walk, plainInFlow);
}

/** After an entry between brackets: whether another follows. Undefined where neither a comma nor the closing bracket stands. */
function another(walk: Walk, closing: ']' | '}'): boolean | undefined {
  take(walk, blanks);
  const mark = walk.text[walk.at];
  walk.at += 1;
  if (mark === closing) return false;
  if (mark !== ',') return undefined;
  take(walk, blanks);
  return true;
}

/** The first sign inside the brackets; whether nothing stands in them. */
function isEmpty(walk: Walk, closing: ']' | '}'): boolean {
  walk.at += 1;
  take(walk, blanks);
  if (walk.text[walk.at] !== closing) return false;
  walk.at += 1;
  return true;
}

function flowMap(walk: Walk, depth: number): YamlMap | undefined {
  const start = walk.base + walk.at;
  const entries: { key: YamlText; value: YamlNode }[] = [];
  const keys = new Set<string>();
  for (let more: boolean | undefined = !isEmpty(walk, '}'); more;) {
    const at = walk.at;
    const key = take(walk, flowKeyPattern)?.[1];
    const value = key === undefined || depth >= deepest || keys.has(key) ? undefined : flowValue(walk, depth + 1);
    more = another(walk, '}');
    if (key === undefined || value === undefined || more === undefined) return undefined;
    keys.add(key);
    entries.push({ key: line(walk, key, at, 0), value });
  }
  return { kind: 'map', entries, start, end: walk.base + walk.at };
}

function flowList(walk: Walk, depth: number): YamlList | undefined {
  const start = walk.base + walk.at;
  const items: YamlNode[] = [];
  for (let more: boolean | undefined = !isEmpty(walk, ']'); more;) {
    const value = depth >= deepest ? undefined : flowValue(walk, depth + 1);
    more = another(walk, ']');
    if (value === undefined || more === undefined) return undefined;
    items.push(value);
  }
  return { kind: 'list', items, start, end: walk.base + walk.at };
}

/** `>-` and `|` with lines of one indentation and no blank one among them. */
function blockText(walk: Walk, indent: number): YamlText | undefined {
  const start = walk.at;
  const [, style, strip] = take(walk, blockHeader) ?? [];
  const contentStart = walk.at;
  const margin = take(walk, firstIndent)?.[0] ?? '';
  if (style === undefined || margin.length <= indent) return undefined;
  const lines: string[] = [];
  for (;;) {
    const text = take(walk, wholeLine)?.[0] ?? '';
    if (/^[ ]|[ \t]$|\t/.test(text)) return undefined;
    lines.push(text);
    if (walk.text[walk.at] !== '\n') break;
    walk.at += 1;
    const next = walk.text.startsWith(margin, walk.at) ? walk.text[walk.at + margin.length] : '\n';
    if (next === '\n' || next === undefined) break;
    walk.at += margin.length;
  }
  const closed = walk.text[walk.at - 1] === '\n';
  walk.valueEnd = walk.at;
  // After a blank line, what looks like a comment may be one of the text's own lines.
  const comment = take(walk, commentBelow)?.[1] ?? '';
  walk.at = walk.valueEnd;
  toContent(walk);
  if ((strip === '' && !closed) || walk.indent > indent || comment.length > indent) return undefined;
  const text = lines.join(style === '>' ? ' ' : '\n') + (strip === '' ? '\n' : '');
  const written = { source: walk.source, contentStart: walk.base + contentStart, quote: '' } as const;
  return yamlText(text, walk.base + start, walk.base + walk.valueEnd, written);
}

/** A value on the line of its key or dash. What belongs to it may not go on below: lines that stand further in. */
function lineValue(walk: Walk, indent: number, depth: number): YamlNode | undefined {
  const mark = walk.text[walk.at];
  if (mark === '>' || mark === '|') return blockText(walk, indent);
  const isFlow = mark === '{' || mark === '[' || mark === '"' || mark === "'";
  const value = isFlow ? flowValue(walk, depth) : plain(walk, plainLine);
  take(walk, blanks);
  if (value === undefined || (walk.at < walk.text.length && walk.text[walk.at] !== '\n')) return undefined;
  walk.valueEnd = Math.min(walk.at + 1, walk.text.length);
  toContent(walk);
  return walk.indent > indent ? undefined : value;
}

/** A value on lines of its own, further in than its key. */
function valueBelow(walk: Walk, indent: number, depth: number): YamlNode | undefined {
  toContent(walk);
  return walk.indent > indent ? block(walk, depth) : undefined;
}

function blockMap(walk: Walk, indent: number, depth: number): YamlMap | undefined {
  const start = walk.base + walk.at;
  const entries: { key: YamlText; value: YamlNode }[] = [];
  const keys = new Set<string>();
  while (walk.indent === indent) {
    const at = walk.at;
    const key = take(walk, keyPattern)?.[1];
    if (key === undefined || keys.has(key) || depth >= deepest) return undefined;
    const below = walk.text[walk.at] === '\n';
    const value = below ? valueBelow(walk, indent, depth + 1) : lineValue(walk, indent, depth + 1);
    if (value === undefined) return undefined;
    keys.add(key);
    entries.push({ key: line(walk, key, at, 0), value });
  }
  return walk.indent > indent ? undefined : { kind: 'map', entries, start, end: walk.base + walk.valueEnd };
}

function blockList(walk: Walk, indent: number, depth: number): YamlList | undefined {
  const start = walk.base + walk.at;
  const items: YamlNode[] = [];
  while (walk.indent === indent) {
    const at = walk.at;
    if (depth >= deepest || take(walk, itemPattern) === undefined) return undefined;
    keyPattern.lastIndex = walk.at;
    const isMap = keyPattern.test(walk.text);
    if (isMap) walk.indent = indent + walk.at - at;
    const value = isMap ? blockMap(walk, walk.indent, depth + 1) : lineValue(walk, indent, depth + 1);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return walk.indent > indent ? undefined : { kind: 'list', items, start, end: walk.base + walk.valueEnd };
}

function block(walk: Walk, depth: number): YamlNode | undefined {
  const isList = walk.text[walk.at] === '-';
  return isList ? blockList(walk, walk.indent, depth) : blockMap(walk, walk.indent, depth);
}

/**
 * Reads the YAML between two offsets of the source if it is written as packs usually are: plain keys; values on one line, in quotes
 * without escapes or as `>` and `|`; maps and lists by indentation or between brackets on one line; comments on lines of their own.
 * Undefined for everything else, be it right or wrong. What comes out is what the library would have read, with the same places.
 */
export function readUsualYaml(source: string, start: number, end: number): YamlNode | undefined {
  const walk: Walk = { source, text: source.slice(start, end), base: start, at: 0, indent: -1, valueEnd: 0 };
  toContent(walk);
  if (walk.indent === -1) return undefined;
  const node = block(walk, 0);
  return walk.indent === -1 ? node : undefined;
}
