import { emitJs } from '../../rules/columns/js/emit.ts';
import type { LaneProgram } from '../../rules/columns/lanes/lanes.ts';
import type { ColumnProgram } from '../../rules/columns/program.ts';
import type { ColumnValues, LinkRelation, LinkTable } from '../../rules/columns/shard.ts';
import type { Space } from '../../rules/plan/plan.ts';
import { blocksOf, type ColumnEngine, linksRead, type Outputs, type ShardBuffers, type ShardShape } from './engine.ts';

type Scratch = Int32Array | Float64Array | BigInt64Array | unknown[];
type Environment = Record<string, unknown>;
type Run = (env: Environment, r0: number, n: number, h0: number, nh: number) => void;

const arrayOf = (width: 8 | 32 | 64, length: number): Int8Array | Int32Array | BigInt64Array =>
  width === 8 ? new Int8Array(length) : width === 32 ? new Int32Array(length) : new BigInt64Array(length);

/** Whether the program's wide numbers are held as doubles, exactly. */
export function wideIn(program: ColumnProgram): 'double' | 'bigint' {
  return program.widest === 64 ? 'bigint' : 'double';
}

/** A column engine in JavaScript, made of the program's own text. */
export function jsEngine(program: ColumnProgram): ColumnEngine {
  return new JsEngine(program);
}

class JsEngine implements ColumnEngine {
  readonly name = 'js';
  readonly #program: LaneProgram;
  readonly #links: readonly LinkRelation[];
  readonly #wide: 'double' | 'bigint';
  readonly #run: Run;
  #env: Environment = {};
  #shape: ShardShape = { rows: 0, households: 0, links: {} };
  #buffers: ShardBuffers | undefined;
  #outputs = new Map<string, Int8Array | Int32Array | BigInt64Array>();
  readonly #rooms = new Map<Space, number>();

  constructor(program: ColumnProgram) {
    this.#program = program.lanes;
    this.#links = linksRead(program);
    this.#wide = wideIn(program);
    // The text is our own, made from a checked rule: names in it are numbers.
    // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval
    this.#run = new Function('env', 'r0', 'n', 'h0', 'nh', emitJs(this.#program, this.#wide)) as Run;
  }

  prepare(shape: ShardShape): ShardBuffers {
    this.#shape = shape;
    const columns = new Map<string, ColumnValues>(
      this.#program.facts.map(({ fact, width }) => [fact, arrayOf(width, shape.rows)]),
    );
    const households = this.#program.usesHouseholds
      ? { offsets: new Uint32Array(shape.households + 1), of: new Uint32Array(shape.rows) }
      : undefined;
    const links = new Map<LinkRelation, LinkTable>(
      this.#links.map((relation) => [
        relation,
        { offsets: new Uint32Array(shape.rows + 1), targets: new Uint32Array(shape.links[relation] ?? 0) },
      ]),
    );
    this.#buffers = { columns, households, links };
    return this.#buffers;
  }

  run(): Outputs {
    const buffers = this.#buffers;
    if (buffers === undefined) throw new Error('No shard was put in.');
    this.#bind(buffers);
    const { households } = buffers;
    const shaped = households && { count: this.#shape.households, offsets: households.offsets };
    for (const block of blocksOf(this.#shape.rows, shaped)) {
      this.#makeRoom('rows', block.rows);
      this.#makeRoom('households', block.households);
      this.#run(this.#env, block.firstRow, block.rows, block.firstHousehold, block.households);
    }
    return this.#outputs;
  }

  #bind(buffers: ShardBuffers): void {
    const env: Environment = { grow: (k: number, count: number, outer: number) => this.#grow(k, count, outer) };
    this.#rooms.clear();
    this.#program.facts.forEach(({ fact }, k) => {
      env[`c_${k}`] = buffers.columns.get(fact);
    });
    this.#outputs = new Map(this.#program.outputs.map(({ name, width }) => [name, arrayOf(width, this.#shape.rows)]));
    for (const [name, values] of this.#outputs) env[`out_${name}`] = values;
    env['off'] = buffers.households?.offsets;
    env['of'] = buffers.households?.of;
    for (const [relation, { offsets, targets }] of buffers.links) {
      env[`t_${relation}_o`] = offsets;
      env[`t_${relation}_t`] = targets;
    }
    this.#env = env;
  }

  #scratch(lane: 'i32' | 'i64' | 'mask', length: number): Scratch {
    if (lane !== 'i64') return new Int32Array(length);
    return this.#wide === 'double' ? new Float64Array(length) : new BigInt64Array(length);
  }

  /** Scratch of all spaces of a kind, long enough. */
  #makeRoom(kind: Space['kind'], elements: number): void {
    const spaces = [...this.#program.slots, ...this.#program.counters].map(({ space }) => space);
    for (const space of new Set(spaces)) if (space.kind === kind) this.#widen(space, elements);
  }

  #widen(space: Space, elements: number): void {
    if ((this.#rooms.get(space) ?? -1) >= elements) return;
    const room = Math.max(4096, Math.ceil(elements * 1.25));
    this.#rooms.set(space, room);
    for (const slot of this.#program.slots)
      if (slot.space === space) this.#env[`s_${slot.id}`] = this.#scratch(slot.lane, room);
    for (const counter of this.#program.counters)
      if (counter.space === space) this.#env[`p_${counter.id}`] = this.#scratch(counter.lane, room + 1);
  }

  #grow(k: number, count: number, outer: number): void {
    const space = this.#program.links[k];
    if (space === undefined) throw new Error('No such link space.');
    this.#widen(space, count);
    const long = (name: string, length: number): void => {
      const known = this.#env[name] as Uint32Array | undefined;
      if (known === undefined || known.length < length) this.#env[name] = new Uint32Array(Math.ceil(length * 1.25) + 8);
    };
    long(`x_${k}`, count);
    long(`e_${k}`, count);
    long(`o_${k}`, outer + 1);
  }
}
