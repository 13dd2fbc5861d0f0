import { outcomeCode, reasonColumns } from '../../rules/columns/results.ts';
import type { LinkRelation, Shard } from '../../rules/columns/shard.ts';
import { checkShard } from '../open/check-shard.ts';
import { type ColumnEngine, linksRead, type ShardBuffers } from '../engine/engine.ts';
import { jsEngine } from '../engine/js.ts';
import { wasmEngine } from '../engine/wasm.ts';
import { columnFile, householdFiles, linkFiles, linkRelations } from '../folder/layout.ts';
import type { RegisterProblem } from '../problem.ts';
import { entryAt, readShard, type Wanted } from '../open/read-shard.ts';
import type { TellRows } from './crew.ts';
import type { Ready } from './job.ts';
import { OpenRows, type RowResult } from './open-rows/open-rows.ts';

/** What every row of a shard comes to; guests too, of whom nothing is told. Valid until the next shard is run. */
export interface ShardResults {
  readonly rows: number;
  readonly subjects: Uint8Array | undefined;
  readonly outcome: Int8Array;
  /** Fen; 0 unless eligible. */
  readonly amount: Int32Array | BigInt64Array;
  /**
   * Bit `n` of the first for the program's reason code `n`, of the second for code `n + 32` …; none where undetermined. None: none was
   * asked for.
   */
  readonly reasons: readonly Int32Array[];
  /** For each row its place in `missingSets`; absent when nobody is undetermined. */
  readonly missing: Uint32Array | undefined;
  /** The first is empty. */
  readonly missingSets: readonly (readonly string[])[];
  /** Milliseconds that the engine took, and that settling what it left open took. */
  readonly engineMilliseconds: number;
  readonly openMilliseconds: number;
}

export type ShardRun =
  | { readonly kind: 'results'; readonly results: ShardResults }
  | { readonly kind: 'broken'; readonly problems: readonly RegisterProblem[] };

/** Carries out one program on shards, one after the other, in memory that is used again. */
export class ProgramRunner {
  readonly ready: Ready;
  readonly #engine: ColumnEngine;
  readonly #open: OpenRows;
  readonly #wanted: Wanted;

  constructor(ready: Ready) {
    this.ready = ready;
    this.#engine = ready.engine === 'wasm' ? wasmEngine(ready.program) : jsEngine(ready.program);
    this.#open = new OpenRows({ ...ready, register: ready.register.info }, ready.program);
    this.#wanted = {
      facts: ready.program.lanes.facts.map(({ fact }) => fact),
      relations: linksRead(ready.program),
      households: ready.program.lanes.usesHouseholds,
    };
  }

  /** Reads, checks and determines the shard, and tells how far it is while it settles rows. */
  run(index: number, tell: TellRows = () => undefined): ShardRun {
    const { register } = this.ready;
    const wanted: Wanted = { ...this.#wanted, into: this.#roomFor(index) };
    const shard = readShard(register, index, wanted);
    const problems = checkShard(register, index, shard, wanted);
    if (problems.length > 0) return { kind: 'broken', problems };
    const from = performance.now();
    const outputs = this.#engine.run();
    const engineMilliseconds = performance.now() - from;
    const outcome = outputs.get('outcome');
    const amount = outputs.get('amount');
    if (!(outcome instanceof Int8Array) || amount === undefined || amount instanceof Int8Array)
      throw new Error('A program gives outcomes and amounts.');
    const results: Results = {
      rows: shard.rows,
      subjects: shard.subjects,
      outcome,
      amount,
      reasons: reasonColumns(this.ready.program.reasonCodes.length)
        .map((name) => outputs.get(name))
        .filter((column) => column instanceof Int32Array),
    };
    return this.#settled(index, shard, results, engineMilliseconds, tell);
  }

  /** The engine's own memory, as room for the files that it reads. */
  #roomFor(index: number): NonNullable<Wanted['into']> {
    const { files, rows, households } = entryAt(this.ready.register, index);
    const counts = this.#wanted.relations.map((relation): [LinkRelation, number] => [
      relation,
      (files[linkFiles(relation).targets]?.bytes ?? 0) / 4,
    ]);
    const buffers = this.#engine.prepare({ rows, households, links: Object.fromEntries(counts) });
    const rooms = roomsOf(buffers);
    return (file) => rooms.get(file);
  }

  #settled(index: number, shard: Shard, results: Results, engineMilliseconds: number, tell: TellRows): ShardRun {
    const from = performance.now();
    const irregular = this.#wanted.households ? shard.irregular : undefined;
    const open = openRowsOf(results, irregular);
    const none = { missing: undefined, missingSets: [[]], engineMilliseconds, openMilliseconds: 0 };
    if (open === 0) return { kind: 'results', results: { ...results, ...none } };
    let at = 0;
    const settle = this.#open.on(
      shard,
      () => this.#readFamilies(index, shard),
      () => tell(at),
    );
    const sets = new MissingSets();
    const missing = new Uint32Array(results.rows);
    const { rows, outcome, subjects } = results;
    try {
      for (let row = 0; row < rows; row += 1) {
        const isIrregular = irregular?.[row] === 1;
        if ((outcome[row] !== outcomeCode.undetermined && !isIrregular) || subjects?.[row] === 0) continue;
        at = row;
        const found = isIrregular ? settle.irregular(row) : settle.open(row);
        put(results, row, found);
        missing[row] = sets.placeOf(found.missing);
      }
    } catch (error) {
      if (error instanceof BrokenShard) return { kind: 'broken', problems: error.problems };
      throw error;
    }
    const openMilliseconds = performance.now() - from;
    return {
      kind: 'results',
      results: { ...results, missing, missingSets: sets.list, engineMilliseconds, openMilliseconds },
    };
  }

  /**
   * All that the rule may look at, also what the program has no need of: explain looks at everything it names. What the program has read is
   * not read again.
   * @throws BrokenShard
   */
  #readFamilies(index: number, own: Shard): Shard {
    const { register, pack, program } = this.ready;
    const seesOthers = program.reach > 0;
    const wanted: Wanted = {
      facts: [...pack.rule.facts.keys()].filter((fact) => !own.columns.has(fact)),
      relations: seesOthers && register.info.linksKnown ? linkRelations : [],
      households: seesOthers,
    };
    const rest = readShard(register, index, wanted);
    const problems = checkShard(register, index, rest, wanted);
    if (problems.length > 0) throw new BrokenShard(problems);
    return { ...rest, columns: new Map([...own.columns, ...rest.columns]) };
  }
}

