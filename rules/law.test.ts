import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isWorkday } from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day, yearOf } from '../values/day.ts';
import { noFen, sumOf } from '../values/fen.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../values/working-days.ts';
import { readWorkingDays } from './calendar.ts';
import type { Determination } from './determination.ts';
import { nextQuestion, openQuestions } from './explain/missing/ask.ts';
import { explain } from './explain/explain.ts';
import { readableTrace } from './explain/tell/readable-trace.ts';
import { withSuppositions } from './explain/facts/suppose.ts';
import type { FactValue, Facts } from './facts.ts';
import type { Pack } from './explain/evaluate.ts';
import { readPack } from './read-pack.ts';
import { packWithRule } from './testing.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

const law = fileURLToPath(new URL('../law', import.meta.url));
const lawFiles = readdirSync(law, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|yaml)$/.test(name));
const packFiles = lawFiles.filter((name) => name.endsWith('policy.md'));
const readLaw = (name: string): string => readFileSync(join(law, name), 'utf8');

function vocabulary(): Vocabulary {
  const read = readVocabulary({ file: 'vocabulary.yaml', text: readLaw('vocabulary.yaml') });
  if (read.kind === 'findings') throw new Error(JSON.stringify(read.findings));
  return read.vocabulary;
}

function packAt(file: string): Pack {
  const read = readPack({ file, text: readLaw(file), version: '000000000000', vocabulary: vocabulary() });
  if (read.kind === 'findings') throw new Error(JSON.stringify(read.findings, null, 2));
  expect(read.warnings).toEqual([]);
  return read.pack;
}

const subsidy = packAt(join('childcare-subsidy', 'policy.md'));

function childOn(on: Day, child: Readonly<Record<string, FactValue>>): Facts {
  return { on, people: [{ ...child, id: 'c' }], subject: 'c' };
}

const child = (facts: Readonly<Record<string, FactValue>>): Facts => childOn(day('2028-12-31'), facts);

/** Outcome and yuan in one word: `3600`, `no`, or `?` with what is missing. */
function said({ outcome, amountFen, missing }: Determination): string {
  if (outcome === 'eligible') return String((amountFen ?? -1n) / 100n);
  return outcome === 'not-eligible' ? 'no' : `? ${missing.map(({ fact }) => fact).join(' ')}`;
}

/**
 * The months table in closed form, written from the facts and not from the pack: 300 × (12 × (year − 2022) + month) in all for births of
 * 2022 to 2024, of which each year before the third birthday's takes 3,600; from 2025 on, 3,600 in the birth year and the two after it.
 */
function closedForm(birthYear: number, birthMonth: number, claimYear: number): number {
  if (birthYear >= 2025) return claimYear >= birthYear && claimYear < birthYear + 3 ? 3600 : 0;
  const inAll = Math.max(0, 300 * (12 * (birthYear - 2022) + birthMonth));
  const before = 3600 * (claimYear - 2025);
  return Math.max(0, Math.min(3600, inAll - before));
}

