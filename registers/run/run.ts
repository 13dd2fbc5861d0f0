import { availableParallelism } from 'node:os';
import type { Manifest, ShardEntry } from '../folder/manifest.ts';
import type { RegisterProblem } from '../problem.ts';
import { entryAt } from '../open/read-shard.ts';
import type { PartPlan, Schema } from '../table/parquet.ts';
import { type CrewWork, workThrough } from './crew.ts';
import type { OpenedForRun } from './open-for-run.ts';
import type { RunFolder } from './written/run-folder.ts';

/** A shard that is done, or why it can't be. */
export type ShardDone<T> =
  | {
      readonly kind: 'done';
      readonly index: number;
      readonly tally: T;
      /** What was written of it, where a table is wanted. */
      readonly plan: PartPlan | undefined;
      readonly engineMilliseconds: number;
      readonly openMilliseconds: number;
    }
  | { readonly kind: 'broken'; readonly index: number; readonly problems: readonly RegisterProblem[] };

/** What any run over all shards of a register is told. */
export interface RunOrders {
  readonly opened: Extract<OpenedForRun, { kind: 'register' }>;
  readonly workers?: number;
  readonly skipBroken?: boolean;
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

/** How tallies of shards become the tally of the register. */
export interface Sums<T> {
  readonly none: T;
  readonly together: (a: T, b: T) => T;
}

export type RunEnd<T> =
  /** Nothing is left where results were to go. */
  | { readonly kind: 'broken'; readonly problems: readonly RegisterProblem[] }
  /** Finished shards are kept for the next run where there is a folder. */
  | { readonly kind: 'stopped'; readonly finished: number; readonly shards: number }
  | { readonly kind: 'done'; readonly tally: T; readonly circumstances: Circumstances };

/** How it went. */
export interface Circumstances {
  /** People of the register. */
  readonly people: number;
  readonly skipped: { readonly people: number; readonly shards: number; readonly problems: readonly RegisterProblem[] };
  /** Shards that an earlier run had done. */
  readonly resumedShards: number;
  readonly rates: Rates;
}

interface Rates {
  readonly seconds: number;
  /** From the beginning to the end, of the people that this run itself determined. */
  readonly personsPerSecond: number;
  /** The column engine alone, all workers together. */
  readonly determiningPersonsPerSecond: number;
  readonly peakMemoryBytes: number;
}

/** Has every shard worked and adds up what they come to; with a folder, each is kept there and all are joined to one table. */
export async function runOver<Data, T>(
  orders: RunOrders,
  work: CrewWork<Data>,
  sums: Sums<T>,
  table: { readonly folder: RunFolder<T>; readonly schema: Schema } | undefined,
): Promise<RunEnd<T>> {
  const run = new Run(orders, sums, table?.folder);
  const { shards } = orders.opened.register.manifest;
  const end = await workThrough(work, {
    shards: run.toDo(),
    workers: orders.workers ?? availableParallelism(),
    done: (result: ShardDone<T>) => run.take(result),
    within: (index, rows) => run.within(index, rows),
    signal: orders.signal,
  });
  if (run.refusedBy.length > 0) {
    table?.folder.discard();
    return { kind: 'broken', problems: run.refusedBy };
  }
  if (end === 'stopped') return { kind: 'stopped', finished: run.finished, shards: shards.length };
  table?.folder.join(table.schema, run.plans());
  return run.end();
}

/** One run on its way: what is done, what was skipped, what it came to. */
class Run<T> {
  readonly #orders: RunOrders;
  readonly #sums: Sums<T>;
  readonly #folder: RunFolder<T> | undefined;
  readonly #from = performance.now();
  readonly #plans = new Map<number, PartPlan>();
  readonly #skipped: RegisterProblem[] = [];
  /** Rows of shards in hand that are done already, by shard. */
  readonly #inHand = new Map<number, number>();
  #tally: T;
  #counted = { own: 0, skipped: 0, skippedShards: 0, rows: 0, resumedRows: 0, engineMilliseconds: 0 };
  finished = 0;
  refusedBy: readonly RegisterProblem[] = [];

