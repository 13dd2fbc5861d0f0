import { describe, expect, test } from 'vitest';
import { day } from '../../values/day.ts';
import type { Determination, TraceNode } from '../determination.ts';
import type { FactValue, Facts, Link, PersonFacts } from '../facts.ts';
import { packIn, packWithRule, smallPack } from '../testing.ts';
import type { Pack } from './evaluate.ts';
import { explain } from './explain.ts';
import { readableTrace } from './tell/readable-trace.ts';

type Known = Readonly<Record<string, FactValue>>;

const about = (facts: Known, relatives: readonly PersonFacts[] = [], links?: readonly Link[]): Facts => ({
  on: day('2026-06-01'),
  people: [{ ...facts, id: 'e' }, ...relatives],
  subject: 'e',
  ...(links && { links }),
});

/** A pack that says of one expression whether it holds. */
function packOf(eligible: string, lets: readonly string[] = [], amount = 'one'): Pack {
  return packWithRule(`for: person as e
facts:
  birth: date
  alive: boolean
  local: boolean?
  nights: int
  income: money
  school: text?
  nationality: text?
parameters:
  one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一 }
let:
${['always: true', ...lets].map((step) => `  ${step}`).join('\n')}
eligible: ${JSON.stringify(eligible)}
amount: ${JSON.stringify(amount)}
`);
}

function said({ outcome, missing }: Determination): string {
  if (outcome === 'eligible') return 'yes';
  return outcome === 'not-eligible' ? 'no' : `? ${missing.map(({ name }) => name).join(' ')}`;
}

const truthOf = (expression: string, facts: Facts = about({})): string =>
  said(explain(packOf(expression), facts, '2026'));

/** The amount in fen. */
const amountOf = (expression: string, facts: Facts = about({})): bigint | undefined =>
  explain(packOf('true', [], expression), facts, '2026').amountFen;

describe('three-valued logic', () => {
  const values = { true: true, false: false, unknown: undefined } as const;
  const and = { 'true true': 'yes', 'true unknown': '?', 'unknown unknown': '?' } as const;
  const or = { 'false false': 'no', 'false unknown': '?', 'unknown unknown': '?' } as const;
  const words = ['true', 'false', 'unknown'] as const;
  const pairs = words.flatMap((a) => words.map((b) => [a, b] as const));

  test.each(pairs)('%s and %s; %s or %s', (a, b) => {
    const facts = about({ alive: values[a], local: values[b] });
    const key = [a, b].toSorted().join(' ');
    const expectedAnd = Object.entries(and).find(([pair]) => pair === key)?.[1] ?? 'no';
    const expectedOr = Object.entries(or).find(([pair]) => pair === key)?.[1] ?? 'yes';
    expect(truthOf('e.alive and e.local', facts).charAt(0)).toBe(expectedAnd.charAt(0));
    expect(truthOf('e.alive or e.local', facts).charAt(0)).toBe(expectedOr.charAt(0));
  });

  test('not of the unknown is unknown', () => {
    expect(truthOf('not(e.alive)')).toBe('? e.alive');
    expect(truthOf('not(e.alive)', about({ alive: false }))).toBe('yes');
  });

  test('an unknown fact is not null: equality with it is open, not false', () => {
    expect(truthOf('e.nationality = "CN"')).toBe('? e.nationality');
    expect(truthOf('e.nationality != "CN"')).toBe('? e.nationality');
    expect(truthOf('e.nationality in ("CN", "FR")')).toBe('? e.nationality');
  });

  test('an open condition with two equal branches is settled', () => {
    expect(truthOf('if e.alive then e.nights > 1 else e.nights > 1', about({ nights: 2 }))).toBe('yes');
    expect(truthOf('if e.alive then e.nights > 1 else e.nights > 5', about({ nights: 2 }))).toBe('? e.alive');
  });
});

describe('a fact that can no longer change the result is not missing', () => {
  test.each([
    ['e.alive or not(e.alive)', {}, 'yes'],
    ['e.alive and not(e.alive)', {}, 'no'],
    ['(e.alive and e.local) or (not(e.alive) and e.local)', {}, '? e.local'],
    ['(e.alive and e.local) or (not(e.alive) and e.local)', { local: true }, 'yes'],
    ['e.nationality = "CN" or e.nationality != "CN"', {}, 'yes'],
    ['e.nationality = "CN" and e.nationality = "FR"', {}, 'no'],
    ['e.alive and e.nights > 3 and e.local', { nights: 1 }, 'no'],
    ['e.alive and e.nights > 3 and e.local', { local: true }, '? e.alive e.nights'],
    ['e.local and (e.alive or e.nights > 3)', { alive: true }, '? e.local'],
  ])('%s, knowing %j: %s', (expression, known: Known, expected) => {
    expect(truthOf(expression, about(known))).toBe(expected);
  });

  test('why it is settled is told', () => {
    const { because } = explain(packOf('e.local or not(e.local)'), about({}), '2026');
    expect(because.map(({ words }) => words['zh-CN'])).toEqual(['不论老人的本地户口是什么，结果都一样。']);
  });
});