describe('every pack of the law', () => {
  test('there is one at least, and each is sound without a warning', () => {
    expect(packFiles.length).toBeGreaterThan(0);
    for (const file of packFiles) expect(packAt(file).info.policy).toMatch(/^[a-z]+\//);
  });

  test('every step, parameter and result has words, so that nobody is shown a name of the code', () => {
    for (const file of packFiles) {
      const { rule } = packAt(file);
      for (const { name } of rule.lets)
        expect(`${name} ${rule.words.get(name)?.['zh-CN']}`).toMatch(/ .*\p{Script=Han}/u);
      for (const { name, words } of rule.parameters.values())
        expect(`${name} ${words?.['zh-CN']}`).toMatch(/ .*\p{Script=Han}/u);
    }
  });

  test('Chinese text keeps to full-width punctuation', () => {
    expect(lawFiles.length).toBeGreaterThan(3);
    for (const name of lawFiles) {
      const lines = readLaw(name).split('\n');
      const faulty = lines.filter((line) => /[\u3400-\u9FFF][,.:;?!()]|[,.:;?!()][\u3400-\u9FFF]/.test(line));
      // A key of YAML ends in an ASCII colon; no key here is Chinese.
      expect({ name, faulty }).toEqual({ name, faulty: [] });
    }
  });

  test('none asks for a marriage certificate, and none holds a fact of marriage, pregnancy or permission', () => {
    const forbidden = /marri|wedlock|pregnan|contracep|permit|quota|婚|孕|节育|准生/i;
    for (const fact of vocabulary().facts.values())
      expect(`${fact.name} ${fact.words['zh-CN']} ${fact.words.en}`).not.toMatch(forbidden);
    for (const file of packFiles)
      for (const { key, name } of packAt(file).info.documents)
        expect(`${key} ${name['zh-CN']} ${name.en}`).not.toMatch(forbidden);
  });
});

describe('the guide for policy authors', () => {
  test('shows a whole pack that is sound as it stands', () => {
    const guide = readFileSync(fileURLToPath(new URL('../docs/guides/policy-author.en.md', import.meta.url)), 'utf8');
    const text = /````markdown\n([^]*?)````\n/.exec(guide)?.[1] ?? '';
    const read = readPack({ file: 'guide', text, version: '000000000000', vocabulary: vocabulary() });
    expect(read.kind === 'pack' ? read.warnings : read.findings).toEqual([]);
  });
});

describe('the rules that the guides show', () => {
  const shown = ['en', 'zh-CN'].flatMap((language) => {
    const path = fileURLToPath(new URL(`../docs/guides/policy-author.${language}.md`, import.meta.url));
    return [...readFileSync(path, 'utf8').matchAll(/```yaml\n(for: [^]*?)```\n/g)].map((match) => match[1] ?? '');
  });
  const onDay = (pack: Pack, on: string, period: string): Determination =>
    explain(pack, childOn(day(on), { birth: '2025-06-15', alive: true, nationality: 'CN' }), period);

  test('are the same in both languages, and sound', () => {
    expect(shown.length).toBe(4);
    expect(shown.slice(2)).toEqual(shown.slice(0, 2));
  });

  test('a value with effect from the past counts for those who ask after its publication', () => {
    const pack = packWithRule(shown[0] ?? '');
    expect(said(onDay(pack, '2026-02-28', '2025'))).toBe(String(7 * 300));
    expect(said(onDay(pack, '2026-03-01', '2025'))).toBe(String(300 + 6 * 350));
  });

  test('a local pack takes the higher and does not add', () => {
    expect(said(onDay(packWithRule(shown[1] ?? '', [subsidy]), '2026-03-01', '2026'))).toBe('4000');
  });
});

describe('the childcare subsidy', () => {
  test('agrees with the closed form for every day of birth from 2021 to 2028 and every claim year', () => {
    let compared = 0;
    for (let birth = day('2021-01-01'); birth <= day('2028-12-31'); birth = addDays(birth, 1)) {
      const facts = child({ birth, alive: true, nationality: 'CN' });
      for (const period of subsidy.info.periods) {
        const expected = closedForm(yearOf(birth), Number(birth.slice(5, 7)), Number(period));
        expect(`${birth} ${period} ${said(explain(subsidy, facts, period))}`).toBe(
          `${birth} ${period} ${expected || 'no'}`,
        );
        compared += 1;
      }
    }
    expect(compared).toBe(4 * 2922);
  });

  test.each([
    ['2022-01', 300],
    ['2022-12', 3_600],
    ['2023-01', 3_900],
    ['2023-12', 7_200],
    ['2024-01', 7_500],
    ['2024-12', 10_800],
    ['2025-01', 10_800],
  ])('a child born in %s receives %i yuan in all, as officially published', (birth, inAll) => {
    const facts = child({ birth, alive: true, nationality: 'CN' });
    const amounts = subsidy.info.periods.map((period) => explain(subsidy, facts, period).amountFen ?? noFen);
    expect(sumOf(amounts)).toBe(BigInt(inAll) * 100n);
  });

  test('the month of birth is enough; the reason names it', () => {
    const determination = explain(subsidy, child({ birth: '2023-12', alive: true, nationality: 'CN' }), '2026');
    expect(said(determination)).toBe('3600');
    expect(determination.because.map(({ words }) => words['zh-CN'])).toEqual([
      '孩子 2023 年 12 月出生，到 2026 年 12 月满三周岁，2026 年算 12 个月。',
      '每月 300 元 × 12 个月 = 3,600 元。',
    ]);
    expect(determination.because.map((reason) => reason.law?.verified)).toEqual([false, true]);
  });

  test('only what can still change the answer is missing', () => {
    expect(said(explain(subsidy, child({ alive: true, nationality: 'CN' }), '2026'))).toBe('? birth');
    expect(said(explain(subsidy, child({ birth: '2023-12-05', alive: true }), '2026'))).toBe('? nationality');
    expect(said(explain(subsidy, child({}), '2026'))).toBe('? birth nationality alive');
    expect(said(explain(subsidy, child({ birth: '2020-01-01' }), '2026'))).toBe('no');
    expect(said(explain(subsidy, child({ nationality: 'FR' }), '2026'))).toBe('no');
    expect(said(explain(subsidy, child({ alive: false }), '2026'))).toBe('no');
  });

  test('the family is asked two questions at most, never whether the child lives', () => {
    const on = day('2026-02-01');
    expect(openQuestions(subsidy, childOn(on, {}), '2026').map(({ key }) => key)).toEqual(['birth', 'nationality']);
    expect(nextQuestion(subsidy, childOn(on, { birth: '2024-05' }), '2026')?.key).toBe('nationality');
    expect(nextQuestion(subsidy, childOn(on, { birth: '2020-05' }), '2026')).toBeUndefined();
    expect(nextQuestion(subsidy, childOn(on, { nationality: 'ZZ' }), '2026')).toBeUndefined();
    const answered = childOn(on, { birth: '2024-05-01', nationality: 'CN' });
    expect(nextQuestion(subsidy, answered, '2026')).toBeUndefined();
    expect(said(explain(subsidy, withSuppositions(subsidy, answered), '2026'))).toBe('3600');
    expect(said(explain(subsidy, answered, '2026'))).toBe('? alive');
  });

  test('what is supposed never overrides what is known', () => {
    const facts = withSuppositions(subsidy, child({ birth: '2024-05-01', nationality: 'CN', alive: false }));
    expect(said(explain(subsidy, facts, '2026'))).toBe('no');
  });

  test('a refusal gives every ground, each with its source', () => {
    const { because } = explain(subsidy, child({ birth: '2021-03-03', alive: true, nationality: 'FR' }), '2026');
    expect(because.map(({ words }) => words.en)).toEqual([
      'This subsidy is for children who are nationals of China.',
      'The child was born in March 2021 and turned three in March 2024; no month of 2026 counts any more.',
    ]);
    expect(because.every(({ law }) => law !== undefined)).toBe(true);
  });

  test('a period that the pack does not cover is an error, not a refusal', () => {
    expect(() => explain(subsidy, child({ birth: '2024-05-01' }), '2029')).toThrow(/2029 is not covered/);
    expect(() => explain(subsidy, child({ birth: '2024-05-01' }), 'soon')).toThrow(/soon is not a period/);
  });

  test('the trace shows facts, the parameter with its validity and source, and what decided', () => {
    const { trace } = explain(subsidy, child({ birth: '2023-12-05', alive: true, nationality: 'CN' }), '2026');
    const nodes = [trace];
    for (const node of nodes) nodes.push(...node.children);
    expect(nodes.find(({ parameter }) => parameter?.name === 'monthly')).toMatchObject({
      value: '30000',
      type: 'money',
      parameter: { validFrom: '2025-01-01', verified: true },
      law: { source: 'scheme', verified: true },
      decisive: true,
    });
    expect(nodes.find(({ fact }) => fact?.name === 'child.birth')).toMatchObject({
      value: '2023-12-05',
      words: { 'zh-CN': '孩子的出生日期：2023 年 12 月 5 日', en: 'date of birth of the child: 5 December 2023' },
    });
    const text = readLaw(join('childcare-subsidy', 'policy.md')).split('\n');
    const amount = nodes.find(({ label }) => label === 'countedAmount');
    expect(text[(amount?.span.line ?? 0) - 1]).toContain('monthly * monthsCounted');
  });

  test('beside the article on lawful birth stands that it is neither recorded nor tested', () => {
    const [article] = subsidy.info.articles;
    expect(article?.words['zh-CN']).toContain('依法生育');
    expect(article?.note?.['zh-CN']).toMatch(/^条文中有“依法生育”几个字。惠家不记录、不审查这一条：.*不要结婚证/);
    expect(article?.note?.en).toMatch(/neither recorded nor tested here: .* no marriage certificate is asked for\.$/);
    const noted = subsidy.info.articles.filter(({ note }) => note !== undefined).map(({ place }) => place);
    expect(noted).toEqual(['第二部分', '第二部分', '第十一条、第二十条']);
  });

  test('no line of any trace shows a name or a formula of the rule', () => {
    const names = [
      ...subsidy.rule.lets.map(({ name }) => name),
      ...subsidy.rule.parameters.keys(),
      'child.',
      'undefined',
    ].filter((name) => name !== 'start');
    const births = ['2021-05-05', '2023-12', '2024-02-29', '2025-03-01', undefined];
    for (const birth of births)
      for (const nationality of ['CN', 'FR', undefined])
        for (const period of subsidy.info.periods) {
          const { trace } = explain(subsidy, child({ birth, nationality, alive: true }), period);
          const nodes = [...readableTrace(trace)];
          for (const node of nodes) nodes.push(...node.children);
          expect(nodes.length).toBeGreaterThan(4);
          const words = [trace, ...nodes].map((node) => node.words);
          for (const { 'zh-CN': zh, en } of words.filter((one) => one !== undefined)) {
            expect(names.filter((name) => zh.includes(name) || en.split(/\W/).includes(name))).toEqual([]);
            expect(zh.replaceAll(/代码 FR/g, '')).not.toMatch(/[A-Za-z_=<>]/);
          }
        }
  });

  test('a dead child is one decisive ground; the others do not matter', () => {
    const { trace } = explain(subsidy, child({ birth: '2021-03-03', alive: false, nationality: 'FR' }), '2026');
    const deciding = [trace];
    for (const node of deciding) deciding.push(...node.children.filter(({ decisive }) => decisive));
    expect(deciding.flatMap(({ fact }) => (fact ? [fact.name] : []))).toEqual(['child.alive']);
  });

  test('procedure, documents and remedies are told', () => {
    const { info } = subsidy;
    expect(info.procedure.steps.map(({ key, level }) => `${key} ${level}`)).toEqual([
      'receive township',
      'review township',
      'confirm county',
    ]);
    expect(info.procedure.workingDays).toBe(30);
    expect(info.procedure.law.verified).toBe(false);
    expect(info.procedure.payment.rhythm).toBe('quarterly');
    expect(info.procedure.remedies.map(({ key, withinDays }) => [key, withinDays])).toEqual([
      ['review', 60],
      ['petition', undefined],
    ]);
    expect(info.documents.filter(({ required }) => required).map(({ key }) => key)).toEqual([
      'birth-certificate',
      'household-register',
    ]);
    expect(info.periods).toEqual(['2025', '2026', '2027', '2028']);
  });
});

describe('the working calendar', () => {
  const notices = lawFiles.filter((name) => name.startsWith('working-days'));
  function calendar(): WorkingCalendar {
    const read = readWorkingDays(notices.map((name) => ({ file: name, text: readLaw(name) })));
    if (read.kind === 'findings') throw new Error(JSON.stringify(read.findings));
    return read.calendar;
  }

  test('agrees with an independent table for every day of 2025 and 2026', () => {
    const days = calendar();
    let compared = 0;
    for (let date = day('2025-01-01'); date <= day('2026-12-31'); date = addDays(date, 1)) {
      expect(`${date} ${isWorkingDay(days, date)}`).toBe(`${date} ${isWorkday(date)}`);
      compared += 1;
    }
    expect(compared).toBe(730);
  });

  test('30 working days across the Spring Festival of 2026 count its make-up Saturdays', () => {
    // Two weeks and Saturday 14 February: 11. 24–27 February and Saturday 28: 16. Two weeks of March: 26. Then Thursday 19 March.
    expect(addWorkingDays(calendar(), day('2026-01-30'), 30)).toEqual({ day: day('2026-03-19'), provisional: false });
  });

  test('a term that ends in 2027 is provisional: its notice is not published', () => {
    expect(addWorkingDays(calendar(), day('2026-12-20'), 30).provisional).toBe(true);
  });
});
