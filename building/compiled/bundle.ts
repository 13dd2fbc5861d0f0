import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type InputOptions, type Plugin, rolldown } from 'rolldown';

/** The programs that people start again and again. */
const programs = ['doors/start', 'doors/worker/start', 'doors/cli/main'];

/** Packages with parts that only their own folder has: read from there, as ever. */
const apart = ['sharp', '@duckdb/node-api', 'libheif-js', 'pg-native'];

/** Below the compiled tree, one deep: `../x.js` of a bundle is `x.js` of the tree. */
const folder = 'bundled';

/**
 * Joins the programs of a compiled tree, each with all that it loads: some 1,600 files are found and read in a fraction of the time.
 * Threads still begin with their own module of the tree.
 */
async function bundle(tree: string): Promise<void> {
  const input = Object.fromEntries(
    programs.map((name) => [name, join(tree, `${name}.js`)]).filter(([, file]) => existsSync(file ?? '')),
  ) as Record<string, string>;
  if (Object.keys(input).length === 0) return;
  const options: InputOptions = {
    input,
    platform: 'node',
    // A module as such, where a package has one: what asks for its parts while it runs (jsonc-parser's other form) can't be joined.
    resolve: { mainFields: ['module', 'main'] },
    external: (id) => apart.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [asInTheTree(tree)],
    logLevel: 'silent',
  };
  const joined = await rolldown(options);
  await joined.write({
    dir: join(tree, folder),
    format: 'esm',
    sourcemap: true,
    entryFileNames: ({ name }) => `${name.replaceAll('/', '-')}.js`,
    chunkFileNames: '[name]-[hash].js',
  });
  await joined.close();
}

/**
 * A module of the house knows its own place in the tree, and its lines are those that somebody wrote. Those of packages are not looked for.
 */
function asInTheTree(tree: string): Plugin {
  return {
    name: 'as-in-the-tree',
    load(id) {
      if (!id.startsWith(tree + sep))
        return /\.[cm]?js$/.test(id) ? { code: readFileSync(id, 'utf8'), map: { mappings: '' } } : null;
      const place = JSON.stringify(`../${relative(tree, id).split(sep).join('/')}`);
      const code = readFileSync(id, 'utf8')
        .replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`)
        .replaceAll('import.meta.dirname', `new URL('.', new URL(${place}, import.meta.url)).pathname`);
      return { code, map: readFileSync(`${id}.map`, 'utf8') };
    },
  };
}

const [, , tree] = process.argv;
if (import.meta.main && tree !== undefined) await bundle(realpathSync(tree));