/** Found out while rows are settled. */
class BrokenShard extends Error {
  readonly problems: readonly RegisterProblem[];
  constructor(problems: readonly RegisterProblem[]) {
    super('A shard is broken');
    this.problems = problems;
  }
}

type Results = Pick<ShardResults, 'rows' | 'subjects' | 'outcome' | 'amount' | 'reasons'>;

function openRowsOf({ rows, outcome }: Results, irregular: Uint8Array | undefined): number {
  let count = 0;
  for (let row = 0; row < rows; row += 1) count += (outcome[row] as number) >> 1;
  return count + (irregular?.reduce((sum, flag) => sum + flag, 0) ?? 0);
}

function put({ outcome, amount, reasons }: Results, row: number, found: RowResult): void {
  outcome[row] = found.outcome;
  reasons.forEach((column, n) => (column[row] = found.reasons[n] ?? 0));
  if (amount instanceof BigInt64Array) amount[row] = found.amountFen;
  else {
    amount[row] = Number(found.amountFen);
    if (BigInt(amount[row]) !== found.amountFen)
      throw new Error('An amount is beyond the range that the program was compiled for.');
  }
}

/** Sets of names, each once. */
class MissingSets {
  readonly list: (readonly string[])[] = [[]];
  readonly #places = new Map<readonly string[], number>();
  readonly #byText = new Map<string, number>([['', 0]]);

  placeOf(names: readonly string[]): number {
    // Results are shared between rows, and so are their lists.
    const known = this.#places.get(names);
    if (known !== undefined) return known;
    const text = names.join('\n');
    const place = this.#byText.get(text) ?? this.list.push(names) - 1;
    this.#byText.set(text, place);
    if (this.#places.size < 10_000) this.#places.set(names, place);
    return place;
  }
}

function roomsOf({ columns, households, links }: ShardBuffers): ReadonlyMap<string, Uint8Array> {
  const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
    new Uint8Array(buffer, byteOffset, byteLength);
  const rooms = new Map<string, Uint8Array>();
  for (const [fact, column] of columns) rooms.set(columnFile(fact), bytesOf(column));
  if (households !== undefined) {
    rooms.set(householdFiles.offsets, bytesOf(households.offsets));
    rooms.set(householdFiles.of, bytesOf(households.of));
  }
  for (const [relation, { offsets, targets }] of links) {
    rooms.set(linkFiles(relation).offsets, bytesOf(offsets));
    rooms.set(linkFiles(relation).targets, bytesOf(targets));
  }
  return rooms;
}
