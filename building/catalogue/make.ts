import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { derived } from './derived.ts';
import type { Tree, Written } from './room.ts';

const isDerived = (language: string): boolean => derived.some((one) => one.language === language);

const notOurs = new Set(['node_modules', 'dist', 'built', 'coverage']);
/** The languages of the house are those that this room has files for. */
const roomOfLanguages = 'values/words';

function wordsFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name.startsWith('.') || notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.name === 'words' ? [path] : wordsFolders(path);
  });
}

/** The languages that a room has files for. */
const languagesOf = (room: string): readonly string[] =>
  readdirSync(room).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []));

/**
 * Makes the modules of every room's words, in `words/made/` beside its JSON. A room whose files have not changed is left alone, and then no
 * library is loaded.
 * @throws Error that names every fault of every room
 */
export async function makeWords(root: string): Promise<void> {
  const own = languagesOf(join(root, roomOfLanguages)).filter((language) => !isDerived(language));
  const languages = [...own, ...derived.map(({ language }) => language)].sort(firstChinese);
  const maker = digestOf(
    readdirSync(import.meta.dirname).map((name) => join(import.meta.dirname, name)),
    languages,
  );
  const faults: string[] = [];
  for (const room of wordsFolders(root)) {
    const files = languagesOf(room).map((language) => join(room, `${language}.json`));
    // A room that moved leaves what was made of it behind.
    if (files.length === 0) rmSync(join(room, 'made'), { recursive: true, force: true });
    else faults.push(...(await makeRoom(root, room, languages, digestOf(files, [maker]))));
  }
  if (faults.length > 0)
    throw new Error(`The words are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}

const firstChinese = (one: string, other: string): number =>
  Number(other === 'zh-CN') - Number(one === 'zh-CN') || (one < other ? -1 : 1);

function digestOf(files: readonly string[], more: readonly string[]): string {
  const hash = createHash('sha256').update(more.join());
  for (const file of files.filter((name) => /\.(ts|json)$/.test(name)).sort()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

async function makeRoom(
  root: string,
  room: string,
  languages: readonly string[],
  digest: string,
): Promise<readonly string[]> {
  const made = join(room, 'made');
  const heading = `// Made from the JSON beside this folder (npm run words); change that. ${digest}\n`;
  const typesFile = join(made, 'words.ts');
  if (existsSync(typesFile) && readFileSync(typesFile, 'utf8').startsWith(heading)) return [];
  const { moduleOf, shapeOf, typeOf } = await import('./room.ts');
  const faults: string[] = [];
  const trees = await readRoom(room, languages, faults);
  const shape = shapeOf(trees, faults);
  if (faults.length > 0) return faults.map((fault) => `${relative(root, room)}: ${fault}`);
  const modules = new Map<string, string>(
    [...trees].map(([language, tree]) => [`${language}.ts`, moduleOf(language, tree, shape)] as const),
  );
  if (relative(root, room) === roomOfLanguages) modules.set('languages.ts', languagesModule(languages));
  modules.set('all.ts', allModule(languages)).set('load.ts', loadModule(languages));
  // Last: its heading says that the others are there.
  modules.set('words.ts', `export interface Words ${typeOf(shape)}\n`);
  mkdirSync(made, { recursive: true });
  for (const name of readdirSync(made)) if (!modules.has(name)) rmSync(join(made, name), { force: true });
  for (const [name, text] of modules) writeWhole(join(made, name), heading + text);
  return [];
}

async function readRoom(
  room: string,
  languages: readonly string[],
  faults: string[],
): Promise<ReadonlyMap<string, Tree>> {
  const { mapTree, overlaid, readTree } = await import('./room.ts');
  const { withLiterals } = await import('./message.ts');
  const { traditional } = await import('./traditional.ts');
  const read = (language: string): Tree | undefined => {
    const file = join(room, `${language}.json`);
    return existsSync(file) ? readTree(JSON.parse(readFileSync(file, 'utf8')) as Written, faults) : undefined;
  };
  const trees = new Map<string, Tree>();
  for (const language of languages.filter((one) => !isDerived(one))) {
    const tree = read(language);
    if (tree === undefined) faults.push(`there is no ${language}.json`);
    else trees.set(language, tree);
  }
  for (const { language, from } of derived) {
    const source = trees.get(from);
    if (source === undefined) continue;
    const tree = mapTree(source, (message) => withLiterals(message, traditional));
    const differently = read(language);
    trees.set(language, differently === undefined ? tree : overlaid(tree, differently, faults));
  }
  for (const language of languagesOf(room))
    if (!languages.includes(language)) faults.push(`${language}.json: the house has no such language`);
  return trees;
}

const languagesModule = (languages: readonly string[]): string =>
  `export const languages = ${JSON.stringify(languages)} as const;\n`;

/** For the server and the command line: every language. */
const allModule = (languages: readonly string[]): string =>
  languages.map((language, i) => `import { words as w${i} } from './${language}.ts';\n`).join('') +
  `import type { Words } from './words.ts';\n\n` +
  `type Language = ${languages.map((language) => `'${language}'`).join(' | ')};\n` +
  `export const words: Readonly<Record<Language, Words>> = { ${languages.map((language, i) => `'${language}': w${i}`).join(', ')} };\n` +
  `export const wordsIn = (language: Language): Words => words[language];\n`;

/** For the browser: each language by itself, when it is wanted. */
const loadModule = (languages: readonly string[]): string =>
  `export const load = { ${languages.map((language) => `'${language}': () => import('./${language}.ts')`).join(', ')} };\n`;

/** Two processes may make the same words at once; nobody reads half a file. */
function writeWhole(file: string, text: string): void {
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, text);
  renameSync(fresh, file);
}

if (import.meta.main) await makeWords(join(import.meta.dirname, '../..'));
