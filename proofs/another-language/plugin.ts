import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { makeWords } from '../../building/catalogue/make.ts';
import type { Written } from '../../building/catalogue/room.ts';
import { ownName, pseudo, pseudoWords } from './pseudo.ts';

const root = join(import.meta.dirname, '../..');
const made = `${sep}words${sep}made${sep}`;

/** Every room's files beside those of the invented language, and what the house itself makes of them. */
async function houseWithLanguage(): Promise<string> {
  const house = mkdtempSync(join(tmpdir(), 'huijia-language-'));
  process.once('exit', () => rmSync(house, { recursive: true, force: true }));
  const exclude = (name: string): boolean => ['node_modules', 'built', 'dist'].includes(name);
  for (const file of globSync('**/words/*.json', { cwd: root, exclude })) {
    cpSync(join(root, file), join(house, file));
    if (!file.endsWith(`${sep}en.json`)) continue;
    const written = JSON.parse(readFileSync(join(root, file), 'utf8')) as Written;
    const words = dirname(file) === join('values', 'words') ? ownName : pseudoWords(written);
    writeFileSync(join(house, dirname(file), `${pseudo}.json`), JSON.stringify(words));
  }
  await makeWords(house);
  return house;
}

/** Loads the words of a house that differs from this one by one language's files and nothing else. */
export function oneLanguageMore(): Plugin {
  let house: Promise<string> | undefined;
  return {
    name: 'one-language-more',
    enforce: 'pre',
    resolveId(source, importer) {
      // No file is there: neither as one module names it, nor below the root, as Vite names it afterwards.
      if (!source.endsWith(`${pseudo}.ts`)) return undefined;
      if (source.startsWith('.')) return importer === undefined ? undefined : join(dirname(importer), source);
      return source.startsWith(root) ? source : join(root, source);
    },
    async load(id) {
      const [file = ''] = id.split('?');
      if (!file.startsWith(root) || !file.includes(made)) return undefined;
      house ??= houseWithLanguage();
      return readFileSync(join(await house, relative(root, file)), 'utf8');
    },
  };
}
