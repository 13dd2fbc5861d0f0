import { describe, expect, test } from 'vitest';
import type { Finding, Span } from '../../finding.ts';
import { lineText, sourceText } from '../../source-text.ts';
import { packIn, readText, smallPack } from '../../testing.ts';
import { type FindingCode, findingCodes } from './findings.ts';
import { type Fault, neverAsked, toldOf } from '../testing/fault.ts';
import { faultyExpressions } from '../testing/faulty-expressions.ts';
import { faultyRules } from '../testing/faulty-rules.ts';
import { faultyTexts } from '../testing/faulty-texts.ts';

/** What stands at the span, in characters; of several lines the first and the last. */
function marked(text: string, { line, column, endLine, endColumn }: Span): string {
  const source = sourceText('', text);
  const first = [...lineText(source, line)];
  if (endLine === line) return first.slice(column - 1, endColumn - 1).join('');
  const last = [...lineText(source, endLine)].slice(0, endColumn - 1).join('');
  return `${first.slice(column - 1).join('')} … ${last.trim()}`.trim();
}

/** The finding as the table writes it: its code, what it marks, and what was probably meant. */
function saidOf(text: string, { code, span, didYouMean }: Finding): string {
  return [code, marked(text, span), ...(didYouMean === undefined ? [] : [`(${didYouMean}?)`])].join(' ').trim();
}

function findingsIn(text: string): readonly Finding[] {
  const read = readText(text, [olderPack]);
  return read.kind === 'findings' ? read.findings : read.warnings;
}

/** Another policy, which ends a year earlier. */
const olderPack = packIn(
  smallPack
    .replace('policy: test/hospital-care', 'policy: test/older-care')
    .replace('last: 2027', 'last: 2026')
    .replace(/^.*period: 2027.*\n/m, '')
    .replace(/```table[^]*$/, ''),
);

const faults: readonly Fault[] = [...faultyTexts, ...faultyExpressions, ...faultyRules];

const apply = ({ from, to }: Fault): string => smallPack.replace(from, () => to);

describe('every fault of a pack has a code, words and a place', () => {
  test('the small pack has none but its one warning', () => {
    expect(findingsIn(smallPack).map((finding) => saidOf(smallPack, finding))).toEqual([neverAsked]);
  });

  test.each(faults.map((one) => [one.code, one.to.slice(0, 60), one] as const))('%s: %s', (code, _, one) => {
    const text = apply(one);
    const findings = findingsIn(text);
    const told = findings.map((finding) => saidOf(text, finding));
    expect(told).toEqual(toldOf(one));
    const found = findings.find((finding) => finding.code === code);
    expect(found).toBeDefined();
    for (const words of [found?.words['zh-CN'] ?? '', found?.words.en ?? '']) {
      if (code !== 'bad-placeholder') expect(words).not.toMatch(/[{}]\w+[{}]|undefined|^$/);
    }
    expect(found?.words['zh-CN']).not.toMatch(/[\u4e00-\u9fff][,.:;?!()]|[,.:;?!()][\u4e00-\u9fff]/);
  });

  test('each code is provoked by some text', () => {
    const elsewhere: readonly FindingCode[] = [
      'text-too-large',
      'faulty-benefit',
      'policy-named-twice',
      'policies-in-a-circle',
      'values-without-enum',
      'too-few-values',
      'bad-calendar-year',
      'calendar-day-doubled',
      'make-up-day-not-weekend',
    ];
    const provoked = new Set<FindingCode>([...faults.map(({ code }) => code), ...elsewhere]);
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
