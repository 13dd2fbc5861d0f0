import type { Bilingual } from '../../values/language.ts';
import type { TraceNode } from '../determination.ts';
import type { Step } from './compile.ts';
import type { Evaluation, Pack } from './evaluate.ts';
import { deciding, fill, type Filling, templateFor } from './reasons.ts';
import { dateWords, factWords, type Speaking, valueOnWire, valueWords } from './words.ts';

interface Telling {
  readonly pack: Pack;
  readonly evaluation: Evaluation;
  readonly filling: Filling;
  readonly speaking: Speaking;
  /** Named steps that were told in full, `decisive` or `beside`. */
  readonly told: Map<string, 'decisive' | 'beside'>;
}

function operationOf({ checked }: Step): string {
  return checked.kind === 'operation' ? checked.operation : checked.kind;
}

/** Facts and parameters say what they are and from when; other steps say what the pack has for their name. */
function wordsOf(telling: Telling, step: Step, label: string): Bilingual | undefined {
  const { checked, value, person } = step;
  const said = valueWords(value, checked.type);
  if ((checked.kind === 'fact' || checked.kind === 'relation') && person !== undefined) {
    const fact = checked.kind === 'fact' ? checked.fact : checked.relation;
    const what = factWords(telling.speaking, { person, fact });
    return { zh: `${what.zh}：${said.zh}`, en: `${what.en}: ${said.en}` };
  }
  if (checked.kind === 'parameter') {
    const what = telling.pack.rule.parameters.get(checked.name)?.words ?? { zh: checked.name, en: checked.name };
    const from = dateWords(telling.evaluation.validFrom.get(checked.name) ?? '');
    return { zh: `${what.zh}：${said.zh}（${from.zh}起）`, en: `${what.en}: ${said.en} (from ${from.en})` };
  }
  const template = templateFor(telling.pack.rule.because.get(label), value);
  return template && fill(template, telling.filling);
}

function parameterOf(telling: Telling, step: Step): Pick<TraceNode, 'parameter' | 'law'> {
  if (step.checked.kind !== 'parameter') return {};
  const { name } = step.checked;
  const parameter = telling.pack.rule.parameters.get(name);
  const validFrom = telling.evaluation.validFrom.get(name) ?? '';
  const { law } = parameter ?? {};
  return { parameter: { name, validFrom, verified: parameter?.verified ?? false }, ...(law && { law }) };
}

function factOf({ checked, person }: Step): Pick<TraceNode, 'fact'> {
  const isFact = checked.kind === 'fact' || checked.kind === 'relation';
  return isFact && person !== undefined ? { fact: { name: checked.name, person } } : {};
}

const withoutBrackets = (text: string): string => (/^\([^()]*\)$/.test(text) ? text.slice(1, -1) : text);

/**
 * Whether a named step is told in full here: the first time, and once more if only then it decides. A rule may name a step many
 * times, and steps within it; told in full at each mention, the trace would double with every name.
 */
function tellsInFull({ told }: Telling, { name }: Step, decisive: boolean): boolean {
  if (name === undefined) return true;
  const before = told.get(name);
  if (before === 'decisive' || (before === 'beside' && !decisive)) return false;
  told.set(name, decisive ? 'decisive' : 'beside');
  return true;
}

/** The node and all below it. A step is decisive when it is among those that fixed a decisive one. */
function nodeOf(telling: Telling, step: Step, label: string, decisive: boolean): TraceNode {
  const fixing = decisive ? deciding(step, { all: false }) : [];
  const shown = tellsInFull(telling, step, decisive) ? step.children : [];
  const children = shown.map((child) =>
    nodeOf(telling, child, child.name ?? withoutBrackets(child.checked.text), fixing.includes(child)),
  );
  const words = wordsOf(telling, step, label);
  const law = telling.pack.rule.because.get(label)?.law;
  return {
    label,
    ...(words && { words }),
    value: valueOnWire(step.value),
    type: step.checked.type.base,
    operation: operationOf(step),
    children,
    ...(law && { law }),
    ...factOf(step),
    ...parameterOf(telling, step),
    span: step.checked.span,
    decisive,
  };
}

/** The whole trace: eligibility, and the amount unless the answer is no. */
export function traceOf(
  pack: Pack,
  evaluation: Evaluation,
  filling: Filling,
  speaking: Speaking,
  outcome: string,
): TraceNode {
  const telling: Telling = { pack, evaluation, filling, speaking, told: new Map() };
  const { eligible, amount } = evaluation;
  const eligibleDecides = outcome !== 'undetermined' || eligible.value !== true;
  const nodes = [nodeOf(telling, eligible, 'eligible', eligibleDecides)];
  if (amount !== undefined) nodes.push(nodeOf(telling, amount, 'amount', eligible.value === true));
  return {
    label: pack.info.policy,
    words: pack.info.title,
    value: outcome,
    type: 'outcome',
    operation: 'determine',
    children: nodes,
    span: eligible.checked.span,
    decisive: true,
  };
}
