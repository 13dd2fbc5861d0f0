import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { interpret, type IrValue, NotKnown, worldOf } from '../interpret.ts';
import { counted, each, filtered, type List, literalList, quantified, totalled } from './lists.ts';
import { type Part, scalar } from './scalar.ts';
import { Builder, type Node } from '../node.ts';
import { graphOf } from '../testing.ts';

const build = new Builder();
const nodeOf = ({ value }: Part): Node => {
  if (value === undefined) throw new Error('A value was expected.');
  return value.node;
};

/** Three numbers of one person, each of which may not be known, as a list. */
const names = ['nights', 'points', 'days'];
const literal: List = literalList(names.map((name) => scalar(build.fact(build.subject, name, 'int', 'whole'))));
const overTwo = (item: Part): Node => build.binary('less', build.constant(2n), nodeOf(item));
const underFive = (item: Part): Node => build.binary('less', nodeOf(item), build.constant(5n));

function valueOf(node: Node, values: readonly (number | undefined)[]): IrValue {
  const graph = graphOf(build, node);
  const facts = Object.fromEntries(names.map((name, i) => [name, values[i]]));
  const world = worldOf({ on: day('2026-01-01'), subject: 'p', people: [{ ...facts, id: 'p' }] });
  return interpret(graph, world)(node);
}

const numbers = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 });
const kept = (values: readonly number[]): readonly number[] => values.filter((value) => value > 2 && value < 5);

describe('a list of values, filtered twice', () => {
  const list = filtered(build, filtered(build, literal, overTwo), underFive);

  test('counts, adds up and tests those that are left', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const isThree = each(list, (item) => build.binary('equal', nodeOf(item), build.constant(3n)));
        expect(valueOf(counted(build, list), values)).toBe(BigInt(kept(values).length));
        expect(valueOf(totalled(build, list).node, values)).toBe(BigInt(kept(values).reduce((a, b) => a + b, 0)));
        expect(valueOf(quantified(build, 'some', isThree), values)).toBe(kept(values).includes(3));
        expect(valueOf(quantified(build, 'every', isThree), values)).toBe(kept(values).every((value) => value === 3));
      }),
    );
  });

  test('is not known as a whole where it is not known who belongs to it, even if one settles the question', () => {
    const isThree = each(list, (item) => build.binary('equal', nodeOf(item), build.constant(3n)));
    expect(valueOf(quantified(build, 'some', isThree), [3, 0, undefined])).toBeInstanceOf(NotKnown);
    expect(valueOf(counted(build, list), [3, 0, undefined])).toBeInstanceOf(NotKnown);
  });
});

describe('a list that is not filtered', () => {
  test('is settled by one element, and counted without knowing any', () => {
    const isThree = each(literal, (item) => build.binary('equal', nodeOf(item), build.constant(3n)));
    expect(valueOf(quantified(build, 'some', isThree), [3, undefined, undefined])).toBe(true);
    expect(valueOf(quantified(build, 'every', isThree), [2, undefined, undefined])).toBe(false);
    expect(valueOf(counted(build, literal), [undefined, undefined, undefined])).toBe(3n);
    expect(valueOf(totalled(build, literal).node, [1, 2, undefined])).toBeInstanceOf(NotKnown);
  });

  test('none at all: nothing to add, no one of whom it holds, everyone of whom it holds', () => {
    const none = literalList([]);
    expect(valueOf(totalled(build, none).node, [])).toBe(0n);
    expect(valueOf(quantified(build, 'some', []), [])).toBe(false);
    expect(valueOf(quantified(build, 'every', []), [])).toBe(true);
  });
});
