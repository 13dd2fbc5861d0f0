import type { Report } from '../check/tell/report.ts';
import { cite, type Sources } from './citation.ts';
import type { DocumentRequirement, Procedure, ProcedureStep } from './pack.ts';
import { localizedOf, booleanOf, fault, listOf, mapOf, oneOf, shapeOf, textOf, wholeNumberOf } from './text/shape.ts';
import type { YamlNode } from './text/yaml-node.ts';

/** Keys of documents and questions become parts of addresses and of file names. */
function readKey(report: Report, node: YamlNode | undefined): string | undefined {
  const text = textOf(report, node);
  if (node === undefined || text === undefined) return undefined;
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text)) return text;
  return fault(report, node, 'bad-name', { values: { found: text } });
}

/** Reads the ```documents block: what the family brings. */
export function readDocuments(report: Report, node: YamlNode | undefined): readonly DocumentRequirement[] {
  return (mapOf(report, node)?.entries ?? []).flatMap(({ key, value }) => {
    const shape = shapeOf(report, value, { required: ['name', 'hint', 'required'] });
    const named = readKey(report, key);
    const name = localizedOf(report, shape?.get('name'));
    const hint = localizedOf(report, shape?.get('hint'));
    const required = booleanOf(report, shape?.get('required'));
    if (named === undefined || name === undefined || hint === undefined || required === undefined) return [];
    return [{ key: named, name, hint, required }];
  });
}

const acts = ['receive', 'review', 'confirm'] as const;
const levels = ['village', 'township', 'county'] as const;
const rhythms = ['quarterly', 'monthly', 'yearly', 'once'] as const;

function readStep(report: Report, node: YamlNode): ProcedureStep | undefined {
  const shape = shapeOf(report, node, { required: ['act', 'level', 'name'] });
  const act = oneOf(report, shape?.get('act'), acts);
  const level = oneOf(report, shape?.get('level'), levels);
  const name = localizedOf(report, shape?.get('name'));
  if (act === undefined || level === undefined || name === undefined) return undefined;
  return { key: act, duty: act, level, name };
}

function readRemedy(
  report: Report,
  sources: Sources,
  key: string,
  node: YamlNode,
): Procedure['remedies'][number] | undefined {
  const shape = shapeOf(report, node, { required: ['words', 'law'], optional: ['withinDays'] });
  const words = localizedOf(report, shape?.get('words'));
  const withinDays = wholeNumberOf(report, shape?.get('withinDays'));
  const lawNode = shape?.get('law');
  const written = textOf(report, lawNode);
  const law = lawNode === undefined || written === undefined ? undefined : cite(report, sources, written, lawNode);
  if (words === undefined || law === undefined) return undefined;
  return { key, words, law: `${law.title} ${law.place}`, ...(withinDays !== undefined && { withinDays }) };
}

/** Reads the ```procedure block: who acts on which level, within how many working days in all, and how it is paid. */
export function readProcedure(report: Report, sources: Sources, node: YamlNode | undefined): Procedure | undefined {
  const shape = shapeOf(report, node, { required: ['steps', 'workingDays', 'law', 'payment', 'remedies'] });
  const lawNode = shape?.get('law');
  const written = textOf(report, lawNode);
  const law = lawNode === undefined || written === undefined ? undefined : cite(report, sources, written, lawNode);
  const steps = (listOf(report, shape?.get('steps')) ?? [])
    .map((step) => readStep(report, step))
    .filter((step) => step !== undefined);
  const daysNode = shape?.get('workingDays');
  const workingDays = wholeNumberOf(report, daysNode);
  if (daysNode !== undefined && workingDays !== undefined && workingDays < 1)
    fault(report, daysNode, 'expected-whole-number', { values: { found: String(workingDays) } });
  const payment = shapeOf(report, shape?.get('payment'), { required: ['rhythm', 'words'] });
  const rhythm = oneOf(report, payment?.get('rhythm'), rhythms);
  const words = localizedOf(report, payment?.get('words'));
  const remedies = (mapOf(report, shape?.get('remedies'))?.entries ?? [])
    .map(({ key, value }) => readRemedy(report, sources, key.text, value))
    .filter((remedy) => remedy !== undefined);
  if (workingDays === undefined || rhythm === undefined || words === undefined || law === undefined) return undefined;
  return { steps, workingDays, law, payment: { rhythm, words }, remedies };
}
