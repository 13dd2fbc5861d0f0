import type { Localized } from '../../values/language.ts';
import type { Report } from '../check/tell/report.ts';
import { nearest } from '../check/tell/nearest.ts';
import type { CheckedRule, FactUse } from '../check/rule/rule.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Question, Supposition } from './pack.ts';
import { localizedOf, booleanOf, fault, listOf, mapOf, shapeOf, textOf } from './text/shape.ts';
import type { YamlNode } from './text/yaml-node.ts';
import { fitsForm } from './form.ts';

/** Reads a list of sentences in both languages. */
function readSentences(report: Report, node: YamlNode | undefined): readonly Localized[] {
  return (listOf(report, node) ?? []).map((item) => localizedOf(report, item)).filter((words) => words !== undefined);
}

export interface Asking {
  readonly report: Report;
  readonly rule: CheckedRule;
  readonly vocabulary: Vocabulary;
}

/** The fact that a question asks for: one of the subject's, and used by the rule. */
function readAskedFact(
  { report, rule }: Asking,
  node: YamlNode | undefined,
): { readonly written: string; readonly use: FactUse } | undefined {
  const written = textOf(report, node);
  if (node === undefined || written === undefined) return undefined;
  const known = [...rule.facts.keys()].map((fact) => `${rule.subject}.${fact}`);
  const use = known.includes(written) ? rule.facts.get(written.slice(rule.subject.length + 1)) : undefined;
  if (use !== undefined) return { written, use };
  const didYouMean = nearest(written, known);
  return fault(report, node, 'unknown-question-fact', { values: { fact: written }, didYouMean });
}

/** A value of the fact as an answer gives it: a text of its form, or true or false. */
function readAnswerValue(
  { report, vocabulary }: Asking,
  use: FactUse,
  node: YamlNode | undefined,
): string | boolean | undefined {
  if (use.type === 'boolean') return booleanOf(report, node);
  const text = textOf(report, node);
  if (node === undefined || text === undefined) return undefined;
  const { form, values } = vocabulary.facts.get(use.fact) ?? {};
  if (use.type === 'text' && fitsForm(text, form)) return text;
  if (use.type === 'enum' && values?.has(text)) return text;
  return fault(report, node, 'question-answer-differs', { values: { found: text, fact: use.fact } });
}

function readOptions(asking: Asking, use: FactUse, node: YamlNode | undefined): Question['answer'] {
  if (node === undefined) return { kind: 'date' };
  const options = (listOf(asking.report, node) ?? []).flatMap((item) => {
    const shape = shapeOf(asking.report, item, { required: ['value', 'words'] });
    const value = readAnswerValue(asking, use, shape?.get('value'));
    const words = localizedOf(asking.report, shape?.get('words'));
    return value === undefined || words === undefined ? [] : [{ value, words }];
  });
  return { kind: 'choice', options };
}

function readQuestion(asking: Asking, key: string, node: YamlNode): Question | undefined {
  const { report } = asking;
  const shape = shapeOf(report, node, { required: ['fact', 'ask', 'why'], optional: ['help', 'options'] });
  const asked = readAskedFact(asking, shape?.get('fact'));
  const ask = localizedOf(report, shape?.get('ask'));
  const why = localizedOf(report, shape?.get('why'));
  const help = localizedOf(report, shape?.get('help'));
  if (shape === undefined || asked === undefined || ask === undefined || why === undefined) return undefined;
  const isDate = asked.use.type === 'date';
  if (!isDate && shape.get('options') === undefined)
    fault(report, shape.node.entries[0]?.key ?? shape.node, 'missing-key', { values: { key: 'options' } });
  const answer = readOptions(asking, asked.use, isDate ? undefined : shape.get('options'));
  return { key, fact: asked.written, ask, why, answer, ...(help && { help }) };
}

/** Reads the ```questions block, in the order in which they are asked. */
export function readQuestions(asking: Asking, node: YamlNode | undefined): readonly Question[] {
  return (mapOf(asking.report, node)?.entries ?? [])
    .map(({ key, value }) => readQuestion(asking, key.text, value))
    .filter((question) => question !== undefined);
}

function readSupposition(asking: Asking, node: YamlNode): Supposition | undefined {
  const { report } = asking;
  const shape = shapeOf(report, node, { required: ['fact', 'value', 'words'] });
  const asked = readAskedFact(asking, shape?.get('fact'));
  const words = localizedOf(report, shape?.get('words'));
  const value = asked && readAnswerValue(asking, asked.use, shape?.get('value'));
  return asked === undefined || words === undefined || value === undefined
    ? undefined
    : { fact: asked.written, value, words };
}

/** What the ```families block tells beside the rule. */
export interface ForFamilies {
  readonly supposed: readonly Supposition[];
  readonly notes: readonly Localized[];
  readonly ends: readonly Localized[];
  readonly leaflet: readonly Localized[];
}

export function readFamilies(asking: Asking, node: YamlNode | undefined): ForFamilies {
  const { report } = asking;
  const shape = shapeOf(report, node, { required: ['notes', 'ends', 'leaflet'], optional: ['supposed'] });
  const ends = readSentences(report, shape?.get('ends'));
  const supposed = (listOf(report, shape?.get('supposed')) ?? [])
    .map((item) => readSupposition(asking, item))
    .filter((supposition) => supposition !== undefined);
  const notes = [...readSentences(report, shape?.get('notes')), ...ends];
  return { supposed, notes, ends, leaflet: readSentences(report, shape?.get('leaflet')) };
}

/** Warns of facts that the rule needs but that no question asks and nothing supposes: a family's check would end open. */
export function warnUnasked(
  report: Report,
  rule: CheckedRule,
  told: readonly { readonly fact: string }[],
  at: { start: number; end: number },
): void {
  const answered = new Set(told.map(({ fact }) => fact));
  for (const fact of rule.facts.keys()) {
    const name = `${rule.subject}.${fact}`;
    if (!answered.has(name)) fault(report, at, 'fact-never-asked', { values: { fact: name } });
  }
}
