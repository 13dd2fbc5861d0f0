import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkingDays } from '../calendar.ts';
import type { Finding, Span } from '../finding.ts';
import { lineText, sourceText } from '../source-text.ts';
import { packIn, readText, smallPack } from '../testing.ts';
import { readVocabulary } from '../vocabulary.ts';
import { type FindingCode, findingCodes } from './findings.ts';

/** What stands at the span, in characters. */
function marked(text: string, { line, column, endLine, endColumn }: Span): string {
  const source = sourceText('', text);
  const characters = [...lineText(source, line)];
  return characters.slice(column - 1, endLine === line ? endColumn - 1 : undefined).join('');
}

function findingsIn(text: string): readonly Finding[] {
  const read = readText(text, [olderPack]);
  return read.kind === 'findings' ? read.findings : read.warnings;
}

interface Case {
  readonly code: FindingCode;
  /** What is changed in the small pack, and into what. */
  readonly from: string | RegExp;
  readonly to: string;
  /** What the finding marks. */
  readonly marks?: string;
  readonly didYouMean?: string;
}

const inLet = (expression: string): Pick<Case, 'from' | 'to'> => ({
  from: '  oldEnough: age >= 60',
  to: `  oldEnough: age >= 60\n  extra: ${expression}`,
});

/** The same, with a fact of listed values declared. */
function inCare(expression: string): Pick<Case, 'from' | 'to'> {
  const [declared, step] = ['  nights: int\n', '  oldEnough: age >= 60'];
  const from = smallPack.slice(smallPack.indexOf(declared), smallPack.indexOf(step) + step.length);
  return { from, to: `  care: enum\n${from}\n  extra: ${expression}` };
}

/** Other values for the parameter `rate`. */
const inValues = (values: string): Pick<Case, 'from' | 'to'> => ({
  from: '{ 2025-01-01: 100.00, 2027-01-01: 120.00 }',
  to: values,
});

const inBenefits = (policy: string): Pick<Case, 'from' | 'to'> => ({
  from: 'facts:\n',
  to: `benefits: { other: ${policy} }\nfacts:\n`,
});

