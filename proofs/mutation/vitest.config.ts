import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short files first: most mutants are found by one of them, and the first failed test ends a mutant's run. */
class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const duration = (file: TestSpecification): number =>
      this.ctx.cache.getTestSpecificationResult(file)?.duration ?? 0;
    return files.toSorted((a, b) => duration(a) - duration(b));
  }
}

/** How Stryker runs the tests; which of them, `rooms.ts` says. */
export default defineConfig({
  test: {
    include: ['{rules,registers,proofs}/**/*.test.ts'],
    setupFiles: ['proofs/mutation/fewer-runs.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: ShortestFirst },
    globalSetup: process.env['MUTATION_SERVER'] === 'yes' ? ['building/database/test-server.ts'] : [],
  },
});
