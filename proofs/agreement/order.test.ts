import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packWithRule } from '../../rules/testing.ts';
import type { Facts, Link } from '../../rules/facts.ts';
import { day } from '../../values/day.ts';
import { byExplain, foundText } from './back-ends/back-end.ts';
import { packOf, randomPairs } from './invented/pair.ts';
import { factsReader, farthest } from './invented/population.ts';

/** The same family, everything about it told the other way round. */
function turned({ on, people, subject, links, households }: Facts): Facts {
  return {
    on,
    subject,
    people: people.toReversed(),
    ...(links && { links: links.toReversed() }),
    ...(households && { households: households.map((home) => home.toReversed()).toReversed() }),
  };
}

test('in which order people, relatives and households are told changes nothing for anybody', () => {
  fc.assert(
    fc.property(randomPairs({ least: 4, most: 9 }), ({ rule, population }) => {
      const pack = packOf(rule);
      if (pack === undefined) throw new Error('A random rule is sound.');
      const factsOf = factsReader(population, farthest);
      for (const row of population.people.keys()) {
        const facts = factsOf(row);
        const told = byExplain(pack, facts, rule.period);
        expect(foundText(byExplain(pack, turned(facts), rule.period))).toBe(foundText(told));
      }
    }),
    { numRuns: 150 },
  );
});

test('of two unknown texts that a third may equal, neither is taken for the one that matters because it was met first', () => {
  const pack = packWithRule(`for: person as e
facts: { nationality: text?, school: text? }
parameters: { one: { type: money, values: { 2020-01-01: 1.00 }, source: order 一 } }
eligible: every p in e.parents satisfies p.school in (e.nationality, "小学")
amount: one
`);
  const facts: Facts = {
    on: day('2026-01-01'),
    subject: 'child',
    people: [{ id: 'father' }, { id: 'mother', school: 'CN' }, { id: 'child' }],
    links: [
      { kind: 'parent', from: 'father', to: 'child' },
      { kind: 'parent', from: 'mother', to: 'child' },
    ],
  };
  for (const told of [facts, turned(facts)])
    expect(foundText(byExplain(pack, told, '2026'))).toBe('undetermined {nationality, school}');
});

test('two unknown texts may be the same one that nobody names', () => {
  const pack = packWithRule(`for: person as e
facts: { school: text? }
parameters: { one: { type: money, values: { 2020-01-01: 1.00 }, source: order 一 } }
eligible: every p in e.members satisfies (p.school = e.school or p.school = "小学" or p.school = "初中")
amount: one
`);
  const facts: Facts = {
    on: day('2026-01-01'),
    subject: 'a',
    people: [{ id: 'a' }, { id: 'b' }],
    households: [['a', 'b']],
  };
  expect(foundText(byExplain(pack, facts, '2026'))).toBe('undetermined {school}');
});

test('people whom the rule does not look at change nothing, however many texts they bring along', () => {
  const pack = packWithRule(`for: person as e
facts: { alive: boolean, nationality: text?, school: text? }
parameters: { one: { type: money, values: { 2020-01-01: 1.00 }, source: order 一 } }
eligible: e.school = (if e.alive then e.nationality else "小学") and (some p in e.parents satisfies p.alive)
amount: one
`);
  const facts: Facts = {
    on: day('2026-01-01'),
    subject: 'child',
    people: [{ id: 'child' }, { id: 'mother', alive: true }],
    links: [{ kind: 'parent', from: 'mother', to: 'child' }],
    households: [['child', 'mother']],
  };
  const lodgers = Array.from({ length: 40 }, (_, i) => ({ id: `lodger ${i}`, school: `school ${i}` }));
  const among: Facts = {
    ...facts,
    people: [...facts.people, ...lodgers],
    households: [['child', 'mother', ...lodgers.map(({ id }) => id)]],
  };
  const told = foundText(byExplain(pack, facts, '2026'));
  expect(told).toBe('undetermined {alive, nationality, school}');
  expect(foundText(byExplain(pack, among, '2026'))).toBe(told);
});

test('what is open counts, not in which order it was met: a fact that only changes that order is not missing', () => {
  const pack = packWithRule(`for: person as e
facts: { birth: date, alive: boolean }
parameters: { one: { type: money, values: { 2020-01-01: 1.00 }, source: order 一 } }
eligible: every x in e.spouse satisfies count(e.parents[item.birth > x.birth and x.alive]) <= 1
amount: one
`);
  const links: readonly Link[] = [
    { kind: 'parent', from: 'a', to: 'e' },
    { kind: 'parent', from: 'b', to: 'e' },
    { kind: 'parent', from: 'c', to: 'e' },
    { kind: 'spouse', from: 'c', to: 'e' },
    { kind: 'spouse', from: 'e', to: 'd' },
  ];
  const people = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'e' }, { id: 'd', birth: '2022-08-31', alive: true }];
  const found = permutations(links).map((told) =>
    foundText(byExplain(pack, { on: day('2026-01-01'), subject: 'e', people, links: told }, '2026')),
  );
  expect(new Set(found)).toEqual(new Set(['undetermined {birth}']));
});

function permutations<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all];
  return all.flatMap((first, i) => permutations(all.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}
