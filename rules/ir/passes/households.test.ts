import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onceForHouseholds } from './households.ts';
import { worldOf } from '../interpret.ts';
import { Builder, type Node, type Scope } from '../node.ts';
import { answers, families, graphOf, graphs } from '../testing.ts';

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

  const others = build.within(members, 'members', build.subject);
  const more = (scope: Scope, than: Scope): Node =>
    build.binary('less', build.fact(than, 'income', 'money', 'whole'), build.fact(scope, 'income', 'money', 'whole'));

  test('members compared with one another are compared once for the household, not for each of them anew', () => {
    const richer = build.aggregate('some', others, more(others, members), undefined);
    const { builder, eligible } = onceForHouseholds(
      graphOf(build, build.aggregate('some', members, richer, undefined)),
    );
    expect(eligible.scope).toBe(builder.household);
    expect(eligible.args[0]).toMatchObject({ op: 'aggregate', over: builder.within(builder.subject, 'members') });
  });

  test('members compared with the children of the subject stay with the subject', () => {
    const children = build.within(members, 'children', build.subject);
    const richer = build.aggregate('some', children, more(children, members), undefined);
    const { builder, eligible } = onceForHouseholds(
      graphOf(build, build.aggregate('some', members, richer, undefined)),
    );
    expect(eligible.scope).toBe(builder.subject);
  });

  test('members compared with what the household has together are compared once', () => {
    const all = build.aggregate('sum', members, income, undefined);
    const most = build.binary('less', all, build.binary('multiply', income, build.constant(2n)));
    const { builder, eligible } = onceForHouseholds(graphOf(build, build.aggregate('some', members, most, undefined)));
    expect(eligible.scope).toBe(builder.household);
  });

  test('the members of a parent are another household', () => {
    const parents = build.within(build.subject, 'parents');
    const theirs = build.within(parents, 'members');
    const body = build.aggregate('sum', theirs, build.fact(theirs, 'income', 'money', 'whole'), undefined);
    const { builder, amount } = onceForHouseholds(graphOf(build, build.aggregate('sum', parents, body, undefined)));
    expect(amount.args[0]?.scope).toBe(builder.within(builder.subject, 'parents'));
  });
});
