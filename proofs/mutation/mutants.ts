import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Mutant } from '@stryker-mutator/api/core';
import type { Logger } from '@stryker-mutator/api/logging';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { placeOf } from './place.ts';

/** One change of one file: Stryker's mutant, with the text that it takes the place of. */
export interface Change {
  /** In the repository. */
  readonly file: string;
  /** Lines from 0, columns from 0, as Stryker's checkers have it. */
  readonly location: Mutant['location'];
  readonly mutator: string;
  readonly before: string;
  readonly after: string;
  /** The whole first line that it changes, without the space around it. */
  readonly line: string;
}

/** Files that only say what people read: a changed word is no fault that a test of ours should find. */
const wordsOnly = new Set([
  'rules/check/tell/findings.ts',
  'rules/change/change-words.ts',
  'rules/explain/tell/value-words.ts',
  'rules/explain/tell/relation-words.ts',
]);

/** Rooms whose texts are programs (SQL, JavaScript, WAT); elsewhere a text is a word or a code that the types hold. */
const textsAreCode = /^rules\/(sql|columns)\//;

/** True for what is mutated: the code of rules/, no tests, no help of tests, no words. */
export function isMutated(file: string): boolean {
  return (
    /^rules\/.*\.ts$/.test(file) &&
    !/(\.test|(^|\/)testing(\/[^/]+)?)\.ts$/.test(file) &&
    !wordsOnly.has(file) &&
    !file.includes('/words/made/')
  );
}

/** Mutations that the types refuse nearly always (`{}` for an object, `''` for a code), and so would be found without a test. */
function isLeftOut({ mutatorName }: Mutant, file: string): boolean {
  return mutatorName === 'ObjectLiteral' || (mutatorName === 'StringLiteral' && !textsAreCode.test(file));
}

const silent = (): void => undefined;
const noLog: Logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

/** What a location (lines and columns from 0) holds of a text. */
function textAt(text: string, { start, end }: Mutant['location']): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines.map((line, i) => line.slice(i === 0 ? start.column : 0, i === last ? end.column : undefined)).join('\n');
}

/** Every change that Stryker can make to these files of the repository at `root`. */
export async function changesOf(root: string, files: readonly string[]): Promise<readonly Change[]> {
  const found: Change[] = [];
  for (const file of files) {
    const content = await readFile(`${root}/${file}`, 'utf8');
    const { mutants } = await new Instrumenter(noLog).instrument([{ name: file, content, mutate: true }], {
      plugins: null,
      ignorers: [],
      excludedMutations: [],
    });
    for (const mutant of mutants)
      if (!isLeftOut(mutant, file)) {
        const { location, mutatorName: mutator, replacement: after } = mutant;
        const line = content.split('\n')[location.start.line]?.trim() ?? '';
        found.push({ file, location, mutator, before: textAt(content, location), after, line });
      }
  }
  return found;
}

/**
 * `size` of them, drawn without regard to file or kind. A change is drawn by its own digest: as long as a file stays as it is, a seed draws
 * from it what it drew before, whatever is written elsewhere.
 */
export function sampleOf(changes: readonly Change[], size: number, seed: string): readonly Change[] {
  const digest = ({ file, location, after }: Change): string =>
    createHash('sha256')
      .update(`${seed} ${placeOf(file, location, after)}`)
      .digest('hex');
  return changes
    .map((change) => [digest(change), change] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, size)
    .map(([, change]) => change);
}
