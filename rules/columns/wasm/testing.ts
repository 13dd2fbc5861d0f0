import {
  access,
  block,
  br,
  brIf,
  comment,
  i32Const,
  lane,
  localGet,
  localSet,
  loop,
  type ValueType,
} from './instructions.ts';
import type { WasmFunction } from './module.ts';

/** Every value as its bits, so that one reference serves all types; undefined where the operation traps. */
type Meaning = (...bits: readonly bigint[]) => bigint | undefined;

interface Reference {
  readonly params: readonly ValueType[];
  readonly result: ValueType;
  readonly meaning: Meaning;
}

type Unary = (a: bigint) => bigint;
type Binary = (a: bigint, b: bigint) => bigint;

export function lanesOf(vector: bigint, bits: number, signed = false): bigint[] {
  return Array.from({ length: 128 / bits }, (_, lane) => {
    const value = vector >> BigInt(lane * bits);
    return signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  });
}

export function vectorOf(lanes: readonly bigint[], bits: number): bigint {
  return lanes.reduce((sum, lane, at) => sum | (BigInt.asUintN(bits, lane) << BigInt(at * bits)), 0n);
}

const view = new DataView(new ArrayBuffer(8));

export function bitsOfDouble(value: number): bigint {
  // Which NaN an operation answers is left open by the specification.
  view.setFloat64(0, Number.isNaN(value) ? Number.NaN : value);
  return view.getBigUint64(0);
}

function doubleOf(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

const widths: Readonly<Record<string, number>> = {
  i8x16: 8,
  i16x8: 16,
  i32x4: 32,
  i64x2: 64,
  f64x2: 64,
  i32: 32,
  i64: 64,
};
const allOnes = 2n ** 128n - 1n;
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const comparisons: Readonly<Record<string, (a: bigint | number, b: bigint | number) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => a < b,
  gt: (a, b) => a > b,
  le: (a, b) => a <= b,
  ge: (a, b) => a >= b,
};
const binaries: Readonly<Record<string, Binary>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  andnot: (a, b) => a & ~b,
  min: least,
  max: most,
};
const divisions: Readonly<Record<string, Binary>> = { div: (a, b) => a / b, rem: (a, b) => a % b };
const shifts: Readonly<Record<string, Binary>> = { shl: (a, by) => a << by, shr: (a, by) => a >> by };
const counts: Readonly<Record<string, (digits: string) => number>> = {
  clz: (digits) => digits.length - digits.replace(/^0+/, '').length,
  ctz: (digits) => digits.length - digits.replace(/0+$/, '').length,
  popcnt: (digits) => digits.replaceAll('0', '').length,
};
const doubles: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
};
const roundings: Readonly<Record<string, (a: number) => number>> = {
  ceil: Math.ceil,
  floor: Math.floor,
  trunc: Math.trunc,
  abs: Math.abs,
  neg: (a) => -a,
};

/** What a plain operation takes, answers and means, told from its name by the specification's words. */
export function referenceOf(operation: string): Reference | undefined {
  const [shape = '', name = ''] = operation.split('.');
  const bits = widths[shape];
  if (shape === 'v128') return vectorBits(name);
  if (bits === undefined) return undefined;
  if (shape === 'i32' || shape === 'i64') return scalar(shape, name, bits);
  if (shape === 'f64x2') return twoDoubles(name);
  return conversion(name, bits) ?? lanewise(shape, name, bits);
}

function counted(name: string, bits: number): Unary | undefined {
  const count = counts[name];
  return count && ((a) => BigInt(count(BigInt.asUintN(bits, a).toString(2).padStart(bits, '0'))));
}