/** Another policy, which ends a year earlier. */
const olderPack = packIn(
  smallPack
    .replace('policy: test/hospital-care', 'policy: test/older-care')
    .replace('last: 2027', 'last: 2026')
    .replace(/^.*period: 2027.*\n/m, '')
    .replace(/```table[^]*$/, ''),
);

/** Each changes one thing in a sound pack. */
const cases: readonly Case[] = [
  { code: 'control-character', from: '# 住院', to: '# 住\u0000院', marks: ' ' },
  { code: 'control-character', from: '# 住院', to: '# 住\u202E院', marks: ' ' },
  { code: 'no-front-matter', from: /^---\n/, to: '' },
  { code: 'front-matter-not-closed', from: '---\n\n# 住院', to: '\n# 住院', marks: '---' },
  { code: 'fence-not-closed', from: /```\n$/, to: '', marks: '```table' },
  { code: 'unknown-fence', from: '```examples', to: '```exmaples', marks: '```exmaples', didYouMean: 'examples' },
  { code: 'missing-fence', from: '```documents', to: '```document' },
  { code: 'doubled-fence', from: '```documents', to: '```rule\n```\n\n```documents', marks: '```rule' },
  { code: 'yaml-syntax', from: 'workingDays: 20', to: 'workingDays: [20' },
  { code: 'yaml-syntax', from: '  age: completed', to: '\tage: completed' },
  { code: 'yaml-duplicate-key', from: '  nights: int', to: '  nights: int\n  nights: int' },
  { code: 'yaml-too-deep', from: 'workingDays: 20', to: `workingDays: ${'['.repeat(40)}${']'.repeat(40)}` },
  { code: 'yaml-alias', from: 'workingDays: 20', to: 'workingDays: &days 20', marks: '20' },
  { code: 'yaml-alias', from: 'workingDays: 20', to: 'workingDays: !!int 20', marks: '20' },
  { code: 'yaml-key-not-text', from: 'workingDays: 20', to: 'workingDays: 20\n[a, b]: c', marks: '[a, b]' },
  { code: 'expected-map', from: /sources:\n.*\n.*\n/, to: 'sources: none\n', marks: 'none' },
  {
    code: 'expected-list',
    from: 'undetermined: [elder.nights]',
    to: 'undetermined: elder.nights',
    marks: 'elder.nights',
  },
  { code: 'expected-text', from: 'act: receive', to: 'act: ""', marks: '""' },
  { code: 'expected-boolean', from: 'required: true', to: 'required: yes', marks: 'yes' },
  { code: 'expected-boolean', from: 'required: true', to: 'required: on', marks: 'on' },
  { code: 'expected-whole-number', from: 'workingDays: 20', to: 'workingDays: 020', marks: '020' },
  { code: 'expected-whole-number', from: 'workingDays: 20', to: 'workingDays: 0', marks: '0' },
  { code: 'expected-whole-number', from: 'workingDays: 20', to: 'workingDays: 0x14', marks: '0x14' },
  { code: 'expected-day', from: '2024-01-01: 90', to: '2024-02-30: 90', marks: '2024-02-30' },
  { code: 'expected-one-of', from: 'act: confirm', to: 'act: confrim', marks: 'confrim', didYouMean: 'confirm' },
  { code: 'unknown-key', from: 'eligible:', to: 'eligble:', marks: 'eligble', didYouMean: 'eligible' },
  { code: 'missing-key', from: 'division: "990101000000"\n', to: '', marks: 'policy' },
  { code: 'missing-key', from: 'amount: 1000.00', to: 'note: none' },
  { code: 'bad-policy-id', from: 'policy: test/hospital-care', to: 'policy: Hospital', marks: 'Hospital' },
  { code: 'bad-division', from: '"990101000000"', to: '990101', marks: '990101' },
  { code: 'bad-period-range', from: 'first: 2025, last: 2027', to: 'first: 2027, last: 2025' },
  { code: 'bad-period-range', from: 'kind: year', to: 'kind: month' },
  { code: 'missing-key', from: 'first: 2025, last: 2027', to: 'last: 2027' },
  { code: 'missing-key', from: 'first: 2025, last: 2027', to: 'first: 2025' },
  { code: 'missing-key', from: 'kind: year, ', to: '' },
  { code: 'bad-period-range', from: 'first: 2025, last: 2027', to: 'first: 1000, last: 9999' },
  {
    code: 'unknown-source',
    from: 'law: order 第五条',
    to: 'law: oder 第五条',
    marks: 'oder 第五条',
    didYouMean: 'order',
  },
  { code: 'bad-citation', from: 'law: order 第五条', to: 'law: order', marks: 'order' },
  { code: 'quotation-without-citation', from: '> 〔order 第三条〕', to: '> ' },
  { code: 'quotation-without-english', from: '> en: 100', to: '> 100' },
  { code: 'note-without-english', from: 'en: The days of admission', to: 'The days of admission', marks: '入院和出院' },
  { code: 'unused-source', from: 'source: notice 第一条', to: 'source: order 第一条' },
  { code: 'unclosed-text', ...inLet('elder.local = "CN'), marks: '"' },
  { code: 'full-width-sign', ...inLet('（age）'), marks: '（', didYouMean: '(' },
  { code: 'unexpected-sign', ...inLet('age $ 2'), marks: '$' },
  { code: 'number-with-leading-zero', ...inLet('age + 060'), marks: '060' },
  { code: 'number-too-long', ...inLet('age + 1234567890123456'), marks: '1234567890123456' },
  { code: 'number-runs-into-name', ...inLet('60岁 + 1'), marks: '60岁' },
  { code: 'expression-too-long', ...inLet(Array.from({ length: 600 }, () => 'age').join(' + ')) },
  { code: 'expression-too-deep', ...inLet(`${'('.repeat(100)}age${')'.repeat(100)}`) },
  { code: 'expression-ends-early', ...inLet('age +') },
  { code: 'unexpected-word', ...inLet('age then 1'), marks: 'then' },
  { code: 'wants-brackets', ...inLet('1 + if oldEnough then 1 else 2'), marks: 'if' },
  { code: 'not-wants-brackets', ...inLet('not oldEnough'), marks: 'not' },
  { code: 'null-is-not-written', ...inLet('elder.local = null'), marks: 'null' },
  { code: 'comparisons-dont-chain', ...inLet('1 < age < 60'), marks: '<' },
  { code: 'range-outside-in', ...inLet('(1..age)'), marks: '(1..age)' },
  { code: 'exponent-not-constant', ...inLet('2 ** age'), marks: '2 ** age' },
  { code: 'exponent-not-constant', ...inLet('age ** 13'), marks: 'age ** 13' },
  { code: 'unknown-name', ...inLet('agee + 1'), marks: 'agee', didYouMean: 'age' },
  { code: 'used-before-declared', ...inLet('counted + 1'), marks: 'counted' },
  { code: 'used-before-declared', ...inLet('extra + 1'), marks: 'extra' },
  { code: 'function-without-brackets', ...inLet('max + 1'), marks: 'max' },
  { code: 'unknown-function', ...inLet('maximum(1, 2)'), marks: 'maximum' },
  {
    code: 'unknown-function',
    ...inLet('completedYear(elder.birth, on)'),
    marks: 'completedYear',
    didYouMean: 'completedYears',
  },
  { code: 'unknown-member', ...inLet('period.lats'), marks: 'lats', didYouMean: 'last' },
  { code: 'member-of-list', ...inLet('elder.children.nights'), marks: 'nights' },
  { code: 'undeclared-fact', ...inLet('elder.night'), marks: 'night', didYouMean: 'nights' },
  { code: 'unknown-fact', from: '  nights: int', to: '  night: int', marks: 'night', didYouMean: 'nights' },
  { code: 'fact-type-differs', from: '  nights: int', to: '  nights: money', marks: 'money' },
  { code: 'wrong-argument-count', ...inLet('completedYears(elder.birth)'), marks: 'completedYears(elder.birth)' },
  { code: 'wrong-type', ...inLet('monthOf(age)'), marks: 'age' },
  { code: 'wrong-type', ...inLet('age and oldEnough'), marks: 'age' },
  { code: 'types-differ', ...inLet('age = elder.birth'), marks: 'age = elder.birth' },
  { code: 'types-differ', ...inLet('if oldEnough then 1 else "CN"') },
  { code: 'no-such-value', ...inCare('elder.care = "partail"'), marks: '"partail"', didYouMean: 'partial' },
  { code: 'no-such-value', ...inCare('elder.care in ("full", "ful")'), marks: '"ful"', didYouMean: 'full' },
  { code: 'not-ordered', ...inLet('oldEnough > elder.local'), marks: 'oldEnough > elder.local' },
  { code: 'not-comparable', ...inLet('elder.children = elder.parents') },
  { code: 'no-such-arithmetic', ...inLet('age + rate'), marks: 'age + rate' },
  { code: 'no-such-arithmetic', ...inLet('elder.birth + 1'), marks: 'elder.birth + 1' },
  { code: 'money-times-money', ...inLet('rate * rate'), marks: 'rate * rate' },
  { code: 'round-first', ...inLet('rate * 0.5'), marks: 'rate * 0.5' },
  { code: 'round-first', ...inLet('age / 12 + 1'), marks: 'age / 12 + 1' },
  { code: 'divisor-not-constant', ...inLet('floor(60 / age)'), marks: '60 / age' },
  { code: 'divisor-not-constant', ...inLet('modulo(age, 0)'), marks: 'modulo(age, 0)' },
  { code: 'nullable-condition', ...inLet('if elder.local then 1 else 2'), marks: 'elder.local' },
  { code: 'nullable-filter', ...inLet('count(elder.children[item.local])'), marks: 'item.local' },
  { code: 'date-wants-text', ...inLet('date(age)'), marks: 'age' },
  { code: 'date-wants-numbers', ...inLet('date(age, age, 1)'), marks: 'date(age, age, 1)' },
  { code: 'no-such-day', ...inLet('date("2025-02-30")'), marks: '"2025-02-30"' },
  { code: 'no-such-day', ...inLet('date(age, 2, 29)') },
  { code: 'not-a-list', ...inLet('count(age)'), marks: 'age' },
  { code: 'list-of-lists', ...inLet('count(for c in elder.children return c.parents)'), marks: 'c.parents' },
  { code: 'empty-list', ...inLet('count([])'), marks: '[]' },
  { code: 'name-taken', ...inLet('some age in elder.children satisfies true'), marks: 'elder.children' },
  { code: 'name-taken', from: '  age: completed', to: '  max: 1\n  age: completed', marks: 'max' },
  { code: 'name-taken', from: '  age: completed', to: '  rate: 1\n  age: completed', marks: 'rate' },
  { code: 'bad-name', from: '  age: completed', to: '  1st: 1\n  age: completed', marks: '1st' },
  { code: 'bad-subject', from: 'for: person as elder', to: 'for: elder', marks: 'elder' },
  { code: 'bad-type', from: '  nights: int', to: '  nights: integer', marks: 'integer', didYouMean: 'int' },
  { code: 'bad-value', from: '2024-01-01: 90', to: '2024-01-01: 090', marks: '090' },
  { code: 'bad-value', from: '2025-01-01: 100.00', to: '2025-01-01: 100.005', marks: '100.005' },
  { code: 'parameter-without-value', from: '{ 2024-01-01: 90 }', to: '{}', marks: '{}' },
  { code: 'parameter-not-in-order', from: '2027-01-01: 120.00', to: '2024-01-01: 120.00', marks: '2024-01-01' },
  { code: 'parameter-starts-late', from: '2024-01-01: 90', to: '2026-01-01: 90', marks: '{ 2026-01-01: 90 }' },
  { code: 'parameter-not-in-order', ...inValues('[{ from: 2025-01-01, value: 1 }, { from: 2025-01-01, value: 2 }]') },
  {
    code: 'parameter-not-in-order',
    ...inValues('[{ from: 2025-01-01, value: 1 }, { from: 2025-02-01, value: 2, published: 2024-12-01 }]'),
    marks: '{ from: 2025-02-01, value: 2, published: 2024-12-01 }',
  },
  { code: 'parameter-without-value', ...inValues('[]'), marks: '[]' },
  { code: 'missing-key', ...inValues('[{ from: 2025-01-01 }]') },
  { code: 'expected-day', ...inValues('[{ from: 2025-02-30, value: 1 }]'), marks: '2025-02-30' },
  { code: 'bad-value', ...inValues('[{ from: 2025-01-01, value: 1.005 }]'), marks: '1.005' },
  { code: 'parameter-starts-late', ...inValues('[{ from: 2024-01-01, value: 1, published: 2024-06-01 }]') },
  { code: 'parameter-changes-within', from: '2027-01-01: 120', to: '2026-07-01: 120', marks: 'rate' },
  {
    code: 'parameter-changes-within',
    ...inValues('[{ from: 2025-01-01, value: 1 }, { from: 2025-07-01, value: 2, published: 2026-03-01 }]'),
    marks: 'rate',
  },
  { code: 'value-at-wants-parameter', ...inLet('valueAt(age, on)'), marks: 'age' },
  { code: 'value-at-wants-parameter', ...inLet('valueAt(rat, on)'), marks: 'rat', didYouMean: 'rate' },
  { code: 'value-at-wants-parameter', ...inLet('valueAt(rate + 1, on)'), marks: 'rate + 1' },
  { code: 'value-at-wants-parameter', ...inLet('valueAt(rate(1), on)'), marks: 'rate(1)' },
  { code: 'value-at-wants-parameter', ...inLet('valueAt(period.last, on)'), marks: 'period.last' },
  { code: 'wrong-argument-count', ...inLet('valueAt(rate)'), marks: 'valueAt(rate)' },
  { code: 'wrong-type', ...inLet('valueAt(rate, age)'), marks: 'age' },
  { code: 'wrong-type', ...inLet('valueAt(rate, period.months)'), marks: 'period.months' },
  { code: 'value-before-first', ...inLet('valueAt(rate, date("2024-12-31"))'), marks: 'date("2024-12-31")' },
  { code: 'function-without-brackets', ...inLet('valueAt + 1'), marks: 'valueAt' },
  {
    code: 'unknown-benefit',
    ...inBenefits('test/oldre-care'),
    marks: 'test/oldre-care',
    didYouMean: 'test/older-care',
  },
  { code: 'benefit-period-not-covered', ...inBenefits('test/older-care'), marks: 'test/older-care' },
  { code: 'unknown-benefit', from: 'division:', to: 'extends: test/hospital\ndivision:', marks: 'test/hospital' },
  { code: 'bad-policy-id', from: 'division:', to: 'extends: Hospital\ndivision:', marks: 'Hospital' },
  { code: 'amount-not-money', from: 'amount: rate * counted', to: 'amount: counted', marks: 'counted' },
  {
    code: 'eligible-not-boolean',
    from: 'eligible: oldEnough and elder.local and counted > 0',
    to: 'eligible: counted',
    marks: 'counted',
  },
  { code: 'unknown-label', from: '  oldEnough:\n', to: '  oldEnuogh:\n', marks: 'oldEnuogh', didYouMean: 'oldEnough' },
  { code: 'unknown-label', from: '  counted: { zh', to: '  countd: { zh', marks: 'countd', didYouMean: 'counted' },
  { code: 'step-without-words', ...inLet('age > 90'), marks: 'extra' },
  { code: 'parameter-without-words', from: /^ {4}words: .*rate a night \}\n/m, to: '', marks: 'rate' },
  { code: 'because-wants-yes-no', from: '    yes: {', to: '    words: {', marks: 'words' },
  { code: 'because-wants-words', from: '    words: { zh: "{rate}', to: '    yes: { zh: "{rate}', marks: 'yes' },
  { code: 'bad-placeholder', from: '满 {age} 岁', to: '满 {aeg} 岁', marks: '{aeg}', didYouMean: 'age' },
  { code: 'bad-placeholder', from: '满 {age} 岁', to: '满 {age + 1} 岁', marks: '{age + 1}' },
  { code: 'unused-name', ...inLet('age + 1'), marks: 'extra' },
  {
    code: 'unknown-question-fact',
    from: 'fact: elder.birth',
    to: 'fact: elder.brith',
    marks: 'elder.brith',
    didYouMean: 'elder.birth',
  },
  {
    code: 'question-answer-differs',
    from: 'fact: elder.local, value: true',
    to: 'fact: elder.nights, value: 1',
    marks: '1',
  },
  { code: 'fact-never-asked', from: 'fact: elder.birth', to: 'fact: elder.nights' },
  { code: 'no-examples', from: /```examples[^]*$/, to: '' },
  { code: 'bad-example', from: 'birth: 1965-12-31', to: 'birth: 1965-02-30' },
  {
    code: 'bad-example',
    from: 'nights: 10, local: true }, period: 2025, amount',
    to: 'night: 10, local: true }, period: 2025, amount',
  },
  {
    code: 'bad-example',
    from: 'completedYears(elder.birth, period.last)',
    to: 'completedYears(elder.birth, date(elder.birth.year + 9000, 1, 1))',
  },
  {
    code: 'bad-example',
    from: '  oldEnough: age >= 60',
    to: `  p0: age\n${Array.from({ length: 60 }, (_, i) => `  p${i + 1}: p${i} * p${i}\n`).join('')}  oldEnough: p60 >= 60`,
  },
  { code: 'example-fails', from: 'amount: 1000.00', to: 'amount: 999.00' },
  { code: 'example-fails', from: '|  120 |', to: '|  100 |', marks: '100' },
  { code: 'example-fails', from: '[elder.nights]', to: '[elder.birth]' },
  { code: 'bad-table', from: '| 1      |  100 |  100 |  120 |', to: '| 1      |  100 |  100 |', marks: '1' },
  { code: 'period-not-covered', from: '| nights | 2025 |', to: '| nights | 2024 |' },
];

const apply = ({ from, to }: Case): string => smallPack.replace(from, () => to);

describe('every fault of a pack has a code, words and a place', () => {
  test('the small pack has none but its one warning', () => {
    expect(findingsIn(smallPack).map(({ code }) => code)).toEqual(['fact-never-asked']);
  });

  test.each(cases.map((one) => [one.code, one.to.slice(0, 60), one] as const))('%s: %s', (code, _, one) => {
    const text = apply(one);
    const found = findingsIn(text).find((finding) => finding.code === code);
    expect(found, JSON.stringify(findingsIn(text).map((finding) => [finding.code, finding.words.en]))).toBeDefined();
    if (found === undefined) return;
    if (one.marks !== undefined && one.marks !== '')
      expect(marked(text.replaceAll(/\p{Cc}(?<!\n)|\u202E/gu, ' '), found.span)).toBe(one.marks);
    if (one.didYouMean !== undefined) expect(found.didYouMean).toBe(one.didYouMean);
    for (const words of [found.words.zh, found.words.en]) {
      if (code !== 'bad-placeholder') expect(words).not.toMatch(/[{}]\w+[{}]|undefined|^$/);
    }
    expect(found.words.zh).not.toMatch(/[\u4e00-\u9fff][,.:;?!()]|[,.:;?!()][\u4e00-\u9fff]/);
  });

  test.each(cases.map((one) => [one.code, one.to.slice(0, 60), one] as const))(
    'all that is told, in order, of %s: %s',
    (_, __, one) => {
      const told = findingsIn(apply(one)).map(
        ({ code, span, didYouMean }) =>
          `${span.line}:${span.column}-${span.endLine}:${span.endColumn} ${code}${didYouMean === undefined ? '' : ` (${didYouMean}?)`}`,
      );
      expect(told.join('\n')).toMatchSnapshot();
    },
  );

  test('each code is provoked by some text', () => {
    const elsewhere: readonly FindingCode[] = [
      'text-too-large',
      'faulty-benefit',
      'policies-in-a-circle',
      'values-without-enum',
      'too-few-values',
      'bad-calendar-year',
      'calendar-day-doubled',
      'make-up-day-not-weekend',
    ];
    const provoked = new Set<FindingCode>([...cases.map(({ code }) => code), ...elsewhere]);
    expect(findingCodes.filter((code) => !provoked.has(code))).toEqual([]);
  });

  test('all at once: faults in the front matter, the rule, a question and the procedure', () => {
    const text = smallPack
      .replace('"990101000000"', '12')
      .replace('age >= 60', 'agee >= 60')
      .replace('rate * counted', 'rate * rate')
      .replace('fact: elder.birth', 'fact: elder.brith')
      .replace('workingDays: 20', 'workingDays: soon');
    const codes = findingsIn(text).map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining([
        'bad-division',
        'unknown-name',
        'money-times-money',
        'unknown-question-fact',
        'expected-whole-number',
      ]),
    );
  });

  test('one fault is told once: what rests on a faulty name is not told again', () => {
    const text = smallPack.replace(
      'completedYears(elder.birth, period.last)',
      'completedYears(elder.brith, period.last)',
    );
    const errors = findingsIn(text).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['undeclared-fact']);
  });
});

describe('places count lines and characters as the author sees them', () => {
  const spanOf = (text: string): Span | undefined => findingsIn(text).find(({ code }) => code === 'unknown-name')?.span;
  const faulty = smallPack.replace('age >= 60', 'agee >= 60');
  const before = faulty.slice(0, faulty.indexOf('agee')).split('\n');
  const line = before.length;
  const column = (before.at(-1) ?? '').length + 1;
  const expected = { line, column, endLine: line, endColumn: column + 4 };

  test.each([
    ['as written', faulty],
    ['with a byte order mark', `\uFEFF${faulty}`],
    ['with the line ends of Windows', faulty.replaceAll('\n', '\r\n')],
    ['with the line ends of old Macs', faulty.replaceAll('\n', '\r')],
  ])('%s', (_, text) => {
    expect(spanOf(text)).toMatchObject(expected);
  });

  test('a rare character outside the basic plane is one character', () => {
    const text = smallPack.replace('age >= 60', 'not("𠮷𠮷" = agee)');
    expect(marked(text, spanOf(text) ?? { file: '', ...expected })).toBe('agee');
    expect(spanOf(text)?.column).toBe('  oldEnough: not("吉吉" = '.length + 1);
  });

  test('inside quoted, folded and literal YAML', () => {
    for (const written of [
      `'not(agee > 1)'`,
      `'"it''s" = "" and agee > 1'`,
      `"not(\\x61gee > 1)"`,
      `"not(\\"\\" = \\"\\u4e2d\\U0001f600\\" or agee > 1)"`,
      `>\n    not(\n    agee > 1)`,
      `|\n    not(\n      agee > 1)`,
    ]) {
      const text = smallPack.replace('  counted:', `  extra: ${written}\n  counted:`);
      const span = spanOf(text);
      expect(span && marked(text, span)).toMatch(/^(?:agee|\\x61gee)$/);
    }
  });
});

describe('hostile texts', () => {
  test('a text of 5 MB is refused unread', () => {
    expect(findingsIn('a'.repeat(5_000_000)).map(({ code }) => code)).toEqual(['text-too-large']);
  });

  test.each([
    ['nothing', ''],
    ['only a byte order mark', '\uFEFF'],
    ['NUL bytes', '\u0000'.repeat(10_000)],
    ['lone surrogates', '---\n\uD800\n---\n```rule\nfor: \uDFFF\n```'],
    ['100,000 opened lists', `---\n${'['.repeat(100_000)}\n---`],
    ['20,000 nested items', `---\n${'- '.repeat(20_000)}a\n---`],
    ['5,000 fences', '```rule\n```\n'.repeat(5_000)],
    ['a prototype as a key', smallPack.replace('  nights: int', '  __proto__: int\n  constructor: int')],
    ['a billion laughs', '---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---'],
  ])('%s: findings, and no exception', (_, text) => {
    const read = readText(text);
    expect(read.kind).toBe('findings');
    if (read.kind === 'findings') expect(read.findings.length).toBeLessThanOrEqual(500);
  });
});

describe('whatever is done to a pack', () => {
  const within = (text: string, { line, column, endLine, endColumn }: Span): boolean => {
    const source = sourceText('', text);
    const lines = source.lineStarts.length;
    const fits = (atLine: number, at: number): boolean =>
      atLine >= 1 && atLine <= lines && at >= 1 && at <= [...lineText(source, atLine)].length + 2;
    return fits(line, column) && fits(endLine, endColumn) && (endLine > line || endColumn >= column);
  };

  test('it is read without an exception, and each finding lies within the text', () => {
    const scraps = fc.constantFrom(
      '',
      ' ',
      '\n',
      ':',
      '- ',
      '{',
      ']',
      '"',
      "'",
      '`',
      '```',
      '#',
      '|',
      '>',
      '&a',
      '*a',
      '!!x',
      '\t',
      '（',
      '𠮷',
      '0',
      'if',
      'not(',
      '---\n',
      '\r',
      '%',
    );
    const change = fc.record({ at: fc.nat(smallPack.length), cut: fc.nat(12), put: scraps });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = smallPack;
        for (const { at, cut, put } of changes) text = text.slice(0, at) + put + text.slice(at + cut);
        for (const { span } of findingsIn(text)) expect(within(text, span), JSON.stringify(span)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('holiday notices and the vocabulary', () => {
  const notice = `year: 2026
notice: { title: 通知, number: 一号, date: 2025-11-04, verified: official-press }
holidays:
  - { from: 2026-01-01, to: 2026-01-03, name: { zh: 元旦, en: New Year } }
makeUpDays: [2026-01-04]
`;
  const codesIn = (text: string): readonly string[] => {
    const read = readWorkingDays([{ file: '2026.yaml', text }]);
    return read.kind === 'findings' ? read.findings.map(({ code }) => code) : [];
  };

  test('a sound notice has no findings', () => {
    expect(codesIn(notice)).toEqual([]);
  });

  test.each([
    ['bad-calendar-year', 'to: 2026-01-03', 'to: 2026-01-03, extra: 1', 'unknown-key'],
    ['bad-calendar-year', 'year: 2026', 'year: 2025', 'bad-calendar-year'],
    ['calendar-day-doubled', '[2026-01-04]', '[2026-01-04, 2026-01-04]', 'calendar-day-doubled'],
    ['make-up-day-not-weekend', '[2026-01-04]', '[2026-01-05]', 'make-up-day-not-weekend'],
    ['expected-day', '2026-01-03', '2026-02-30', 'expected-day'],
    ['expected-day', 'to: 2026-01-03', 'to: 2025-12-01', 'expected-day'],
  ])('%s: %s → %s', (_, from, to, code) => {
    expect(codesIn(notice.replace(from, to))).toContain(code);
  });

  test('two notices may not tell the same day', () => {
    const read = readWorkingDays([
      { file: 'a.yaml', text: notice },
      { file: 'b.yaml', text: notice },
    ]);
    expect(read.kind === 'findings' && read.findings.every(({ span }) => span.file === 'b.yaml')).toBe(true);
  });

  test('a vocabulary with a fact that would shadow the language is refused', () => {
    const text = 'facts:\n  id: { type: text, words: { zh: 甲, en: a }, from: { zh: 甲, en: a } }\n';
    const read = readVocabulary({ file: 'v.yaml', text });
    expect(read.kind === 'findings' && read.findings.map(({ code }) => code)).toEqual(['name-taken']);
  });
});