describe('a date of which only the month is known', () => {
  const march = about({ birth: '2024-03' });
  test.each([
    ['monthOf(e.birth) = monthOf(date("2024-03-31"))', 'yes'],
    ['e.birth.year = 2024 and e.birth.month = 3', 'yes'],
    ['e.birth < date("2024-03-01")', 'no'],
    ['e.birth <= date("2024-03-31")', 'yes'],
    ['e.birth between date("2024-03-01") and date("2024-04-01")', 'yes'],
    ['e.birth < date("2024-03-15")', '? e.birth'],
    ['e.birth = date("2024-03-15")', '? e.birth'],
    ['e.birth = date("2024-04-15")', 'no'],
    ['e.birth.day < 32', 'yes'],
    ['e.birth between date("2024-03-10") and date("2024-03-20")', '? e.birth'],
    ['e.birth = e.birth', 'yes'],
    ['e.birth < e.birth', 'no'],
    [`max(${Array.from({ length: 50 }, () => 'e.birth').join(', ')}) < date("2024-04-01")`, 'yes'],
    ['e.birth.day < 31', '? e.birth'],
    ['completedYears(e.birth, date("2027-03-01")) = 3', '? e.birth'],
    ['completedYears(e.birth, date("2027-03-31")) = 3', 'yes'],
    ['e.birth < date("2024-03-15") or e.birth >= date("2024-03-15")', 'yes'],
  ])('%s: %s', (expression, expected) => {
    expect(truthOf(expression, march)).toBe(expected);
  });
});

describe('conventions of dates', () => {
  test.each([
    ['completedYears(date("2024-02-29"), date("2025-02-28")) = 0', 'yes'],
    ['completedYears(date("2024-02-29"), date("2025-03-01")) = 1', 'yes'],
    ['completedYears(date("2024-02-29"), date("2028-02-29")) = 4', 'yes'],
    ['completedYears(date("2000-05-05"), date("2018-05-05")) = 18', 'yes'],
    ['completedYears(date("2000-05-05"), date("2018-05-04")) = 17', 'yes'],
    ['monthsBetween(monthOf(date("2024-12-31")), monthOf(date("2025-01-01"))) = 1', 'yes'],
    ['monthsBetween(monthOf(date("2025-01-01")), monthOf(date("2024-12-31"))) = -1', 'yes'],
    ['addMonths(monthOf(date("2024-01-31")), 1) = monthOf(date("2024-02-01"))', 'yes'],
    ['addMonths(monthOf(date("2024-01-31")), -1) = monthOf(date("2023-12-01"))', 'yes'],
    ['period.first = date("2026-01-01") and period.last = date("2026-12-31") and period.year = 2026', 'yes'],
    ['on = date("2026-06-01")', 'yes'],
  ])('%s', (expression, expected) => {
    expect(truthOf(expression)).toBe(expected);
  });
});

describe('numbers and money', () => {
  test.each([
    ['floor(-7 / 2) = -4', 'yes'],
    ['ceiling(-7 / 2) = -3', 'yes'],
    ['modulo(-7, 3) = 2', 'yes'],
    ['modulo(7, -3) = -2', 'yes'],
    ['0.1 + 0.2 = 0.3', 'yes'],
    ['abs(-3) = 3', 'yes'],
    ['max(1, 2, 3) - min(1, 2, 3) = 2', 'yes'],
    ['e.income > 99.99', 'yes'],
    ['e.income > 100', 'no'],
    ['e.income >= 100', 'yes'],
  ])('%s: %s', (expression, expected) => {
    expect(truthOf(expression, about({ income: 10_000n }))).toBe(expected);
  });

  test.each([
    ['roundHalfUp(one * 0.005)', 1n],
    ['roundHalfUp(one * 0.0049)', 0n],
    ['roundHalfUp(-one * 0.005)', -1n],
    ['roundHalfUp(one / 3)', 33n],
    ['roundHalfUp(one / 8)', 13n],
    ['one * 3 - 0.5', 250n],
    ['total(for p in e.parents return p.income)', 0n],
  ])('%s is %s fen', (expression, fen) => {
    expect(amountOf(expression, about({}, [], []))).toBe(fen);
  });

  test('half a fen away from zero, negative intermediate values kept', () => {
    expect(amountOf('max(0, one - 5) + one')).toBe(100n);
    expect(amountOf('one - 5')).toBe(-400n);
  });
});

