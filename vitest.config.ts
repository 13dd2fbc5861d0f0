import { defineConfig } from 'vitest/config';
import { makeWords } from './building/catalogue/make.ts';

const everywhere = ['**/node_modules/**', '**/dist/**', '.data/**'];

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
          exclude: everywhere,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.journey.ts'],
          globalSetup: ['journeys/setup.ts'],
          exclude: everywhere,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
