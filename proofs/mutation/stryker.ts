import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { moduleBeside } from '../../building/checkout.ts';
import type { Change } from './mutants.ts';
import { placeOf } from './place.ts';
import type { SampledOptions } from './plugin.ts';
import type { Fate } from './report.ts';
import type { Room } from './rooms.ts';

const rangeOf = ({ file, location: { start, end } }: Change): string =>
  `${file}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;

/**
 * Lets Stryker try the changes, one after another, in a copy of the repository outside of it, which is thrown away. The working tree isn't
 * touched.
 * @throws when the tests fail without any change
 */
export async function fatesOf(root: string, room: Room, changes: readonly Change[]): Promise<readonly Fate[]> {
  process.chdir(root);
  process.env['MUTATION_SERVER'] = room.needsServer ? 'yes' : 'no';
  const scratch = await mkdtemp(join(tmpdir(), 'huijia-mutation-'));
  const options: PartialStrykerOptions & SampledOptions = {
    testRunner: 'vitest',
    vitest: { configFile: 'proofs/mutation/vitest.config.ts', related: false },
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner'), moduleBeside(import.meta.url, 'plugin').href],
    checkers: ['sample'],
    drawnMutants: changes.map(({ file, location, after }) => placeOf(file, location, after)),
    mutate: [...new Set(changes.map(rangeOf))],
    testFiles: [...room.tests],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 30_000,
    tempDirName: scratch,
    cleanTempDir: 'always',
    // Stryker would read it with TypeScript's JavaScript API, which TypeScript 7 hasn't; nothing here needs a tsconfig.
    tsconfigFile: 'none.json',
    disableTypeChecks: false,
    reporters: ['lines'],
    logLevel: 'error' as never,
    allowConsoleColors: false,
  };
  try {
    const results = await new Stryker(options).runMutationTest();
    return changes.map((change) => fateOf(root, change, results));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Stryker reports lines and columns from 1. */
function fateOf(root: string, change: Change, results: readonly MutantResult[]): Fate {
  const from0 = ({ line, column }: { line: number; column: number }): { line: number; column: number } => ({
    line: line - 1,
    column: column - 1,
  });
  const place = placeOf(change.file, change.location, change.after);
  const found = results.find(
    ({ fileName, location: { start, end }, replacement }) =>
      placeOf(relative(root, fileName), { start: from0(start), end: from0(end) }, replacement) === place,
  );
  if (found === undefined) throw new Error(`Stryker did not try ${place}`);
  return { change, status: found.status, tests: found.testsCompleted ?? 0 };
}
