import { describe, expect, test } from 'vitest';
import { readWorkingDays } from '../../calendar.ts';
import { readVocabulary } from '../../vocabulary.ts';

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
