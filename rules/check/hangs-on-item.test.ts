import { expect, test } from 'vitest';
import { packWithRule } from '../testing.ts';
import type { Checked } from './checked.ts';
import { hangsOnItem } from './hangs-on-item.ts';

/** The expression as the checker has it, as `eligible` of a rule. */
function checked(expression: string): Checked {
  const pack = packWithRule(`for: person as e
facts: { alive: boolean, nights: int, birth: date }
parameters: { one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 } }
let: { old: e.birth < on }
eligible: ${JSON.stringify(expression)}
amount: one
`);
  return pack.rule.eligible;
}

/** The expression and all below it. */
function all(one: Checked): readonly Checked[] {
  const parts = Object.values(one).flatMap((part): readonly Checked[] => {
    const below: readonly unknown[] = Array.isArray(part) ? part : [part];
    return below.filter((it): it is Checked => typeof it === 'object' && it !== null && 'kind' in it && 'type' in it);
  });
  return [one, ...parts.flatMap(all)];
}

test('a whole rule hangs on no item; the conditions of its loops do, as far as they speak of them', () => {
  const parts = all(
    checked(
      'some c in e.children satisfies (if c.alive then old else count(c.parents[item.alive and item.nights > c.nights]) in [1..2]) and e.alive',
    ),
  );
  const hang = new Map(parts.map((part) => [part.text, hangsOnItem(part)]));
  const [whole] = parts;
  expect(whole && hangsOnItem(whole)).toBe(false);
  for (const text of ['e.children', 'old', 'e.alive', '2']) expect([text, hang.get(text)]).toEqual([text, false]);
  for (const text of ['c.alive', 'c.parents', 'item.alive', 'item.nights > c.nights'])
    expect([text, hang.get(text)]).toEqual([text, true]);
});

test('a list that speaks of the item of the loop around it hangs on it, though its own condition does not', () => {
  const inner = all(checked('every c in e.children satisfies (some p in c.parents satisfies p.alive)')).find(
    ({ kind, text }) => kind === 'quantified' && !text.startsWith('every'),
  );
  expect(inner && hangsOnItem(inner)).toBe(true);
});

test('each loop has a slot of its own, counted from outside', () => {
  const slots = all(
    checked('every c in e.children satisfies count(for p in c.parents return count(p.members[item.alive])) > 0'),
  ).flatMap((part) => ('slot' in part && part.kind !== 'variable' ? [[part.kind, part.slot]] : []));
  expect(slots).toEqual([
    ['quantified', 0],
    ['for', 1],
    ['filter', 2],
  ]);
});
