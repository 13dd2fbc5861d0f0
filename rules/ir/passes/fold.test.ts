import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, floorDivided } from './fold.ts';
import { worldOf } from '../interpret.ts';
import { Builder, type Graph, type Node, reachable, rootsOf } from '../node.ts';
import { answers, families, graphOf, graphs } from '../testing.ts';

describe('folding', () => {
  test('changes no answer', () => {
    fc.assert(
      fc.property(graphs(), families(), (graph, facts) => {
        expect(answers(folded(graph), worldOf(facts))).toEqual(answers(graph, worldOf(facts)));
      }),
      { numRuns: 400 },
    );
  });

  test('leaves no operation of constants alone', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const left = reachable(rootsOf(folded(graph)));
        const foldable = left.filter(
          ({ op, args }) => op !== 'aggregate' && args.length > 0 && args.every((arg) => arg.op === 'constant'),
        );
        expect(foldable).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  const build = new Builder();
  const nights = build.fact(build.subject, 'nights', 'int', 'whole');
  const alive = build.fact(build.subject, 'alive', 'boolean', 'whole');
  const [nought, one] = [build.constant(0n), build.constant(1n)];
  const foldedAlone = (node: Node): Node => {
    const graph: Graph = graphOf(build, node);
    const result = folded(graph);
    return node.sort === 'boolean' ? result.eligible : result.amount;
  };

  test.each([
    ['a number and nought is the number', build.binary('add', nights, nought), 'fact'],
    ['once a number is the number', build.binary('multiply', one, nights), 'fact'],
    ['nought times what may not be known stays', build.binary('multiply', nought, nights), 'multiply'],
    ['a number equal to itself stays, since it may not be known', build.binary('equal', nights, nights), 'equal'],
    ['not not is nothing', build.unary('not', build.unary('not', alive)), 'fact'],
    ['false settles an and', build.binary('and', alive, build.constant(false)), 'constant'],
    ['a branch that is never taken is gone', build.select(build.constant(false), one, nights), 'fact'],
    ['two branches of one number are that', build.select(alive, one, one), 'constant'],
    [
      'two equal branches that may not be known stay beside their condition',
      build.select(alive, nights, nights),
      'select',
    ],
    ['nought and a number is the number', build.binary('add', nought, nights), 'fact'],
    ['a number and one stays', build.binary('add', nights, one), 'add'],
    ['a number less nought is the number', build.binary('subtract', nights, nought), 'fact'],
    ['nought less a number stays', build.binary('subtract', nought, nights), 'subtract'],
    ['a number once is the number', build.binary('multiply', nights, one), 'fact'],
    ['the smaller of a number and itself is the number', build.binary('minimum', nights, nights), 'fact'],
    ['the larger of a number and itself is the number', build.binary('maximum', nights, nights), 'fact'],
    ['the smaller of two stays', build.binary('minimum', nights, one), 'minimum'],
    ['a number less itself stays', build.binary('subtract', nights, nights), 'subtract'],
    ['equal to true is the condition', build.binary('equal', alive, build.constant(true)), 'fact'],
    ['true, compared with a condition, is the condition', build.binary('equal', build.constant(true), alive), 'fact'],
    ['equal to false is not', build.binary('equal', alive, build.constant(false)), 'not'],
    ['false, compared with a condition, is not', build.binary('equal', build.constant(false), alive), 'not'],
    ['true changes no and', build.binary('and', build.constant(true), alive), 'fact'],
    ['nor behind', build.binary('and', alive, build.constant(true)), 'fact'],
    ['false changes no or', build.binary('or', build.constant(false), alive), 'fact'],
    ['true settles an or', build.binary('or', alive, build.constant(true)), 'constant'],
    ['a condition and itself is the condition', build.binary('and', alive, alive), 'fact'],
    ['a branch that is always taken stands alone', build.select(build.constant(true), nights, one), 'fact'],
  ] as const)('%s', (_, node, op) => {
    expect(foldedAlone(node).op).toBe(op);
  });

  test('a division rounds toward minus infinity', () => {
    expect([floorDivided(7n, 3n), floorDivided(-7n, 3n), floorDivided(-6n, 3n)]).toEqual([2n, -3n, -2n]);
  });
});
