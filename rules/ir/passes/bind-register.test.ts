import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnInfo, RegisterInfo } from '../../columns/shard.ts';
import type { Facts } from '../../facts.ts';
import { boundToRegister, maybeUnknown } from './bind-register.ts';
import { interpret, NotKnown, type World, worldOf } from '../interpret.ts';
import { simplerWhereKnown } from './known.ts';
import { Builder, type Node, type NodeOf, reachable, rootsOf } from '../node.ts';
import { answers, families, graphOf, graphs } from '../testing.ts';

const types = { birth: 'date', alive: 'boolean', local: 'boolean', nights: 'int', income: 'money' } as const;
const texts = { nationality: 'text', school: 'text' } as const;

/** A register of the family alone, which says exactly what is not known in it. */
function registerOf(facts: Facts): RegisterInfo {
  const infos = Object.entries({ ...types, ...texts }).map(([fact, type]): ColumnInfo => {
    const values = facts.people.map((person) => person[fact]);
    const known = values.filter((value) => value !== undefined);
    return {
      fact,
      type,
      width: 32,
      unknown: values.length - known.length,
      onlyMonth: known.filter((value) => type === 'date' && String(value).length === 7).length,
      ...(known.length > 0 && {
        least: 0n,
        greatest: 0n,
      }),
    };
  });
  const dictionary = facts.people.flatMap((person) => Object.keys(texts).map((fact) => String(person[fact] ?? '')));
  return {
    columns: new Map(infos.map((info) => [info.fact, info])),
    dictionary: [...new Set(dictionary)],
    linksKnown: facts.links !== undefined,
    householdsKnown: facts.households !== undefined,
    largestHousehold: 5,
    mostLinks: 7,
    largestShard: 5,
  };
}

/** The family with texts as the register has them. */
function worldIn(register: RegisterInfo, facts: Facts): World<string> {
  const world = worldOf(facts);
  const fact = (person: string, node: NodeOf<'fact'>): ReturnType<typeof world.fact> => {
    const value = world.fact(person, node);
    return typeof value === 'string' ? BigInt(register.dictionary.indexOf(value)) : value;
  };
  return { ...world, fact };
}

describe('a graph fitted to a register', () => {
  test('answers as before, of what is in the register', () => {
    fc.assert(
      fc.property(graphs(), families({ months: true }), (graph, facts) => {
        const register = registerOf(facts);
        const after = answers(boundToRegister(graph, register), worldIn(register, facts));
        expect(after).toEqual(answers(graph, worldOf(facts)));
      }),
      { numRuns: 300 },
    );
  });

  test('a node that is unknown for anybody is among those that may be', () => {
    fc.assert(
      fc.property(graphs(), families({ months: true }), (graph, facts) => {
        const register = registerOf(facts);
        const bound = boundToRegister(graph, register);
        const open = maybeUnknown(reachable(rootsOf(bound)), register);
        const valueOf = interpret(bound, worldIn(register, facts));
        for (const node of rootsOf(bound)) if (valueOf(node) instanceof NotKnown) expect(open).toContain(node);
      }),
      { numRuns: 300 },
    );
  });

  test('guards against the unknown are dropped only where nothing is unknown', () => {
    fc.assert(
      fc.property(graphs(), families({ months: true }), (graph, facts) => {
        const register = registerOf(facts);
        const [bound, world] = [boundToRegister(graph, register), worldIn(register, facts)];
        expect(answers(simplerWhereKnown(bound, register), world)).toEqual(answers(bound, world));
      }),
      { numRuns: 300 },
    );
  });

  const build = new Builder();
  const family = (people: Facts['people']): RegisterInfo =>
    registerOf({ on: '2026-01-01' as Facts['on'], subject: 'p', people });
  const birth = build.fact(build.subject, 'birth', 'date', 'month');
  const boundAlone = (node: Node, register: RegisterInfo): Node => {
    const bound = boundToRegister(graphOf(build, node), register);
    return node.sort === 'boolean' ? bound.eligible : bound.amount;
  };

  test('the month is taken from the date where every day is known, and is a column of its own where not', () => {
    expect(boundAlone(birth, family([{ id: 'p', birth: '2025-01-31' }])).op).toBe('floor-divide');
    expect(boundAlone(birth, family([{ id: 'p', birth: '2025-01' }]))).toMatchObject({ op: 'fact', view: 'month' });
  });

  test('a column that the register lacks, or that is empty, is never known', () => {
    expect(boundAlone(birth, family([{ id: 'p' }]))).toMatchObject({ op: 'unknown', gap: 'birth' });
  });

  test('two texts that nobody has stay two', () => {
    const is = (text: string): Node =>
      build.binary('equal', build.fact(build.subject, 'school', 'text', 'whole'), build.constant(text));
    const node = boundAlone(build.binary('or', is('小学'), is('初中')), family([{ id: 'p', school: '高中' }]));
    const codes = node.args.map((arg) => arg.args[1]);
    expect(new Set(codes).size).toBe(2);
  });

  test('households that are not known make what is asked of them unknown', () => {
    const members = build.within(build.subject, 'members');
    const node = build.aggregate('sum', members, build.constant(1n), undefined);
    expect(boundAlone(node, family([{ id: 'p' }]))).toMatchObject({ op: 'unknown', gap: 'members' });
  });
});
