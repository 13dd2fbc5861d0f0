import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold no source: what is installed, what is made, what is hidden. */
const notSources = /^(?:node_modules|dist|coverage|built|built-.*|made|\..*)$/;
const source = /(?<!\.test|\.journey|\.nightly|\.d)\.tsx?$/;
/** Of JSON: what the sources are compiled by, the packages that programs are joined with, and the words that modules are made of. */
const alsoSource = /^(?:tsconfig[^/]*|package-lock)\.json$|\/words\/[^/]+\.json$/;

/** Paths of all sources below the root but tests, in order. */
function sourcesOf(root: string): readonly string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return notSources.test(entry.name) ? [] : below(path);
      return source.test(entry.name) || alsoSource.test(path) ? [path] : [];
    });
  return below('').toSorted();
}

/**
 * Tells whether sources are the same as they were: by their names and texts, never by times, which a copy or a checkout changes. Some 30
 * ms.
 */
export function digestOfSources(root: string): string {
  const digest = createHash('sha256');
  for (const path of sourcesOf(root))
    digest
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return digest.digest('hex');
}
