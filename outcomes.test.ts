import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { parseSync } from 'vite';

/**
 * No outcome is dropped. A call stands for itself as a statement only if what it returns can't turn out in more than one way: no union, no
 * boolean. A change in the database that may meet no row says how many it must meet (building/database/changes.ts).
 */

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface Source {
  readonly text: string;
  readonly body: readonly Node[];
  /** Declared return types of its functions, and its type aliases, by name. */
  readonly returns: Map<string, Returned>;
  readonly aliases: Map<string, Node>;
  /** Local name → file and name there; `*` for a whole module. */
  readonly imports: Map<string, readonly [file: string, name: string]>;
}

interface Returned {
  readonly type: Node;
  /** The function's own type parameters: what it returns is its callback's. */
  readonly open: readonly string[];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nameOf = (value: unknown): string => (isNode(value) && typeof value['name'] === 'string' ? value['name'] : '');
const partsOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);
const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

function read(file: string, text: string): Source {
  const body = listOf(parseSync(file, text).program.body);
  const source: Source = { text, body, returns: new Map(), aliases: new Map(), imports: new Map() };
  for (const statement of body) {
    const declared = isNode(statement['declaration']) ? statement['declaration'] : statement;
    if (declared.type === 'ImportDeclaration') addImports(source, file, declared);
    if (declared.type === 'TSTypeAliasDeclaration' && isNode(declared['typeAnnotation']))
      source.aliases.set(nameOf(declared['id']), declared['typeAnnotation']);
    if (declared.type === 'FunctionDeclaration') addReturn(source, nameOf(declared['id']), declared);
    for (const one of listOf(declared['declarations']))
      if (isNode(one['init'])) addReturn(source, nameOf(one['id']), one['init']);
  }
  return source;
}

function addImports({ imports }: Source, file: string, declared: Node): void {
  const from = isNode(declared['source']) ? declared['source']['value'] : undefined;
  if (typeof from !== 'string' || !from.startsWith('.')) return;
  for (const one of listOf(declared['specifiers'])) {
    const name = one.type === 'ImportNamespaceSpecifier' ? '*' : nameOf(one['imported']);
    imports.set(nameOf(one['local']), [normalize(join(dirname(file), from)), name]);
  }
}

function addReturn({ returns }: Source, name: string, made: Node): void {
  const annotation = made['returnType'];
  if (!isNode(annotation) || !isNode(annotation['typeAnnotation'])) return;
  const parameters = isNode(made['typeParameters']) ? listOf(made['typeParameters']['params']) : [];
  returns.set(name, { type: annotation['typeAnnotation'], open: parameters.map((one) => nameOf(one['name'])) });
}

/** What stands as a statement of itself in these files although it can turn out in more than one way, as sentences. */
function droppedIn(texts: ReadonlyMap<string, string>): readonly string[] {
  const sources = new Map([...texts].map(([file, text]) => [file, read(file, text)]));
  return [...sources].flatMap(([file, source]) => {
    const told: string[] = [];
    const visit = (node: Node): void => {
      if (node.type === 'ExpressionStatement' && isNode(node['expression'])) {
        const dropped = droppedBy(sources, file, node['expression']);
        const line = source.text.slice(0, node.start).split('\n').length;
        if (dropped !== undefined) told.push(`${file}:${line} drops ${dropped}`);
      }
      partsOf(node).forEach(visit);
    };
    source.body.forEach(visit);
    return told;
  });
}

type Sources = ReadonlyMap<string, Source>;

function droppedBy(sources: Sources, file: string, node: Node): string | undefined {
  const inner = node['argument'];
  if ((node.type === 'AwaitExpression' || node.type === 'UnaryExpression') && isNode(inner))
    return droppedBy(sources, file, inner);
  if (node.type !== 'CallExpression' || !isNode(node['callee'])) return undefined;
  if (isSilentChange(sources.get(file)?.text ?? '', node['callee'])) return 'how many rows a change met';
  const found = returnedBy(sources, file, node['callee']);
  if (found === undefined) return undefined;
  const { at, name, returned } = found;
  const type = withoutPromise(returned.type);
  if (returned.open.includes(nameOf(type['typeName'])))
    return listOf(node['arguments'])
      .map((one) => droppedByCallback(sources, file, one))
      .find(Boolean);
  return turnsOut(sources, at, type) ? `the outcome of ${name}` : undefined;
}

/** What a callback returns, is returned by the function that takes it. */
function droppedByCallback(sources: Sources, file: string, callback: Node): string | undefined {
  const { body } = callback;
  if (callback.type !== 'ArrowFunctionExpression' || !isNode(body)) return undefined;
  if (body.type !== 'BlockStatement') return droppedBy(sources, file, body);
  const returned: Node[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'ReturnStatement' && isNode(node['argument'])) returned.push(node['argument']);
    if (!/Function/.test(node.type)) partsOf(node).forEach(visit);
  };
  visit(body);
  return returned.map((one) => droppedBy(sources, file, one)).find(Boolean);
}

