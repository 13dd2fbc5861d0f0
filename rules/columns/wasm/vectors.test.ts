import { describe, expect, test } from 'vitest';
import { LaneBuilder, type LaneValue } from '../lanes/lanes.ts';
import type { Code } from './instructions.ts';
import { operate, type Place } from './vectors.ts';

const code = new LaneBuilder();
const column = (fact: string, lane: 'i32' | 'mask'): LaneValue =>
  code.make({ op: 'column', fact, width: lane === 'mask' ? 8 : 32, outward: 0 }, lane);
const [a, b, x] = [column('a', 'mask'), column('b', 'mask'), column('x', 'i32')];

const add = (one: LaneValue, other: LaneValue): LaneValue => code.make({ op: 'add' }, 'i32', [one, other]);

const names = (parts: Code): readonly string[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [part] : Array.isArray(part) ? names(part as Code) : []));

/** The vector instructions that a value takes, its operands being in locals. */
function instructions(value: LaneValue): readonly string[] {
  const placeOf = ({ id }: LaneValue): Place => [id];
  const none = (): never => {
    throw new Error('It needs no further local.');
  };
  return names(operate(value, placeOf, [99], { vector: none, integer: none }));
}

describe('masks cost no more instructions than they must', () => {
  test.each<[string, LaneValue, readonly string[]]>([
    ['where a, but not b', code.and(a, code.not(b)), ['v128.andnot']],
    ['where not a, but b', code.and(code.not(a), b), ['v128.andnot']],
    ['where both', code.and(a, b), ['v128.and']],
    ['x where a, else 0', code.select(a, x, code.number(0n)), ['v128.and']],
    ['0 where a, else x', code.select(a, code.number(0n), x), ['v128.andnot']],
    ['1 where a, else 2: a mask is -1', code.select(a, code.number(1n), code.number(2n)), ['i32x4.add']],
    ['2 where a, else 1', code.select(a, code.number(2n), code.number(1n)), ['i32x4.sub']],
    ['1 where a, else 3', code.select(a, code.number(1n), code.number(3n)), ['v128.bitselect']],
    ['x, and 1 more where a', add(x, code.select(a, code.number(1n), code.number(0n))), ['i32x4.sub']],
    ['1 where a, and x more', add(code.select(a, code.number(1n), code.number(0n)), x), ['i32x4.sub']],
    ['x, and 2 more where a', add(x, code.select(a, code.number(2n), code.number(0n))), ['i32x4.add']],
    ['x where a, else 1', code.select(a, x, code.number(1n)), ['v128.bitselect']],
  ])('%s', (_, value, expected) => {
    expect(instructions(value)).toEqual(expected);
  });
});
