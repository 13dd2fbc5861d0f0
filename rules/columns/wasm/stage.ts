import type { Space } from '../../plan/plan.ts';
import type { Counter, LaneProgram, LaneStage, LaneValue, Sink } from '../lanes/lanes.ts';
import { blockParams, ElementCode, firstRow, type Four, rows } from './element-code.ts';
import {
  access,
  accessLane,
  block,
  br,
  brIf,
  type Code,
  comment,
  i32Const,
  i32x4Const,
  i64x2Const,
  localGet,
  localSet,
  localTee,
  loop,
} from './instructions.ts';
import type { Layout } from './layout.ts';
import type { WasmFunction } from './module.ts';
import {
  lanes4,
  lastLane,
  lastPair,
  operate,
  type Place,
  shiftedByOne,
  shiftedByTwo,
  splat32,
  splat64,
} from './vectors.ts';

/** One pass over the elements of a space, four at a time. */
export function stageFunction(program: LaneProgram, layout: Layout, stage: LaneStage, name: string): WasmFunction {
  return new StageEmitter(program, layout, stage).emit(name);
}

/** The four households' last rows, which sums and spreading both need. */
const endOfRows = 'end of rows';

class StageEmitter {
  readonly #program: LaneProgram;
  readonly #layout: Layout;
  readonly #stage: LaneStage;
  readonly #code: ElementCode;
  readonly #places = new Map<LaneValue, Place>();

  constructor(program: LaneProgram, layout: Layout, stage: LaneStage) {
    this.#program = program;
    this.#layout = layout;
    this.#stage = stage;
    this.#code = new ElementCode(program, layout, stage.space);
  }

  emit(name: string): WasmFunction {
    const { space, values, sinks } = this.#stage;
    const end = this.#code.local('i32', 'end');
    for (const value of values) this.#value(value);
    for (const sink of sinks) this.#sink(sink);
    const body: Code = [
      comment(`${space.kind}, level by level`),
      this.#code.count(space),
      i32Const(2),
      'i32.shl',
      localSet(end),
      this.#code.before,
      block('done', [
        [localGet(end), 'i32.eqz', brIf('done')],
        loop('four', [
          this.#code.body,
          [localGet(this.#code.at), i32Const(16), 'i32.add', localSet(this.#code.at)],
          [localGet(this.#code.at), localGet(end), 'i32.lt_u', brIf('four')],
          br('done'),
        ]),
      ]),
    ];
    return { name, exported: false, params: blockParams, results: [], locals: this.#code.locals, body };
  }

  #value(value: LaneValue): void {
    const to: Place =
      value.lane === 'i64' ? [this.#code.local('v128'), this.#code.local('v128')] : [this.#code.local('v128')];
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
      case 'bit':
      case 'widen':
      case 'narrow':
        this.#code.body.push(operate(value, (one) => this.#placeOf(one), to, this.#code));
    }
  }

  #placeOf(value: LaneValue): Place {
    const place = this.#places.get(value);
    if (place === undefined) throw new Error('A value was used before it was made.');
    return place;
  }

  #constant(value: bigint | boolean, to: Place): void {
    if (typeof value === 'boolean') this.#code.before.push(i32x4Const(value ? -1 : 0), localSet(to[0]));
    else if (to.length === 1) this.#code.before.push(i32x4Const(Number(value)), localSet(to[0]));
    else this.#code.before.push(i64x2Const(value), localSet(to[0]), i64x2Const(value), localSet(to[1]));
  }

  #column(fact: string, width: 8 | 32 | 64, outward: number, to: Place): void {
    const base = this.#layout.columns.get(fact);
    if (base === undefined) throw new Error(`No column ${fact}.`);
    if (outward === 0 && this.#stage.space.kind === 'rows') {
      this.#code.body.push(this.#contiguous(base, width, to));
      return;
    }
    const { space, four } = outward === 0 ? this.#ownRows() : this.#code.outward(outward);
    const isRow = space.kind === 'rows';
    const people = isRow ? four : outward === 0 ? four : this.#rowsOf(space, four, outward);
    if (width === 8) this.#code.gather8(people, base, to[0], isRow);
    else if (width === 64) this.#code.gather64(people, base, to, isRow);
    else this.#code.body.push(this.#code.gather(people, base, isRow), localSet(to[0]));
  }

  /** The rows of the people whom the four elements of a link space are. */
  #ownRows(): { readonly space: Space; readonly four: Four } {
    const { space } = this.#stage;
    const { rows: base } = this.#code.placed(space);
    return { space, four: this.#code.four('person 0', () => [localGet(this.#code.at), access('v128.load', base)]) };
  }

  #rowsOf(space: Space, four: Four, outward: number): Four {
    const { rows: base } = this.#code.placed(space);
    return this.#code.four(`person ${outward}`, () => this.#code.gather(four, base, false));
  }

