import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfSources } from './source-digest.ts';

/** What became of the compiled tree: it was as the sources are, it was made anew, or it can't be made. */
export type Freshened =
  | { readonly kind: 'fresh' | 'compiled' }
  /** Installed without TypeScript, yet the sources are no longer those that were compiled. */
  | { readonly kind: 'no-compiler' }
  | { readonly kind: 'refused'; readonly said: string };

/** Beside the compiled modules: the digest of the sources that they were made of. */
const madeFrom = 'made-from';

/**
 * Makes the words, compiles the checkout's sources to `built/` and joins its programs there, unless the sources are those that it was made
 * of.
 */
export function freshen(root: string): Freshened {
  const built = join(root, 'built');
  const digest = digestOfSources(root);
  if (digestIn(built) === digest) return { kind: 'fresh' };
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  if (!existsSync(compiler)) return { kind: 'no-compiler' };
  // As deep as its place, so that the maps of the sources still lead there.
  const fresh = join(root, `built-${process.pid}`);
  try {
    const said =
      faultOf(root, 'building/catalogue/make.ts') ??
      faultOf(root, compiler, '-p', 'tsconfig.built.json', '--outDir', fresh) ??
      faultOf(root, 'building/compiled/bundle.ts', fresh);
    if (said !== undefined) return { kind: 'refused', said };
    writeFileSync(join(fresh, madeFrom), digest);
    putInPlace(fresh, built, digest);
    return { kind: 'compiled' };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Runs a program; what it said when it failed. */
function faultOf(root: string, ...program: readonly string[]): string | undefined {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8' });
  return status === 0 ? undefined : (error?.message ?? `${stdout}${stderr}`.trim());
}

/** The digest that the tree in place was made from; undefined without a tree. */
function digestIn(built: string): string | undefined {
  const file = join(built, madeFrom);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Moved there whole: another start may be reading the tree in place, or making the same one. */
function putInPlace(fresh: string, built: string, digest: string): void {
  if (digestIn(built) === digest) return;
  const old = `${fresh}-old`;
  try {
    if (existsSync(built)) renameSync(built, old);
    renameSync(fresh, built);
  } catch (error) {
    // Somebody else was faster.
    if (digestIn(built) !== digest) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}
