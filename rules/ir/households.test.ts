import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onceForHouseholds } from './households.ts';
import { worldOf } from './interpret.ts';
import { Builder } from './node.ts';
import { answers, families, graphOf, graphs } from './testing.ts';

describe('what is asked of the household is worked out once for it', () => {
  test('no answer changes', () => {
    fc.assert(
      fc.property(graphs(), families(), (graph, facts) => {
        expect(answers(onceForHouseholds(graph), worldOf(facts))).toEqual(answers(graph, worldOf(facts)));
      }),
      { numRuns: 400 },
    );
  });

  const build = new Builder();
  const members = build.within(build.subject, 'members');
  const income = build.fact(members, 'income', 'money', 'whole');
  const own = build.fact(build.subject, 'income', 'money', 'whole');

  test('the sum over the members of the subject stands in the household', () => {
    const { builder, amount } = onceForHouseholds(graphOf(build, build.aggregate('sum', members, income, undefined)));
    expect(amount.scope).toBe(builder.household);
    expect(amount).toMatchObject({ op: 'aggregate', over: builder.subject });
  });

  test('what compares the members with the subject stays with the subject', () => {
    const poorer = build.binary('less', income, own);
    const { builder, eligible } = onceForHouseholds(
      graphOf(build, build.aggregate('some', members, poorer, undefined)),
    );
    expect(eligible.scope).toBe(builder.subject);
  });

  test('the members of a parent are another household', () => {
    const parents = build.within(build.subject, 'parents');
    const theirs = build.within(parents, 'members');
    const body = build.aggregate('sum', theirs, build.fact(theirs, 'income', 'money', 'whole'), undefined);
    const { builder, amount } = onceForHouseholds(graphOf(build, build.aggregate('sum', parents, body, undefined)));
    expect(amount.args[0]?.scope).toBe(builder.within(builder.subject, 'parents'));
  });
});
