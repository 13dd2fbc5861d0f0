import type { Space } from '../../plan/plan.ts';

/**
 * What is done to each element of a space, as straight-line code over lanes: 32-bit and 64-bit whole numbers and masks (all ones or all
 * zeros). The back ends need know nothing of rules, and nothing of what is unknown: that has become masks.
 */
export type Lane = 'i32' | 'i64' | 'mask';

/** A value kept for each element of a space of the block. */
export interface Slot {
  readonly id: number;
  readonly space: Space;
  readonly lane: Lane;
}

/** A running sum over the elements of a space, by differences of which each outer element has its own sum. */
export interface Counter {
  readonly id: number;
  readonly space: Space;
  readonly lane: 'i32' | 'i64';
}

/** A column of the register, and how many spaces further out its person stands. */
interface ColumnRead {
  readonly fact: string;
  readonly outward: number;
}

export type LaneOp =
  | { readonly op: 'constant'; readonly value: bigint | boolean }
  | ({ readonly op: 'column'; readonly width: 8 | 32 | 64 } & ColumnRead)
  | { readonly op: 'load'; readonly slot: Slot; readonly outward: number }
  /** How many elements of the inner space the element has. */
  | { readonly op: 'size'; readonly space: Space }
  | { readonly op: 'difference'; readonly counter: Counter }
  | {
      readonly op:
        | 'add'
        | 'subtract'
        | 'multiply'
        | 'minimum'
        | 'maximum'
        | 'equal'
        | 'less'
        | 'at-most'
        | 'and'
        | 'or';
    }
  | { readonly op: 'negate' | 'absolute' | 'not' | 'widen' | 'narrow' }
  | { readonly op: 'floor-divide' | 'modulo'; readonly by: bigint }
  /** The mask of where a bit is set. */
  | { readonly op: 'bit'; readonly bit: number }
  | { readonly op: 'select' };

export type LaneValue = LaneOp & { readonly id: number; readonly lane: Lane; readonly args: readonly LaneValue[] };

/** Where a value of a stage goes. */
export type Sink =
  | { readonly kind: 'keep'; readonly slot: Slot; readonly value: LaneValue }
  /** A household's value, kept for each of its rows: the slot is of the rows. */
  | { readonly kind: 'spread'; readonly slot: Slot; readonly value: LaneValue }
  /** Adds the number, or one where the mask is set. */
  | { readonly kind: 'sum'; readonly counter: Counter; readonly value: LaneValue }
  | { readonly kind: 'output'; readonly output: Output; readonly value: LaneValue };

/** A column that a run writes: one value for each row of the shard. */
export interface Output {
  readonly name: string;
  readonly width: 8 | 32 | 64;
}

export interface LaneStage {
  readonly space: Space;
  /** In order; each uses only those before it. */
  readonly values: readonly LaneValue[];
  readonly sinks: readonly Sink[];
}

/** A whole program: for each block of whole households, the inner spaces are laid out and the stages run in order. */
export interface LaneProgram {
  readonly stages: readonly LaneStage[];
  /** Inner spaces beyond households and rows, outer ones first. */
  readonly links: readonly Space[];
  readonly slots: readonly Slot[];
  readonly counters: readonly Counter[];
  readonly outputs: readonly Output[];
  readonly facts: readonly { readonly fact: string; readonly width: 8 | 32 | 64 }[];
  /** Whether household offsets are read at all; otherwise a block may be any rows. */
  readonly usesHouseholds: boolean;
}

/** Makes lane values, each once. */
export class LaneBuilder {
  readonly values: LaneValue[] = [];
  readonly #known = new Map<string, LaneValue>();

  make(body: LaneOp, lane: Lane, args: readonly LaneValue[] = []): LaneValue {
    const key = `${lane} ${keyOf(body)} ${args.map(({ id }) => id).join(' ')}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made: LaneValue = { ...body, lane, args, id: this.values.length };
    this.#known.set(key, made);
    this.values.push(made);
    return made;
  }

  number(value: bigint, lane: 'i32' | 'i64' = 'i32'): LaneValue {
    return this.make({ op: 'constant', value }, lane);
  }

  mask(value: boolean): LaneValue {
    return this.make({ op: 'constant', value }, 'mask');
  }

  and(a: LaneValue, b: LaneValue): LaneValue {
    if (a === b || isMask(b, true) || isMask(a, false)) return a;
    return isMask(a, true) || isMask(b, false) ? b : this.make({ op: 'and' }, 'mask', [a, b]);
  }

  or(a: LaneValue, b: LaneValue): LaneValue {
    if (a === b || isMask(b, false) || isMask(a, true)) return a;
    return isMask(a, false) || isMask(b, true) ? b : this.make({ op: 'or' }, 'mask', [a, b]);
  }

  not(a: LaneValue): LaneValue {
    if (a.op === 'constant') return this.mask(a.value !== true);
    const [inner] = a.args;
    return a.op === 'not' && inner ? inner : this.make({ op: 'not' }, 'mask', [a]);
  }

  compare(op: 'equal' | 'less' | 'at-most', a: LaneValue, b: LaneValue): LaneValue {
    if (a === b) return this.mask(op !== 'less');
    return this.make({ op }, 'mask', [a, b]);
  }

  select(mask: LaneValue, a: LaneValue, b: LaneValue): LaneValue {
    if (a === b || isMask(mask, true)) return a;
    const [inner] = mask.args;
    if (mask.op === 'not' && inner) return this.select(inner, b, a);
    // Where the same mask decided once, the arm is known.
    if (a.op === 'select' && a.args[0] === mask && a.args[1]) return this.select(mask, a.args[1], b);
    if (b.op === 'select' && b.args[0] === mask && b.args[2]) return this.select(mask, a, b.args[2]);
    return isMask(mask, false) ? b : this.make({ op: 'select' }, a.lane, [mask, a, b]);
  }

  /** The number in a lane of that width. */
  as(lane: 'i32' | 'i64', value: LaneValue): LaneValue {
    if (value.lane === lane) return value;
    if (value.op === 'constant') return this.make({ op: 'constant', value: value.value }, lane);
    return this.make({ op: lane === 'i64' ? 'widen' : 'narrow' }, lane, [value]);
  }
}

const isMask = (value: LaneValue, wanted: boolean): boolean => value.op === 'constant' && value.value === wanted;

function keyOf(body: LaneOp): string {
  if (body.op === 'constant') return `constant ${body.value}`;
  if (body.op === 'column') return `column ${body.fact} ${body.outward}`;
  if (body.op === 'load') return `load ${body.slot.id} ${body.outward}`;
  if (body.op === 'size') return `size ${body.space.scope.id}`;
  if (body.op === 'difference') return `difference ${body.counter.id}`;
  if (body.op === 'bit') return `bit ${body.bit}`;
  return 'by' in body ? `${body.op} ${body.by}` : body.op;
}
