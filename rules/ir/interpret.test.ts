import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import { evaluate, gapsIn, type Pack } from '../explain/evaluate.ts';
import { OutOfRange } from '../explain/compile/operations.ts';
import { gapsOf, type Value } from '../explain/compile/values.ts';
import { valueOnWire } from '../explain/tell/value-words.ts';
import type { Facts } from '../facts.ts';
import { readPeriod } from '../pack/period.ts';
import { packWithRule } from '../testing.ts';
import { interpret, type IrValue, NotKnown, worldOf } from './interpret.ts';
import { lowerRule } from './lower/lower-rule.ts';
import { Builder, type Graph } from './node.ts';
import { families, rules } from './testing.ts';

const packs = new Map(rules.map((rule) => [rule, packWithRule(rule)]));

function packOf(rule: string): Pack {
  const pack = packs.get(rule);
  if (pack === undefined) throw new Error(rule);
  return pack;
}

interface Told {
  readonly eligible: string;
  readonly amount: string;
  readonly gaps: readonly string[];
}

/** Without whose fact it is that is missing. */
function byExplain(rule: string, facts: Facts, period: string): Told | 'out of range' {
  try {
    const evaluation = evaluate(packOf(rule), facts, period);
    const told = (value: Value | undefined): string =>
      value === undefined ? '' : gapsOf(value).length > 0 ? 'unknown' : String(valueOnWire(value));
    const gaps = [...new Set(gapsIn(evaluation).map(({ fact }) => fact))].toSorted();
    return { eligible: told(evaluation.eligible.value), amount: told(evaluation.amount?.value), gaps };
  } catch (error) {
    if (error instanceof OutOfRange) return 'out of range';
    throw error;
  }
}

function byInterpret(rule: string, facts: Facts, text: string): Told {
  const period = readPeriod(text);
  if (period === undefined) throw new Error(text);
  const graph = lowerRule(packOf(rule).rule, period, facts.on);
  const valueOf = interpret(graph, worldOf(facts), { period, on: facts.on });
  const told = (value: IrValue): string => (value instanceof NotKnown ? 'unknown' : String(value));
  const eligible = valueOf(graph.eligible);
  if (eligible === false) return { eligible: 'false', amount: '', gaps: [] };
  const values = [eligible, valueOf(graph.amount)];
  const gaps = values.flatMap((value) => (value instanceof NotKnown ? [...value.gaps] : []));
  return {
    eligible: told(eligible),
    amount: told(valueOf(graph.amount)),
    gaps: [...new Set(gaps)].toSorted(),
  };
}

describe('a lowered rule, interpreted, means what explain makes of the rule', () => {
  test.each(rules.map((rule, i) => [i, rule] as const))('rule %i: outcome, amount and what is missing', (_, rule) => {
    fc.assert(
      fc.property(families(), fc.constantFrom('2025', '2026', '2027'), (facts, period) => {
        const expected = byExplain(rule, facts, period);
        if (expected !== 'out of range') expect(byInterpret(rule, facts, period)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test.each(rules.map((rule, i) => [i, rule] as const))(
    'rule %i: where only the month of a birth is known, nothing is claimed that explain does not claim',
    (_, rule) => {
      fc.assert(
        fc.property(families({ months: true }), fc.constantFrom('2025', '2026'), (facts, period) => {
          const expected = byExplain(rule, facts, period);
          if (expected === 'out of range') return;
          const found = byInterpret(rule, facts, period);
          if (found.eligible !== 'unknown') expect(found.eligible).toBe(expected.eligible);
          if (found.eligible === 'true' && found.amount !== 'unknown') expect(found.amount).toBe(expected.amount);
        }),
        { numRuns: 100 },
      );
    },
  );
});

describe('the unknown', () => {
  const build = new Builder();
  const [a, b] = [
    build.fact(build.subject, 'alive', 'boolean', 'whole'),
    build.fact(build.subject, 'local', 'boolean', 'whole'),
  ];
  const nights = build.fact(build.subject, 'nights', 'int', 'whole');
  const [yes, no] = [build.constant(true), build.constant(false)];
  const children = build.within(build.subject, 'children');
  const theirs = build.fact(children, 'nights', 'int', 'whole');
  const isAlive = build.fact(children, 'alive', 'boolean', 'whole');
  const graph: Graph = {
    builder: build,
    parameters: new Map(),
    eligible: yes,
    amount: nights,
    steps: [],
    reasons: [],
    limits: [],
  };
  const valueIn = (facts: Partial<Facts>, of = graph.eligible): IrValue =>
    interpret(graph, worldOf({ on: day('2026-01-01'), subject: 'p', people: [{ id: 'p' }], ...facts }))(of);

  test.each([
    ['false settles an and', build.binary('and', a, no), false],
    ['true settles an or', build.binary('or', a, yes), true],
    ['false does not settle both', build.binary('both', a, no), 'alive'],
    ['a select of two equal branches is known', build.select(a, yes, yes), true],
    ['a select of two branches hangs on all three', build.select(a, b, yes), 'alive local'],
    ['needs is unknown with what it needs', build.binary('needs', a, yes), 'alive'],
    ['nought times the unknown is unknown', build.binary('multiply', build.constant(0n), nights), 'nights'],
    ['relatives who are not known', build.aggregate('sum', children, build.constant(1n), undefined), 'children'],
  ] as const)('%s', (_, node, expected) => {
    const value = valueIn({}, node);
    expect(value instanceof NotKnown ? [...value.gaps].toSorted().join(' ') : value).toBe(expected);
  });

  test('nobody is counted of an empty relation; what does not count need not be known', () => {
    const links = [{ kind: 'parent', from: 'p', to: 'k' }] as const;
    const people = [{ id: 'p' }, { id: 'k', alive: false }];
    const sum = build.aggregate('sum', children, theirs, isAlive);
    expect(valueIn({ links: [] }, sum)).toBe(0n);
    expect(valueIn({ links, people }, sum)).toBe(0n);
    expect(valueIn({ links, people: [{ id: 'p' }, { id: 'k', alive: true }] }, sum)).toEqual(new NotKnown(['nights']));
    expect(valueIn({ links, people: [{ id: 'p' }, { id: 'k', nights: 4 }] }, sum)).toEqual(new NotKnown(['alive']));
  });
});
