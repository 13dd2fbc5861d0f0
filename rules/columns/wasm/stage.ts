import type { Space } from '../../plan/plan.ts';
import type { Counter, LaneProgram, LaneStage, LaneValue, Sink } from '../lanes.ts';
import {
  access,
  accessLane,
  block,
  brIf,
  br,
  type Code,
  comment,
  i32Const,
  i32x4Const,
  i64x2Const,
  lane,
  localGet,
  localSet,
  loop,
} from './instructions.ts';
import type { Layout } from './layout.ts';
import type { WasmFunction, WasmLocal } from './module.ts';
import { lanes4, lastLane, lastPair, type Locals, operate, type Place, shiftedByOne, shiftedByTwo } from './vectors.ts';

/** Parameters of every stage. */
const [firstRow, rows, firstHousehold, households] = [0, 1, 2, 3];
export const blockParams: readonly WasmLocal[] = [
  { type: 'i32', name: 'firstRow' },
  { type: 'i32', name: 'rows' },
  { type: 'i32', name: 'firstHousehold' },
  { type: 'i32', name: 'households' },
];

/** One pass over the elements of a space, four at a time. */
export function stageFunction(program: LaneProgram, layout: Layout, stage: LaneStage, name: string): WasmFunction {
  return new StageEmitter(program, layout, stage).emit(name);
}

/** Elements of other spaces that the current four belong to: as locals of indexes. */
type Four = readonly [number, number, number, number];

class StageEmitter {
  readonly #program: LaneProgram;
  readonly #layout: Layout;
  readonly #stage: LaneStage;
  readonly #locals: WasmLocal[] = [];
  /** Before the loop: constants, carries, bases. */
  readonly #before: Code[number][] = [];
  readonly #body: Code[number][] = [];
  readonly #places = new Map<LaneValue, Place>();
  readonly #elements = new Map<string, Four>();
  /** Bytes from the first element of the block, four a 32-bit element. */
  readonly #at: number;
  readonly #pointers = new Map<string, number>();
  readonly #allocate: Locals;

  constructor(program: LaneProgram, layout: Layout, stage: LaneStage) {
    this.#program = program;
    this.#layout = layout;
    this.#stage = stage;
    this.#allocate = { vector: () => this.#local('v128'), integer: () => this.#local('i32') };
    this.#at = this.#local('i32', 'at');
  }

