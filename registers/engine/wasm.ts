import { emitWasm, pagesOf } from '../../rules/columns/wasm/emit.ts';
import { type Capacity, type Layout, layoutOf, padding } from '../../rules/columns/wasm/layout.ts';
import { encodeModule } from '../../rules/columns/wasm/module.ts';
import type { LaneProgram } from '../../rules/columns/lanes/lanes.ts';
import type { ColumnProgram } from '../../rules/columns/program.ts';
import type { ColumnValues, LinkRelation, LinkTable } from '../../rules/columns/shard.ts';
import {
  type Block,
  blockRows,
  blocksOf,
  type ColumnEngine,
  linksRead,
  type Outputs,
  type ShardBuffers,
  type ShardShape,
} from './engine.ts';

type BlockFunction = (firstRow: number, rows: number, firstHousehold: number, households: number) => number;

/** A module made for so much, and its memory. */
interface Instance {
  readonly capacity: Capacity;
  readonly layout: Layout;
  readonly memory: WebAssembly.Memory;
  readonly block: BlockFunction;
}

const view = (memory: WebAssembly.Memory, width: 8 | 32 | 64, address: number, length: number): ColumnValues => {
  const { buffer } = memory;
  if (width === 8) return new Int8Array(buffer, address, length);
  return width === 32 ? new Int32Array(buffer, address, length) : new BigInt64Array(buffer, address, length);
};

/** A column engine in WebAssembly, four people at a time. Its memory grows with the largest shard that it meets, up to 4 GiB. */
export function wasmEngine(program: ColumnProgram): ColumnEngine {
  return new WasmEngine(program);
}

class WasmEngine implements ColumnEngine {
  readonly name = 'wasm';
  readonly #program: LaneProgram;
  readonly #relations: readonly LinkRelation[];
  #instance: Instance | undefined;
  #shape: ShardShape = { rows: 0, households: 0, links: {} };
  #buffers: ShardBuffers | undefined;

  constructor(program: ColumnProgram) {
    this.#program = program.lanes;
    this.#relations = linksRead(program);
  }

  prepare(shape: ShardShape): ShardBuffers {
    this.#shape = shape;
    const known = this.#instance?.capacity;
    if (known === undefined || !holds(known, shape)) this.#instance = this.#made(enlarged(known, shape, this.#program));
    this.#buffers = this.#laid(this.#current());
    return this.#buffers;
  }

