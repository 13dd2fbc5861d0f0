import { expect, test } from 'vitest';
import type { Finding } from '../../finding.ts';
import { sourceText } from '../../source-text.ts';
import { hasErrors, inReadingOrder, reportOn } from './report.ts';

/** Its place, as `file 3:7`. */
const placeOf = ({ span: { file, line, column } }: Finding): string => `${file} ${line}:${column}`;

const findingsAt = (file: string, ...offsets: readonly number[]): readonly Finding[] => {
  const report = reportOn(sourceText(file, 'one two\nthree four\nfive six'));
  for (const offset of offsets) report.add('unused-name', offset, offset + 3);
  return report.findings;
};

test('findings are told file by file, from the first line to the last, from left to right', () => {
  const found = [...findingsAt('b.md', 19, 4, 14), ...findingsAt('a.md', 8, 0), ...findingsAt('c.md', 24, 19)];
  const told = ['a.md 1:1', 'a.md 2:1', 'b.md 1:5', 'b.md 2:7', 'b.md 3:1', 'c.md 3:1', 'c.md 3:6'];
  expect(inReadingOrder(found).map(placeOf)).toEqual(told);
  expect(inReadingOrder(found.toReversed()).map(placeOf)).toEqual(told);
});

test('of more than 500 faults the first 500 are told', () => {
  const report = reportOn(sourceText('a.md', 'x'.repeat(600)));
  for (let at = 0; at < 600; at += 1) report.add('unexpected-sign', at, at + 1, { values: { found: 'x' } });
  expect(report.findings).toHaveLength(500);
  expect(report.findings.at(-1)?.span.column).toBe(500);
});

test('warnings alone leave a pack usable', () => {
  const warnings = findingsAt('a.md', 0, 4);
  expect(warnings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  expect(hasErrors(warnings)).toBe(false);
  const faulty = reportOn(sourceText('a.md', 'x'));
  faulty.add('unexpected-sign', 0, 1, { values: { found: 'x' } });
  expect(hasErrors([...warnings, ...faulty.findings])).toBe(true);
});
