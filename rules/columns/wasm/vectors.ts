import { unreachable } from '../../../values/unreachable.ts';
import type { LaneValue } from '../lanes/lanes.ts';
import {
  type Code,
  i32Const,
  i32x4Const,
  i64Const,
  i64x2Const,
  lane,
  localGet,
  localSet,
  shuffle,
} from './instructions.ts';

// Four elements at a time. A 32-bit value and a mask are one vector of four; a 64-bit value is two vectors of two.

/** Locals of a value: one vector, or the low and the high pair. */
export type Place = readonly [number] | readonly [number, number];

export const lanes4 = [0, 1, 2, 3] as const;

/** Even 32-bit lanes of two vectors: the low halves of four 64-bit numbers. */
const lowHalves = shuffle(0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27);

/** Lanes of two vectors from the second 64-bit half of the first on. */
export const shiftedByTwo = shuffle(8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
/** The last lane of the first vector, then the first three of the second. */
export const shiftedByOne = shuffle(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
/** The last 32-bit lane in all four. */
export const lastLane = shuffle(12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15);
/** Each of the four 32-bit lanes in all four. */
export const splat32 = [
  shuffle(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3),
  shuffle(4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7),
  shuffle(8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11),
  lastLane,
] as const;
/** The last 64-bit lane in both. */
export const lastPair = shuffle(8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);

/** Each of the two 64-bit lanes in both. */
export const splat64 = [shuffle(0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7), lastPair] as const;

/** Makes locals as a function needs them. */
export interface Locals {
  readonly vector: () => number;
  readonly integer: () => number;
}

const is64 = (place: Place): place is readonly [number, number] => place.length === 2;

function placeAt(args: readonly Place[], index: number): Place {
  const place = args[index];
  if (place === undefined) throw new Error('An operand has no place.');
  return place;
}

/** The code for a vector operation over values in locals, the result put into the locals of `to`. */
export function operate(value: LaneValue, placeOf: (value: LaneValue) => Place, to: Place, locals: Locals): Code {
  const args = value.args.map(placeOf);
  const [a, b, c] = args;
  switch (value.op) {
    case 'multiply': {
      const shift = powerIn(value.args[1]);
      if (shift !== undefined)
        return each(to, (part) => [get(a, part), i32Const(shift), is64(to) ? 'i64x2.shl' : 'i32x4.shl']);
      return each(to, (part) => [get(a, part), get(b, part), is64(to) ? 'i64x2.mul' : 'i32x4.mul']);
    }
    case 'add':
    case 'subtract': {
      const counted = value.op === 'add' ? countedMask(value) : undefined;
      if (counted !== undefined)
        return [get(placeOf(counted.rest), 0), get(placeOf(counted.mask), 0), 'i32x4.sub', set(to, 0)];
      const op = ({ add: 'add', subtract: 'sub' } as const)[value.op];
      return each(to, (part) => [get(a, part), get(b, part), `${is64(to) ? 'i64x2' : 'i32x4'}.${op}` as const]);
    }
    case 'negate':
      return each(to, (part) => [get(a, part), is64(to) ? 'i64x2.neg' : 'i32x4.neg']);
    case 'absolute':
      return each(to, (part) => [get(a, part), is64(to) ? 'i64x2.abs' : 'i32x4.abs']);
    case 'minimum':
      return is64(to)
        ? each(to, (part) => [get(a, part), get(b, part), get(b, part), get(a, part), 'i64x2.gt_s', 'v128.bitselect'])
        : [get(a, 0), get(b, 0), 'i32x4.min_s', set(to, 0)];
    case 'maximum':
      return is64(to)
        ? each(to, (part) => [get(a, part), get(b, part), get(a, part), get(b, part), 'i64x2.gt_s', 'v128.bitselect'])
        : [get(a, 0), get(b, 0), 'i32x4.max_s', set(to, 0)];
    case 'equal':
    case 'less':
    case 'at-most': {
      const op = ({ equal: 'eq', less: 'lt_s', 'at-most': 'le_s' } as const)[value.op];
      if (!is64(placeAt(args, 0))) return [get(a, 0), get(b, 0), `i32x4.${op}` as const, set(to, 0)];
      const test = (part: 0 | 1): Code => [get(a, part), get(b, part), `i64x2.${op}` as const];
      return [test(0), test(1), lowHalves, set(to, 0)];
    }
    case 'and':
      return [both(value.args, placeOf), set(to, 0)];
    case 'or':
      return [get(a, 0), get(b, 0), 'v128.or', set(to, 0)];
    case 'bit': {
      const mask = i32x4Const(2 ** value.bit);
      return [get(a, 0), mask, 'v128.and', mask, 'i32x4.eq', set(to, 0)];
    }
    case 'not':
      return [get(a, 0), 'v128.not', set(to, 0)];
    case 'select':
      if (!is64(to)) {
        if (isZero(value.args[2])) return [get(b, 0), get(a, 0), 'v128.and', set(to, 0)];
        if (isZero(value.args[1])) return [get(c, 0), get(a, 0), 'v128.andnot', set(to, 0)];
        const step = stepOf(value.args[1], value.args[2]);
        // A mask is -1 where it is set.
        if (step !== undefined) return [get(c, 0), get(a, 0), step === 1n ? 'i32x4.sub' : 'i32x4.add', set(to, 0)];
        return [get(b, 0), get(c, 0), get(a, 0), 'v128.bitselect', set(to, 0)];
      }
      return each(to, (part) => [
        get(b, part),
        get(c, part),
        get(a, 0),
        part === 0 ? 'i64x2.extend_low_i32x4_s' : 'i64x2.extend_high_i32x4_s',
        'v128.bitselect',
      ]);
    case 'widen':
      return each(to, (part) => [get(a, 0), part === 0 ? 'i64x2.extend_low_i32x4_s' : 'i64x2.extend_high_i32x4_s']);
    case 'narrow':
      return [get(a, 0), get(a, 1), lowHalves, set(to, 0)];
    case 'floor-divide':
      return divided(value.by, placeAt(args, 0), to, locals);
    case 'modulo':
      return remainder(value.by, placeAt(args, 0), to, locals);
    case 'constant':
    case 'column':
    case 'load':
    case 'size':
    case 'difference':
      throw new Error(`${value.op} is read, not computed.`);
  }
  return unreachable(value);
}

/** The exponent of a constant power of two. */
function powerIn(value: LaneValue | undefined): number | undefined {
  return value?.op === 'constant' && typeof value.value === 'bigint' && value.value > 0n
    ? powerOf(value.value)
    : undefined;
}

const isOne = (value: LaneValue | undefined): boolean => value?.op === 'constant' && value.value === 1n;
const isZero = (value: LaneValue | undefined): boolean => value?.op === 'constant' && value.value === 0n;

/** 1 or -1 where two constants lie so far apart. */
function stepOf(a: LaneValue | undefined, b: LaneValue | undefined): 1n | -1n | undefined {
  if (a?.op !== 'constant' || b?.op !== 'constant') return undefined;
  if (typeof a.value !== 'bigint' || typeof b.value !== 'bigint') return undefined;
  const step = a.value - b.value;
  return step === 1n || step === -1n ? step : undefined;
}

/** A number to which 1 is added where a mask is set, in 32 bits: a mask is -1, which is taken away. */
function countedMask({ lane, args }: LaneValue): { readonly rest: LaneValue; readonly mask: LaneValue } | undefined {
  if (lane !== 'i32') return undefined;
  for (const [one, rest] of [args, args.toReversed()]) {
    const [mask, unit, none] = one?.op === 'select' ? one.args : [];
    if (mask !== undefined && rest !== undefined && isOne(unit) && isZero(none)) return { rest, mask };
  }
  return undefined;
}

/** Both masks; one that is the opposite of another is read where that one stands, and need not be made. */
function both([a, b]: readonly LaneValue[], placeOf: (value: LaneValue) => Place): Code {
  if (a === undefined || b === undefined) throw new Error('Two masks were expected.');
  const at = (value: LaneValue): Code[number] => get(placeOf(value), 0);
  const [notA, notB] = [a, b].map(({ op, args }) => (op === 'not' ? args[0] : undefined));
  if (notB !== undefined) return [at(a), at(notB), 'v128.andnot'];
  return notA === undefined ? [at(a), at(b), 'v128.and'] : [at(b), at(notA), 'v128.andnot'];
}

function get(place: Place | undefined, part: number): Code[number] {
  const local = place?.[part];
  if (local === undefined) throw new Error('An operand has no such part.');
  return localGet(local);
}

function set(place: Place, part: number): Code[number] {
  const local = place[part];
  if (local === undefined) throw new Error('A result has no such part.');
  return localSet(local);
}

/** The same for the one vector or for both. */
function each(to: Place, code: (part: 0 | 1) => Code): Code {
  return is64(to) ? [code(0), set(to, 0), code(1), set(to, 1)] : [code(0), set(to, 0)];
}

const powerOf = (by: bigint): number | undefined => ((by & (by - 1n)) === 0n ? by.toString(2).length - 1 : undefined);

function divided(by: bigint, a: Place, to: Place, locals: Locals): Code {
  const shift = powerOf(by);
  if (shift !== undefined)
    return each(to, (part) => [get(a, part), i32Const(shift), is64(to) ? 'i64x2.shr_s' : 'i32x4.shr_s']);
  return is64(to) ? each(to, (part) => divided64(by, a, part, locals)) : divided32(by, a, to, locals);
}

/**
 * Floor division by multiplication (Granlund and Montgomery, 1994; Warren, Hacker's Delight, ch. 10): for 0 ≤ n < 2^31 and k = 31 + ⌈log2
 * by⌉, ⌊n / by⌋ = ⌊n · ⌈2^k / by⌉ / 2^k⌋; and ⌊n / by⌋ = ~⌊~n / by⌋ below 0.
 */
function divided32(by: bigint, a: Place, to: Place, locals: Locals): Code {
  const [sign, size] = [locals.vector(), locals.vector()];
  const k = 31n + BigInt((by - 1n).toString(2).length);
  const factor = Number(BigInt.asIntN(32, ((1n << k) + by - 1n) / by));
  const half = (op: 'i64x2.extmul_low_i32x4_u' | 'i64x2.extmul_high_i32x4_u'): Code => [
    localGet(size),
    i32x4Const(factor),
    op,
    i32Const(Number(k)),
    'i64x2.shr_u',
  ];
  return [
    [get(a, 0), i32Const(31), 'i32x4.shr_s', localSet(sign)],
    [get(a, 0), localGet(sign), 'v128.xor', localSet(size)],
    half('i64x2.extmul_low_i32x4_u'),
    half('i64x2.extmul_high_i32x4_u'),
    [lowHalves, localGet(sign), 'v128.xor', set(to, 0)],
  ];
}

/** 64-bit division is one by one: there is no vector instruction for it. */
function divided64(by: bigint, a: Place, part: 0 | 1, locals: Locals): Code {
  const result = locals.vector();
  const one = (which: 0 | 1): Code => {
    const number: Code = [get(a, part), lane('i64x2.extract_lane', which)];
    const rest: Code = [number, i64Const(by), 'i64.rem_s'];
    // Rounded toward zero, and one less where a rest was left below zero.
    const quotient: Code = [
      number,
      i64Const(by),
      'i64.div_s',
      rest,
      i64Const(0n),
      'i64.lt_s',
      'i64.extend_i32_u',
      'i64.sub',
    ];
    return [localGet(result), quotient, lane('i64x2.replace_lane', which), localSet(result)];
  };
  return [one(0), one(1), localGet(result)];
}

function remainder(by: bigint, a: Place, to: Place, locals: Locals): Code {
  if (powerOf(by) !== undefined) {
    const mask = by - 1n;
    return each(to, (part) => [get(a, part), is64(to) ? i64x2Const(mask) : i32x4Const(Number(mask)), 'v128.and']);
  }
  const whole: Place = is64(to) ? [locals.vector(), locals.vector()] : [locals.vector()];
  const times: Code = is64(to) ? [i64x2Const(by), 'i64x2.mul'] : [i32x4Const(Number(by)), 'i32x4.mul'];
  return [
    divided(by, a, whole, locals),
    each(to, (part) => [get(a, part), get(whole, part), times, is64(to) ? 'i64x2.sub' : 'i32x4.sub']),
  ];
}
