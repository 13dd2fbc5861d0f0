import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
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
    plugins: [react(), precompressed()],
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
