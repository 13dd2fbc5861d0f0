import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { makeWords } from './building/catalogue/make.ts';
import { oneLanguageMore } from './proofs/another-language/plugin.ts';

/** In a house with the files of one language more. */
const anotherLanguage = 'proofs/another-language/*.test.ts';
const walkInAnotherLanguage = 'proofs/another-language/*.journey.ts';
const everywhere = ['**/node_modules/**', '**/dist/**', '.data/**'];

// Threads and programs that tests begin load the sources natively: what Node made of a file is kept for the next. Some tests take less than
// half of the processor time by it.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/tests');

// Nothing is tested with the words of yesterday.
await makeWords(import.meta.dirname);

export default defineConfig({
  // The server's JSX is preact; the staff site's tests name React themselves in their tsconfig.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['building/compiled/test-setup.ts', 'building/database/test-server.ts'],
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...everywhere, anotherLanguage],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        plugins: [oneLanguageMore()],
        test: { name: 'another-language', include: [anotherLanguage], exclude: everywhere, testTimeout: 60_000 },
      },
      {
        extends: true,
        plugins: [oneLanguageMore()],
        test: {
          name: 'another-language-journeys',
          include: [walkInAnotherLanguage],
          exclude: everywhere,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['{journeys,proofs}/**/*.journey.ts'],
          globalSetup: ['journeys/setup.ts'],
          exclude: [...everywhere, walkInAnotherLanguage],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