function scalar(type: 'i32' | 'i64', name: string, bits: number): Reference | undefined {
  const signed = !name.endsWith('_u');
  const [word = ''] = name.split('_');
  const read = (a: bigint): bigint => (signed ? BigInt.asIntN(bits, a) : a);
  if (name === 'eqz') return { params: [type], result: 'i32', meaning: (a) => (a === 0n ? 1n : 0n) };
  if (name === 'wrap_i64') return { params: ['i64'], result: 'i32', meaning: (a = 0n) => BigInt.asUintN(32, a) };
  if (word === 'extend')
    return {
      params: ['i32'],
      result: 'i64',
      meaning: (a = 0n) => BigInt.asUintN(64, signed ? BigInt.asIntN(32, a) : a),
    };
  const [compare, count, binary, shift, divide] = [
    comparisons[word],
    counted(word, bits),
    binaries[word],
    shifts[word],
    divisions[word],
  ];
  if (compare)
    return { params: [type, type], result: 'i32', meaning: (a = 0n, b = 0n) => (compare(read(a), read(b)) ? 1n : 0n) };
  if (count) return { params: [type], result: type, meaning: (a = 0n) => count(a) };
  const both = (meaning: (a: bigint, b: bigint) => bigint | undefined): Reference => ({
    params: [type, type],
    result: type,
    meaning: (a = 0n, b = 0n) => {
      const exact = meaning(a, b);
      return exact === undefined ? undefined : BigInt.asUintN(bits, exact);
    },
  });
  if (shift) return both((a, b) => shift(read(a), b % BigInt(bits)));
  if (binary) return both((a, b) => binary(a, b));
  if (divide === undefined) return undefined;
  return both((a, b) => {
    const overflows = word === 'div' && signed && read(b) === -1n && read(a) === -(2n ** BigInt(bits - 1));
    return b === 0n || overflows ? undefined : divide(read(a), read(b));
  });
}

function vectorBits(name: string): Reference | undefined {
  if (name === 'not') return { params: ['v128'], result: 'v128', meaning: (a = 0n) => a ^ allOnes };
  if (name === 'any_true') return { params: ['v128'], result: 'i32', meaning: (a) => (a === 0n ? 0n : 1n) };
  if (name === 'bitselect')
    return {
      params: ['v128', 'v128', 'v128'],
      result: 'v128',
      meaning: (a = 0n, b = 0n, mask = 0n) => (a & mask) | (b & ~mask),
    };
  const binary = binaries[name];
  return binary && { params: ['v128', 'v128'], result: 'v128', meaning: (a = 0n, b = 0n) => binary(a, b) };
}

function lanewise(shape: string, name: string, bits: number): Reference | undefined {
  const signed = !name.endsWith('_u');
  const [word = ''] = name.split('_');
  const each = (unary: Unary): Reference => ({
    params: ['v128'],
    result: 'v128',
    meaning: (a = 0n) => vectorOf(lanesOf(a, bits, signed).map(unary), bits),
  });
  const pairs = (binary: Binary): Reference => ({
    params: ['v128', 'v128'],
    result: 'v128',
    meaning: (a = 0n, b = 0n) => {
      const others = lanesOf(b, bits, signed);
      return vectorOf(
        lanesOf(a, bits, signed).map((value, lane) => binary(value, others[lane] ?? 0n)),
        bits,
      );
    },
  });
  const [compare, binary, shift, count] = [comparisons[word], binaries[word], shifts[word], counted(word, bits)];
  if (compare) return pairs((a, b) => (compare(a, b) ? -1n : 0n));
  if (binary) return pairs(binary);
  if (count) return each(count);
  if (shift)
    return {
      params: ['v128', 'i32'],
      result: 'v128',
      meaning: (a = 0n, by = 0n) =>
        vectorOf(
          lanesOf(a, bits, signed).map((value) => shift(value, by % BigInt(bits))),
          bits,
        ),
    };
  switch (name) {
    case 'abs':
      return each((a) => (a < 0n ? -a : a));
    case 'neg':
      return each((a) => -a);
    case 'all_true':
      return { params: ['v128'], result: 'i32', meaning: (a = 0n) => (lanesOf(a, bits).includes(0n) ? 0n : 1n) };
    case 'bitmask':
      return {
        params: ['v128'],
        result: 'i32',
        meaning: (a = 0n) =>
          lanesOf(a, bits, true).reduce((sum, value, at) => (value < 0n ? sum | (1n << BigInt(at)) : sum), 0n),
      };
    case 'splat':
      return {
        params: [shape === 'i64x2' ? 'i64' : 'i32'],
        result: 'v128',
        meaning: (a = 0n) => vectorOf(Array<bigint>(128 / bits).fill(a), bits),
      };
    case 'swizzle':
      return {
        params: ['v128', 'v128'],
        result: 'v128',
        meaning: (a = 0n, places = 0n) => {
          const bytes = lanesOf(a, 8);
          return vectorOf(
            lanesOf(places, 8).map((at) => bytes[Number(at)] ?? 0n),
            8,
          );
        },
      };
    default:
      return undefined;
  }
}

