import { relative } from 'node:path';
import { type Checker, type CheckResult, CheckStatus } from '@stryker-mutator/api/check';
import type { Mutant, StrykerOptions } from '@stryker-mutator/api/core';
import type { Reporter } from '@stryker-mutator/api/report';
import {
  commonTokens,
  declareFactoryPlugin,
  declareValuePlugin,
  PluginKind,
  tokens,
} from '@stryker-mutator/api/plugin';
import { placeOf } from './place.ts';

/*
 * Stryker knows ranges of a file, no samples: within the range of a drawn mutant lie others that weren't drawn. As a checker, which may
 * turn a mutant down before a test runs, this lets the drawn ones through. It runs in a process of its own, under Node without tsx: only
 * types that Node strips by itself.
 */

/** Stryker's options with ours: which mutants were drawn, by `placeOf`. */
export interface SampledOptions {
  readonly drawnMutants: readonly string[];
}

function sampleChecker(options: StrykerOptions): Checker {
  const drawn = new Set((options as StrykerOptions & SampledOptions).drawnMutants);
  const judged = (mutant: Mutant): CheckResult =>
    drawn.has(placeOf(relative(process.cwd(), mutant.fileName), mutant.location, mutant.replacement))
      ? { status: CheckStatus.Passed }
      : { status: CheckStatus.CompileError, reason: 'not drawn' };
  return {
    init: async () => undefined,
    group: async (mutants) => [mutants.map(({ id }) => id)],
    check: async (mutants) => Object.fromEntries(mutants.map((mutant) => [mutant.id, judged(mutant)])),
  };
}
sampleChecker.inject = tokens(commonTokens.options);

/** Says who survived as soon as it is known: a run takes half an hour. */
const lines: Reporter = {
  onMutantTested: ({ fileName, location, replacement, status }) => {
    if (status === 'Survived' || status === 'NoCoverage' || status === 'Timeout' || status === 'RuntimeError')
      process.stderr.write(`${status}: ${fileName}:${location.start.line} -> ${replacement.replaceAll(/\s+/g, ' ')}\n`);
  },
};

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.Checker, 'sample', sampleChecker),
  declareValuePlugin(PluginKind.Reporter, 'lines', lines),
];

/** Keeps Stryker from warning of an option it doesn't know. */
export const strykerValidationSchema = {
  properties: { drawnMutants: { type: 'array', items: { type: 'string' } } },
};