  #contiguous(base: number, width: 8 | 32 | 64, to: Place): Code {
    const pointer = this.#code.rowPointer(width);
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
      if (to.length === 1) this.#code.body.push(localGet(this.#code.at), access('v128.load', base), localSet(to[0]));
      else
        this.#code.body.push(
          [this.#code.at64(), access('v128.load', base), localSet(to[0])],
          [this.#code.at64(), access('v128.load', base + 16), localSet(to[1])],
        );
      return;
    }
    const { four } = this.#code.outward(outward);
    if (to.length === 1) this.#code.body.push(this.#code.gather(four, base, false), localSet(to[0]));
    else this.#code.gather64(four, base, to, false);
  }

  /** Where the four elements' own elements end, and begin, in the inner space. */
  #offsets(inner: Space): { readonly ends: Code; readonly starts: Code } {
    if (inner.kind !== 'rows') {
      const { offsets: base } = this.#code.placed(inner);
      const local = (offset: number): Code => [localGet(this.#code.at), access('v128.load', base + offset, 4)];
      return { starts: local(0), ends: local(4) };
    }
    const base = this.#layout.householdOffsets;
    // The last four may hold households of the next block: they end where this block does.
    const local = (offset: number): Code => [
      [this.#code.householdPointer(), access('v128.load', base + offset, 4)],
      [this.#code.once('first row', 'v128', [localGet(firstRow), 'i32x4.splat']), 'i32x4.sub'],
      [this.#code.once('rows', 'v128', [localGet(rows), 'i32x4.splat']), 'i32x4.min_s'],
    ];
    return { starts: local(0), ends: local(4) };
  }

  #rows(): Space {
    const rowSpace = this.#program.stages.find(({ space }) => space.kind === 'rows')?.space;
    if (rowSpace === undefined) throw new Error('No stage works rows.');
    return rowSpace;
  }

  #size(inner: Space, to: Place): void {
    const { starts, ends } = this.#offsets(inner);
    this.#code.body.push(ends, starts, 'i32x4.sub', localSet(to[0]));
  }

  /** The sum up to each element's end, less that up to its start, which is the end of the one before. */
  #difference({ id, space, lane: width }: Counter, to: Place): void {
    const base = this.#layout.counters.get(id);
    if (base === undefined) throw new Error('No such sum.');
    const key = space.kind === 'rows' ? endOfRows : `end ${space.scope.id}`;
    const four = this.#code.four(key, () => this.#offsets(space).ends);
    if (width === 'i32') {
      const [ends, before] = [this.#code.local('v128'), this.#code.local('v128')];
      this.#code.before.push(i32x4Const(0), localSet(before));
      this.#code.body.push(
        [this.#code.gather(four, base, false), localSet(ends)],
        [localGet(ends), localGet(before), localGet(ends), shiftedByOne, 'i32x4.sub', localSet(to[0])],
        [localGet(ends), localSet(before)],
      );
      return;
    }
    if (to.length === 1) throw new Error('A wide sum has two places.');
    const [low, high, before] = [this.#code.local('v128'), this.#code.local('v128'), this.#code.local('v128')];
    this.#code.before.push(i64x2Const(0n), localSet(before));
    this.#code.gather64(four, base, [low, high], false);
    this.#code.body.push(
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
      case 'spread':
        this.#spread(sink.slot.id, place);
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
    if (place.length === 1)
      this.#code.body.push(localGet(this.#code.at), localGet(place[0]), access('v128.store', base));
    else
      this.#code.body.push(
        [this.#code.at64(), localGet(place[0]), access('v128.store', base)],
        [this.#code.at64(), localGet(place[1]), access('v128.store', base + 16)],
      );
  }

  /**
   * A household's value at each of its rows: by whole vectors, since the next household writes over what was too much. Two vectors, enough
   * for most families, are written without a branch that nobody can foresee.
   */
  #spread(slot: number, place: Place): void {
    const base = this.#layout.slots.get(slot);
    if (base === undefined) throw new Error('No such slot.');
    const code = this.#code;
    const bytes = place.length === 2 ? 8 : 4;
    const ends = this.#code.four(endOfRows, () => this.#offsets(this.#rows()).ends);
    const before = this.#code.integer();
    const wide: Code = bytes === 8 ? [i32Const(1), 'i32.shl'] : [];
    for (const n of lanes4) {
      const [at, end, value] = [code.integer(), code.integer(), code.vector()];
      const from = place[n > 1 && place.length === 2 ? 1 : 0] ?? place[0];
      const splat: Code = place.length === 2 ? [splat64[n % 2 === 0 ? 0 : 1]] : [splat32[n]];
      const start = n === 0 ? before : ends[(n - 1) as 0 | 1 | 2];
      const store: Code = [0, 16].map((offset): Code => [
        localGet(at),
        localGet(value),
        access('v128.store', base + offset, 4),
      ]);
      code.body.push(
        [localGet(from), localGet(from), splat, localSet(value)],
        [localGet(start), wide, localSet(at), localGet(ends[n]), wide, localSet(end)],
        store,
        block('spread', [
          loop('more', [
            [localGet(at), i32Const(32), 'i32.add', localTee(at)],
            [localGet(end), 'i32.ge_s', brIf('spread')],
            store,
            br('more'),
          ]),
        ]),
      );
    }
    code.body.push(localGet(ends[3]), localSet(before));
  }

  /** Sums up to and with each element stand one place further: before the first stands 0. */
  #sum({ id, lane: width }: Counter, value: LaneValue, place: Place): void {
    const base = this.#layout.counters.get(id);
    if (base === undefined) throw new Error('No such sum.');
    const carry = this.#code.local('v128');
    if (width === 'i32') {
      const [zero, sums] = [this.#code.local('v128'), this.#code.local('v128')];
      this.#code.before.push(i32x4Const(0), localSet(carry), i32x4Const(0), localSet(zero));
      this.#code.before.push(i32Const(0), i32Const(0), access('i32.store', base));
      this.#code.body.push(
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
        [localGet(this.#code.at), localGet(sums), access('v128.store', base + 4, 4)],
        [localGet(sums), localGet(sums), lastLane, localSet(carry)],
      );
      return;
    }
    if (place.length === 1) throw new Error('A wide sum has two places.');
    const [zero, low, high] = [this.#code.local('v128'), this.#code.local('v128'), this.#code.local('v128')];
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
    this.#code.before.push(i64x2Const(0n), localSet(carry), i64x2Const(0n), localSet(zero));
    this.#code.before.push(i32Const(0), i64x2Const(0n), accessLane('v128.store64_lane', 0, base));
    this.#code.body.push(
      within(place[0], low),
      within(place[1], high),
      [this.#code.at64(), localGet(low), access('v128.store', base + 8, 8)],
      [this.#code.at64(), localGet(high), access('v128.store', base + 24, 8)],
    );
  }

  #output(name: string, width: 8 | 32 | 64, place: Place): void {
    const base = this.#layout.outputs.get(name);
    if (base === undefined) throw new Error(`No result ${name}.`);
    const pointer = this.#code.rowPointer(width);
    if (width === 32) this.#code.body.push(pointer, localGet(place[0]), access('v128.store', base, 4));
    else if (width === 8)
      this.#code.body.push(
        pointer,
        [localGet(place[0]), localGet(place[0]), 'i16x8.narrow_i32x4_s'],
        [localGet(place[0]), localGet(place[0]), 'i16x8.narrow_i32x4_s', 'i8x16.narrow_i16x8_s'],
        accessLane('v128.store32_lane', 0, base, 1),
      );
    else if (place.length === 2)
      this.#code.body.push(
        [pointer, localGet(place[0]), access('v128.store', base, 8)],
        [pointer, localGet(place[1]), access('v128.store', base + 16, 8)],
      );
  }
}
