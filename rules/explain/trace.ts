import type { Bilingual } from '../../values/language.ts';
import type { Outcome, TraceNode } from '../determination.ts';
import type { Step } from './step.ts';
import type { Evaluation, Pack } from './evaluate.ts';
import { deciding, fill, type Filling, templateFor } from './reasons.ts';
import { dateWords, factValueWords, factWords, type Speaking, valueOnWire, valueWords } from './words.ts';

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

/** What every rule decides, until the pack calls it otherwise. */
const resultWords: ReadonlyMap<string, Bilingual> = new Map([
  ['eligible', { zh: '符合条件', en: 'eligible' }],
  ['amount', { zh: '金额', en: 'amount' }],
]);

const outcomeWords: Readonly<Record<Outcome, Bilingual>> = {
  eligible: { zh: '可以领', en: 'eligible' },
  'not-eligible': { zh: '不能领', en: 'not eligible' },
  undetermined: { zh: '还说不准', en: 'undetermined' },
};

const told = (what: Bilingual, said: Bilingual): Bilingual => ({
  zh: `${what.zh}：${said.zh}`,
  en: `${what.en}: ${said.en}`,
});

/** What a step is called: as the pack names it, or else the parameter or the fact that it is. */
function calledIn({ pack, speaking }: Telling, { checked, person }: Step, label: string): Bilingual | undefined {
  const named = pack.rule.words.get(label) ?? resultWords.get(label);
  if (named !== undefined) return named;
  if (checked.kind === 'parameter') return pack.rule.parameters.get(checked.name)?.words;
  if (person === undefined) return undefined;
  if (checked.kind === 'fact') return factWords(speaking, { person, fact: checked.fact });
  return checked.kind === 'relation' ? factWords(speaking, { person, fact: checked.relation }) : undefined;
}

/**
 * What a person reads of a step: what it is called and what it came to; of a parameter also from when. A step that nobody named in
 * words says its reason, if it has one.
 */
function wordsOf(telling: Telling, step: Step, label: string): Bilingual | undefined {
  const { pack, evaluation, filling } = telling;
  const { checked, value } = step;
  const called = calledIn(telling, step, label);
  if (called === undefined) {
    const template = templateFor(pack.rule.because.get(label), value);
    return template && fill(template, filling);
  }
  const isFact = checked.kind === 'fact';
  const said = isFact
    ? factValueWords(pack.vocabulary, checked.fact, value, checked.type)
    : valueWords(value, checked.type);
  const { zh, en } = told(called, said);
  if (checked.kind !== 'parameter') return { zh, en };
  const from = dateWords(evaluation.validFrom.get(checked.name) ?? '');
  return { zh: `${zh}（${from.zh}起）`, en: `${en} (from ${from.en})` };
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
  const isNamed = step.name !== undefined || resultWords.has(label);
  return {
    label,
    ...(words && { words }),
    ...(isNamed && { formula: withoutBrackets(step.checked.text) }),
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
  outcome: Outcome,
): TraceNode {
  const telling: Telling = { pack, evaluation, filling, speaking, told: new Map() };
  const { eligible, amount } = evaluation;
  const eligibleDecides = outcome !== 'undetermined' || eligible.value !== true;
  const nodes = [nodeOf(telling, eligible, 'eligible', eligibleDecides)];
  if (amount !== undefined) nodes.push(nodeOf(telling, amount, 'amount', eligible.value === true));
  return {
    label: pack.info.policy,
    words: told(pack.info.title, outcomeWords[outcome]),
    value: outcome,
    type: 'outcome',
    operation: 'determine',
    children: nodes,
    span: eligible.checked.span,
    decisive: true,
  };
}
