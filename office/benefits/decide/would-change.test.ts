import { expect, test } from 'vitest';
import { explain } from '../../../rules/explain/explain.ts';
import { packWithRule } from '../../../rules/testing.ts';
import type { FactValue, Facts } from '../../../rules/facts.ts';
import { day } from '../../../values/day.ts';
import { factsToWire } from './facts-wire.ts';
import { changeToTell } from '../../../rules/change/change-to-tell.ts';
import { wouldChangeOf } from './would-change.ts';

/** For people of 60 from abroad with nights in hospital; that they are registered here is supposed of every family. */
const pack = packWithRule(`for: person as elder
facts: { birth: date, nationality: text, nights: int, local: boolean }
parameters: { one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 } }
eligible: elder.local and elder.birth < date("1966-01-01") and elder.nationality = "CN" and elder.nights > 0
amount: one
`);

const fits = { birth: '1950-05-05', nationality: 'CN', nights: 3, local: true };

const factsOf = (known: Readonly<Record<string, FactValue>>): Facts => ({
  on: day('2026-06-01'),
  people: [{ id: 'e', ...known }],
  subject: 'e',
});

test.each([
  [
    'one fact is otherwise',
    { ...fits, nationality: 'JP' },
    'If the nationality of the elder were China, 1 yuan would be paid for 2026.',
  ],
  [
    'nothing but a fact is missing',
    { ...fits, nights: undefined },
    'If the nights in hospital of the elder is 1 or more, 1 yuan is paid for 2026.',
  ],
  ['two facts are otherwise', { ...fits, nationality: 'JP', nights: 0 }, undefined],
  ['a birthday is otherwise', { ...fits, birth: '1970-01-01' }, undefined],
  ['a birthday is missing', { ...fits, birth: undefined }, undefined],
  ['what is supposed is otherwise', { ...fits, local: false }, undefined],
])('what would change it is told, or kept to oneself, where %s', (_, known, words) => {
  const facts = factsOf(known);
  expect(changeToTell(pack, facts, '2026')?.words.en).toBe(words);
  const determination = explain(pack, facts, '2026');
  expect(wouldChangeOf(pack, determination, factsToWire(facts, {}))?.en).toBe(words);
});

test('of a case that another version of the pack decided nothing is told by the law of today', () => {
  const facts = factsOf({ ...fits, nationality: 'JP' });
  const determination = { ...explain(pack, facts, '2026'), version: 'ffffffffffff' };
  expect(wouldChangeOf(pack, determination, factsToWire(facts, {}))).toBeNull();
});
