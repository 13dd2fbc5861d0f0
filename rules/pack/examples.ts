import { readYuan } from '../../values/fen.ts';
import type { Example, Expected } from '../check/rule/check-examples.ts';
import type { Report } from '../check/tell/report.ts';
import { typeWords, scalar } from '../check/expression/types.ts';
import type { Fence } from './text/markdown.ts';
import { fault, listOf, mapOf, oneOf, shapeOf, type Shape, textOf } from './text/shape.ts';
import { readYaml } from './text/yaml.ts';
import type { YamlMap, YamlNode, YamlText } from './text/yaml-node.ts';

function readAmount(report: Report, node: YamlNode, text: string): Expected | undefined {
  const read = readYuan(text);
  if (read.kind === 'amount') return { kind: 'amount', amount: read.fen };
  return fault(report, node, 'bad-value', { values: { found: text, expected: typeWords(scalar('money')) } });
}

function readMissing(report: Report, node: YamlNode): Expected {
  const missing = (listOf(report, node) ?? []).map((item) => textOf(report, item)).filter((name) => name !== undefined);
  return { kind: 'undetermined', missing };
}

/** `amount: 3600.00`, `outcome: not-eligible` or `undetermined: [child.nationality]`: exactly one of them. */
function readExpected(report: Report, item: YamlNode, shape: Shape): Expected | undefined {
  const [amount, outcome, undetermined] = ['amount', 'outcome', 'undetermined'].map((key) => shape.get(key));
  const told = [amount, outcome, undetermined].filter((node) => node !== undefined);
  if (told.length !== 1)
    return fault(report, item, 'missing-key', { values: { key: 'amount | outcome | undetermined' } });
  if (undetermined !== undefined) return readMissing(report, undetermined);
  if (outcome !== undefined) return oneOf(report, outcome, ['not-eligible'] as const) && { kind: 'not-eligible' };
  const text = textOf(report, amount);
  return amount === undefined || text === undefined ? undefined : readAmount(report, amount, text);
}

function mapsIn(report: Report, node: YamlNode | undefined): readonly YamlMap[] {
  return (listOf(report, node) ?? []).map((item) => mapOf(report, item)).filter((map) => map !== undefined);
}

function readExample(report: Report, subject: string, item: YamlNode): Example | undefined {
  const optional = ['on', 'people', 'links', 'households', 'amount', 'outcome', 'undetermined', 'note'];
  const shape = shapeOf(report, item, { required: [subject, 'period'], optional });
  const facts = mapOf(report, shape?.get(subject));
  const period = textOf(report, shape?.get('period'));
  const expected = shape && readExpected(report, item, shape);
  const on = textOf(report, shape?.get('on'));
  if (facts === undefined || period === undefined || expected === undefined) return undefined;
  const [people, links] = [mapsIn(report, shape?.get('people')), mapsIn(report, shape?.get('links'))];
  const households = listOf(report, shape?.get('households'))?.map((node) => listOf(report, node) ?? []);
  const hasRelatives = shape?.get('people') !== undefined || shape?.get('links') !== undefined;
  const at = { start: item.start, end: item.end };
  return {
    at,
    facts: facts.entries,
    on,
    period,
    expected,
    ...(hasRelatives && { relatives: { people, links } }),
    ...(households && { households }),
  };
}

/** Reads an ```examples block: one family each. */
export function readExamples(report: Report, subject: string, fence: Fence): readonly Example[] {
  return (listOf(report, readYaml(report, fence.start, fence.end)) ?? [])
    .map((item) => readExample(report, subject, item))
    .filter((example) => example !== undefined);
}

/** One cell of a table, trimmed, with its place. */
function cellsOf(report: Report, line: { start: number; end: number }): readonly YamlText[] {
  const text = report.source.text.slice(line.start, line.end);
  const cells: YamlText[] = [];
  for (const match of text.matchAll(/\|\s*([^|]*?)\s*(?=\|)/g)) {
    const cell = match[1] ?? '';
    const start = line.start + match.index + match[0].length - match[0].slice(1).trimStart().length;
    const offsetOf = (index: number): number => start + index;
    cells.push({ kind: 'text', text: cell, start, end: start + cell.length, offsetOf });
  }
  return cells;
}

function linesOf(report: Report, fence: Fence): readonly { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  for (let start = fence.start; start < fence.end;) {
    const next = report.source.text.indexOf('\n', start);
    const end = next === -1 || next > fence.end ? fence.end : next;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** A cell is yuan, `-` for not eligible, or `?` for undetermined. */
function readCell(report: Report, cell: YamlText): Expected | undefined {
  if (cell.text === '-') return { kind: 'not-eligible' };
  if (cell.text === '?') return { kind: 'undetermined', missing: undefined };
  return readAmount(report, cell, cell.text);
}

type Entries = Example['facts'];

function readRow(
  report: Report,
  row: readonly YamlText[],
  heading: readonly YamlText[],
  given: Entries,
): readonly Example[] {
  const [key, ...periods] = heading;
  const [value, ...cells] = row;
  if (key === undefined || value === undefined) return [];
  return cells.flatMap((cell, i) => {
    const expected = readCell(report, cell);
    const period = periods[i]?.text;
    if (expected === undefined || period === undefined) return [];
    return [{ at: cell, facts: [...given, { key, value }], on: undefined, period, expected }];
  });
}

/**
 * Reads a ```table block: above, `given:` with the facts that all rows share; then a Markdown table of which the first column is one
 * fact and each other column a period.
 */
export function readTable(report: Report, fence: Fence): readonly Example[] {
  const lines = linesOf(report, fence);
  const isRow = (line: { start: number }): boolean => report.source.text[line.start] === '|';
  const firstRow = lines.find(isRow);
  const shape = shapeOf(report, readYaml(report, fence.start, firstRow?.start ?? fence.end), { required: ['given'] });
  const given = mapOf(report, shape?.get('given'))?.entries ?? [];
  const [heading, , ...rows] = lines.filter(isRow).map((line) => cellsOf(report, line));
  if (heading === undefined || rows.length === 0) return fault(report, fence.opening, 'bad-table') ?? [];
  return rows.flatMap((row) => {
    if (row.length === heading.length) return readRow(report, row, heading, given);
    return fault(report, row[0] ?? fence.opening, 'bad-table') ?? [];
  });
}