  emit(name: string): WasmFunction {
    const { space, values, sinks } = this.#stage;
    const end = this.#local('i32', 'end');
    for (const value of values) this.#value(value);
    for (const sink of sinks) this.#sink(sink);
    const body: Code = [
      comment(`${space.kind}, level by level`),
      this.#count(space),
      i32Const(2),
      'i32.shl',
      localSet(end),
      this.#before,
      block('done', [
        [localGet(end), 'i32.eqz', brIf('done')],
        loop('four', [
          this.#body,
          [localGet(this.#at), i32Const(16), 'i32.add', localSet(this.#at)],
          [localGet(this.#at), localGet(end), 'i32.lt_u', brIf('four')],
          br('done'),
        ]),
      ]),
    ];
    return { name, exported: false, params: blockParams, results: [], locals: this.#locals, body };
  }

  #local(type: WasmLocal['type'], name?: string): number {
    this.#locals.push(name === undefined ? { type } : { type, name });
    return blockParams.length + this.#locals.length - 1;
  }

  #linkOf(space: Space): number {
    const k = this.#program.links.indexOf(space);
    if (k < 0) throw new Error('A space that is no link space.');
    return k;
  }

  #placed(space: Space): Layout['spaces'][number] {
    const found = this.#layout.spaces[this.#linkOf(space)];
    if (found === undefined) throw new Error('A link space without a place.');
    return found;
  }

  #count(space: Space): Code {
    if (space.kind === 'households') return [localGet(households)];
    if (space.kind === 'rows') return [localGet(rows)];
    return [i32Const(this.#layout.counts + 4 * this.#linkOf(space)), access('i32.load')];
  }

  /** A local that is worked out once for each four elements. */
  #pointer(key: string, code: () => Code): number {
    const known = this.#pointers.get(key);
    if (known !== undefined) return known;
    const local = this.#local('i32');
    this.#body.push(code(), localSet(local));
    this.#pointers.set(key, local);
    return local;
  }

  /** Bytes from the first row of the shard, of columns so wide. */
  #rowPointer(width: 8 | 32 | 64): Code {
    const four = this.#pointer('row', () => [
      [localGet(firstRow), i32Const(2), 'i32.shl'],
      localGet(this.#at),
      'i32.add',
    ]);
    if (width === 32) return [localGet(four)];
    if (width === 8) return [localGet(this.#pointer('row8', () => [localGet(four), i32Const(2), 'i32.shr_u']))];
    return [localGet(this.#pointer('row64', () => [localGet(four), i32Const(1), 'i32.shl']))];
  }

  #householdPointer(): Code {
    return [
      localGet(
        this.#pointer('household', () => [
          [localGet(firstHousehold), i32Const(2), 'i32.shl'],
          localGet(this.#at),
          'i32.add',
        ]),
      ),
    ];
  }

  /** Bytes from a block's first element, where each takes eight. */
  #at64(): Code {
    return [localGet(this.#pointer('at64', () => [localGet(this.#at), i32Const(1), 'i32.shl']))];
  }

  #four(key: string, vector: () => Code): Four {
    const known = this.#elements.get(key);
    if (known !== undefined) return known;
    const [held, a, b, c, d] = [this.#local('v128'), ...lanes4.map(() => this.#local('i32'))] as [number, ...Four];
    const four: Four = [a, b, c, d];
    this.#body.push(vector(), localSet(held));
    lanes4.forEach((n) => this.#body.push(localGet(held), lane('i32x4.extract_lane', n), localSet(four[n])));
    this.#elements.set(key, four);
    return four;
  }

  /** Which elements of a space further out the four belong to (`hops` at least 1), and that space. */
  #outward(hops: number): { readonly space: Space; readonly four: Four } {
    let { space } = this.#stage;
    let four: Four | undefined;
    for (let hop = 0; hop < hops; hop += 1) {
      const from = four;
      const here = space;
      const { outer } = space;
      if (outer === undefined) throw new Error('There is no space further out.');
      four = this.#four(`element ${hop + 1}`, () =>
        here.kind === 'rows' ? this.#householdOf(from) : this.#fromLinks(here, from),
      );
      space = outer;
    }
    if (four === undefined) throw new Error('Own elements are read in a row.');
    return { space, four };
  }

  /** The households of rows of the block, counted from the block's first. */
  #householdOf(elements: Four | undefined): Code {
    const base = this.#layout.householdOf;
    const found: Code =
      elements === undefined ? [this.#rowPointer(32), access('v128.load', base)] : this.#gather(elements, base, true);
    return [found, localGet(firstHousehold), 'i32x4.splat', 'i32x4.sub'];
  }

  #fromLinks(space: Space, elements: Four | undefined): Code {
    const base = this.#placed(space).from;
    return elements === undefined
      ? [localGet(this.#at), access('v128.load', base)]
      : this.#gather(elements, base, false);
  }

  /** 32-bit values of four elements as one vector; `ofShard` when the index counts from the block's first row in a column of the shard. */
  #gather(four: Four, base: number, ofShard: boolean): Code {
    const held = this.#local('v128');
    const address = (n: (typeof lanes4)[number]): Code => [
      localGet(four[n]),
      ofShard ? [localGet(firstRow), 'i32.add'] : [],
      i32Const(2),
      'i32.shl',
    ];
    return [
      [address(0), access('v128.load32_zero', base), localSet(held)],
      ([1, 2, 3] as const).map((n): Code => [
        address(n),
        localGet(held),
        accessLane('v128.load32_lane', n, base),
        localSet(held),
      ]),
      localGet(held),
    ];
  }

  #gather64(four: Four, base: number, to: Place, ofShard: boolean): void {
    const address = (n: (typeof lanes4)[number]): Code => [
      localGet(four[n]),
      ofShard ? [localGet(firstRow), 'i32.add'] : [],
      i32Const(3),
      'i32.shl',
    ];
    const pair = (first: 0 | 2, local: number | undefined): void => {
      if (local === undefined) throw new Error('A wide value has two places.');
      this.#body.push(
        [address(first), access('v128.load64_zero', base), localSet(local)],
        [address((first + 1) as 1 | 3), localGet(local), accessLane('v128.load64_lane', 1, base), localSet(local)],
      );
    };
    pair(0, to[0]);
    pair(2, to[1]);
  }

