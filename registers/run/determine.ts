import { availableParallelism } from 'node:os';
import type { Pack } from '../../rules/explain/evaluate.ts';
import type { Day } from '../../values/day.ts';
import { ancestorOf, type Division, division, type DivisionLevel } from '../../values/division.ts';
import type { Manifest } from '../manifest.ts';
import type { RegisterProblem } from '../problem.ts';
import type { OpenedForRun } from './open-for-run.ts';
import { type CrewWork, workThrough } from './crew.ts';
import { digestOfPack, factsNotHeld, type Job, makeReady, type RunRefusal } from './job.ts';
import { resultSchema } from './result-columns.ts';
import { type Fingerprint, openRunFolder, type RunFolder } from './run-folder.ts';
import { determineShards, type DetermineTask, type ShardDone } from './shard-work.ts';
import { noTally, type Tally, tallyTogether } from './tally.ts';

export interface DetermineOptions {
  readonly opened: Extract<OpenedForRun, { kind: 'register' }>;
  readonly pack: Pack;
  readonly period: string;
  /** The day on which everybody asks; by default the register's own. */
  readonly on?: Day;
  readonly engine?: 'js' | 'wasm';
  /** Whether reasons are told and counted. */
  readonly reasons?: boolean;
  /** Where every person's result is written, as Parquet; absent: they are counted only. */
  readonly out?: string;
  readonly workers?: number;
  readonly skipBroken?: boolean;
  readonly verify?: boolean;
  /** The divisions of the summary; by default such as keep it readable. */
  readonly by?: DivisionLevel;
  readonly progress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** How far a run is. */
export interface Progress {
  readonly rows: number;
  readonly allRows: number;
  readonly seconds: number;
  /** Rows that an earlier run had done. */
  readonly resumedRows: number;
}

export type Determined =
  | { readonly kind: 'refused'; readonly refusal: RunRefusal }
  /** Nothing is left at `out`. */
  | { readonly kind: 'broken'; readonly problems: readonly RegisterProblem[] }
  /** Finished shards are kept for the next run where there is an `out`. */
  | { readonly kind: 'stopped'; readonly finished: number; readonly shards: number }
  | { readonly kind: 'determined'; readonly report: Report };

export interface Report {
  readonly tally: Tally;
  readonly level: DivisionLevel;
  /** People of the register. */
  readonly people: number;
  readonly skipped: { readonly people: number; readonly shards: number; readonly problems: readonly RegisterProblem[] };
  /** Shards that an earlier run had done. */
  readonly resumedShards: number;
  /** Facts that the policy looks at and the register does not hold. */
  readonly notHeld: readonly string[];
  readonly rates: Rates;
}

export interface Rates {
  readonly seconds: number;
  /** From the beginning to the end, of what this run itself determined. */
  readonly personsPerSecond: number;
  /** The column engine alone, all workers together. */
  readonly determiningPersonsPerSecond: number;
  readonly peakMemoryBytes: number;
}

/** More lines than this are no summary. */
const mostLines = 40;

/** The finest level, townships at most, at which the register has few divisions. Townships are known only of a single county. */
export function readableLevel({ shards }: Manifest): DivisionLevel {
  const counties = [...new Set(shards.map(({ county }) => county))].map((county) => division(`${county}000000`));
  if (counties.length <= 1) return 'township';
  const countAt = (level: DivisionLevel): number => new Set(counties.map((code) => ancestorOf(code, level))).size;
  const levels = ['county', 'city', 'province'] as const;
  return levels.find((level) => countAt(level) <= mostLines) ?? 'province';
}

/** Determines a policy for everybody in a register. Memory is bounded by each worker's largest shard. */
export async function determineRegister(options: DetermineOptions): Promise<Determined> {
  const from = performance.now();
  const { opened, pack, period } = options;
  const { register } = opened;
  const { manifest } = register;
  const job: Job = {
    register,
    pack: { info: pack.info, vocabulary: pack.vocabulary, rule: pack.rule },
    period,
    on: options.on ?? (manifest.asOf as Day),
    engine: options.engine ?? 'wasm',
    reasons: options.reasons ?? true,
  };
  const made = makeReady(job);
  if (made.kind === 'refused') return made;
  const level = options.by ?? readableLevel(manifest);
  const folder = options.out === undefined ? undefined : openRunFolder(options.out, fingerprintOf(job, level, options));
  const run = new Run(options, folder, from);
  const task: DetermineTask = { job, level, parts: folder?.path, verify: options.verify ?? false };
  const end = await workThrough(workOf(task), {
    shards: run.toDo(),
    workers: options.workers ?? availableParallelism(),
    done: (result) => run.take(result),
    signal: options.signal,
  });
  if (run.refusedBy.length > 0) {
    folder?.discard();
    return { kind: 'broken', problems: run.refusedBy };
  }
  if (end === 'stopped') return { kind: 'stopped', finished: run.finished, shards: manifest.shards.length };
  run.join();
  return { kind: 'determined', report: run.report(level, factsNotHeld(job)) };
}

const workOf = (task: DetermineTask): CrewWork<DetermineTask, ShardDone> => ({
  entry: new URL('determine-thread.ts', import.meta.url),
  data: task,
  work: determineShards,
});

function fingerprintOf(job: Job, level: DivisionLevel, { skipBroken, verify }: DetermineOptions): Fingerprint {
  return {
    format: 1,
    register: job.register.digest,
    policy: job.pack.info.policy,
    pack: digestOfPack(job.pack),
    period: job.period,
    on: job.on,
    reasons: job.reasons,
    level,
    skipBroken: skipBroken ?? false,
    verify: verify ?? false,
  };
}

/** One run on its way: what is done, what was skipped, what it came to. */
class Run {
  readonly #options: DetermineOptions;
  readonly #folder: RunFolder | undefined;
  readonly #from: number;
  readonly #plans = new Map<number, Parameters<RunFolder['join']>[1][number]>();
  readonly #skipped: { people: number; shards: number; problems: RegisterProblem[] } = {
    people: 0,
    shards: 0,
    problems: [],
  };
  #tally: Tally = noTally;
  #own = 0;
  #engineMilliseconds = 0;
  #rows = 0;
  #resumedRows = 0;
  finished = 0;
  refusedBy: readonly RegisterProblem[] = [];

