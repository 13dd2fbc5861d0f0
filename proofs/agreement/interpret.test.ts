import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whatWouldChange } from '../../rules/change/what-would-change.ts';
import { evaluate, gapsIn, type Pack } from '../../rules/explain/evaluate.ts';
import { determine } from '../../rules/explain/explain.ts';
import { OutOfRange } from '../../rules/explain/compile/operations.ts';
import type { Facts } from '../../rules/facts.ts';
import { interpret, NotKnown, worldOf } from '../../rules/ir/interpret.ts';
import { lowerRule } from '../../rules/ir/lower/lower-rule.ts';
import { readPeriod } from '../../rules/pack/period.ts';
import { packOf, type Pair, randomPairs } from './invented/pair.ts';
import { factsReader, farthest } from './invented/population.ts';

/** Families of few, each with a random rule of its own. */
const pairs = randomPairs({ least: 5, most: 5 });

function forEveryFamily({ rule, population }: Pair, hold: (pack: Pack, facts: Facts, period: string) => void): void {
  const pack = packOf(rule);
  if (pack === undefined) throw new Error('A random rule is sound.');
  const factsOf = factsReader(population, farthest);
  for (const row of population.people.keys())
    try {
      hold(pack, factsOf(row), rule.period);
    } catch (error) {
      if (!(error instanceof OutOfRange)) throw error;
    }
}

const onlyMonth = /^\d{4}-\d{2}$/;

/** Whether of some date only the month is known: the graph then knows less than explain, which tries every day. */
const knowsOnlyMonths = ({ people }: Facts): boolean =>
  people.some(({ birth, settled }) =>
    [birth, settled].some((date) => typeof date === 'string' && onlyMonth.test(date)),
  );

const valueText = (value: unknown): string =>
  typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : 'open';

describe('random rules, random families', () => {
  test('the graph of a rule, interpreted, is what explain makes of the rule; no missing fact goes unnamed', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        forEveryFamily(pair, (pack, facts, text) => {
          const period = readPeriod(text);
          const evaluation = evaluate(pack, facts, text);
          if (period === undefined || knowsOnlyMonths(facts)) return;
          const graph = lowerRule(pack.rule, period, facts.on);
          const valueOf = interpret(graph, worldOf(facts), { period, on: facts.on });
          const roots = evaluation.eligible.value === false ? [graph.eligible] : [graph.eligible, graph.amount];
          const values = roots.map(valueOf);
          const expected = [evaluation.eligible.value, evaluation.amount?.value].slice(0, roots.length);
          expect(values.map(valueText)).toEqual(expected.map(valueText));
          const named = new Set(values.flatMap((value) => (value instanceof NotKnown ? [...value.gaps] : [])));
          for (const { fact } of gapsIn(evaluation)) expect(named).toContain(fact);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('a change that is said to change the result does, to what is said', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        forEveryFamily(pair, (pack, facts, period) => {
          const base = determine(pack, facts, period);
          const found = whatWouldChange(pack, facts, period);
          if (found.kind !== 'change') return;
          const { changes, outcome, amountFen } = found.change;
          const people = facts.people.map((person) => {
            const own = changes.filter((change) => change.person === person.id);
            return { ...person, ...Object.fromEntries(own.map(({ fact, to }) => [fact, to])) };
          });
          const after = determine(pack, { ...facts, people }, period);
          expect([after.outcome, after.amountFen]).toEqual([outcome, amountFen]);
          expect([after.outcome, after.amountFen]).not.toEqual([base.outcome, base.amountFen]);
        });
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