  constructor(orders: RunOrders, sums: Sums<T>, folder: RunFolder<T> | undefined) {
    this.#orders = orders;
    this.#sums = sums;
    this.#folder = folder;
    this.#tally = sums.none;
  }

  get #manifest(): Manifest {
    return this.#orders.opened.register.manifest;
  }

  /** Shards that are not done yet, the largest first: the last to end are then small. */
  toDo(): readonly number[] {
    for (const [index, { tally, plan }] of this.#folder?.kept ?? []) {
      this.#add(index, tally, plan);
      this.#counted.resumedRows += this.#entry(index).rows;
    }
    const todo = this.#manifest.shards.flatMap(({ name, rows }, index) => {
      if (this.#folder?.kept.has(index) === true) return [];
      const problems = this.#orders.opened.broken.get(name);
      if (problems === undefined) return [{ index, rows }];
      this.#skip(index, problems);
      return [];
    });
    return todo.toSorted((a, b) => b.rows - a.rows).map(({ index }) => index);
  }

  take(result: ShardDone<T>): 'stop' | 'go-on' {
    const { index } = result;
    this.#inHand.delete(index);
    if (result.kind === 'broken') {
      if (this.#orders.skipBroken !== true) {
        this.refusedBy = result.problems;
        return 'stop';
      }
      this.#skip(index, result.problems);
    } else {
      const { tally, plan } = result;
      if (plan !== undefined) this.#folder?.keep(this.#entry(index).name, { index, tally, plan });
      this.#add(index, tally, plan);
      const { rows, guests } = this.#entry(index);
      this.#counted.own += rows - guests;
      this.#counted.engineMilliseconds += result.engineMilliseconds;
    }
    this.#tell();
    return 'go-on';
  }

  /** A shard that takes long is so far. */
  within(index: number, rows: number): void {
    this.#inHand.set(index, rows);
    this.#tell();
  }

  #tell(): void {
    const { rows, resumedRows } = this.#counted;
    const inHand = [...this.#inHand.values()].reduce((sum, done) => sum + done, 0);
    const allRows = this.#manifest.shards.reduce((sum, shard) => sum + shard.rows, 0);
    this.#orders.progress?.({ rows: rows + inHand, allRows, resumedRows, seconds: this.#seconds() });
  }

  /** Names and plans of the parts, in the register's order. */
  plans(): readonly (readonly [string, PartPlan])[] {
    return [...this.#plans].toSorted(([a], [b]) => a - b).map(([index, plan]) => [this.#entry(index).name, plan]);
  }

  end(): RunEnd<T> {
    const seconds = this.#seconds();
    const { own, skipped, skippedShards, engineMilliseconds } = this.#counted;
    const workers = Math.min(this.#orders.workers ?? availableParallelism(), this.#manifest.shards.length);
    return {
      kind: 'done',
      tally: this.#tally,
      circumstances: {
        people: this.#manifest.people,
        skipped: { people: skipped, shards: skippedShards, problems: this.#skipped },
        resumedShards: this.#folder?.kept.size ?? 0,
        rates: {
          seconds,
          personsPerSecond: own / seconds,
          determiningPersonsPerSecond: own === 0 ? 0 : (own * workers * 1000) / engineMilliseconds,
          // Kilobytes, on every system.
          peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
        },
      },
    };
  }

  #seconds(): number {
    return (performance.now() - this.#from) / 1000;
  }

  #entry(index: number): ShardEntry {
    return entryAt(this.#orders.opened.register, index);
  }

  #add(index: number, tally: T, plan: PartPlan | undefined): void {
    this.#tally = this.#sums.together(this.#tally, tally);
    if (plan !== undefined) this.#plans.set(index, plan);
    this.#counted.rows += this.#entry(index).rows;
    this.finished += 1;
  }

  #skip(index: number, problems: readonly RegisterProblem[]): void {
    const { rows, guests } = this.#entry(index);
    this.#counted.skippedShards += 1;
    this.#counted.skipped += rows - guests;
    this.#counted.rows += rows;
    this.#skipped.push(...problems);
  }
}