  run(): Outputs {
    const { rows, households } = this.#shape;
    if (this.#buffers === undefined) throw new Error('No shard was put in.');
    const offsets = this.#buffers.households?.offsets;
    const blocks = [...blocksOf(rows, offsets && { count: households, offsets })];
    this.#fitBlocks(blocks);
    this.#pad();
    for (const block of blocks) {
      const { firstRow, firstHousehold } = block;
      for (;;) {
        const full = this.#current().block(firstRow, block.rows, firstHousehold, block.households);
        if (full === 0) break;
        this.#makeRoom(full - 1);
      }
    }
    const { memory, layout } = this.#current();
    return new Map(
      this.#program.outputs.map(({ name, width }) => [
        name,
        view(memory, width, addressOf(layout.outputs, name), rows),
      ]),
    );
  }

  #current(): Instance {
    if (this.#instance === undefined) throw new Error('No shard was put in.');
    return this.#instance;
  }

  #made(capacity: Capacity): Instance {
    const layout = layoutOf(this.#program, this.#relations, capacity);
    const pages = pagesOf(layout);
    if (pages > 65_536)
      throw new RangeError('A shard takes more than the 4 GiB of one memory: build the register with smaller shards.');
    const memory = new WebAssembly.Memory({ initial: pages });
    const module = new WebAssembly.Module(encodeModule(emitWasm(this.#program, layout)));
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { capacity, layout, memory, block: exports['block'] as BlockFunction };
  }

  #laid({ memory, layout }: Instance): ShardBuffers {
    const { rows, households, links } = this.#shape;
    const unsigned = (address: number, length: number): Uint32Array => new Uint32Array(memory.buffer, address, length);
    return {
      columns: new Map(
        this.#program.facts.map(({ fact, width }) => [
          fact,
          view(memory, width, addressOf(layout.columns, fact), rows),
        ]),
      ),
      households: this.#program.usesHouseholds
        ? { offsets: unsigned(layout.householdOffsets, households + 1), of: unsigned(layout.householdOf, rows) }
        : undefined,
      links: new Map(
        [...layout.links].map(([relation, at]): [LinkRelation, LinkTable] => [
          relation,
          { offsets: unsigned(at.offsets, rows + 1), targets: unsigned(at.targets, links[relation] ?? 0) },
        ]),
      ),
    };
  }

  /** What is read past the last row must stay within the shard. */
  #pad(): void {
    const { memory, layout } = this.#current();
    const { rows, households } = this.#shape;
    const words = new Uint32Array(memory.buffer);
    const fill = (address: number, length: number, value: number): void =>
      void words.fill(value, address / 4 + length, address / 4 + length + padding / 8);
    if (this.#program.usesHouseholds) {
      fill(layout.householdOffsets, households + 1, rows);
      fill(layout.householdOf, rows, Math.max(0, households - 1));
    }
    for (const [relation, { offsets, targets }] of layout.links) {
      fill(offsets, rows + 1, 0);
      fill(targets, this.#shape.links[relation] ?? 0, 0);
    }
  }

  /** A household larger than any block so far is a block of its own. */
  #fitBlocks(blocks: readonly Block[]): void {
    const { capacity } = this.#current();
    const most = (of: (block: Block) => number): number => blocks.reduce((a, block) => Math.max(a, of(block)), 0);
    const [largest, households] = [most((block) => block.rows), most((block) => block.households)];
    if (largest <= capacity.blockRows && households <= capacity.blockHouseholds) return;
    this.#moved({
      ...capacity,
      blockRows: Math.max(largest, capacity.blockRows),
      blockHouseholds: Math.max(households, capacity.blockHouseholds),
    });
  }

  #makeRoom(space: number): void {
    const { capacity } = this.#current();
    const linkElements = capacity.linkElements.map((elements, k) => (k === space ? elements * 2 : elements));
    this.#moved({ ...capacity, linkElements });
  }

  /** Another instance with what was put in and what came out so far. */
  #moved(capacity: Capacity): void {
    const before = this.#current();
    const old = this.#buffers;
    this.#instance = this.#made(capacity);
    const { memory, layout } = this.#instance;
    this.#buffers = this.#laid(this.#instance);
    if (old !== undefined) copyBuffers(old, this.#buffers);
    for (const { name, width } of this.#program.outputs) {
      const outputs = [
        view(before.memory, width, addressOf(before.layout.outputs, name), this.#shape.rows),
        view(memory, width, addressOf(layout.outputs, name), this.#shape.rows),
      ] as [Int32Array, Int32Array];
      outputs[1].set(outputs[0]);
    }
    this.#pad();
  }
}

function addressOf<Key>(addresses: ReadonlyMap<Key, number>, key: Key): number {
  const address = addresses.get(key);
  if (address === undefined) throw new Error('No such place in memory.');
  return address;
}

function copyBuffers(from: ShardBuffers, to: ShardBuffers): void {
  for (const [fact, column] of to.columns) (column as Int32Array).set(from.columns.get(fact) as Int32Array);
  if (from.households && to.households) {
    to.households.offsets.set(from.households.offsets);
    to.households.of.set(from.households.of);
  }
  for (const [relation, table] of to.links) {
    const found = from.links.get(relation);
    if (found === undefined) continue;
    table.offsets.set(found.offsets);
    table.targets.set(found.targets);
  }
}

function holds(capacity: Capacity, { rows, households, links }: ShardShape): boolean {
  const linksFit = Object.entries(links).every(
    ([relation, count]) => count <= (capacity.links[relation as LinkRelation] ?? 0),
  );
  return rows <= capacity.rows && households <= capacity.households && linksFit;
}

/** Room for the shard, with a little more, so that the next one finds it too. */
function enlarged(known: Capacity | undefined, shape: ShardShape, program: LaneProgram): Capacity {
  const more = (before: number | undefined, now: number): number =>
    before !== undefined && before >= now ? before : Math.ceil(now * 1.1);
  const links = Object.fromEntries(
    Object.entries(shape.links).map(([relation, count]) => [
      relation,
      more(known?.links[relation as LinkRelation], count),
    ]),
  );
  return {
    rows: more(known?.rows, shape.rows),
    households: more(known?.households, shape.households),
    links,
    blockRows: known?.blockRows ?? blockRows,
    blockHouseholds: known?.blockHouseholds ?? blockRows,
    linkElements: known?.linkElements ?? program.links.map(() => 2 * blockRows),
  };
}
