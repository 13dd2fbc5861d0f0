import { accessLaneOpcodes, accessOpcodes, type laneOpcodes, type plainOpcodes } from './opcodes.ts';

/**
 * WebAssembly instructions as data: one list is encoded to bytes (module.ts) and printed as text (wat.ts).
 * An instruction without immediates is its name: `[localGet(0), localGet(1), 'i32x4.add', localSet(2)]`.
 */
export type Instruction =
  | PlainOperation
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'local'; readonly op: 'local.get' | 'local.set' | 'local.tee'; readonly local: number }
  | { readonly kind: 'i32.const'; readonly value: number }
  | { readonly kind: 'i64.const'; readonly value: bigint }
  | ({ readonly kind: 'v128.const' } & VectorValue)
  | { readonly kind: 'shuffle'; readonly lanes: readonly number[] }
  | { readonly kind: 'lane'; readonly op: LaneOperation; readonly lane: number }
  | { readonly kind: 'access'; readonly op: AccessOperation; readonly offset: number; readonly align: Alignment }
  | {
      readonly kind: 'access-lane';
      readonly op: AccessLaneOperation;
      readonly lane: number;
      readonly offset: number;
      readonly align: Alignment;
    }
  | {
      readonly kind: 'block';
      readonly op: 'block' | 'loop';
      readonly label: string;
      readonly result: ValueType | undefined;
      readonly body: Code;
    }
  | {
      readonly kind: 'if';
      readonly result: ValueType | undefined;
      readonly consequent: Code;
      readonly alternative: Code;
    }
  | { readonly kind: 'branch'; readonly op: 'br' | 'br_if'; readonly label: string }
  | { readonly kind: 'call'; readonly callee: string };

/** Instructions in order. Lists may stand in lists, so that parts are put together without copying. */
export type Code = readonly (Instruction | Code)[];

export type ValueType = 'i32' | 'i64' | 'f64' | 'v128';

type PlainOperation = keyof typeof plainOpcodes;
type LaneOperation = keyof typeof laneOpcodes;
type AccessOperation = keyof typeof accessOpcodes;
type AccessLaneOperation = keyof typeof accessLaneOpcodes;

/** In bytes. */
type Alignment = 1 | 2 | 4 | 8 | 16;

type VectorValue =
  | { readonly shape: 'i8x16' | 'i32x4' | 'f64x2'; readonly lanes: readonly number[] }
  | { readonly shape: 'i64x2'; readonly lanes: readonly bigint[] };

type Lane2 = 0 | 1;
type Lane4 = Lane2 | 2 | 3;
type Lane8 = Lane4 | 4 | 5 | 6 | 7;
type Lane16 = Lane8 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
type LaneOf<Operation extends string> = Operation extends `${string}64${string}`
  ? Lane2
  : Operation extends `${string}32${string}`
    ? Lane4
    : Operation extends `${'i16x8.' | 'v128.load16' | 'v128.store16'}${string}`
      ? Lane8
      : Lane16;

type Four<T> = readonly [T, T, T, T];
type Sixteen<T> = readonly [...Four<T>, ...Four<T>, ...Four<T>, ...Four<T>];

/** Shown in the text, absent from the bytes. */
export function comment(text: string): Instruction {
  return { kind: 'comment', text };
}

/** Parameters count first, then locals. */
export function localGet(local: number): Instruction {
  return { kind: 'local', op: 'local.get', local };
}

export function localSet(local: number): Instruction {
  return { kind: 'local', op: 'local.set', local };
}

export function localTee(local: number): Instruction {
  return { kind: 'local', op: 'local.tee', local };
}

/** Throws outside −2³¹ … 2³¹ − 1: a constant that wraps silently would be another amount. */
export function i32Const(value: number): Instruction {
  return { kind: 'i32.const', value: int32(value) };
}

/** Throws outside −2⁶³ … 2⁶³ − 1. */
export function i64Const(value: bigint): Instruction {
  return { kind: 'i64.const', value: int64(value) };
}

