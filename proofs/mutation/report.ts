import type { MutantResult } from '@stryker-mutator/api/core';
import type { Change } from './mutants.ts';

/** What became of a change. */
export interface Fate {
  readonly change: Change;
  readonly status: MutantResult['status'];
  /** How many tests ran until its fate was known. */
  readonly tests: number;
}

/** A mutant that no test can find, since the program does the same with it. */
export interface Equivalent {
  readonly file: string;
  /** The line as `Change.line` has it. */
  readonly line: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

interface Figures {
  readonly mutants: number;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  readonly equivalent: number;
  /** The module could not even be loaded: found, but by no test, so in no score. */
  readonly broken: number;
  /** (killed + timedOut) / (killed + timedOut + survived); 1 when there are none. */
  readonly score: number;
}

export interface Report extends Figures {
  readonly aim: number;
  readonly seed: string;
  /** Mutants that could have been drawn. */
  readonly possible: number;
  readonly folders: Readonly<Record<string, Figures>>;
  readonly survivors: readonly { readonly place: string; readonly before: string; readonly after: string }[];
}

const aim = 0.85;

type Outcome = 'killed' | 'timedOut' | 'survived' | 'equivalent' | 'broken';

function outcomeOf({ change, status }: Fate, equivalent: readonly Equivalent[]): Outcome {
  switch (status) {
    case 'Killed':
      return 'killed';
    case 'Timeout':
      return 'timedOut';
    case 'RuntimeError':
      return 'broken';
    case 'Survived':
    case 'NoCoverage':
      return equivalent.some(
        ({ file, line, before, after }) =>
          file === change.file && line === change.line && before === change.before && after === change.after,
      )
        ? 'equivalent'
        : 'survived';
    case 'CompileError':
    case 'Ignored':
    case 'Pending':
      throw new Error(`Stryker left ${change.file} at line ${change.location.start.line + 1}: ${status}`);
  }
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
  const count = (which: Outcome): number => outcomes.filter((one) => one === which).length;
  const [killed, timedOut, survived] = [count('killed'), count('timedOut'), count('survived')];
  const judged = killed + timedOut + survived;
  return {
    mutants: outcomes.length,
    killed,
    timedOut,
    survived,
    equivalent: count('equivalent'),
    broken: count('broken'),
    score: judged === 0 ? 1 : Math.round(((killed + timedOut) / judged) * 1000) / 1000,
  };
}

const folderOf = (file: string): string => (file.split('/').length > 2 ? (file.split('/')[1] ?? '') : '(top)');

export function reportOn(run: {
  readonly fates: readonly Fate[];
  readonly equivalent: readonly Equivalent[];
  readonly seed: string;
  readonly possible: number;
}): Report {
  const { fates, equivalent, seed, possible } = run;
  const judged = fates.map((fate) => ({
    fate,
    folder: folderOf(fate.change.file),
    outcome: outcomeOf(fate, equivalent),
  }));
  const folders = [...new Set(judged.map(({ folder }) => folder))].toSorted();
  return {
    ...figuresOf(judged.map(({ outcome }) => outcome)),
    aim,
    seed,
    possible,
    folders: Object.fromEntries(
      folders.map((name) => [
        name,
        figuresOf(judged.filter(({ folder }) => folder === name).map(({ outcome }) => outcome)),
      ]),
    ),
    survivors: judged
      .filter(({ outcome }) => outcome === 'survived')
      .map(({ fate: { change } }) => ({
        place: `${change.file}:${change.location.start.line + 1}`,
        before: change.before,
        after: change.after,
      })),
  };
}

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
};

const row = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(10) + cells.map((cell) => String(cell).padStart(11)).join('');

const figuresRow = (name: string, figures: Figures): string => {
  const { mutants, killed, timedOut, survived, equivalent, broken, score } = figures;
  return row(name, [mutants, killed, timedOut, survived, equivalent, broken, `${(score * 100).toFixed(1)} %`]);
};

/** For people: survivors as file:line, before -> after; then the figures by folder. */
export function reportText(report: Report): string {
  return [
    ...report.survivors.map(({ place, before, after }) => `${place}  ${short(before)}  ->  ${short(after)}`),
    '',
    row('folder', ['mutants', 'killed', 'timed out', 'survived', 'equivalent', 'broken', 'score']),
    ...Object.entries(report.folders).map(([name, figures]) => figuresRow(name, figures)),
    figuresRow('all', report),
    '',
    `Seed ${report.seed}, drawn from ${report.possible} possible mutants. Aim: ${report.aim * 100} %.`,
    '',
  ].join('\n');
}
