import type { Localized } from '../../values/language.ts';
import type { CheckedBenefit, CheckedRule } from '../check/rule.ts';
import type { Outcome, TraceNode } from '../determination.ts';
import { outcomeOf, type Pack } from './evaluate.ts';
import { deciding, fill, type Filling, fillingOf, templateFor } from './reasons.ts';
import type { Evaluation, Other, Step } from './step.ts';
import { dateWords, factValueWords, factWords, type Speaking, valueOnWire, valueWords } from './words.ts';

/** What is told of one rule: the pack's own, or that of another benefit. */
interface Telling {
  readonly policy: string;
  readonly title: Localized;
  readonly rule: CheckedRule;
  readonly evaluation: Evaluation;
  readonly filling: Filling;
  readonly speaking: Speaking;
  /** Named steps that were told in full, `decisive` or `beside`; the whole determination is `whole`. */
  readonly told: Map<string | typeof whole, 'decisive' | 'beside'>;
  /** The same for other benefits, shared by all rules. */
  readonly others: Map<CheckedRule, Telling>;
}

const whole = Symbol('whole');

function operationOf({ checked }: Step): string {
  return checked.kind === 'operation' ? checked.operation : checked.kind;
}

/** What every rule decides, until the pack calls it otherwise. */
const resultWords: ReadonlyMap<string, Localized> = new Map([
  ['eligible', { 'zh-CN': '符合条件', en: 'eligible' }],
  ['amount', { 'zh-CN': '金额', en: 'amount' }],
]);

const outcomeWords: Readonly<Record<Outcome, Localized>> = {
  eligible: { 'zh-CN': '可以领', en: 'eligible' },
  'not-eligible': { 'zh-CN': '不能领', en: 'not eligible' },
  undetermined: { 'zh-CN': '还说不准', en: 'undetermined' },
};

const told = (what: Localized, said: Localized): Localized => ({
  'zh-CN': `${what['zh-CN']}：${said['zh-CN']}`,
  en: `${what.en}: ${said.en}`,
});

/** What a rule calls its named steps and its results. */
const nameOf = (rule: CheckedRule, name: string): Localized | undefined =>
  rule.words.get(name) ?? resultWords.get(name);

/** `高龄津贴（金额）`, `Allowance for the old (amount)`. */
function calledOf({ title, rule }: CheckedBenefit, part: string): Localized | undefined {
  const named = nameOf(rule, part);
  return named && { 'zh-CN': `${title['zh-CN']}（${named['zh-CN']}）`, en: `${title.en} (${named.en})` };
}

/** From when a parameter's value holds, and when that was published if it was not then. */
function sinceWords({ from, published }: NonNullable<Step['dated']>): Localized {
  const [start, law] = [dateWords(from), published === undefined ? undefined : dateWords(published)];
  return {
    'zh-CN': `（${start['zh-CN']}起${law === undefined ? '' : `，${law['zh-CN']}公布`}）`,
    en: ` (from ${start.en}${law === undefined ? '' : `, published ${law.en}`})`,
  };
}

/** What a step is called: as the pack names it, or else the parameter or the fact that it is. */
function calledIn({ rule, speaking }: Telling, step: Step, label: string): Localized | undefined {
  const { checked, person, other } = step;
  const named = nameOf(rule, label);
  if (named !== undefined) return named;
  if (checked.kind === 'parameter' || checked.kind === 'parameter-at') return rule.parameters.get(checked.name)?.words;
  if (checked.kind === 'benefit') return other && calledOf(other.benefit, checked.part);
  if (person === undefined) return undefined;
  if (checked.kind === 'fact') return factWords(speaking, { person, fact: checked.fact });
  return checked.kind === 'relation' ? factWords(speaking, { person, fact: checked.relation }) : undefined;
}

/**
 * What a person reads of a step: what it is called and what it came to; of a parameter also from when. A step that nobody named in
 * words says its reason, if it has one.
 */
function wordsOf(telling: Telling, step: Step, label: string): Localized | undefined {
  const { rule, speaking, filling } = telling;
  const { checked, value } = step;
  const called = calledIn(telling, step, label);
  if (called === undefined) {
    const template = templateFor(rule.because.get(label), value);
    return template && fill(template, filling);
  }
  const isFact = checked.kind === 'fact';
  const said = isFact
    ? factValueWords(speaking.vocabulary, checked.fact, value, checked.type)
    : valueWords(value, checked.type);
  const { 'zh-CN': zh, en } = told(called, said);
  if (step.dated === undefined) return { 'zh-CN': zh, en };
  const since = sinceWords(step.dated);
  return { 'zh-CN': zh + since['zh-CN'], en: en + since.en };
}

