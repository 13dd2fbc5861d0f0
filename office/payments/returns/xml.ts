/** An element of a read document: local name, attributes as written, its own text, and where it starts. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text directly within, blanks at both ends removed. */
  readonly text: string;
  /** Line of the file, from 1. */
  readonly line: number;
}

type NotXml = 'document-type' | 'entity' | 'not-well-formed' | 'too-deep';

export type ReadXml =
  | { readonly kind: 'document'; readonly root: XmlElement }
  | { readonly kind: 'refused'; readonly why: NotXml; readonly line: number };

interface OpenElement {
  readonly name: string;
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly line: number;
  text: string;
}

/** Thrown within this file, turned into a value at its edge. */
class Refused extends Error {
  readonly why: NotXml;
  constructor(why: NotXml) {
    super(why);
    this.why = why;
  }
}

const deepest = 40;
/** Longest tag with its attributes, in characters. */
const longestTag = 4096;
const name = String.raw`[\p{L}_][\p{L}\p{N}._-]*(?::[\p{L}_][\p{L}\p{N}._-]*)?`;
const closingTag = new RegExp(String.raw`^</(?<tag>${name})\s*>`, 'u');
const openingTag = new RegExp(
  String.raw`^<(?<tag>${name})(?<attributes>(?:\s+${name}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>/?)>`,
  'u',
);
const attribute = new RegExp(String.raw`(?<name>${name})\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')`, 'gu');
const predefined = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Reads a small, plain XML document, such as a bank's message. Document types are refused whole, and with them every entity but the five predefined
 * ones: nothing is fetched and nothing expands. The caller caps the size.
 */
export function readXml(source: string): ReadXml {
  const lines = new LineCounter(source);
  const tree = new TreeReader();
  let at = 0;
  try {
    while (at < source.length) at = takeNext(source, at, tree, lines);
    return { kind: 'document', root: tree.end() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: 'refused', why: error.why, line: lines.lineAt(Math.min(at, source.length)) };
  }
}

/** Gives the tree what stands at `at`, and returns where the next thing starts. */
function takeNext(source: string, at: number, tree: TreeReader, lines: LineCounter): number {
  if (source[at] !== '<') {
    const end = source.indexOf('<', at);
    const to = end === -1 ? source.length : end;
    tree.text(unescaped(source.slice(at, to)));
    return to;
  }
  if (source.startsWith('<!--', at)) return after('-->', source, at + 4);
  if (source.startsWith('<?', at)) return after('?>', source, at + 2);
  if (source.startsWith('<![CDATA[', at)) {
    const end = after(']]>', source, at + 9);
    tree.text(source.slice(at + 9, end - 3));
    return end;
  }
  if (source[at + 1] === '!') throw new Refused('document-type');
  return at + takeTag(source.slice(at, at + longestTag), tree, lines.lineAt(at));
}

function after(mark: string, source: string, from: number): number {
  const found = source.indexOf(mark, from);
  if (found === -1) throw new Refused('not-well-formed');
  return found + mark.length;
}

/** Gives the tree the tag that `text` starts with, and returns its length. */
function takeTag(text: string, tree: TreeReader, line: number): number {
  const closing = closingTag.exec(text);
  if (closing !== null) {
    tree.close(closing.groups?.['tag'] ?? '');
    return closing[0].length;
  }
  const opening = openingTag.exec(text);
  if (opening === null) throw new Refused('not-well-formed');
  const { tag = '', attributes = '', empty } = opening.groups ?? {};
  tree.begin(tag, attributesOf(attributes), line);
  if (empty === '/') tree.close(tag);
  return opening[0].length;
}

/** Builds the tree from tags and texts in order. */
class TreeReader {
  private readonly open: OpenElement[] = [];
  private root: XmlElement | undefined;

  begin(tag: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (this.open.length >= deepest) throw new Refused('too-deep');
    if (this.root !== undefined) throw new Refused('not-well-formed');
    this.open.push({ name: localName(tag), tag, attributes, children: [], line, text: '' });
  }

  close(tag: string): void {
    const last = this.open.pop();
    if (last?.tag !== tag) throw new Refused('not-well-formed');
    const { name, attributes, children, line, text } = last;
    const closed: XmlElement = { name, attributes, children, line, text: text.trim() };
    const parent = this.open.at(-1);
    if (parent === undefined) this.root = closed;
    else parent.children.push(closed);
  }

  text(text: string): void {
    const parent = this.open.at(-1);
    if (parent !== undefined) parent.text += text;
    else if (text.replace('\uFEFF', '').trim() !== '') throw new Refused('not-well-formed');
  }

  end(): XmlElement {
    if (this.root === undefined || this.open.length > 0) throw new Refused('not-well-formed');
    return this.root;
  }
}

/** Lines counted forward only: positions are asked in order. */
class LineCounter {
  private readonly source: string;
  private line = 1;
  private counted = 0;
  constructor(source: string) {
    this.source = source;
  }

  lineAt(position: number): number {
    for (let next = this.source.indexOf('\n', this.counted); next !== -1 && next < position;) {
      this.line += 1;
      this.counted = next + 1;
      next = this.source.indexOf('\n', this.counted);
    }
    return this.line;
  }
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { groups = {} } of text.matchAll(attribute)) {
    const key = groups['name'] ?? '';
    if (found.has(key)) throw new Refused('not-well-formed');
    found.set(key, unescaped(groups['double'] ?? groups['single'] ?? ''));
  }
  return found;
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x(?<hex>[0-9a-f]{1,6})|#(?<decimal>\d{1,7})|(?<named>\w+));|&/gi, (_, ...rest) => {
    const { hex, decimal, named } = rest.at(-1) as Record<string, string | undefined>;
    const code = hex === undefined ? (decimal === undefined ? undefined : Number(decimal)) : Number.parseInt(hex, 16);
    if (code !== undefined && isCharacter(code)) return String.fromCodePoint(code);
    const meant = predefined.get(named ?? '');
    if (meant === undefined) throw new Refused('entity');
    return meant;
  });
}

/** XML 1.0, production 2. */
function isCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** The first child of that name, or further down a path of names. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const step of path) found = found?.children.find((child) => child.name === step);
  return found;
}

/** All children of that name. */
export function childrenOf(element: XmlElement | undefined, wanted: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === wanted) ?? [];
}
