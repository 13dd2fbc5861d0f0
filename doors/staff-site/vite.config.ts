import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { desksFound, desksFoundIn } from './desks-found.ts';
import { makeWords } from '../../building/catalogue/make.ts';

const compressible = /\.(?:js|css|svg|html)$/;

/** Beside each text file its `.br` and `.gz`, so that serving costs no compression. Fonts are compressed in themselves. */
function precompressed(): Plugin {
  return {
    name: 'huijia:precompressed',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The bundle was written nowhere');
      const names = await readdir(dir, { recursive: true });
      await Promise.all(names.filter((name) => compressible.test(name)).map((name) => compress(join(dir, name))));
    },
  };
}

const checkout = join(import.meta.dirname, '../..');
/** What shapes the site without being a module of it. */
const alsoMadeFrom = ['doors/staff-site/vite.config.ts', 'doors/staff-site/public/mark.svg', 'package-lock.json'];

/**
 * Beside the site: what of the checkout it was made from, each file with its digest, so that a start knows whether it still is the site of
 * these sources.
 */
function madeFrom(): Plugin {
  return {
    name: 'huijia:made-from',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The bundle was written nowhere');
      const modules = [...this.getModuleIds()]
        .map((id) => relative(checkout, id.replace(/\?.*$/, '')))
        .filter((path) => /^\w/.test(path) && !path.startsWith('node_modules/'))
        // What a plugin of a proof adds has no file.
        .filter((path) => existsSync(join(checkout, path)));
      const digests = [...new Set([...modules, ...alsoMadeFrom])].toSorted().map(async (path) => {
        const bytes = await readFile(join(checkout, path));
        return [path, createHash('sha256').update(bytes).digest('hex')];
      });
      const list = Object.fromEntries([
        ...(await Promise.all(digests)),
        [desksFound, desksFoundIn(checkout)],
      ]) as Record<string, string>;
      await writeFile(join(dir, '.vite/made-from.json'), JSON.stringify(list, undefined, 1));
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}

export default defineConfig(async ({ command }) => {
  await makeWords(join(import.meta.dirname, '../..'));
  // What is built is always the site that clerks get, also when a test or a benchmark (NODE_ENV=test) asks for it.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    base: '/office/',
    plugins: [
      // What React Aria says in thirty languages, less those that nobody here reads. It must look before Vite has rewritten the paths.
      { ...optimizeLocales.vite({ locales: ['zh-CN', 'zh-TW', 'en-GB', 'en-US'] }), enforce: 'pre' },
      react(),
      precompressed(),
      madeFrom(),
    ],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      // Chinese fonts come in slices; each stays a file, loaded only when a character of it is shown.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 700,
    },
    server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  };
});
