import { type Day, readDay } from '../../../values/day.ts';
import type { Localized } from '../../../values/language.ts';
import { nearest } from '../../check/tell/nearest.ts';
import type { FindingCode } from '../../check/tell/findings.ts';
import type { FindingDetails, Report } from '../../check/tell/report.ts';
import { withFurther } from './further.ts';
import type { YamlMap, YamlNode, YamlText } from './yaml-node.ts';

/** Adds a fault at the node. */
export function fault(
  report: Report,
  node: { start: number; end: number },
  code: FindingCode,
  details?: FindingDetails,
): undefined {
  report.add(code, node.start, node.end, details);
  return undefined;
}

/** A map of which the keys are known: what is missing, unknown or doubled is reported. */
export interface Shape {
  readonly node: YamlMap;
  readonly get: (key: string) => YamlNode | undefined;
  /** Where the key itself stands. */
  readonly keyOf: (key: string) => YamlText | undefined;
}

export function mapOf(report: Report, node: YamlNode | undefined): YamlMap | undefined {
  if (node === undefined || node.kind === 'map') return node;
  return fault(report, node, 'expected-map');
}

export function shapeOf(
  report: Report,
  node: YamlNode | undefined,
  keys: { readonly required: readonly string[]; readonly optional?: readonly string[] },
): Shape | undefined {
  const map = mapOf(report, node);
  if (map === undefined) return undefined;
  const known = [...keys.required, ...(keys.optional ?? [])];
  const found = new Map(map.entries.map((entry) => [entry.key.text, entry]));
  for (const { key } of map.entries) {
    if (known.includes(key.text)) continue;
    const details = { values: { key: key.text, known: known.join(', ') }, didYouMean: nearest(key.text, known) };
    fault(report, key, 'unknown-key', details);
  }
  const place = { start: map.start, end: map.entries[0]?.key.end ?? map.start };
  for (const key of keys.required) if (!found.has(key)) fault(report, place, 'missing-key', { values: { key } });
  return { node: map, get: (key) => found.get(key)?.value, keyOf: (key) => found.get(key)?.key };
}

/** A text that is not empty. */
export function textOf(report: Report, node: YamlNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.kind !== 'text' || node.text.trim() === '') return fault(report, node, 'expected-text');
  return node.text.trim();
}

export function listOf(report: Report, node: YamlNode | undefined): readonly YamlNode[] | undefined {
  if (node === undefined) return undefined;
  return node.kind === 'list' ? node.items : fault(report, node, 'expected-list');
}

/** One sentence: `{ zh: …, en: … }`. */
export function localizedOf(report: Report, node: YamlNode | undefined): Localized | undefined {
  const shape = shapeOf(report, node, { required: ['zh', 'en'] });
  const zh = textOf(report, shape?.get('zh'));
  const en = textOf(report, shape?.get('en'));
  return zh === undefined || en === undefined
    ? undefined
    : withFurther({ 'zh-CN': joined(zh), en: en.replaceAll(/\s*\n\s*/g, ' ') }, report.further);
}

/** Chinese needs no space where a line was broken, unless one stands there on purpose. */
const joined = (zh: string): string => zh.replaceAll(/\s*\n\s*/g, '');

export function oneOf<T extends string>(
  report: Report,
  node: YamlNode | undefined,
  options: readonly T[],
): T | undefined {
  const text = textOf(report, node);
  if (node === undefined || text === undefined) return undefined;
  const found = options.find((option) => option === text);
  if (found !== undefined) return found;
  const details = { values: { found: text, options: options.join(', ') }, didYouMean: nearest(text, options) };
  return fault(report, node, 'expected-one-of', details);
}

/** `true` or `false`; YAML 1.1's `yes`, `no`, `on` and `off` are refused, not guessed. */
export function booleanOf(report: Report, node: YamlNode | undefined): boolean | undefined {
  const text = textOf(report, node);
  if (node === undefined || text === undefined) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  return fault(report, node, 'expected-boolean', { values: { found: text } });
}

/** A whole number without leading zeros (`012` is refused: octal to some readers). */
export function wholeNumberOf(report: Report, node: YamlNode | undefined): number | undefined {
  const text = textOf(report, node);
  if (node === undefined || text === undefined) return undefined;
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  return fault(report, node, 'expected-whole-number', { values: { found: text } });
}

export function dayOfNode(report: Report, node: YamlNode | undefined): Day | undefined {
  const text = textOf(report, node);
  if (node === undefined || text === undefined) return undefined;
  return readDay(text) ?? fault(report, node, 'expected-day', { values: { found: text } });
}