  #gather8(four: Four, base: number, to: number, ofShard: boolean): void {
    for (const n of lanes4) {
      const address: Code = [localGet(four[n]), ofShard ? [localGet(firstRow), 'i32.add'] : []];
      this.#body.push([
        localGet(to),
        address,
        access('i32.load8_s', base),
        lane('i32x4.replace_lane', n),
        localSet(to),
      ]);
    }
  }

  #value(value: LaneValue): void {
    const to: Place = value.lane === 'i64' ? [this.#local('v128'), this.#local('v128')] : [this.#local('v128')];
    this.#places.set(value, to);
    switch (value.op) {
      case 'constant':
        this.#constant(value.value, to);
        return;
      case 'column':
        this.#column(value.fact, value.width, value.outward, to);
        return;
      case 'load':
        this.#load(value.slot.id, value.outward, to);
        return;
      case 'size':
        this.#size(value.space, to);
        return;
      case 'difference':
        this.#difference(value.counter, to);
        return;
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'minimum':
      case 'maximum':
      case 'negate':
      case 'absolute':
      case 'floor-divide':
      case 'modulo':
      case 'equal':
      case 'less':
      case 'at-most':
      case 'and':
      case 'or':
      case 'not':
      case 'select':
      case 'widen':
      case 'narrow':
        this.#body.push(
          operate(
            value,
            value.args.map((arg) => this.#placeOf(arg)),
            to,
            this.#allocate,
          ),
        );
    }
  }

  #placeOf(value: LaneValue): Place {
    const place = this.#places.get(value);
    if (place === undefined) throw new Error('A value was used before it was made.');
    return place;
  }

  #constant(value: bigint | boolean, to: Place): void {
    if (typeof value === 'boolean') this.#before.push(i32x4Const(value ? -1 : 0), localSet(to[0]));
    else if (to.length === 1) this.#before.push(i32x4Const(Number(value)), localSet(to[0]));
    else this.#before.push(i64x2Const(value), localSet(to[0]), i64x2Const(value), localSet(to[1]));
  }

  #column(fact: string, width: 8 | 32 | 64, outward: number, to: Place): void {
    const base = this.#layout.columns.get(fact);
    if (base === undefined) throw new Error(`No column ${fact}.`);
    if (outward === 0 && this.#stage.space.kind === 'rows') {
      this.#body.push(this.#contiguous(base, width, to));
      return;
    }
    const { space, four } = outward === 0 ? this.#ownRows() : this.#outward(outward);
    const isRow = space.kind === 'rows';
    const people = isRow ? four : outward === 0 ? four : this.#rowsOf(space, four, outward);
    if (width === 8) this.#gather8(people, base, to[0], isRow);
    else if (width === 64) this.#gather64(people, base, to, isRow);
    else this.#body.push(this.#gather(people, base, isRow), localSet(to[0]));
  }

  /** The rows of the people whom the four elements of a link space are. */
  #ownRows(): { readonly space: Space; readonly four: Four } {
    const { space } = this.#stage;
    const { rows: base } = this.#placed(space);
    return { space, four: this.#four('person 0', () => [localGet(this.#at), access('v128.load', base)]) };
  }

  #rowsOf(space: Space, four: Four, outward: number): Four {
    const { rows: base } = this.#placed(space);
    return this.#four(`person ${outward}`, () => this.#gather(four, base, false));
  }

  #contiguous(base: number, width: 8 | 32 | 64, to: Place): Code {
    const pointer = this.#rowPointer(width);
    if (width === 32) return [pointer, access('v128.load', base, 4), localSet(to[0])];
    if (width === 8)
      return [
        pointer,
        access('v128.load32_zero', base, 1),
        'i16x8.extend_low_i8x16_s',
        'i32x4.extend_low_i16x8_s',
        localSet(to[0]),
      ];
    if (to.length === 1) throw new Error('A wide value has two places.');
    return [
      [pointer, access('v128.load', base, 8), localSet(to[0])],
      [pointer, access('v128.load', base + 16, 8), localSet(to[1])],
    ];
  }

  #load(slot: number, outward: number, to: Place): void {
    const base = this.#layout.slots.get(slot);
    if (base === undefined) throw new Error('No such slot.');
    if (outward === 0) {
      if (to.length === 1) this.#body.push(localGet(this.#at), access('v128.load', base), localSet(to[0]));
      else
        this.#body.push(
          [this.#at64(), access('v128.load', base), localSet(to[0])],
          [this.#at64(), access('v128.load', base + 16), localSet(to[1])],
        );
      return;
    }
    const { four } = this.#outward(outward);
    if (to.length === 1) this.#body.push(this.#gather(four, base, false), localSet(to[0]));
    else this.#gather64(four, base, to, false);
  }

  /** Where the four elements' own elements end, and begin, in the inner space. */
  #offsets(inner: Space): { readonly ends: Code; readonly starts: Code } {
    if (inner.kind === 'rows') {
      const base = this.#layout.householdOffsets;
      const local = (offset: number): Code => [
        this.#householdPointer(),
        access('v128.load', base + offset, 4),
        localGet(firstRow),
        'i32x4.splat',
        'i32x4.sub',
      ];
      return { starts: local(0), ends: local(4) };
    }
    const { offsets: base } = this.#placed(inner);
    const local = (offset: number): Code => [localGet(this.#at), access('v128.load', base + offset, 4)];
    return { starts: local(0), ends: local(4) };
  }

  #size(inner: Space, to: Place): void {
    const { starts, ends } = this.#offsets(inner);
    this.#body.push(ends, starts, 'i32x4.sub', localSet(to[0]));
  }

  /** The sum up to each element's end, less that up to its start, which is the end of the one before. */
  #difference({ id, space, lane: width }: Counter, to: Place): void {
    const base = this.#layout.counters.get(id);
    if (base === undefined) throw new Error('No such sum.');
    const four = this.#four(`end ${space.scope.id}`, () => this.#offsets(space).ends);
    if (width === 'i32') {
      const [ends, before] = [this.#local('v128'), this.#local('v128')];
      this.#before.push(i32x4Const(0), localSet(before));
      this.#body.push(
        [this.#gather(four, base, false), localSet(ends)],
        [localGet(ends), localGet(before), localGet(ends), shiftedByOne, 'i32x4.sub', localSet(to[0])],
        [localGet(ends), localSet(before)],
      );
      return;
    }
    if (to.length === 1) throw new Error('A wide sum has two places.');
    const [low, high, before] = [this.#local('v128'), this.#local('v128'), this.#local('v128')];
    this.#before.push(i64x2Const(0n), localSet(before));
    this.#gather64(four, base, [low, high], false);
    this.#body.push(
      [localGet(low), localGet(before), localGet(low), shiftedByTwo, 'i64x2.sub', localSet(to[0])],
      [localGet(high), localGet(low), localGet(high), shiftedByTwo, 'i64x2.sub', localSet(to[1])],
      [localGet(high), localSet(before)],
    );
  }

  #sink(sink: Sink): void {
    const place = this.#placeOf(sink.value);
    switch (sink.kind) {
      case 'keep':
        this.#keep(sink.slot.id, place);
        return;
      case 'sum':
        this.#sum(sink.counter, sink.value, place);
        return;
      case 'output':
        this.#output(sink.output.name, sink.output.width, place);
    }
  }

  #keep(slot: number, place: Place): void {
    const base = this.#layout.slots.get(slot);
    if (base === undefined) throw new Error('No such slot.');
    if (place.length === 1) this.#body.push(localGet(this.#at), localGet(place[0]), access('v128.store', base));
    else
      this.#body.push(
        [this.#at64(), localGet(place[0]), access('v128.store', base)],
        [this.#at64(), localGet(place[1]), access('v128.store', base + 16)],
      );
  }

  /** Sums up to and with each element stand one place further: before the first stands 0. */
  #sum({ id, lane: width }: Counter, value: LaneValue, place: Place): void {
    const base = this.#layout.counters.get(id);
    if (base === undefined) throw new Error('No such sum.');
    const carry = this.#local('v128');
    if (width === 'i32') {
      const [zero, sums] = [this.#local('v128'), this.#local('v128')];
      this.#before.push(i32x4Const(0), localSet(carry), i32x4Const(0), localSet(zero));
      this.#before.push(i32Const(0), i32Const(0), access('i32.store', base));
      this.#body.push(
        [localGet(place[0]), value.lane === 'mask' ? ['i32x4.neg' as const] : [], localSet(sums)],
        [localGet(sums), localGet(zero), localGet(sums), shiftedByOne, 'i32x4.add', localSet(sums)],
        [
          localGet(sums),
          localGet(zero),
          localGet(sums),
          shiftedByTwo,
          'i32x4.add',
          localGet(carry),
          'i32x4.add',
          localSet(sums),
        ],
        [localGet(this.#at), localGet(sums), access('v128.store', base + 4, 4)],
        [localGet(sums), localGet(sums), lastLane, localSet(carry)],
      );
      return;
    }
    if (place.length === 1) throw new Error('A wide sum has two places.');
    const [zero, low, high] = [this.#local('v128'), this.#local('v128'), this.#local('v128')];
    const within = (part: number, to: number): Code => [
      [
        localGet(part),
        localGet(zero),
        localGet(part),
        shiftedByTwo,
        'i64x2.add',
        localGet(carry),
        'i64x2.add',
        localSet(to),
      ],
      [localGet(to), localGet(to), lastPair, localSet(carry)],
    ];
    this.#before.push(i64x2Const(0n), localSet(carry), i64x2Const(0n), localSet(zero));
    this.#before.push(i32Const(0), i64x2Const(0n), accessLane('v128.store64_lane', 0, base));
    this.#body.push(
      within(place[0], low),
      within(place[1], high),
      [this.#at64(), localGet(low), access('v128.store', base + 8, 8)],
      [this.#at64(), localGet(high), access('v128.store', base + 24, 8)],
    );
  }

  #output(name: string, width: 8 | 32 | 64, place: Place): void {
    const base = this.#layout.outputs.get(name);
    if (base === undefined) throw new Error(`No result ${name}.`);
    const pointer = this.#rowPointer(width);
    if (width === 32) this.#body.push(pointer, localGet(place[0]), access('v128.store', base, 4));
    else if (width === 8)
      this.#body.push(
        pointer,
        [localGet(place[0]), localGet(place[0]), 'i16x8.narrow_i32x4_s'],
        [localGet(place[0]), localGet(place[0]), 'i16x8.narrow_i32x4_s', 'i8x16.narrow_i16x8_s'],
        accessLane('v128.store32_lane', 0, base, 1),
      );
    else if (place.length === 2)
      this.#body.push(
        [pointer, localGet(place[0]), access('v128.store', base, 8)],
        [pointer, localGet(place[1]), access('v128.store', base + 16, 8)],
      );
  }
}
