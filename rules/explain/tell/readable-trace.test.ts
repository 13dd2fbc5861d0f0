import { expect, test } from 'vitest';
import type { TraceNode } from '../../determination.ts';
import { readableTrace } from './readable-trace.ts';

const span = { file: 'policy.md', line: 1, column: 1, endLine: 1, endColumn: 2 };
const node = (label: string, parts: Partial<TraceNode> = {}): TraceNode => ({
  type: 'int',
  label,
  value: '1',
  operation: 'plus',
  children: [],
  span,
  decisive: true,
  ...parts,
});
const words = { 'zh-CN': '孩子的出生日期：2024年3月29日', en: 'date of birth of the child: 29 March 2024' };
const birth = node('child.birth', { words, operation: 'fact', value: '2024-03-29' });

test('the result itself stands above the trace, which begins with what it rests on', () => {
  expect(readableTrace(node('cn/benefit', { children: [birth] }))).toEqual([birth]);
});

test('formulas and constants fall away, and what stood below them moves up', () => {
  const formula = node('monthsBetween(a, child.birth) + 1', {
    children: [birth, node('1', { operation: 'constant' })],
  });
  expect(readableTrace(node('cn/benefit', { children: [formula] }))).toEqual([birth]);
});

test('a step that has words stays; one that has only a name of the code does not, but what it rests on does', () => {
  const told = { 'zh-CN': '计发月数：12', en: 'months that count: 12' };
  const counted = node('monthsCounted', { words: told, children: [birth] });
  const wordless = node('计发月数', { children: [birth] });
  expect(readableTrace(node('cn/benefit', { children: [counted, wordless] }))).toEqual([counted, birth]);
});

test('the same fact said twice beside itself is said once', () => {
  expect(readableTrace(node('cn/benefit', { children: [birth, node('a + b', { children: [birth] })] }))).toEqual([
    birth,
  ]);
});
