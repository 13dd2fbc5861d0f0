import { resolve } from 'node:path';
import { openForRun, type OpenedForRun, shardOf } from '../../../registers/run/open-for-run.ts';
import { problemText, type RegisterProblem } from '../../../registers/problem.ts';
import type { DivisionLevel } from '../../../values/division.ts';
import { type Day, readDay } from '../../../values/day.ts';
import { type Given, textValue } from '../arguments.ts';
import { pathFrom } from '../law/findings.ts';
import { exit, type Io } from '../io.ts';
import { misused, type Or } from '../refusal.ts';
import { wordsIn as runWordsIn } from './words/made/all.ts';
import { wordsIn } from '../words/made/all.ts';

/** What every run over a register is told. */
export interface RunOptions {
  readonly opened: Extract<OpenedForRun, { kind: 'register' }>;
  readonly on?: Day;
  readonly engine?: 'js' | 'wasm';
  readonly workers?: number;
  readonly by?: DivisionLevel;
  readonly out?: string;
  readonly skipBroken: boolean;
  readonly verify: boolean;
}

const levels = ['county', 'township', 'village'] as const;
const engines = ['wasm', 'js'] as const;

function oneOf<T extends string>(io: Io, given: Given, name: string, known: readonly T[]): Or<T | undefined> {
  const written = textValue(given, name);
  const found = known.find((one) => one === written);
  if (written === undefined || found !== undefined) return { found };
  return misused(runWordsIn(io.language).oneOf({ option: `--${name}`, known: known.join(', '), written }));
}

function workersIn(io: Io, given: Given): Or<number | undefined> {
  const written = textValue(given, 'workers');
  if (written === undefined) return { found: undefined };
  const workers = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  return workers >= 1 && workers <= 256 ? { found: workers } : misused(runWordsIn(io.language).notWorkers({ written }));
}

function dayIn(io: Io, given: Given): Or<Day | undefined> {
  const written = textValue(given, 'on');
  const found = written === undefined ? undefined : readDay(written);
  return written !== undefined && found === undefined
    ? misused(wordsIn(io.language).notADay({ option: '--on', written }))
    : { found };
}

function outIn(io: Io, given: Given): Or<string | undefined> {
  const written = textValue(given, 'out');
  // Nothing but a result may be replaced by one.
  if (written !== undefined && !written.endsWith('.parquet'))
    return misused(runWordsIn(io.language).notParquet({ path: written }));
  return { found: written === undefined ? undefined : resolve(io.cwd, written) };
}

/** Problems of a register, one a line. */
export function problemLines(io: Io, problems: readonly RegisterProblem[]): readonly string[] {
  return problems.map((problem) => `  - ${problemText(problem, io.language)}`);
}

export function brokenRegister(io: Io, problems: readonly RegisterProblem[]): Extract<Or<never>, { refusal: unknown }> {
  const words = runWordsIn(io.language);
  if (problems.some(({ kind }) => kind === 'not-a-register')) {
    const message = [words.noSuchRegister, ...problemLines(io, problems)].join('\n');
    return { refusal: { status: exit.faults, code: 'no-register', message, details: problems } };
  }
  const mayBeSkipped = problems.every((problem) => shardOf(problem) !== undefined);
  const message = [words.brokenRegister, ...problemLines(io, problems), words.brokenHint({ mayBeSkipped })].join('\n');
  return { refusal: { status: exit.faults, code: 'broken-register', message, details: problems } };
}

/** Reads the options and opens the register. */
export function runOptions(io: Io, given: Given): Or<RunOptions> {
  const words = runWordsIn(io.language);
  const [stray] = given.positionals;
  if (stray !== undefined) return misused(words.stray({ written: stray }));
  const folder = textValue(given, 'register');
  if (folder === undefined) return misused(words.noRegister);
  const on = dayIn(io, given);
  if ('refusal' in on) return on;
  const engine = oneOf(io, given, 'engine', engines);
  if ('refusal' in engine) return engine;
  const by = oneOf(io, given, 'by', levels);
  if ('refusal' in by) return by;
  const workers = workersIn(io, given);
  if ('refusal' in workers) return workers;
  const out = outIn(io, given);
  if ('refusal' in out) return out;
  const skipBroken = given.values['skip-broken'] === true;
  const opened = openForRun(resolve(io.cwd, folder), { skipBroken });
  if (opened.kind === 'problems') return brokenRegister(io, shownFrom(io, folder, opened.problems));
  return {
    found: {
      opened,
      skipBroken,
      verify: given.values['verify'] === true,
      ...(on.found && { on: on.found }),
      ...(engine.found && { engine: engine.found }),
      ...(by.found && { by: by.found }),
      ...(workers.found && { workers: workers.found }),
      ...(out.found && { out: out.found }),
    },
  };
}

/** A folder that is no register is named as it was written. */
function shownFrom(io: Io, folder: string, problems: readonly RegisterProblem[]): readonly RegisterProblem[] {
  const absolute = resolve(io.cwd, folder);
  return problems.map((problem) =>
    problem.file === absolute ? { ...problem, file: pathFrom(io.cwd)(absolute) } : problem,
  );
}
