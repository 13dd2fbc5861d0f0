import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { makeWords } from '../../building/catalogue/make.ts';

const root = join(import.meta.dirname, '../..');
await makeWords(root);

const isRandom = (file: string): boolean => readFileSync(join(root, file), 'utf8').includes("'fast-check'");
const tests = globSync('**/*.test.ts', { cwd: root, exclude: ['node_modules', 'built', 'dist', '.*'] });

/** What `npm run nightly` runs with vitest: `random`, tests with random input for longer; `large`, what takes too long by day. */
export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['building/compiled/test-setup.ts', 'building/database/test-server.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'random', include: tests.filter(isRandom), setupFiles: ['proofs/nightly/more-runs.ts'] },
      },
      { extends: true, test: { name: 'large', include: ['**/*.nightly.ts'], exclude: ['**/node_modules/**'] } },
    ],
  },
});
