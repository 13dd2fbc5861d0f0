import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding, Span } from '../../finding.ts';
import { lineText, sourceText } from '../../source-text.ts';
import { readText, smallPack } from '../../testing.ts';

/** What stands at the span, which lies on one line, in characters. */
function marked(text: string, { line, column, endColumn }: Span): string {
  return [...lineText(sourceText('', text), line)].slice(column - 1, endColumn - 1).join('');
}

function findingsIn(text: string): readonly Finding[] {
  const read = readText(text);
  return read.kind === 'findings' ? read.findings : read.warnings;
}

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
