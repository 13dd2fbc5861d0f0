import { describe, expect, test } from 'vitest';
import { LaneBuilder, type LaneValue } from './lanes.ts';

describe('lane values that say nothing new are not made', () => {
  const code = new LaneBuilder();
  const column = (fact: string, lane: 'i32' | 'mask'): LaneValue =>
    code.make({ op: 'column', fact, width: lane === 'mask' ? 8 : 32, outward: 0 }, lane);
  const [a, b, x, y] = [column('a', 'mask'), column('b', 'mask'), column('x', 'i32'), column('y', 'i32')];
  const z = column('z', 'i32');
  const [yes, no] = [code.mask(true), code.mask(false)];

  test.each<[string, LaneValue, LaneValue]>([
    ['a and a', code.and(a, a), a],
    ['a and true', code.and(a, yes), a],
    ['true and a', code.and(yes, a), a],
    ['a and false', code.and(a, no), no],
    ['false and a', code.and(no, a), no],
    ['a or a', code.or(a, a), a],
    ['a or false', code.or(a, no), a],
    ['false or a', code.or(no, a), a],
    ['a or true', code.or(a, yes), yes],
    ['true or a', code.or(yes, a), yes],
    ['not true', code.not(yes), no],
    ['not false', code.not(no), yes],
    ['not not a', code.not(code.not(a)), a],
    ['either way x', code.select(a, x, x), x],
    ['x where true', code.select(yes, x, y), x],
    ['y where false', code.select(no, x, y), y],
    ['y where not a, else x', code.select(code.not(a), y, x), code.select(a, x, y)],
    ['x where a, else y, where a, else z', code.select(a, code.select(a, x, y), z), code.select(a, x, z)],
    ['z where a, else x where a, else y', code.select(a, z, code.select(a, x, y)), code.select(a, z, y)],
    ['x equal to x', code.compare('equal', x, x), yes],
    ['x less than x', code.compare('less', x, x), no],
    ['a number in its own lane', code.as('i32', x), x],
    ['a constant in the wider lane', code.as('i64', code.number(7n)), code.number(7n, 'i64')],
    ['the same twice', code.make({ op: 'add' }, 'i32', [x, y]), code.make({ op: 'add' }, 'i32', [x, y])],
  ])('%s', (_, made, expected) => {
    expect(made).toBe(expected);
  });

  test.each<[string, LaneValue, string, readonly LaneValue[]]>([
    ['a and b', code.and(a, b), 'and', [a, b]],
    ['a or b', code.or(a, b), 'or', [a, b]],
    ['not a', code.not(a), 'not', [a]],
    ['x where a, else y', code.select(a, x, y), 'select', [a, x, y]],
    ['x in the wider lane', code.as('i64', x), 'widen', [x]],
    ['and back', code.as('i32', code.as('i64', y)), 'narrow', [code.as('i64', y)]],
    ['x less than y', code.compare('less', x, y), 'less', [x, y]],
  ])('%s is made, of both', (_, made, op, args) => {
    expect(made.op).toBe(op);
    expect(made.args).toEqual(args);
  });

  test('what differs in anything is another value', () => {
    const values = [
      code.number(1n),
      code.number(1n, 'i64'),
      code.make({ op: 'column', fact: 'x', width: 32, outward: 1 }, 'i32'),
      x,
      code.make({ op: 'floor-divide', by: 3n }, 'i32', [x]),
      code.make({ op: 'floor-divide', by: 4n }, 'i32', [x]),
      code.make({ op: 'modulo', by: 3n }, 'i32', [x]),
      code.make({ op: 'bit', bit: 1 }, 'mask', [x]),
      code.make({ op: 'bit', bit: 2 }, 'mask', [x]),
      code.make({ op: 'subtract' }, 'i32', [x, y]),
      code.make({ op: 'subtract' }, 'i32', [y, x]),
    ];
    expect(new Set(values.map(({ id }) => id)).size).toBe(values.length);
    expect(code.values.map(({ id }) => id)).toEqual(code.values.map((_, i) => i));
  });
});