/** One value for every lane, or one for each. */
export function i32x4Const(...values: readonly [number] | Four<number>): Instruction {
  const lanes = values.length === 1 ? Array<number>(4).fill(values[0]) : values;
  return { kind: 'v128.const', shape: 'i32x4', lanes: lanes.map(int32) };
}

export function i64x2Const(...values: readonly [bigint] | readonly [bigint, bigint]): Instruction {
  return { kind: 'v128.const', shape: 'i64x2', lanes: [values[0], values[1] ?? values[0]].map(int64) };
}

export function f64x2Const(...values: readonly [number] | readonly [number, number]): Instruction {
  return { kind: 'v128.const', shape: 'f64x2', lanes: [values[0], values[1] ?? values[0]] };
}

/** Sixteen bytes, 0 to 255; a mask for `i8x16.swizzle`, for instance. */
export function i8x16Const(...bytes: Sixteen<number>): Instruction {
  const outside = bytes.find((byte) => (byte & 0xff) !== byte);
  if (outside !== undefined) throw new RangeError(`${outside} is not a byte`);
  return { kind: 'v128.const', shape: 'i8x16', lanes: bytes };
}

/** Sixteen bytes of two vectors one after another: 0 to 15 of the first, 16 to 31 of the second. */
export function shuffle(...lanes: Sixteen<number>): Instruction {
  const outside = lanes.find((lane) => (lane & 0x1f) !== lane);
  if (outside !== undefined) throw new RangeError(`There is no byte ${outside} in two vectors`);
  return { kind: 'shuffle', lanes };
}

export function lane<Operation extends LaneOperation>(op: Operation, of: LaneOf<Operation>): Instruction {
  return { kind: 'lane', op, lane: of };
}

/** A load or store at the address on the stack plus `offset` bytes. `align` is a promise about the address; without one it is natural. */
export function access(op: AccessOperation, offset = 0, align?: Alignment): Instruction {
  return { kind: 'access', op, offset, align: alignment(op, accessOpcodes[op][1], align) };
}

/** A load or store of one lane; see {@link access}. */
export function accessLane<Operation extends AccessLaneOperation>(
  op: Operation,
  of: LaneOf<Operation>,
  offset = 0,
  align?: Alignment,
): Instruction {
  return { kind: 'access-lane', op, lane: of, offset, align: alignment(op, accessLaneOpcodes[op][1], align) };
}

/** A branch to a block's label leaves it. */
export function block(label: string, body: Code, result?: ValueType): Instruction {
  return { kind: 'block', op: 'block', label, result, body };
}

/** A branch to a loop's label begins it again; at its end it is left. */
export function loop(label: string, body: Code, result?: ValueType): Instruction {
  return { kind: 'block', op: 'loop', label, result, body };
}

/** What to do by the i32 on the stack. It has no label: a branch names a block or loop around it. */
export function ifElse(consequent: Code, alternative: Code = [], result?: ValueType): Instruction {
  return { kind: 'if', result, consequent, alternative };
}

export function br(label: string): Instruction {
  return { kind: 'branch', op: 'br', label };
}

export function brIf(label: string): Instruction {
  return { kind: 'branch', op: 'br_if', label };
}

/** By the name of a function of the same module. */
export function call(callee: string): Instruction {
  return { kind: 'call', callee };
}

/** `Array.isArray` alone does not tell a readonly list from an instruction. */
export function isCode(each: Code[number]): each is Code {
  return Array.isArray(each);
}

function int32(value: number): number {
  if ((value | 0) !== value) throw new RangeError(`${value} is not a signed 32-bit number`);
  return value;
}

function int64(value: bigint): bigint {
  if (BigInt.asIntN(64, value) !== value) throw new RangeError(`${value} is not a signed 64-bit number`);
  return value;
}

function alignment(op: string, natural: Alignment, asked: Alignment = natural): Alignment {
  if (asked > natural)
    throw new RangeError(`${op} touches ${natural} bytes and cannot promise an alignment of ${asked}`);
  return asked;
}