  constructor(options: DetermineOptions, folder: RunFolder | undefined, from: number) {
    this.#options = options;
    this.#folder = folder;
    this.#from = from;
  }

  get #manifest(): Manifest {
    return this.#options.opened.register.manifest;
  }

  /** Shards that are not done yet, the largest first: the last to end are then small. */
  toDo(): readonly number[] {
    const { shards } = this.#manifest;
    for (const [index, { tally, plan }] of this.#folder?.kept ?? []) {
      this.#add(index, tally, plan);
      this.#resumedRows += shards[index]?.rows ?? 0;
    }
    const todo = shards.flatMap(({ name, rows }, index) => {
      if (this.#folder?.kept.has(index) === true) return [];
      const problems = this.#options.opened.broken.get(name);
      if (problems === undefined) return [{ index, rows }];
      this.#skip(index, problems);
      return [];
    });
    return todo.toSorted((a, b) => b.rows - a.rows).map(({ index }) => index);
  }

  take(result: ShardDone): 'stop' | 'go-on' {
    const { index } = result;
    if (result.kind === 'broken') {
      if (this.#options.skipBroken !== true) {
        this.refusedBy = result.problems;
        return 'stop';
      }
      this.#skip(index, result.problems);
    } else {
      const { tally, plan } = result;
      if (this.#folder !== undefined && plan !== undefined)
        this.#folder.keep(this.#nameOf(index), { index, tally, plan });
      this.#add(index, tally, plan);
      this.#own += tally.total.subjects;
      this.#engineMilliseconds += result.engineMilliseconds;
    }
    this.#options.progress?.({
      rows: this.#rows,
      allRows: this.#manifest.shards.reduce((sum, { rows }) => sum + rows, 0),
      seconds: (performance.now() - this.#from) / 1000,
      resumedRows: this.#resumedRows,
    });
    return 'go-on';
  }

  join(): void {
    const inOrder = [...this.#plans].toSorted(([a], [b]) => a - b).map(([, part]) => part);
    this.#folder?.join(resultSchema, inOrder);
  }

  report(level: DivisionLevel, notHeld: readonly string[]): Report {
    const seconds = (performance.now() - this.#from) / 1000;
    const workers = Math.min(
      this.#options.workers ?? availableParallelism(),
      Math.max(1, this.#manifest.shards.length),
    );
    const determining = this.#engineMilliseconds / 1000 / workers;
    const byDivision = new Map([...this.#tally.byDivision].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return {
      tally: { ...this.#tally, byDivision: byDivision as ReadonlyMap<Division, Tally['total']> },
      level,
      people: this.#manifest.people,
      skipped: this.#skipped,
      resumedShards: this.#folder?.kept.size ?? 0,
      notHeld,
      rates: {
        seconds,
        personsPerSecond: this.#own / seconds,
        determiningPersonsPerSecond: determining === 0 ? 0 : this.#own / determining,
        // Kilobytes, on every system.
        peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
      },
    };
  }

  #nameOf(index: number): string {
    const entry = this.#manifest.shards[index];
    if (entry === undefined) throw new Error(`The register has no shard ${index}`);
    return entry.name;
  }

  #add(index: number, tally: Tally, plan: Parameters<RunFolder['keep']>[1]['plan'] | undefined): void {
    this.#tally = tallyTogether(this.#tally, tally);
    if (plan !== undefined) this.#plans.set(index, [this.#nameOf(index), plan]);
    this.#rows += this.#manifest.shards[index]?.rows ?? 0;
    this.finished += 1;
  }

  #skip(index: number, problems: readonly RegisterProblem[]): void {
    const entry = this.#manifest.shards[index];
    const rows = entry?.rows ?? 0;
    this.#skipped.shards += 1;
    this.#skipped.people += rows - (entry?.guests ?? 0);
    this.#skipped.problems.push(...problems);
    this.#rows += rows;
  }
}
