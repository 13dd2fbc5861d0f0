import { describe, expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import type { Determination } from '../../determination.ts';
import type { FactValue, PersonFacts } from '../../facts.ts';
import { packWithRule, testVocabulary } from '../../testing.ts';
import { readVocabulary } from '../../vocabulary.ts';
import { explain } from '../explain.ts';
import { readFacts } from './read-facts.ts';

type Known = Readonly<Record<string, FactValue>>;

/** `care` is an enum of self, partial and full; `school` any text. */
const packOf = (eligible: string, because = '') =>
  packWithRule(`for: person as e
facts: { care: enum, school: text, local: boolean }
parameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }
let:
  need: e.care
eligible: ${JSON.stringify(eligible)}
amount: one
${because}`);

const determined = (expression: string, facts: Known, others: readonly PersonFacts[] = []): Determination =>
  explain(
    packOf(expression),
    { on: day('2026-06-01'), people: [{ ...facts, id: 'x' }, ...others], links: [], subject: 'x' },
    '2026',
  );

function said({ outcome, missing }: Determination): string {
  if (outcome !== 'undetermined') return outcome === 'eligible' ? 'yes' : 'no';
  return `? ${missing.map(({ name }) => name).join(' ')}`;
}

describe('a fact of which the vocabulary lists the values', () => {
  test.each([
    ['e.care = "full"', { care: 'full' }, 'yes'],
    ['e.care = "full"', { care: 'self' }, 'no'],
    ['e.care in ("partial", "full")', { care: 'partial' }, 'yes'],
    ['e.care = "full"', {}, '? e.care'],
  ])('%s, knowing %j: %s', (expression, facts: Known, expected) => {
    expect(said(determined(expression, facts))).toBe(expected);
  });

  test('unknown, it has one of its values and no other', () => {
    expect(said(determined('e.care in ("self", "partial", "full")', {}))).toBe('yes');
    expect(said(determined('e.care != "self" and e.care != "partial" and e.care != "full"', {}))).toBe('no');
    expect(said(determined('(e.care = "self" and e.local) or (e.care != "self" and e.local)', { local: true }))).toBe(
      'yes',
    );
    expect(said(determined('e.care in ("self", "partial")', {}))).toBe('? e.care');
  });

  test('an unknown text may equal any value of it; two unknown ones may be equal or not', () => {
    expect(said(determined('e.school = need', { care: 'full' }))).toBe('? e.school');
    expect(said(determined('e.school = need or e.school != need', {}))).toBe('yes');
  });

  test.each([
    ['e.care = "ful"', /no-such-value e\.care is never “ful”; it is one of: self, partial, full/],
    ['"none" != e.care', /no-such-value/],
    ['e.care in ("full", "partail")', /no-such-value e\.care is never “partail”/],
    ['need = "nobody"', /no-such-value need is never “nobody”/],
    ['some p in e.members satisfies p.care = "old"', /no-such-value p\.care is never “old”/],
    ['(if e.local then e.care else need) = "old"', /no-such-value/],
  ])('%s is a fault of the pack', (expression, message) => {
    expect(() => packOf(expression)).toThrow(message);
  });

  test('a branch of another text widens it: then anything may be compared', () => {
    expect(said(determined('(if e.local then e.care else "none") = "none"', { local: false }))).toBe('yes');
  });

  test('is called by its words in the trace and in reasons', () => {
    const pack = packOf(
      'e.care = "full" and need = "full"',
      'because: { eligible: { no: { zh: "{e.care}，{need}。", en: "{e.care}, {need}." } } }\n',
    );
    const { because, trace } = explain(
      pack,
      { on: day('2026-06-01'), people: [{ id: 'x', care: 'partial' }], subject: 'x' },
      '2026',
    );
    expect(because[0]?.words).toEqual({ 'zh-CN': '半失能，半失能。', en: 'partly dependent, partly dependent.' });
    expect(JSON.stringify(trace)).toContain('老人的自理能力：半失能');
  });
});

describe('from outside', () => {
  const problemsOf = (care: unknown): readonly string[] => {
    const read = readFacts(testVocabulary(), { on: '2026-06-01', people: [{ id: 'x', care }], subject: 'x' });
    return read.kind === 'problems' ? read.problems.map(({ path, kind, words }) => `${path} ${kind} ${words.en}`) : [];
  };

  test('one of its values is a fact, null is not known, anything else is refused with what is near', () => {
    expect(problemsOf('full')).toEqual([]);
    expect(problemsOf(null)).toEqual([]);
    expect(problemsOf('fulll')).toEqual([
      'people[0].care misspelt-value one of self, partial, full is expected, not "fulll"; did you mean full?',
    ]);
    expect(problemsOf(3)).toEqual(['people[0].care not-a-value one of self, partial, full is expected, not 3']);
    expect(problemsOf('constructor')).toEqual([
      'people[0].care not-a-value one of self, partial, full is expected, not "constructor"',
    ]);
  });

  test.each([
    ['type: enum', 'missing-key'],
    ['type: enum, values: { one: { zh: 甲, en: one } }', 'too-few-values'],
    ['type: enum, values: { one: { zh: 甲 }, two: { zh: 乙, en: two } }', 'missing-key'],
    ['type: text, values: { one: { zh: 甲, en: one }, two: { zh: 乙, en: two } }', 'values-without-enum'],
    ['type: enum, values: [one, two]', 'expected-map'],
  ])('a vocabulary with %s is refused: %s', (written, code) => {
    const text = `facts:\n  f: { ${written}, words: { zh: 甲, en: a }, from: { zh: 甲, en: a } }\n`;
    const read = readVocabulary({ file: 'v.yaml', text });
    expect(read.kind === 'findings' && read.findings.map((finding) => finding.code)).toContain(code);
  });
});
