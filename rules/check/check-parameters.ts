import { readDay, readMonth } from '../../values/day.ts';
import { readYuan } from '../../values/fen.ts';
import { unreachable } from '../../values/unreachable.ts';
import { citationOf, type Sources } from '../pack/citation.ts';
import type { Period } from '../pack/period.ts';
import { bilingualOf, booleanOf, dayOfNode, fault, mapOf, oneOf, shapeOf, textOf } from '../pack/shape.ts';
import type { YamlNode, YamlText } from '../pack/yaml.ts';
import { numberOf } from './check-operation.ts';
import type { Constant } from './checked.ts';
import type { Report } from './report.ts';
import type { Parameter } from './rule.ts';
import { parameterTypes, scalar, typeWords } from './types.ts';

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

type Dated = Parameter['values'][number];

function readDated(report: Report, type: ParameterType, key: YamlText, node: YamlNode): Dated | undefined {
  const from = dayOfNode(report, key);
  const written = textOf(report, node);
  if (from === undefined || written === undefined) return undefined;
  const value = readConstant(type, written);
  if (value !== undefined) return { from, value, written };
  const { zh, en } = typeWords(scalar(type));
  return fault(report, node, 'bad-value', { values: { found: written, expectedZh: zh, expectedEn: en } });
}

function readValues(report: Report, type: ParameterType | undefined, node: YamlNode | undefined): readonly Dated[] {
  const map = mapOf(report, node);
  if (map === undefined || type === undefined) return [];
  if (map.entries.length === 0) fault(report, map, 'parameter-without-value');
  const values: Dated[] = [];
  for (const { key, value } of map.entries) {
    const dated = readDated(report, type, key, value);
    if (dated === undefined) continue;
    const before = values.at(-1);
    if (before !== undefined && before.from >= dated.from) fault(report, key, 'parameter-not-in-order');
    else values.push(dated);
  }
  return values;
}

/** Every period that the pack covers needs one value, known from its first day to its last. */
function checkCoverage(report: Report, at: YamlNode, values: readonly Dated[], periods: readonly Period[]): void {
  const [first] = values;
  if (first === undefined) return;
  const early = periods.find((period) => period.first < first.from);
  if (early !== undefined) fault(report, at, 'parameter-starts-late', { values: { period: early.text } });
  const split = periods.find((period) => values.some(({ from }) => from > period.first && from <= period.last));
  if (split !== undefined && split !== early)
    fault(report, at, 'parameter-changes-within', { values: { period: split.text } });
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
  const values = readValues(report, type, shape.get('values'));
  const at = shape.get('values');
  if (at !== undefined) checkCoverage(report, at, values, periods);
  const law = citationOf(report, sources, shape.get('source'));
  const words = bilingualOf(report, shape.get('words'));
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
