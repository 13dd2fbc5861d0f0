import { argumentsOf, type Argument, type Message, narrower, readMessage, Shared, templateOf } from './message.ts';

/** The words of a room as its JSON files hold them: messages, groups of them, and rows. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written };

/** The words of a room, read. */
export type Tree =
  | { readonly kind: 'message'; readonly message: Message; readonly text: string }
  | { readonly kind: 'group'; readonly isRow: boolean; readonly entries: ReadonlyMap<string, Tree> };

/** Reads a room's words; faults are told by the way to the message. */
export function readTree(written: Written, faults: string[], at: readonly string[] = []): Tree {
  if (typeof written === 'string') return { kind: 'message', message: readOr(written, faults, at), text: written };
  const entries = Object.entries(written as Record<string, Written>).map(
    ([key, value]) => [key, readTree(value, faults, [...at, key])] as const,
  );
  return { kind: 'group', isRow: Array.isArray(written), entries: new Map(entries) };
}

function readOr(text: string, faults: string[], at: readonly string[]): Message {
  try {
    return readMessage(text);
  } catch (error) {
    faults.push(`${at.join('.')}: ${error instanceof Error ? error.message : String(error)} in “${text}”`);
    return [];
  }
}

/** One tree with each message put through `change`: a derived language, the pseudo-language. */
export function mapTree(tree: Tree, change: (message: Message) => Message): Tree {
  if (tree.kind === 'message') return { ...tree, message: change(tree.message) };
  return { ...tree, entries: new Map([...tree.entries].map(([key, value]) => [key, mapTree(value, change)])) };
}

/** The tree with what `own` has of its own in place of what was derived. */
export function overlaid(tree: Tree, own: Tree, faults: string[], at: readonly string[] = []): Tree {
  if (tree.kind === 'message' || own.kind === 'message') return own;
  for (const key of own.entries.keys())
    if (!tree.entries.has(key)) faults.push(`${[...at, key].join('.')}: there is no such message to word differently`);
  const entries = [...tree.entries].map(([key, value]) => {
    const other = own.entries.get(key);
    return [key, other === undefined ? value : overlaid(value, other, faults, [...at, key])] as const;
  });
  return { ...tree, entries: new Map(entries) };
}

/** What the languages have in common: every key, and what each message is filled with. */
export type Shape =
  | { readonly kind: 'message'; readonly filledWith: ReadonlyMap<string, Argument>; readonly texts: readonly string[] }
  | { readonly kind: 'group'; readonly isRow: boolean; readonly entries: ReadonlyMap<string, Shape> };

/** The shape of all languages. Where they differ, a fault says which language lacks what. */
export function shapeOf(trees: ReadonlyMap<string, Tree>, faults: string[], at: readonly string[] = []): Shape {
  const [first] = trees.values();
  if (first?.kind === 'group') return groupShape(trees, first.isRow, faults, at);
  const told = [...trees].map(([language, tree]) => {
    if (tree.kind === 'group') faults.push(`${at.join('.')}: ${language} has a group where others have a message`);
    return [language, tree.kind === 'message' ? argumentsOf(tree.message) : new Map<string, Argument>()] as const;
  });
  const filledWith = new Map<string, Argument>();
  for (const [, given] of told)
    for (const [name, argument] of given) {
      const before = filledWith.get(name);
      filledWith.set(name, before === undefined ? argument : narrower(before, argument));
    }
  for (const [name, { chooses, type }] of filledWith)
    for (const [language, given] of told) {
      const own = given.get(name);
      if (own === undefined && !chooses) faults.push(`${at.join('.')}: ${language} does not say {${name}}`);
      if (own?.chooses === true && chooses && optionsOf(own.type) !== optionsOf(type))
        faults.push(`${at.join('.')}: ${language} chooses by {${name}} among ${own.type}, others among ${type}`);
    }
  const texts = [...trees.values()].flatMap((tree) => (tree.kind === 'message' ? [tree.text] : []));
  return { kind: 'message', filledWith, texts };
}

const optionsOf = (type: string): string => type.split(' | ').sort().join();

function groupShape(trees: ReadonlyMap<string, Tree>, isRow: boolean, faults: string[], at: readonly string[]): Shape {
  const groups = [...trees].map(([language, tree]) => {
    if (tree.kind === 'message') faults.push(`${at.join('.')}: ${language} has a message where others have a group`);
    return [language, tree.kind === 'group' ? tree.entries : new Map<string, Tree>()] as const;
  });
  const keys = new Set(groups.flatMap(([, entries]) => [...entries.keys()]));
  const entries = [...keys].map((key) => {
    const values = groups.flatMap(([language, own]) => {
      const value = own.get(key);
      if (value === undefined) faults.push(`${[...at, key].join('.')}: ${language} lacks it`);
      return value === undefined ? [] : [[language, value] as const];
    });
    return [key, shapeOf(new Map(values), faults, [...at, key])] as const;
  });
  return { kind: 'group', isRow, entries: new Map(entries) };
}

const named = (key: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key.replaceAll("'", String.raw`\'`)}'`;

/** The TypeScript type of a room's words. Each message shows its texts to whoever uses it. */
export function typeOf(shape: Shape): string {
  if (shape.kind === 'message') {
    if (shape.filledWith.size === 0) return 'string';
    const given = [...shape.filledWith].map(([name, { type }]) => `readonly ${name}: ${type}`);
    return `(a: { ${given.join('; ')} }) => string`;
  }
  const entries = [...shape.entries];
  if (shape.isRow) return `readonly [${entries.map(([, value]) => typeOf(value)).join(', ')}]`;
  return `{\n${entries.map(([key, value]) => `${textsOf(value)}readonly ${named(key)}: ${typeOf(value)};\n`).join('')}}`;
}

const textsOf = (shape: Shape): string =>
  shape.kind === 'group' ? '' : `/** ${shape.texts.join(' · ').replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n`;

/** The words of one language as a TypeScript module. */
export function moduleOf(language: string, tree: Tree, shape: Shape): string {
  const shared = new Shared(language);
  const words = valueOf(tree, shape, shared);
  return `import type { Words } from './words.ts';\n\n${shared.declarations}\nexport const words: Words = ${words};\n`;
}

function valueOf(tree: Tree, shape: Shape, shared: Shared): string {
  if (tree.kind === 'message') {
    const isFunction = shape.kind === 'message' && shape.filledWith.size > 0;
    const template = templateOf(tree.message, shared);
    return isFunction ? `(${template.includes('a.') ? 'a' : ''}) => ${template}` : template;
  }
  const of = (key: string): Shape => (shape.kind === 'group' ? shape.entries.get(key) : undefined) ?? shape;
  const values = [...tree.entries].map(([key, value]) => [key, valueOf(value, of(key), shared)] as const);
  if (tree.isRow) return `[${values.map(([, value]) => value).join(', ')}]`;
  return `{\n${values.map(([key, value]) => `${named(key)}: ${value},\n`).join('')}}`;
}
