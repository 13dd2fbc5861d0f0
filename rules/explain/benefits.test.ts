import { describe, expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import type { Determination, TraceNode } from '../determination.ts';
import type { FactValue } from '../facts.ts';
import { packIn, packWithRule, smallPack } from '../testing.ts';
import { openQuestions } from './missing/ask.ts';
import type { Pack } from './evaluate.ts';
import { explain } from './explain.ts';
import { readableTrace } from './tell/readable-trace.ts';

type Known = Readonly<Record<string, FactValue>>;

/** The national benefit: 100 yuan a night (120 from 2027) for people aged 60 who are registered here, at most 90 nights. */
const national = packIn(smallPack);

/** A local benefit beside it, for somebody whom it calls `p`. */
function local(
  rule: { readonly eligible?: string; readonly amount: string; readonly let?: string },
  packs = [national],
): Pack {
  return packWithRule(
    `for: person as p
facts: { income: money, nights: int }
benefits: { national: test/hospital-care }
parameters:
  own: { type: money, values: { 2025-01-01: 1500.00 }, source: order 一, words: { zh: "本地标准", en: local rate } }
let:
  always: true
${rule.let ?? ''}
eligible: ${JSON.stringify(rule.eligible ?? 'true')}
amount: ${JSON.stringify(rule.amount)}
because:
  amount: { words: { zh: "合计 {amount}。", en: "In all {amount}." } }
`,
    packs,
  );
}

const determined = (pack: Pack, facts: Known, period = '2026'): Determination =>
  explain(pack, { on: day('2027-12-31'), people: [{ ...facts, id: 'x' }], subject: 'x' }, period);

function said({ outcome, amountFen, missing }: Determination): string {
  if (outcome === 'eligible') return `${Number(amountFen) / 100}`;
  return outcome === 'not-eligible' ? 'no' : `? ${missing.map(({ name }) => name).join(' ')}`;
}

const elder: Known = { birth: '1950-05-05', local: true, nights: 10, income: 0n };

describe('caps across benefits', () => {
  test('take the higher, do not add', () => {
    const pack = local({ amount: 'max(national.amount, own)' });
    expect(said(determined(pack, elder))).toBe('1500');
    expect(said(determined(pack, { ...elder, nights: 15 }))).toBe('1500');
    expect(said(determined(pack, { ...elder, nights: 16 }))).toBe('1600');
    expect(said(determined(pack, { ...elder, nights: 13 }, '2027'))).toBe('1560');
  });

  test('a top-up pays only what the national benefit leaves', () => {
    const pack = local({ amount: 'max(0, own - national.amount)', eligible: 'national.amount < own' });
    expect(said(determined(pack, elder))).toBe('500');
    expect(said(determined(pack, { ...elder, nights: 14 }))).toBe('100');
    expect(said(determined(pack, { ...elder, nights: 15 }))).toBe('no');
    // Not eligible for the national one, its amount is nothing.
    expect(said(determined(pack, { ...elder, birth: '1990-01-01', nights: 90 }))).toBe('1500');
  });

  test('a cap on both together', () => {
    const pack = local({ amount: 'min(own, max(0, 2000 - national.amount))' });
    expect(said(determined(pack, elder))).toBe('1000');
    expect(said(determined(pack, { ...elder, nights: 30 }))).toBe('0');
  });

  test('for those alone whom the national benefit leaves out', () => {
    const pack = local({ eligible: 'not(national.eligible)', amount: 'own' });
    expect(said(determined(pack, elder))).toBe('no');
    expect(said(determined(pack, { ...elder, local: false }))).toBe('1500');
  });

  test('a step of the other rule may be used by its name', () => {
    const pack = local({ amount: 'own * national.counted', let: '  old: national.age', eligible: 'old >= 70' });
    expect(said(determined(pack, elder))).toBe('15000');
    expect(said(determined(pack, { ...elder, birth: '1960-01-01' }))).toBe('no');
  });
});

describe('what is not known of the other benefit', () => {
  test('is missing here, by the name that this rule has for its subject', () => {
    const pack = local({ amount: 'max(national.amount, own)' });
    expect(said(determined(pack, { nights: 10, local: true }))).toBe('? p.birth');
    expect(determined(pack, { nights: 10, local: true }).missing[0]?.words.en).toBe('date of birth of the elder');
    expect(said(determined(pack, {}))).toBe('? p.birth p.nights p.local');
  });

  test('is not missing where it cannot change the result', () => {
    const pack = local({ amount: 'max(national.amount, own)' });
    // Whether registered here: 10 nights come to 1,000 yuan at most.
    expect(said(determined(pack, { birth: '1950-05-05', nights: 10 }))).toBe('1500');
    expect(said(determined(pack, { birth: '1950-05-05', nights: 16 }))).toBe('? p.local');
    expect(said(determined(pack, { birth: '1990-01-01' }))).toBe('1500');
  });

  test('an amount that is nothing anyway is nothing, whether eligible or not', () => {
    const zero = packWithRule(`for: person as e
facts: { local: boolean?, nights: int }
parameters: { one: { type: money, values: { 2025-01-01: 1 }, source: order 一 } }
eligible: e.local
amount: one * e.nights
`);
    const pack = local({ amount: 'own + national.amount' }, [zero]);
    expect(said(determined(pack, { nights: 0 }))).toBe('1500');
    expect(said(determined(pack, { nights: 1 }))).toBe('? p.local');
    expect(said(determined(pack, { nights: 1, local: false }))).toBe('1500');
    expect(said(determined(pack, { local: true }))).toBe('? p.nights');
  });

  test('a month of birth is enough where any day of it gives the same', () => {
    const pack = local({ amount: 'max(national.amount, own)' });
    expect(said(determined(pack, { ...elder, birth: '1966-12', nights: 20 }, '2026'))).toBe('2000');
    const age = local({ amount: 'own', eligible: 'national.age >= 60' });
    expect(said(determined(age, { birth: '1966-12' }))).toBe('1500');
  });
});

describe('why', () => {
  const pack = local({ amount: 'max(national.amount, own)' });
  const bare = local({ amount: 'national.amount', eligible: 'national.eligible' });

  test('the other benefit gives its own reasons, with its own law', () => {
    const { because } = determined(bare, elder);
    expect(because.map(({ words, law }) => [words.en, law?.place])).toEqual([
      ['Aged 76 in 2026.', '第二条'],
      ['In all 1,000 yuan.', undefined],
    ]);
    expect(determined(bare, { ...elder, birth: '1990-01-01' }).because.map(({ words }) => words['zh-CN'])).toEqual([
      '2026 年才 36 岁，要满 60 岁。',
    ]);
  });

  const linesOf = (nodes: readonly TraceNode[], depth: number): readonly string[] =>
    nodes.flatMap((node) => [`${'  '.repeat(depth)}${node.words?.['zh-CN']}`, ...linesOf(node.children, depth + 1)]);

  test('the trace shows its determination below the step that asks for it, under its title', () => {
    expect(linesOf(readableTrace(determined(pack, elder).trace), 0)).toEqual([
      '符合条件：是',
      '金额：1,500 元',
      '  住院护理补贴（金额）：1,000 元',
      '    住院护理补贴：可以领',
      '      符合条件：是',
      '        年满 60 周岁：是',
      '          年底的周岁：76',
      '            老人的出生日期：1950 年 5 月 5 日',
      '        老人的本地户口：是',
      '        计发天数：10',
      '          老人的住院天数：10',
      '          一年最多的天数：90（2024 年 1 月 1 日起）',
      '      金额：1,000 元',
      '        每天的标准：100 元（2025 年 1 月 1 日起）',
      '        计发天数：10',
      '  本地标准：1,500 元（2025 年 1 月 1 日起）',
    ]);
  });

  test('and tells it once, however often the rule asks', () => {
    const often = local({ amount: 'max(national.amount, own) + national.amount + national.amount' });
    const titles = linesOf(readableTrace(determined(often, elder).trace), 0).filter((line) =>
      line.includes('住院护理补贴：'),
    );
    expect(titles).toEqual(['    住院护理补贴：可以领']);
  });
});

describe('a benefit that refers to one that refers to another', () => {
  const middle = packIn(
    smallPack
      .replace('policy: test/hospital-care', 'policy: test/middle')
      .replace('facts:\n', 'benefits:\n  first: test/hospital-care\nfacts:\n')
      .replace('amount: rate * counted', 'amount: max(first.amount, rate)')
      .replace('amount: 10800.00', 'amount: 10800.00'),
    [national],
  );

  test('sees the first through it; both are worked out once', () => {
    const pack = packWithRule(
      `for: person as p
facts: {}
benefits: { a: test/hospital-care, b: test/middle }
eligible: "true"
amount: a.amount + b.amount
`,
      [national, middle],
    );
    expect(said(determined(pack, elder))).toBe('2000');
    expect([...pack.rule.facts.keys()].toSorted()).toEqual(['birth', 'local', 'nights']);
  });

  test('its questions are those of the facts that any of them needs', () => {
    const pack = packWithRule(
      'for: person as elder\nfacts: {}\nbenefits: { b: test/middle }\neligible: b.eligible\namount: b.amount\n',
      [middle],
    );
    const facts = { on: day('2026-01-01'), people: [{ id: 'x', nights: 3 }], subject: 'x' };
    expect(openQuestions(pack, facts, '2026').map(({ fact }) => fact)).toEqual(['elder.birth']);
  });
});
