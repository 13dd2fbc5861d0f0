import { SaxesParser, type SaxesTagNS } from 'saxes';

/** An element of a record: local name, attributes by local name, its own text without blanks at both ends. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** One of the many alike elements that a message consists of. */
export interface XmlRecord {
  /** From 1. A bank may write all of them in one line. */
  readonly number: number;
  /** Where it starts, from 1. */
  readonly line: number;
  readonly element: XmlElement;
}

interface XmlRoot {
  readonly name: string;
  readonly namespace: string;
}

type NotXml = 'document-type' | 'not-utf-8' | 'not-well-formed' | 'too-deep';

export type ReadRecords =
  | { readonly kind: 'read'; readonly root: XmlRoot }
  | {
      readonly kind: 'refused';
      readonly why: NotXml;
      readonly line: number;
      /** Place in the line, from 1. */
      readonly character: number;
      /** The record within which it is, as far as it was read. */
      readonly within?: Pick<XmlRecord, 'number' | 'element'>;
    };

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
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
const chunkBytes = 65_536;

/**
 * Reads the records that stand at a path of local names from the root, one after the other, and hands each over. A document type is refused
 * whole, and with it every entity but the five predefined ones: nothing is fetched and nothing expands. The caller caps the size.
 */
export function readRecords(
  bytes: Uint8Array,
  path: readonly string[],
  take: (record: XmlRecord) => void,
): ReadRecords {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const tree = new RecordReader(path, take);
  parser.on('error', () => refuse('not-well-formed'));
  parser.on('doctype', () => refuse('document-type'));
  parser.on('xmldecl', ({ encoding }) => encoding !== undefined && !/^utf-8$/i.test(encoding) && refuse('not-utf-8'));
  parser.on('opentag', (tag) => tree.open(tag, parser.line));
  parser.on('closetag', () => tree.close());
  parser.on('text', (text) => tree.text(text));
  parser.on('cdata', (text) => tree.text(text));
  try {
    for (const text of decoded(bytes)) parser.write(text);
    parser.close();
    return { kind: 'read', root: tree.root };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: 'refused', why: error.why, line: parser.line, character: parser.column + 1, ...tree.within() };
  }
}

function refuse(why: NotXml): never {
  throw new Refused(why);
}

/** The text piece by piece; no byte is replaced. */
function* decoded(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at <= bytes.length; at += chunkBytes) {
    const isLast = at + chunkBytes > bytes.length;
    yield orNotUtf8(() => decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: !isLast }));
  }
}

function orNotUtf8(decode: () => string): string {
  try {
    return decode();
  } catch {
    return refuse('not-utf-8');
  }
}

/** Builds the tree of one record at a time from tags and texts in order. */
class RecordReader {
  private readonly path: readonly string[];
  private readonly take: (record: XmlRecord) => void;
  private readonly outside: string[] = [];
  private readonly record: OpenElement[] = [];
  private line = 0;
  private count = 0;
  root: XmlRoot = { name: '', namespace: '' };

  constructor(path: readonly string[], take: (record: XmlRecord) => void) {
    this.path = path;
    this.take = take;
  }

  open({ local, uri, attributes }: SaxesTagNS, line: number): void {
    if (this.outside.length + this.record.length >= deepest) refuse('too-deep');
    if (this.outside.length === 0) this.root = { name: local, namespace: uri };
    const isWithin = this.record.length > 0;
    const begins = !isWithin && [...this.outside, local].join('/') === this.path.join('/');
    if (begins) {
      this.count += 1;
      this.line = line;
    }
    if (!isWithin && !begins) this.outside.push(local);
    else {
      const named = Object.values(attributes).map(({ local, value }) => [local, value] as const);
      this.record.push({ name: local, attributes: new Map(named), children: [], text: '' });
    }
  }

  close(): void {
    const closed = this.record.pop();
    if (closed === undefined) {
      this.outside.pop();
      return;
    }
    const element = { ...closed, text: closed.text.trim() };
    const parent = this.record.at(-1);
    if (parent === undefined) this.take({ number: this.count, line: this.line, element });
    else parent.children.push(element);
  }

  text(text: string): void {
    const parent = this.record.at(-1);
    if (parent !== undefined) parent.text += text;
  }

  within(): { within?: Pick<XmlRecord, 'number' | 'element'> } {
    const [element] = this.record;
    return element === undefined ? {} : { within: { number: this.count, element } };
  }
}

/** The first child of that name, or further down a path of names. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const step of path) found = found?.children.find((child) => child.name === step);
  return found;
}