describe('relatives', () => {
  const links: readonly Link[] = [
    { kind: 'parent', from: 'f', to: 'e' },
    { kind: 'parent', from: 'm', to: 'e' },
    { kind: 'spouse', from: 'm', to: 'f' },
    { kind: 'parent', from: 'e', to: 'k' },
  ];
  const relatives: readonly PersonFacts[] = [
    { id: 'f', birth: '1960-01-01', alive: true, income: 100n },
    { id: 'm', birth: '1970-01-01', alive: false, income: 250n },
    { id: 'k', birth: '2010-01-01' },
  ];
  const family = about({ birth: '1990-01-01' }, relatives, links);

  test.each([
    ['count(e.parents) = 2 and count(e.children) = 1 and count(e.spouse) = 0', 'yes'],
    ['some p in e.parents satisfies p.birth < date("1965-01-01")', 'yes'],
    ['every p in e.parents satisfies p.birth < date("1965-01-01")', 'no'],
    ['some p in e.parents satisfies count(p.spouse) = 1', 'yes'],
    ['every p in e.guardians satisfies p.alive', 'yes'],
    ['some p in e.guardians satisfies p.alive', 'no'],
    ['count(e.parents[item.alive]) = 1', 'yes'],
    ['total(for p in e.parents return p.income) = 3.50', 'yes'],
    ['some c in e.children satisfies c.alive', '? c.alive'],
    ['some c in e.children satisfies some p in c.parents satisfies p.birth = e.birth', 'yes'],
  ])('%s: %s', (expression, expected) => {
    expect(truthOf(expression, family)).toBe(expected);
  });

  test('whose fact is missing is told, in words', () => {
    const { missing } = explain(packOf('some c in e.children satisfies c.alive'), family, '2026');
    expect(missing).toMatchObject([
      {
        name: 'c.alive',
        person: 'k',
        fact: 'alive',
        words: { 'zh-CN': '家人“k”的健在', en: 'living of the relative “k”' },
      },
    ]);
  });

  test('links that were not given are not known; given ones are complete', () => {
    expect(truthOf('count(e.parents) = 0', about({}))).toBe('? e.parents');
    expect(truthOf('count(e.parents) = 0', about({}, [], []))).toBe('yes');
  });
});

describe('the small pack', () => {
  const pack = packIn(smallPack);
  const elder: Known = { birth: '1950-05-05', nights: 10, local: true };
  const determined = (facts: Known, period: string): Determination =>
    explain(pack, { on: day('2027-12-31'), people: [{ ...facts, id: 'x' }], subject: 'x' }, period);

  test('a parameter has the value of its period', () => {
    expect(determined(elder, '2026').amountFen).toBe(100_000n);
    expect(determined(elder, '2027').amountFen).toBe(120_000n);
  });

  test('equality at the threshold: 60 on the last day of the year is enough', () => {
    expect(determined({ ...elder, birth: '1965-12-31' }, '2025').outcome).toBe('eligible');
    expect(determined({ ...elder, birth: '1966-01-01' }, '2025').outcome).toBe('not-eligible');
  });

  test('reasons fill in what was computed, in both languages', () => {
    expect(determined(elder, '2027').because).toEqual([
      {
        words: { 'zh-CN': '2027 年满 77 岁。', en: 'Aged 77 in 2027.' },
        law: { source: 'order', title: '《办法》', place: '第二条', verified: true },
      },
      {
        words: { 'zh-CN': '120 元 × 10 天 = 1,200 元。', en: '120 yuan × 10 nights = 1,200 yuan.' },
        law: { source: 'order', title: '《办法》', place: '第三条', verified: true },
      },
    ]);
  });

  test('a parameter from a secondary source is shown as not verified', () => {
    const [rate, mostNights] = pack.info.parameters;
    expect([rate?.verified, mostNights?.verified]).toEqual([true, false]);
  });
});