const nothing = {};

function parameterOf(telling: Telling, step: Step): Pick<TraceNode, 'parameter' | 'law'> {
  const { checked, dated } = step;
  if (dated === undefined || (checked.kind !== 'parameter' && checked.kind !== 'parameter-at')) return nothing;
  const { name } = checked;
  const { law, verified = false } = telling.rule.parameters.get(name) ?? {};
  const { from: validFrom, published } = dated;
  return { parameter: { name, validFrom, ...(published && { published }), verified }, ...(law && { law }) };
}

function factOf({ checked, person }: Step): Pick<TraceNode, 'fact'> {
  const isFact = checked.kind === 'fact' || checked.kind === 'relation';
  return isFact && person !== undefined ? { fact: { name: checked.name, person } } : nothing;
}

const withoutBrackets = (text: string): string => (/^\([^()]*\)$/.test(text) ? text.slice(1, -1) : text);

/**
 * Whether a named step is told in full here: the first time, and once more if only then it decides. A rule may name a step many
 * times, and steps within it; told in full at each mention, the trace would double with every name.
 */
function tellsInFull({ told }: Telling, name: string | typeof whole | undefined, decisive: boolean): boolean {
  if (name === undefined) return true;
  const before = told.get(name);
  if (before === 'decisive' || (before === 'beside' && !decisive)) return false;
  told.set(name, decisive ? 'decisive' : 'beside');
  return true;
}

function nodesBelow(telling: Telling, step: Step, fixing: readonly Step[]): readonly TraceNode[] {
  const { other, children } = step;
  if (other !== undefined) return nodesOfOther(telling, step, other, fixing.length > 0);
  return children.map((child) => nodeOf(telling, child, labelOf(child), fixing.includes(child)));
}

const labelOf = ({ name, checked }: Step): string => name ?? withoutBrackets(checked.text);

/** Below a step that asks another benefit: its whole determination, once; or the one step of it that was asked for. */
function nodesOfOther(
  telling: Telling,
  step: Step,
  { benefit, evaluation }: Other,
  decides: boolean,
): readonly TraceNode[] {
  const { policy, title, rule } = benefit;
  const { others, speaking } = telling;
  const told = new Map<string, 'decisive' | 'beside'>();
  const theirs = others.get(rule) ?? {
    policy,
    title,
    rule,
    evaluation,
    speaking,
    told,
    others,
    filling: fillingOf(evaluation),
  };
  others.set(rule, theirs);
  const isStep = step.checked.kind === 'benefit' && !resultWords.has(step.checked.part);
  if (isStep) return step.children.map((child) => nodeOf(theirs, child, labelOf(child), decides));
  return tellsInFull(theirs, whole, decides) ? [determinationNode(theirs, outcomeOf(evaluation), decides)] : [];
}

/** The node and all below it. A step is decisive when it is among those that fixed a decisive one. */
function nodeOf(telling: Telling, step: Step, label: string, decisive: boolean): TraceNode {
  const fixing = decisive ? deciding(step, { all: false }) : [];
  const children = tellsInFull(telling, step.name, decisive) ? nodesBelow(telling, step, fixing) : [];
  const words = wordsOf(telling, step, label);
  const law = telling.rule.because.get(label)?.law;
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
    ...(step.person === undefined ? parameterOf(telling, step) : factOf(step)),
    span: step.checked.span,
    decisive,
  };
}

/** What a rule came to: eligibility, and the amount unless the answer is no. */
function determinationNode(telling: Telling, outcome: Outcome, decides: boolean): TraceNode {
  const { policy, title, evaluation } = telling;
  const { eligible, amount } = evaluation;
  const eligibleDecides = decides && (outcome !== 'undetermined' || eligible.value !== true);
  const nodes = [nodeOf(telling, eligible, 'eligible', eligibleDecides)];
  if (amount !== undefined) nodes.push(nodeOf(telling, amount, 'amount', decides && eligible.value === true));
  return {
    label: policy,
    words: told(title, outcomeWords[outcome]),
    value: outcome,
    type: 'outcome',
    operation: 'determine',
    children: nodes,
    span: eligible.checked.span,
    decisive: decides,
  };
}

/** The whole trace of a determination. */
export function traceOf(pack: Pack, evaluation: Evaluation, speaking: Speaking, outcome: Outcome): TraceNode {
  const { rule, info } = pack;
  const { policy, title } = info;
  const filling = fillingOf(evaluation);
  const telling: Telling = {
    policy,
    title,
    rule,
    evaluation,
    filling,
    speaking,
    told: new Map(),
    others: new Map(),
  };
  return determinationNode(telling, outcome, true);
}
