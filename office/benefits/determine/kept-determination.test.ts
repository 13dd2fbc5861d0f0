import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../rules/explain/explain.ts';
import type { FactValue, Facts } from '../../../rules/facts.ts';
import { packWithRule } from '../../../rules/testing.ts';
import { day } from '../../../values/day.ts';
import { factsToWire } from '../decide/facts-wire.ts';
import { kept, type KeptDetermination } from './kept-determination.ts';
import { asTold, workedOutAgain } from './worked-out-again.ts';

const ruleWith = (amount: string): string => `for: person as elder
facts: { birth: date, nights: int }
parameters: { night: { type: money, values: { 2025-01-01: ${amount} }, source: order 一 } }
let:
  isOld: elder.birth < date("1966-01-01")
because:
  isOld: { yes: { zh: "满六十岁。", en: Sixty or more. }, no: { zh: "不满六十岁。", en: Under sixty. }, law: order 二 }
eligible: isOld and elder.nights > 0
amount: night * elder.nights
`;
const pack = packWithRule(ruleWith('100.00'));
const dearer = packWithRule(ruleWith('120.00'));

const factsOf = (known: Readonly<Record<string, FactValue>>): Facts => ({
  on: day('2026-06-01'),
  people: [{ id: 'e', ...known }],
  subject: 'e',
});

/** As a case keeps it and reads it back from the database. */
function keptOf(known: Readonly<Record<string, FactValue>>): KeptDetermination {
  const facts = factsOf(known);
  const made = kept(explain(pack, facts, '2026'), factsToWire(facts, {}), 'engine 1');
  return JSON.parse(JSON.stringify(made)) as KeptDetermination;
}

const grant = keptOf({ birth: '1950-05-05', nights: 3 });

describe('what a case keeps of a determination', () => {
  test('is what it came to, why, by which articles and on which facts; not how it came about', () => {
    expect(grant).toMatchObject({ outcome: 'eligible', amountFen: '30000', articles: ['order 一', 'order 二'] });
    expect(grant.because.map(({ words }) => words.en)).toEqual(['Sixty or more.']);
    expect(grant.facts.people).toEqual([{ id: 'e', birth: '1950-05-05', nights: 3 }]);
    expect(Object.keys(grant)).not.toContain('trace');
  });

  test('has a digest that anybody can compute: the SHA-256 of sorted JSON', () => {
    const { policyText } = grant;
    const facts = `{"answers":{},"links":[],"on":"2026-06-01","people":[{"birth":"1950-05-05","id":"e","nights":3}],"subject":"e"}`;
    const text = `{"amountFen":"30000","articles":["order 一","order 二"],"engine":"engine 1","facts":${facts},"outcome":"eligible","period":"2026","policyText":"${policyText}"}`;
    expect(grant.digest).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test.each([
    ['the amount', { amountFen: '30001' }],
    ['the outcome', { outcome: 'not-eligible' as const }],
    ['an article', { articles: ['order 一'] }],
    ['the period', { period: '2027' }],
    ['a fact', { facts: { ...grant.facts, people: [{ id: 'e', birth: '1950-05-06', nights: 3 }] } }],
    ['the name of the text', { policyText: 'other' }],
    ['the name of the engine', { engine: 'engine 2' }],
  ])('a change of %s does not go unnoticed', (_what, change) => {
    expect(workedOutAgain({ ...grant, ...change }, pack).kind).not.toBe('same');
  });
});

describe('worked out again', () => {
  test.each([
    ['granted', { birth: '1950-05-05', nights: 3 }],
    ['not eligible', { birth: '1990-05-05', nights: 3 }],
    ['undetermined', { birth: '1950-05-05' }],
  ])('a determination that is %s comes out the same, with its trace and all that is missing', (_outcome, known) => {
    const again = workedOutAgain(keptOf(known), pack);
    expect(again).toEqual({ kind: 'same', determination: explain(pack, factsOf(known), '2026') });
  });

  test('the reasons stay in the words in which they were told', () => {
    const because = [{ words: { 'zh-CN': '旧话。', en: 'In older words.' } }];
    const again = workedOutAgain({ ...grant, because }, pack);
    expect(asTold('test/x', grant, again)).toMatchObject({ because, trace: { value: 'eligible' } });
  });

  test('where it comes out differently, what was told stands, without a trace', () => {
    const again = workedOutAgain(grant, dearer);
    expect(again).toMatchObject({ kind: 'different', now: { outcome: 'eligible', amountFen: '36000' } });
    const told = asTold('test/x', grant, again);
    expect(told).toMatchObject({ outcome: 'eligible', amountFen: 30_000n, because: grant.because });
    expect(told.trace).toBeUndefined();
  });

  test('without the text, or with facts that it no longer knows, it is told as it was kept', () => {
    expect(workedOutAgain(grant, undefined)).toEqual({ kind: 'not-possible' });
    const strange = { ...grant, facts: { ...grant.facts, people: [{ id: 'e', shoeSize: 41 }] } };
    expect(workedOutAgain(strange, pack)).toEqual({ kind: 'not-possible' });
    expect(asTold('test/x', grant, { kind: 'not-possible' }).because).toEqual(grant.because);
  });
});
