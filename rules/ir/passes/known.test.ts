import { expect, test } from 'vitest';
import type { RegisterInfo } from '../../columns/shard.ts';
import { simplerWhereKnown } from './known.ts';
import { Builder } from '../node.ts';
import { graphOf } from '../testing.ts';

const register = (unknown: number): RegisterInfo => ({
  columns: new Map(
    (['alive', 'local'] as const).map((fact) => [
      fact,
      {
        fact,
        type: 'boolean',
        width: 8,
        least: 0n,
        greatest: 1n,
        unknown,
        onlyMonth: 0,
      },
    ]),
  ),
  dictionary: [],
  linksKnown: true,
  householdsKnown: true,
  largestHousehold: 1,
  mostLinks: 0,
  largestShard: 1,
});

const build = new Builder();
const [alive, local] = ['alive', 'local'].map((fact) => build.fact(build.subject, fact, 'boolean', 'whole'));
if (alive === undefined || local === undefined) throw new Error('Two facts were made.');

test.each([
  ['both', build.binary('both', alive, local), 'and'],
  ['needs', build.binary('needs', alive, local), 'fact'],
] as const)('%s is simpler where every row is known, and stays where one is not', (op, node, simpler) => {
  expect(simplerWhereKnown(graphOf(build, node), register(0)).eligible.op).toBe(simpler);
  expect(simplerWhereKnown(graphOf(build, node), register(1)).eligible.op).toBe(op);
});
