import { describe, expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import type { Determination } from '../determination.ts';
import type { FactValue, Facts, Household, Link, PersonFacts } from '../facts.ts';
import { packWithRule } from '../testing.ts';
import { explain } from './explain.ts';

type Known = Readonly<Record<string, FactValue>>;

/** A family on a day: who they are, how they are linked, who lives with whom. The subject is `c`. */
function family(
  people: Readonly<Record<string, Known>>,
  { links, households }: { readonly links?: readonly Link[]; readonly households?: readonly Household[] } = {},
): Facts {
  const listed: readonly PersonFacts[] = Object.entries(people).map(([id, facts]) => ({ ...facts, id }));
  return {
    on: day('2026-06-01'),
    people: listed,
    subject: 'c',
    ...(links && { links }),
    ...(households && { households }),
  };
}

const parent = (from: string, to = 'c'): Link => ({ kind: 'parent', from, to });
const guardian = (from: string, to = 'c'): Link => ({ kind: 'guardian', from, to });
const spouses = (from: string, to: string): Link => ({ kind: 'spouse', from, to });

function said({ outcome, missing }: Determination): string {
  if (outcome !== 'undetermined') return outcome === 'eligible' ? 'yes' : 'no';
  return `? ${missing.map(({ name, person }) => `${name} of ${person}`).join(', ')}`;
}

function truthOf(expression: string, facts: Facts): string {
  const pack = packWithRule(`for: person as child
facts: { birth: date, alive: boolean, income: money, nights: int }
parameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }
eligible: ${JSON.stringify(expression)}
amount: one
`);
  return said(explain(pack, facts, '2026'));
}

describe('who lives with the child', () => {
  const [c, m, f, g] = [{ income: 0n }, { income: 100_00n }, { income: 200_00n }, { income: 400_00n }] as const;

  test('the child in two households lives with the people of both, each counted once', () => {
    const two = family(
      { c, m, f, g },
      {
        households: [
          ['c', 'm', 'g'],
          ['f', 'c', 'g'],
        ],
      },
    );
    expect(truthOf('count(child.members) = 4', two)).toBe('yes');
    expect(truthOf('total(for p in child.members return p.income) = 700', two)).toBe('yes');
  });

  test('a parent with two households brings only those of the second who live there too', () => {
    const facts = family({ c, m, f, g }, { households: [['c', 'm'], ['m', 'g'], ['f']] });
    expect(truthOf('count(child.members) = 2', facts)).toBe('yes');
    expect(truthOf('some p in child.members satisfies count(p.members) = 3', facts)).toBe('yes');
  });

  test('a person in no household lives alone, the person included', () => {
    expect(truthOf('count(child.members) = 1', family({ c, m }, { households: [['m']] }))).toBe('yes');
    expect(truthOf('count(child.members) = 1', family({ c, m }, { households: [] }))).toBe('yes');
    expect(truthOf('every p in child.members satisfies p.income = 0', family({ c, m }, { households: [[]] }))).toBe(
      'yes',
    );
  });

  test('households that were not given are not known; links do not stand in for them', () => {
    const facts = family({ c, m }, { links: [parent('m')] });
    expect(truthOf('count(child.members) = 2', facts)).toBe('? child.members of c');
    const { missing } = explain(
      packWithRule(
        'for: person as child\nfacts: {}\nparameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }\neligible: count(child.members) = 2\namount: one\n',
      ),
      facts,
      '2026',
    );
    expect(missing[0]?.words).toMatchObject({ 'zh-CN': '老人的同住家人', en: 'household members of the elder' });
  });

  test('one income that is not known leaves the total open, and says whose', () => {
    const facts = family({ c, m: {} }, { households: [['c', 'm']] });
    expect(truthOf('total(for p in child.members return p.income) < 1', facts)).toBe('? p.income of m');
    expect(truthOf('count(child.members[item.income > 50]) = 1', facts)).toBe('? item.income of m');
  });

  test('a collective household of 400', () => {
    const others = Object.fromEntries(Array.from({ length: 399 }, (_, i) => [`p${i}`, { income: 1_00n }]));
    const facts = family({ c, ...others }, { households: [['c', ...Object.keys(others)]] });
    expect(truthOf('count(child.members) = 400', facts)).toBe('yes');
    expect(truthOf('total(for p in child.members return p.income) = 399', facts)).toBe('yes');
  });
});

describe('families of every kind', () => {
  const old = { birth: '1960-05-05', alive: true } as const;
  const adult = { birth: '1990-05-05', alive: true } as const;
  const small = { birth: '2024-05-05', alive: true } as const;

  test('grandparents lead the household while the parents work elsewhere', () => {
    const facts = family(
      { c: small, m: adult, f: adult, g: old },
      {
        links: [parent('m'), parent('f'), parent('g', 'm'), guardian('g')],
        households: [
          ['c', 'g'],
          ['m', 'f'],
        ],
      },
    );
    expect(
      truthOf('every p in child.parents satisfies every q in p.members satisfies q.birth > date("1980-01-01")', facts),
    ).toBe('yes');
    expect(
      truthOf(
        'some q in child.guardians satisfies some p in child.parents satisfies some r in p.parents satisfies r.birth = q.birth',
        facts,
      ),
    ).toBe('yes');
    expect(truthOf('count(child.members[completedYears(item.birth, on) between 18 and 59]) = 0', facts)).toBe('yes');
  });

  test('guardians who adopt are guardians and need not be parents', () => {
    const adopted = family(
      { c: small, g: adult, h: adult },
      { links: [guardian('g'), guardian('h'), spouses('g', 'h')] },
    );
    expect(truthOf('count(child.parents) = 0 and count(child.guardians) = 2', adopted)).toBe('yes');
    expect(truthOf('every g in child.guardians satisfies count(g.spouse) = 1', adopted)).toBe('yes');
    expect(truthOf('some g in child.guardians satisfies count(g.children) > 0', adopted)).toBe('no');
  });

  test('after a remarriage the step-parent lives there and is no parent; the half-sibling shares one parent', () => {
    const facts = family(
      { c: small, m: adult, f: adult, s: adult, half: { birth: '2025-09-01', alive: true } },
      {
        links: [parent('m'), parent('f'), parent('m', 'half'), parent('s', 'half'), spouses('m', 's')],
        households: [['c', 'm', 's', 'half'], ['f']],
      },
    );
    expect(truthOf('count(child.parents) = 2 and count(child.members) = 4', facts)).toBe('yes');
    expect(truthOf('count(for p in child.parents return count(p.children)) = 2', facts)).toBe('yes');
    expect(truthOf('total(for p in child.parents return count(p.children)) = 3', facts)).toBe('yes');
    expect(truthOf('some p in child.parents satisfies some q in p.spouse satisfies q.income > 0', facts)).toBe(
      '? q.income of s',
    );
  });

  test('parents who lost their only child, and again once a later child is born', () => {
    const lost = 'every k in child.children satisfies not(k.alive)';
    const one = { links: [parent('c', 'k')] };
    expect(truthOf(lost, family({ c: adult, k: { birth: '2010-01-01', alive: false } }, one))).toBe('yes');
    const later = { links: [parent('c', 'k'), parent('c', 'l')] };
    const both = { c: adult, k: { birth: '2010-01-01', alive: false } };
    expect(truthOf(lost, family({ ...both, l: { birth: '2025-01-01', alive: true } }, later))).toBe('no');
    expect(truthOf(lost, family({ ...both, l: { birth: '2025-01-01' } }, later))).toBe('? k.alive of l');
    expect(truthOf(`count(child.children) > 0 and (${lost})`, family({ c: adult }, { links: [] }))).toBe('no');
  });

  test('twins are two people born on one day', () => {
    const facts = family({ c: small, t: small, m: adult }, { links: [parent('m'), parent('m', 't')] });
    expect(truthOf('some m in child.parents satisfies count(m.children[item.birth = child.birth]) = 2', facts)).toBe(
      'yes',
    );
  });

  test('a spouse link counts from both sides and once', () => {
    const facts = family({ c: adult, s: adult }, { links: [spouses('c', 's'), spouses('s', 'c')] });
    expect(truthOf('count(child.spouse) = 1', facts)).toBe('yes');
    expect(truthOf('every s in child.spouse satisfies count(s.spouse) = 1', facts)).toBe('yes');
  });
});
