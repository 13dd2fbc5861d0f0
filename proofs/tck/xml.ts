import { readFile } from 'node:fs/promises';
import { XmlDocument, XmlElement, XmlParseError } from 'libxml2-wasm';

/** An element of a file of the kit, its namespaces left out: both schemas use each name for one thing. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** All text within, as written. */
  readonly text: string;
}

/** A file of the kit that can't be used; the message is one sentence that names it and the line. */
export class UnreadableFile extends Error {}

function elementOf(node: XmlElement): Element {
  const children: Element[] = [];
  for (let child = node.firstChild; child !== null; child = child.next)
    if (child instanceof XmlElement) children.push(elementOf(child));
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  return { name: node.name, attributes, children, text: node.content };
}

/** Reads a file whose outermost element is `root`. Throws {@link UnreadableFile}. */
export async function readXml(file: string, root: string): Promise<Element> {
  const document = parsed(file, await readFile(file));
  try {
    const found = elementOf(document.root);
    if (found.name === root) return found;
    throw new UnreadableFile(`${file} is no file of the kit: it holds <${found.name}>, not <${root}>.`);
  } finally {
    document.dispose();
  }
}

function parsed(file: string, bytes: Uint8Array): XmlDocument {
  try {
    return XmlDocument.fromBuffer(bytes);
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    const line = error.details[0]?.line;
    const where = line === undefined ? '' : `, line ${line}`;
    throw new UnreadableFile(`${file}${where}: this is not XML (${error.message.trim()}).`, { cause: error });
  }
}

export function childrenNamed(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name);
}

export function childNamed(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}
