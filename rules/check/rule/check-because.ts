import type { Citation } from '../../determination.ts';
import { fault, mapOf, shapeOf, textOf } from '../../pack/text/shape.ts';
import type { YamlNode, YamlText } from '../../pack/text/yaml-node.ts';
import { parse } from '../../syntax/parse.ts';
import { checkExpression } from '../expression/check-expression.ts';
import { nearest } from '../tell/nearest.ts';
import { type Report, reportOn } from '../tell/report.ts';
import type { LocalizedTemplate, Explanation, Template } from './rule.ts';
import type { Meaning, Scope } from '../expression/scope.ts';
import { isFault } from '../expression/types.ts';

type Cite = (written: string, at: { start: number; end: number }) => Citation | undefined;

/** What may stand between braces: `amount`, `period`, or a name or fact of the rule. */
function readPlaceholder(report: Report, scope: Scope, node: YamlText, at: number, written: string): Template[number] {
  if (written === 'amount' || written === 'period') return { place: written };
  const parsed = parse(written);
  const simple = parsed.kind === 'expression' && ['name', 'member'].includes(parsed.expression.kind);
  // Faults of the placeholder itself are told as one sentence, not as those of an expression.
  const silent = reportOn(report.source);
  const offsetOf = (index: number): number => node.offsetOf(at + index);
  const origin = { report: silent, text: written, offsetOf };
  const checked = simple ? checkExpression({ origin, scope }, parsed.expression) : undefined;
  const shown = checked !== undefined && !isFault(checked.type) && !checked.type.list && checked.type.base !== 'person';
  if (shown) return checked;
  // It names a step that is faulty itself, which was told there.
  if (checked !== undefined && isFault(checked.type) && silent.findings.length === 0) return '';
  const start = node.offsetOf(at - 1);
  const meaning = scope.names.get(written);
  if (meaning?.kind === 'parameter' && meaning.changesWithin !== undefined) {
    const values = { name: written, period: meaning.changesWithin };
    report.add('parameter-changes-within', start, start + written.length + 2, { values });
    return '';
  }
  const didYouMean = silent.findings[0]?.didYouMean;
  report.add('bad-placeholder', start, start + written.length + 2, { values: { found: `{${written}}` }, didYouMean });
  return '';
}

function readTemplate(report: Report, scope: Scope, node: YamlNode | undefined, joiner: string): Template | undefined {
  if (node === undefined || textOf(report, node) === undefined || node.kind !== 'text') return undefined;
  const parts: Template[number][] = [];
  let from = 0;
  for (const match of node.text.matchAll(/\{([^{}]*)\}/g)) {
    parts.push(node.text.slice(from, match.index).replaceAll(/\s*\n\s*/g, joiner));
    parts.push(readPlaceholder(report, scope, node, match.index + 1, match[1] ?? ''));
    from = match.index + match[0].length;
  }
  parts.push(
    node.text
      .slice(from)
      .trimEnd()
      .replaceAll(/\s*\n\s*/g, joiner),
  );
  return parts.filter((part) => part !== '');
}

function readWords(report: Report, scope: Scope, node: YamlNode | undefined): LocalizedTemplate | undefined {
  const shape = shapeOf(report, node, { required: ['zh', 'en'] });
  const zh = readTemplate(report, scope, shape?.get('zh'), '');
  const en = readTemplate(report, scope, shape?.get('en'), ' ');
  if (zh === undefined || en === undefined) return undefined;
  const written = { 'zh-CN': zh, en };
  // The places stay the same objects: what fills one of them is known by it.
  const made = report.further.map(({ language, from, made: of }) => {
    return [language, written[from].map((part) => (typeof part === 'string' ? of(part) : part))] as const;
  });
  return { ...written, ...Object.fromEntries(made) };
}

/** Whether the name is one of the rule's own steps, and whether that step is a boolean. */
export function labelKind(scope: Scope, label: string): 'boolean' | 'other' | 'faulty' | undefined {
  if (label === 'eligible') return 'boolean';
  if (label === 'amount') return 'other';
  const meaning: Meaning | undefined = scope.names.get(label);
  if (meaning?.kind !== 'let') return undefined;
  if (isFault(meaning.type)) return 'faulty';
  return meaning.type.base === 'boolean' ? 'boolean' : 'other';
}

/** Reports a name that is no step of the rule. */
export function refuseLabel(report: Report, scope: Scope, key: YamlText, section: string): undefined {
  const known = [...scope.names].filter(([, meaning]) => meaning.kind === 'let').map(([name]) => name);
  const didYouMean = nearest(key.text, [...known, 'eligible', 'amount']);
  return fault(report, key, 'unknown-label', { values: { section, label: key.text }, didYouMean });
}

function readExplanation(
  report: Report,
  scope: Scope,
  key: YamlText,
  node: YamlNode,
  cite: Cite,
): Explanation | undefined {
  const kind = labelKind(scope, key.text);
  if (kind === undefined) return refuseLabel(report, scope, key, 'because');
  const shape = shapeOf(report, node, { required: [], optional: ['yes', 'no', 'words', 'law'] });
  if (shape === undefined) return undefined;
  const values = { label: key.text };
  const [yes, no, words] = ['yes', 'no', 'words'].map((part) => readWords(report, scope, shape.get(part)));
  const yesOrNo = shape.keyOf('yes') ?? shape.keyOf('no');
  const misplaced = { boolean: shape.keyOf('words'), other: yesOrNo, faulty: undefined }[kind];
  if (misplaced)
    fault(report, misplaced, kind === 'boolean' ? 'because-wants-yes-no' : 'because-wants-words', { values });
  const lawNode = shape.get('law');
  const written = textOf(report, lawNode);
  const law = lawNode === undefined || written === undefined ? undefined : cite(written, lawNode);
  return { ...(yes && { yes }), ...(no && { no }), ...(words && { words }), ...(law && { law }) };
}

/** The reasons in words, by the name in the rule they belong to. */
export function checkBecause(
  report: Report,
  scope: Scope,
  node: YamlNode | undefined,
  cite: Cite,
): ReadonlyMap<string, Explanation> {
  const because = new Map<string, Explanation>();
  for (const { key, value } of mapOf(report, node)?.entries ?? []) {
    const explanation = readExplanation(report, scope, key, value, cite);
    if (explanation !== undefined) because.set(key.text, explanation);
  }
  return because;
}
