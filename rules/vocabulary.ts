import type { Day } from '../values/day.ts';
import type { Localized } from '../values/language.ts';
import { hasErrors, inReadingOrder, reportOn } from './check/tell/report.ts';
import { writtenTypes, type WrittenType } from './check/expression/types.ts';
import type { Finding } from './finding.ts';
import type { FurtherLanguage } from './pack/text/further.ts';
import { localizedOf, dayOfNode, fault, mapOf, oneOf, type Shape, shapeOf, textOf } from './pack/text/shape.ts';
import { readYaml } from './pack/text/yaml.ts';
import type { YamlNode } from './pack/text/yaml-node.ts';
import { isName } from './syntax/lexer.ts';
import type { Report } from './check/tell/report.ts';
import { sourceText } from './source-text.ts';

/** A fact of a person that packs may use. There are as few as the packs need. */
export interface FactDefinition {
  readonly name: string;
  readonly type: WrittenType;
  readonly words: Localized;
  /** Where the office has it from. */
  readonly from: Localized;
  /** A text of a known form; a country is ISO 3166-1 alpha-2. */
  readonly form?: 'country';
  /** Of an `enum`: every value it may have, with what people call it. */
  readonly values?: ReadonlyMap<string, Localized>;
  readonly notBefore?: Day;
  /** Not later than the day on which the family asks. */
  readonly notInFuture: boolean;
}

export interface Vocabulary {
  readonly facts: ReadonlyMap<string, FactDefinition>;
}

const reservedFacts = new Set([
  'id',
  'members',
  'parents',
  'children',
  'spouse',
  'guardians',
  '__proto__',
  'constructor',
]);

/** The values of an enum: two at least, and of no other type. */
function readValues(
  report: Report,
  shape: Shape,
  type: WrittenType | undefined,
): ReadonlyMap<string, Localized> | undefined {
  const node = shape.get('values');
  const place = shape.keyOf('values') ?? shape.node.entries[0]?.key ?? shape.node;
  if (type !== undefined && type !== 'enum') return fault(report, place, 'values-without-enum', { values: { type } });
  if (node === undefined) return fault(report, place, 'missing-key', { values: { key: 'values' } });
  const values = new Map<string, Localized>();
  for (const { key, value } of mapOf(report, node)?.entries ?? []) {
    const words = localizedOf(report, value);
    if (textOf(report, key) !== undefined && words !== undefined) values.set(key.text, words);
  }
  if (node.kind === 'map' && node.entries.length < 2) fault(report, node, 'too-few-values');
  return values;
}

function readFact(report: Report, name: string, node: YamlNode): FactDefinition | undefined {
  const shape = shapeOf(report, node, {
    required: ['type', 'words', 'from'],
    optional: ['form', 'values', 'notBefore', 'notInFuture'],
  });
  if (shape === undefined) return undefined;
  const type = oneOf(report, shape.get('type'), writtenTypes);
  const words = localizedOf(report, shape.get('words'));
  const from = localizedOf(report, shape.get('from'));
  const form = oneOf(report, shape.get('form'), ['country'] as const);
  const notBefore = dayOfNode(report, shape.get('notBefore'));
  const notInFuture = oneOf(report, shape.get('notInFuture'), ['true', 'false'] as const) === 'true';
  const values = type === 'enum' || shape.get('values') ? readValues(report, shape, type) : undefined;
  if (type === undefined || words === undefined || from === undefined) return undefined;
  return {
    name,
    type,
    words,
    from,
    notInFuture,
    ...(form && { form }),
    ...(values && { values }),
    ...(notBefore && { notBefore }),
  };
}

/** Reads `law/vocabulary.yaml`: the facts of a person, each with its type, its words and where it comes from. */
export function readVocabulary(input: {
  readonly file: string;
  readonly text: string;
  readonly further?: readonly FurtherLanguage[];
}):
  | { readonly kind: 'vocabulary'; readonly vocabulary: Vocabulary }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] } {
  const source = sourceText(input.file, input.text);
  const report = reportOn(source, input.further);
  const root = shapeOf(report, readYaml(report, 0, source.text.length), { required: ['facts'] });
  const facts = new Map<string, FactDefinition>();
  for (const { key, value } of mapOf(report, root?.get('facts'))?.entries ?? []) {
    if (!isName(key.text)) fault(report, key, 'bad-name', { values: { found: key.text } });
    else if (reservedFacts.has(key.text)) fault(report, key, 'name-taken', { values: { name: key.text } });
    const fact = readFact(report, key.text, value);
    if (fact !== undefined) facts.set(key.text, fact);
  }
  if (hasErrors(report.findings)) return { kind: 'findings', findings: inReadingOrder(report.findings) };
  return { kind: 'vocabulary', vocabulary: { facts } };
}