describe('the trace', () => {
  const nodesOf = (root: TraceNode): readonly TraceNode[] => {
    const nodes = [root];
    for (const node of nodes) nodes.push(...node.children);
    return nodes;
  };

  test('grows with the rule, not with how often its names are used', () => {
    const doubled = Array.from({ length: 60 }, (_, i) => `n${i + 1}: n${i} + n${i}`);
    const pack = packOf('n60 > 0', ['n0: e.nights', ...doubled]);
    const { trace, outcome } = explain(pack, about({ nights: 1 }), '2026');
    expect(outcome).toBe('eligible');
    expect(nodesOf(trace).length).toBeLessThan(300);
  });

  /** What people read of the trace, line by line, deeper lines further in. */
  const readIn = (language: 'zh-CN' | 'en', pack: Pack, facts: Facts): readonly string[] => {
    const linesOf = (nodes: readonly TraceNode[], depth: number): readonly string[] =>
      nodes.flatMap((node) => [`${'  '.repeat(depth)}${node.words?.[language]}`, ...linesOf(node.children, depth + 1)]);
    const { trace } = explain(pack, facts, '2026');
    return [trace.words?.[language] ?? '', ...linesOf(readableTrace(trace), 1)];
  };

  test('speaks of steps, parameters and results as the pack calls them, never as the code does', () => {
    const facts = about({ birth: '1950-05-05', nights: 120, local: true });
    expect(readIn('zh-CN', packIn(smallPack), facts)).toEqual([
      '住院护理补贴：可以领',
      '  符合条件：是',
      '    年满 60 周岁：是',
      '      年底的周岁：76',
      '        老人的出生日期：1950 年 5 月 5 日',
      '    老人的本地户口：是',
      '    计发天数：90',
      '      老人的住院天数：120',
      '      一年最多的天数：90（2024 年 1 月 1 日起）',
      '  金额：9,000 元',
      '    每天的标准：100 元（2025 年 1 月 1 日起）',
      '    计发天数：90',
    ]);
    expect(readIn('en', packIn(smallPack), facts).slice(0, 4)).toEqual([
      'Hospital care: eligible',
      '  eligible: yes',
      '    60 or older: yes',
      '      age at the end of the year: 76',
    ]);
  });

  test('says what is not known, and calls the results what the pack calls them', () => {
    const own = smallPack.replace('words:\n  age:', 'words:\n  eligible: { zh: "可以领", en: may draw it }\n  age:');
    const lines = readIn('en', packIn(own), about({ birth: '1950-05-05', local: true }));
    expect(lines).toContain('Hospital care: undetermined');
    expect(lines).toContain('  may draw it: not yet known');
    expect(lines).toContain('    nights that count: not yet known');
  });

  test('leaves out a step that has no words, not what it rests on; the formula stays for authors', () => {
    const bare = packOf('long', ['long: e.nights > 3']);
    const facts = about({ nights: 5 });
    const { trace } = explain(bare, facts, '2026');
    const step = nodesOf(trace).find(({ label }) => label === 'eligible');
    expect([step?.words?.en, step?.formula]).toEqual(['eligible: yes', 'long']);
    const within = packOf('not(long)', ['long: e.nights > 3']);
    expect(readIn('zh-CN', within, facts)).toEqual([
      '住院护理补贴：不符合条件',
      '  符合条件：否',
      '    老人的住院天数：5',
    ]);
    expect(nodesOf(explain(within, facts, '2026').trace)).toContainEqual(
      expect.objectContaining({ label: 'long', formula: 'e.nights > 3', value: true }),
    );
  });

  test('a step that is only another name for a step shows that one below it, and its reason counts', () => {
    const pack = packWithRule(`for: person as e
facts: { nights: int }
parameters: { one: { type: money, values: { 2025-01-01: 1.00 }, source: order 一, words: { zh: "标准", en: rate } } }
let: { long: e.nights > 3, enough: long, whole: one }
words: { long: { zh: "住得久", en: long stay } }
eligible: enough
amount: whole
because: { long: { yes: { zh: "住得久。", en: A long stay. } } }
`);
    const { because, trace } = explain(pack, about({ nights: 5 }), '2026');
    expect(because.map(({ words }) => words.en)).toEqual(['A long stay.']);
    expect(readIn('zh-CN', pack, about({ nights: 5 }))).toEqual([
      '住院护理补贴：可以领',
      '  符合条件：是',
      '    住得久：是',
      '      老人的住院天数：5',
      '  金额：1 元',
      '    标准：1 元（2025 年 1 月 1 日起）',
    ]);
    expect(trace.children.map(({ formula }) => formula)).toEqual(['enough', 'whole']);
  });

  test.each([
    ['CN', '中国', 'China'],
    ['ZZ', '其他国家', 'another country'],
    ['FR', '其他国家（代码 FR）', 'another country (code FR)'],
  ])('a country is named, not coded: %s', (nationality, zh, en) => {
    const pack = packOf('e.nationality = "CN"');
    const lines = (language: 'zh-CN' | 'en'): string => readIn(language, pack, about({ nationality })).join('\n');
    expect(lines('zh-CN')).toContain(`老人的国籍：${zh}`);
    expect(lines('en')).toContain(`nationality of the elder: ${en}`);
  });

  test('marks one sufficient ground as decisive, and both where both are needed', () => {
    const decisive = (facts: Known): readonly string[] =>
      nodesOf(explain(packOf('e.alive and (e.local or e.nights > 3)'), about(facts), '2026').trace)
        .filter((node) => node.decisive && node.fact !== undefined)
        .map((node) => node.fact?.name ?? '');
    expect(decisive({ alive: false, local: false, nights: 1 })).toEqual(['e.alive']);
    expect(decisive({ alive: true, local: true, nights: 5 })).toEqual(['e.alive', 'e.local']);
    expect(decisive({ alive: true, local: false, nights: 1 })).toEqual(['e.local', 'e.nights']);
  });
});
