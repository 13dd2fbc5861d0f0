import { describe, expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import type { Determination } from '../../determination.ts';
import type { Facts } from '../../facts.ts';
import { packWithRule } from '../../testing.ts';
import type { Pack } from '../evaluate.ts';
import { openQuestions } from './ask.ts';
import { explain } from '../explain.ts';

const facts: Facts = {
  on: day('2026-06-01'),
  people: [{ id: 'e' }, { id: 'b' }, { id: 'a' }],
  links: [
    { kind: 'parent', from: 'e', to: 'a' },
    { kind: 'parent', from: 'e', to: 'b' },
  ],
  households: [['a', 'b', 'e']],
  subject: 'e',
};

const packOf = (eligible: string): Pack =>
  packWithRule(`for: person as e
facts: { nights: int, local: boolean, birth: date, income: money }
parameters: { one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 } }
eligible: ${JSON.stringify(eligible)}
amount: one
`);

/** What is missing for a rule with that condition, and in the reasons. */
function missingFor(
  eligible: string,
  about: Facts = facts,
): Pick<Determination, 'missing' | 'because'> & { readonly names: readonly string[] } {
  const pack = packOf(eligible);
  const { missing, because } = explain(pack, about, '2026');
  return { missing, because, names: missing.map(({ name, person }) => `${person} ${name}`) };
}

describe('what is missing', () => {
  test('is all named, whatever the rule asks for first', () => {
    const parts = ['e.income > 1', 'e.nights > 1', 'e.birth > date("1990-01-01")', 'e.local'];
    for (const order of [parts, parts.toReversed()]) {
      const { names, because } = missingFor(order.join(' and '));
      expect(names).toEqual(['e e.birth', 'e e.nights', 'e e.local', 'e e.income']);
      expect(because).toHaveLength(4);
    }
  });

  test('is named as the subject’s, also where the rule met it in a loop, and asked for', () => {
    const [loop, own] = [
      '(some m in e.members satisfies m.birth > date("1990-01-01"))',
      'e.birth > date("1990-01-01")',
    ];
    const { missing } = missingFor(`${loop} and ${own}`);
    expect(missing[0]).toMatchObject({ name: 'e.birth', person: 'e', fact: 'birth' });
    expect(missingFor(`${own} and ${loop}`).missing).toEqual(missing);
    // The small pack’s one question asks for the birth of the elder.
    const pack = packOf(loop);
    const info = { ...pack.info, questions: pack.info.questions.map((one) => ({ ...one, fact: 'e.birth' })) };
    expect(openQuestions({ ...pack, info }, facts, '2026').map(({ fact }) => fact)).toEqual(['e.birth']);
    expect(explain({ ...pack, info }, facts, '2026').missing[0]?.question).toBe('birth');
  });

  test('is told of the subject first, then of relatives by id', () => {
    const { names } = missingFor('(some c in e.children satisfies c.nights > 1 and c.local) and e.local');
    expect(names).toEqual(['e e.local', 'a c.nights', 'a c.local', 'b c.nights', 'b c.local']);
  });

  test('tells relations that are not known before facts', () => {
    const { on, people, subject } = facts;
    const { names } = missingFor('e.nights > 1 and count(e.children) > 1', { on, people, subject });
    expect(names).toEqual(['e e.children', 'e e.nights']);
  });
});
