import { readDay, readMonth } from '../../../values/day.ts';
import { readYuan } from '../../../values/fen.ts';
import { unreachable } from '../../../values/unreachable.ts';
import { citationOf, type Sources } from '../../pack/citation.ts';
import type { Period } from '../../pack/period.ts';
import { localizedOf, booleanOf, dayOfNode, fault, mapOf, oneOf, shapeOf, textOf } from '../../pack/text/shape.ts';
import type { YamlNode } from '../../pack/text/yaml-node.ts';
import { numberOf } from '../expression/check-operation.ts';
import type { Constant } from '../expression/checked.ts';
import type { Report } from '../tell/report.ts';
import { earliestDay } from '../expression/parameter-at.ts';
import type { DatedValue, Parameter } from './rule.ts';
import { parameterTypes, scalar, typeWords } from '../expression/types.ts';

type ParameterType = (typeof parameterTypes)[number];

/** Reads a value of the type as a pack writes it; money is written in yuan. Undefined when it is not one. */
function readConstant(type: ParameterType, text: string): Constant | undefined {
  switch (type) {
    case 'money': {
      const read = readYuan(text);
      return read.kind === 'amount' ? read.fen : undefined;
    }
    case 'int':
      return /^-?(?:0|[1-9]\d{0,14})$/.test(text) ? BigInt(text) : undefined;
    case 'ratio': {
      if (!/^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/.test(text)) return undefined;
      const number = numberOf(text);
      return typeof number === 'bigint' ? { numerator: number, denominator: 1n } : number;
    }
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'date':
      return readDay(text);
    case 'month':
      return readMonth(text);
    case 'text':
      return text;
  }
  return unreachable(type);
}

function readDated(report: Report, type: ParameterType, key: YamlNode, node: YamlNode): DatedValue | undefined {
  const from = dayOfNode(report, key);
  const written = textOf(report, node);
  if (from === undefined || written === undefined) return undefined;
  const value = readConstant(type, written);
  if (value !== undefined) return { from, value, written };
  return fault(report, node, 'bad-value', { values: { found: written, expected: typeWords(scalar(type)) } });
}

/** One entry of the list form: `{ from: 2025-07-01, value: 350.00, published: 2026-03-01 }`. */
function readEntry(report: Report, type: ParameterType, node: YamlNode): DatedValue | undefined {
  const shape = shapeOf(report, node, { required: ['from', 'value'], optional: ['published'] });
  const [from, value] = [shape?.get('from'), shape?.get('value')];
  const published = dayOfNode(report, shape?.get('published'));
  const dated = from && value && readDated(report, type, from, value);
  return dated && { ...dated, ...(published && { published }) };
}

/** The values as written: a map from the day from which each holds, or a list where some were published on another day. */
function readWritten(report: Report, type: ParameterType, node: YamlNode): readonly Written[] {
  if (node.kind === 'list') return node.items.map((item) => ({ at: item, dated: readEntry(report, type, item) }));
  const entries = mapOf(report, node)?.entries ?? [];
  return entries.map(({ key, value }) => ({ at: key, dated: readDated(report, type, key, value) }));
}

interface Written {
  readonly at: YamlNode;
  readonly dated: DatedValue | undefined;
}

/** Negative where the first was published before the second; of those of one day, the one that holds earlier. */
function order(a: DatedValue, b: DatedValue): number {
  const [first, second] = [a.published ?? a.from, b.published ?? b.from];
  if (first !== second) return first < second ? -1 : 1;
  return a.from < b.from ? -1 : Number(a.from > b.from);
}

function readValues(
  report: Report,
  type: ParameterType | undefined,
  node: YamlNode | undefined,
  periods: readonly Period[],
): readonly DatedValue[] {
  if (node === undefined || type === undefined) return [];
  const written = readWritten(report, type, node);
  if (written.length === 0 && node.kind !== 'text') fault(report, node, 'parameter-without-value');
  const values: DatedValue[] = [];
  for (const { at, dated } of written) {
    if (dated === undefined) continue;
    const before = values.at(-1);
    if (before !== undefined && order(before, dated) >= 0) fault(report, at, 'parameter-not-in-order');
    else values.push(dated);
  }
  // Which periods lack a value cannot be said while one of the values is not read.
  if (written.every(({ dated }) => dated !== undefined)) checkCoverage(report, node, values, periods);
  return values;
}

/** Every period that the pack covers needs a value from its first day on, whenever somebody asks. */
function checkCoverage(report: Report, at: YamlNode, values: readonly DatedValue[], periods: readonly Period[]): void {
  const earliest = earliestDay({ values });
  const early =
    values.length === 0 ? undefined : periods.find(({ first }) => earliest === undefined || first < earliest);
  if (early !== undefined) fault(report, at, 'parameter-starts-late', { values: { period: early.text } });
}

/** One parameter: typed, dated, sourced. It is verified only where its source is and the pack doesn't say otherwise. */
export function readParameter(
  report: Report,
  sources: Sources,
  periods: readonly Period[],
  name: string,
  node: YamlNode,
): Parameter | undefined {
  const shape = shapeOf(report, node, { required: ['type', 'values', 'source'], optional: ['words', 'verified'] });
  if (shape === undefined) return undefined;
  const type = oneOf(report, shape.get('type'), parameterTypes);
  const values = readValues(report, type, shape.get('values'), periods);
  const law = citationOf(report, sources, shape.get('source'));
  const words = localizedOf(report, shape.get('words'));
  const verified = booleanOf(report, shape.get('verified')) ?? true;
  if (type === undefined) return undefined;
  return {
    name,
    type,
    values,
    verified: verified && (law?.verified ?? false),
    ...(words && { words }),
    ...(law && { law }),
  };
}
