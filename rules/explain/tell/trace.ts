import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { CheckedBenefit, CheckedRule } from '../../check/rule/rule.ts';
import type { Outcome, TraceNode } from '../../determination.ts';
import { outcomeOf, type Pack } from '../evaluate.ts';
import { deciding, fill, type Filling, fillingOf, templateFor } from './reasons.ts';
import type { Evaluation, Other, Step } from '../compile/step.ts';
import { dateWords, factValueWords, factWords, type Speaking, valueOnWire, valueWords } from './value-words.ts';
import { words } from '../words/made/all.ts';

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
const resultWords: ReadonlyMap<string, Localized> = new Map(
  (['eligible', 'amount'] as const).map((name) => [name, inEveryLanguage(words, (w) => w.result[name])]),
);

const told = (what: Localized, said: Localized): Localized =>
  inEveryLanguage(words, (w, inOwn) => w.told({ what: inOwn(what), said: inOwn(said) }));

/** What a rule calls its named steps and its results. */
const nameOf = (rule: CheckedRule, name: string): Localized | undefined =>
  rule.words.get(name) ?? resultWords.get(name);

/** `高龄津贴（金额）`, `Allowance for the old (amount)`. */
function calledOf({ title, rule }: CheckedBenefit, part: string): Localized | undefined {
  const named = nameOf(rule, part);
  return named && inEveryLanguage(words, (w, inOwn) => w.ofBenefit({ title: inOwn(title), part: inOwn(named) }));
}

/** What a parameter came to, from when that holds, and when it was published if it was not then. */
function toldSince(what: Localized, said: Localized, { from, published }: NonNullable<Step['dated']>): Localized {
  const start = dateWords(from);
  const law = published === undefined ? undefined : dateWords(published);
  return inEveryLanguage(words, (w, inOwn) => {
    const known = { what: inOwn(what), said: inOwn(said), start: inOwn(start) };
    return law === undefined ? w.toldSince(known) : w.toldPublished({ ...known, published: inOwn(law) });
  });
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
  return step.dated === undefined ? told(called, said) : toldSince(called, said, step.dated);
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
  const said = wordsOf(telling, step, label);
  const law = telling.rule.because.get(label)?.law;
  const isNamed = step.name !== undefined || resultWords.has(label);
  return {
    label,
    ...(said && { words: said }),
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
    words: told(
      title,
      inEveryLanguage(words, (w) => w.outcome[outcome]),
    ),
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