function returnedBy(sources: Sources, file: string, callee: Node) {
  const source = sources.get(file);
  const local = callee.type === 'MemberExpression' ? nameOf(callee['object']) : nameOf(callee);
  const [at, name] = source?.imports.get(local) ?? [file, local];
  const called = callee.type !== 'MemberExpression' ? name : name === '*' ? nameOf(callee['property']) : '';
  const returned = sources.get(at)?.returns.get(called);
  return returned && { at, name: called, returned };
}

function withoutPromise(type: Node): Node {
  const of = isNode(type['typeArguments']) ? listOf(type['typeArguments']['params'])[0] : undefined;
  return nameOf(type['typeName']) === 'Promise' && of !== undefined ? of : type;
}

/** Whether a type lets things turn out in more than one way: a union or a boolean, by whatever name. */
function turnsOut(sources: Sources, file: string, type: Node): boolean {
  if (type.type === 'TSUnionType' || type.type === 'TSBooleanKeyword') return true;
  const name = nameOf(type['typeName']);
  const source = sources.get(file);
  const [at, there] = source?.imports.get(name) ?? [file, name];
  const alias = sources.get(at)?.aliases.get(there);
  return alias !== undefined && turnsOut(sources, at, alias);
}

const silent =
  /\.(updateTable|deleteFrom|mergeInto)\(|\.doNothing\(|^sql.*(?:(?<!do |for )\bupdate\b|\bdelete from\b|\bdo nothing\b)/s;

/** `await trx.updateTable(…).execute()` as a statement. */
function isSilentChange(text: string, callee: Node): boolean {
  const { object, property } = callee;
  return isNode(object) && nameOf(property).startsWith('execute') && silent.test(text.slice(object.start, object.end));
}

const isTest = /\.test\.tsx?$|\/testing[^/]*\.ts$/;
const ours = globSync('{building,doors,office,registers,sample-county}/**/*.{ts,tsx}', {
  cwd: import.meta.dirname,
}).filter((file) => !isTest.test(file) && !file.includes('/node_modules/') && !file.includes('/dist/'));

test('nothing that can turn out in more than one way is dropped', () => {
  const texts = new Map(ours.map((file) => [file, readFileSync(join(import.meta.dirname, file), 'utf8')]));
  expect(texts.size).toBeGreaterThan(300);
  expect(droppedIn(texts)).toEqual([]);
});

const store = `
  export type Added = 'added' | 'there';
  export async function add(): Promise<Added> { return 'added'; }
  export async function has(): Promise<boolean> { return true; }
  export async function all(): Promise<readonly string[]> { return []; }
  export async function within<T>(work: () => Promise<T>): Promise<T> { return work(); }
  export const find = async (): Promise<string | undefined> => undefined;`;

test.each([
  ['await add();', 'the outcome of add'],
  ['void add();', 'the outcome of add'],
  ['if (1 < 2) await store.has();', 'the outcome of has'],
  ['await find();', 'the outcome of find'],
  ['await within(() => add());', 'the outcome of add'],
  ['await within(async () => { if (1 < 2) return; return store.has(); });', 'the outcome of has'],
  ["await trx.updateTable('t').set({ a: 1 }).execute();", 'how many rows a change met'],
  ["await trx.insertInto('t').values(v).onConflict((c) => c.doNothing()).execute();", 'how many rows a change met'],
  ['await sql`update t set a = 1`.execute(trx);', 'how many rows a change met'],
])('%s drops %s', (statement, dropped) => {
  const act = `import * as store from './store.ts';\nimport { add, find, within } from './store.ts';\n${statement}`;
  expect(
    droppedIn(
      new Map([
        ['a/store.ts', store],
        ['a/act.ts', act],
      ]),
    ),
  ).toEqual([`a/act.ts:3 drops ${dropped}`]);
});

test.each([
  'const added = await add();',
  'await all();',
  'await within(async () => { await all(); });',
  "if ((await add()) === 'there') throw new Error();",
  "await trx.insertInto('t').values(v).execute();",
  "await trx.insertInto('t').values(v).onConflict((c) => c.column('a').doUpdateSet(v)).execute();",
  'await sql`select a from t for update`.execute(trx);',
])('%s drops nothing', (statement) => {
  const act = `import { add, all, within } from './store.ts';\n${statement}`;
  expect(
    droppedIn(
      new Map([
        ['a/store.ts', store],
        ['a/act.ts', act],
      ]),
    ),
  ).toEqual([]);
});