/** From lanes of another width: narrow, extend, extmul, trunc_sat. */
function conversion(name: string, bits: number): Reference | undefined {
  const signed = /_s(_zero)?$/.test(name);
  const [word = '', half] = name.split('_');
  const range = signed ? [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n] : [0n, 2n ** BigInt(bits) - 1n];
  const saturated = (value: bigint): bigint => most(range[0] ?? 0n, least(range[1] ?? 0n, value));
  const halfOf = (vector: bigint): bigint[] => {
    const lanes = lanesOf(vector, bits / 2, signed);
    return half === 'low' ? lanes.slice(0, lanes.length / 2) : lanes.slice(lanes.length / 2);
  };
  switch (word) {
    case 'narrow':
      return {
        params: ['v128', 'v128'],
        result: 'v128',
        meaning: (a = 0n, b = 0n) =>
          vectorOf([...lanesOf(a, bits * 2, true), ...lanesOf(b, bits * 2, true)].map(saturated), bits),
      };
    case 'extend':
      return { params: ['v128'], result: 'v128', meaning: (a = 0n) => vectorOf(halfOf(a), bits) };
    case 'extmul':
      return {
        params: ['v128', 'v128'],
        result: 'v128',
        meaning: (a = 0n, b = 0n) => {
          const others = halfOf(b);
          return vectorOf(
            halfOf(a).map((value, at) => value * (others[at] ?? 0n)),
            bits,
          );
        },
      };
    case 'trunc': {
      const whole = (value: number): bigint =>
        Number.isNaN(value) ? 0n : saturated(BigInt(Math.trunc(Math.max(-1e15, Math.min(1e15, value)))));
      return {
        params: ['v128'],
        result: 'v128',
        meaning: (a = 0n) =>
          vectorOf(
            lanesOf(a, 64).map((lane) => whole(doubleOf(lane))),
            bits,
          ),
      };
    }
    default:
      return undefined;
  }
}

function twoDoubles(name: string): Reference | undefined {
  const [calculate, round, compare] = [doubles[name], roundings[name], comparisons[name]];
  if (name === 'splat') return { params: ['f64'], result: 'v128', meaning: (a = 0n) => vectorOf([a, a], 64) };
  if (name.startsWith('convert_low'))
    return {
      params: ['v128'],
      result: 'v128',
      meaning: (a = 0n) =>
        vectorOf(
          lanesOf(a, 32, name.endsWith('_s'))
            .slice(0, 2)
            .map((lane) => bitsOfDouble(Number(lane))),
          64,
        ),
    };
  const numbers = (vector: bigint): number[] => lanesOf(vector, 64).map(doubleOf);
  if (round)
    return {
      params: ['v128'],
      result: 'v128',
      meaning: (a = 0n) =>
        vectorOf(
          numbers(a).map((value) => bitsOfDouble(round(value))),
          64,
        ),
    };
  const pairs = (each: (a: number, b: number) => bigint): Reference => ({
    params: ['v128', 'v128'],
    result: 'v128',
    meaning: (a = 0n, b = 0n) => {
      const others = numbers(b);
      return vectorOf(
        numbers(a).map((value, lane) => each(value, others[lane] ?? 0)),
        64,
      );
    },
  });
  if (calculate) return pairs((a, b) => bitsOfDouble(calculate(a, b)));
  if (compare) return pairs((a, b) => (compare(a, b) ? -1n : 0n));
  return undefined;
}

/** Sums `rows` i32 values that begin at address 0: four at a time, then the rest one by one. */
export const columnSum: WasmFunction = {
  name: 'run',
  exported: true,
  params: [{ type: 'i32', name: 'rows' }],
  results: ['i32'],
  locals: [
    { type: 'i32', name: 'at' },
    { type: 'v128', name: 'sums' },
    { type: 'i32', name: 'sum' },
  ],
  body: [
    comment('four rows a step'),
    block('tail', [
      loop('four', [
        [localGet(1), i32Const(4), 'i32.add', localGet(0), 'i32.gt_u', brIf('tail')],
        [localGet(2), localGet(1), i32Const(2), 'i32.shl', access('v128.load'), 'i32x4.add', localSet(2)],
        [localGet(1), i32Const(4), 'i32.add', localSet(1)],
        br('four'),
      ]),
    ]),
    ([0, 1, 2, 3] as const).map((at) => [localGet(2), lane('i32x4.extract_lane', at)]),
    ['i32.add', 'i32.add', 'i32.add', localSet(3)],
    comment('the rest'),
    block('done', [
      loop('one', [
        [localGet(1), localGet(0), 'i32.ge_u', brIf('done')],
        [localGet(3), localGet(1), i32Const(2), 'i32.shl', access('i32.load'), 'i32.add', localSet(3)],
        [localGet(1), i32Const(1), 'i32.add', localSet(1), br('one')],
      ]),
    ]),
    localGet(3),
  ],
};
