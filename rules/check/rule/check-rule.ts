import { cite, type Sources } from '../../pack/citation.ts';
import type { Period } from '../../pack/period.ts';
import { fault, mapOf, shapeOf, textOf, type Shape } from '../../pack/text/shape.ts';
import type { YamlNode, YamlText } from '../../pack/text/yaml-node.ts';
import { parse } from '../../syntax/parse.ts';
import { isName } from '../../syntax/lexer.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import { checkExpression } from '../expression/check-expression.ts';
import { checkBecause } from './check-because.ts';
import { type KnownPolicies, noPolicies, readBenefit } from './check-benefits.ts';
import { checkWords, warnWordless } from './check-words.ts';
import { readParameter } from './check-parameters.ts';
import type { Checked } from '../expression/checked.ts';
import { faultAt, type Origin } from '../expression/fault-at.ts';
import { nearest } from '../tell/nearest.ts';
import type { Report } from '../tell/report.ts';
import { changesWithin, earliestDay } from '../expression/parameter-at.ts';
import type { CheckedBenefit, CheckedRule, FactUse, LetStep, Parameter } from './rule.ts';
import { isReserved, type Meaning, type Scope } from '../expression/scope.ts';
import { baseOf, faultType, isFault, scalar, typeWords, type WrittenType, writtenTypes } from '../expression/types.ts';

export interface RuleContext {
  readonly report: Report;
  readonly vocabulary: Vocabulary;
  readonly sources: Sources;
  readonly periods: readonly Period[];
  /** Other policies that it may refer to. */
  readonly policies?: KnownPolicies;
}

const sections = {
  required: ['for', 'facts', 'eligible', 'amount'],
  optional: ['benefits', 'parameters', 'let', 'words', 'because'],
} as const;

/** `person as child`: the subject's name. */
function readSubject(report: Report, node: YamlNode | undefined): string | undefined {
  const text = textOf(report, node);
  if (node === undefined || text === undefined) return undefined;
  const name = /^person as (\S+)$/.exec(text)?.[1];
  if (name === undefined || !isName(name) || isReserved(name)) return fault(report, node, 'bad-subject');
  return name;
}

/** `birth: date`, `nationality: text?`. */
function readFactUse(context: RuleContext, key: YamlText, node: YamlNode): FactUse | undefined {
  const { report, vocabulary } = context;
  const definition = vocabulary.facts.get(key.text);
  if (definition === undefined) {
    const didYouMean = nearest(key.text, vocabulary.facts.keys());
    return fault(report, key, 'unknown-fact', { values: { name: key.text }, didYouMean });
  }
  const text = textOf(report, node);
  if (text === undefined) return undefined;
  const nullable = text.endsWith('?');
  const written = nullable ? text.slice(0, -1) : text;
  const type = writtenTypes.find((known): known is WrittenType => known === written);
  if (type === undefined) {
    const values = { found: written, options: writtenTypes.join(', ') };
    return fault(report, node, 'bad-type', { values, didYouMean: nearest(written, writtenTypes) });
  }
  if (type !== definition.type)
    return fault(report, node, 'fact-type-differs', { values: { name: key.text, expected: definition.type } });
  const { values } = definition;
  return { fact: key.text, type, nullable, ...(values && { values }) };
}

function readFacts(context: RuleContext, node: YamlNode | undefined): ReadonlyMap<string, FactUse> {
  const facts = new Map<string, FactUse>();
  for (const { key, value } of mapOf(context.report, node)?.entries ?? []) {
    const use = readFactUse(context, key, value);
    if (use !== undefined) facts.set(key.text, use);
  }
  return facts;
}

/** Whether a new name may be declared; otherwise that is reported. */
function mayDeclare(report: Report, key: YamlText, taken: { has: (name: string) => boolean }): boolean {
  if (!isName(key.text)) fault(report, key, 'bad-name', { values: { found: key.text } });
  else if (isReserved(key.text) || taken.has(key.text))
    fault(report, key, 'name-taken', { values: { name: key.text } });
  else return true;
  return false;
}

/** Reads and checks one expression; a fault stands where it could not be read. */
function checkText(report: Report, scope: Scope, node: YamlNode | undefined): Checked | undefined {
  if (node === undefined || textOf(report, node) === undefined || node.kind !== 'text') return undefined;
  const origin: Origin = { report, text: node.text, offsetOf: node.offsetOf };
  const checking = { origin, scope };
  const parsed = parse(node.text);
  if (parsed.kind === 'expression') return checkExpression(checking, parsed.expression);
  const { code, values, didYouMean } = parsed.problem;
  return faultAt(checking, parsed.problem, code, { ...(values && { values }), didYouMean });
}

interface Declared {
  readonly names: Map<string, Meaning>;
  readonly used: Set<string>;
  readonly benefits: Map<string, CheckedBenefit>;
  readonly parameters: Map<string, Parameter>;
  readonly lets: LetStep[];
}

function declareBenefits(context: RuleContext, node: YamlNode | undefined, declared: Declared): void {
  for (const { key, value } of mapOf(context.report, node)?.entries ?? []) {
    const free = mayDeclare(context.report, key, declared.names);
    const benefit = readBenefit(context.report, context.policies ?? noPolicies, context.periods, value);
    if (!free) continue;
    declared.names.set(key.text, benefit ? { kind: 'benefit', benefit } : { kind: 'let', type: faultType });
    if (benefit !== undefined) declared.benefits.set(key.text, benefit);
  }
}

/** What a parameter means in expressions; one that could not be read is a fault wherever it is used. */
function meaningOf(parameter: Parameter | undefined, periods: readonly Period[]): Meaning {
  if (parameter === undefined) return { kind: 'let', type: faultType };
  const changing = periods.find((period) => changesWithin(parameter, period));
  const earliest = earliestDay(parameter);
  return {
    kind: 'parameter',
    type: scalar(baseOf(parameter.type)),
    ...(earliest && { earliest }),
    ...(changing && { changesWithin: changing.text }),
  };
}

function declareParameters(context: RuleContext, node: YamlNode | undefined, declared: Declared): void {
  for (const { key, value } of mapOf(context.report, node)?.entries ?? []) {
    const free = mayDeclare(context.report, key, declared.names);
    const parameter = readParameter(context.report, context.sources, context.periods, key.text, value);
    if (!free) continue;
    declared.names.set(key.text, meaningOf(parameter, context.periods));
    if (parameter !== undefined) declared.parameters.set(key.text, parameter);
  }
}

/** A let reads from top to bottom: a name may use those above it, never itself. */
function declareLets(
  context: RuleContext,
  node: YamlNode | undefined,
  facts: ReadonlyMap<string, FactUse>,
  declared: Declared,
): void {
  const entries = mapOf(context.report, node)?.entries ?? [];
  const later = new Set(entries.map(({ key }) => key.text));
  for (const { key, value } of entries) {
    const free = mayDeclare(context.report, key, declared.names);
    const scope: Scope = { names: declared.names, facts, later, used: declared.used, depth: 0 };
    const checked = checkText(context.report, scope, value);
    later.delete(key.text);
    if (!free) continue;
    const rounded = checked?.type.base !== 'unrounded' && checked?.type.base !== 'quotient';
    if (!rounded) fault(context.report, value, 'round-first');
    declared.names.set(key.text, { kind: 'let', type: checked === undefined || !rounded ? faultType : checked.type });
    if (checked !== undefined) declared.lets.push({ name: key.text, checked });
  }
}

/** `eligible` is a boolean, `amount` money. */
function checkResult(
  context: RuleContext,
  scope: Scope,
  node: YamlNode | undefined,
  wanted: 'boolean' | 'money',
): Checked | undefined {
  const checked = checkText(context.report, scope, node);
  if (node === undefined || checked === undefined || isFault(checked.type)) return checked;
  const { base, list } = checked.type;
  if (base === wanted && !list) return checked;
  const values = { found: typeWords(checked.type) };
  return fault(context.report, node, wanted === 'money' ? 'amount-not-money' : 'eligible-not-boolean', { values });
}

function warnUnused(report: Report, shape: Shape, used: ReadonlySet<string>): void {
  for (const section of ['facts', 'benefits', 'parameters', 'let']) {
    const node = shape.get(section);
    if (node?.kind !== 'map') continue;
    for (const { key } of node.entries)
      if (!used.has(key.text)) fault(report, key, 'unused-name', { values: { name: key.text } });
  }
}

/** The facts that the rule declares, and those that the benefits it refers to need as well. */
function withFactsOf(
  benefits: Iterable<CheckedBenefit>,
  declared: ReadonlyMap<string, FactUse>,
): ReadonlyMap<string, FactUse> {
  const others = [...benefits].flatMap(({ rule }) => [...rule.facts]);
  return new Map([...declared, ...others.filter(([fact]) => !declared.has(fact))]);
}

/** Checks the pack's ```rule block. Undefined when a part is missing; the report then tells which. */
export function checkRule(context: RuleContext, node: YamlNode | undefined): CheckedRule | undefined {
  const { report } = context;
  const shape = shapeOf(report, node, sections);
  if (shape === undefined) return undefined;
  const subject = readSubject(report, shape.get('for'));
  const facts = readFacts(context, shape.get('facts'));
  const names = new Map<string, Meaning>([
    ['period', { kind: 'period' }],
    ['on', { kind: 'on' }],
  ]);
  if (subject !== undefined) names.set(subject, { kind: 'subject' });
  const declared: Declared = { names, used: new Set(), benefits: new Map(), parameters: new Map(), lets: [] };
  declareBenefits(context, shape.get('benefits'), declared);
  declareParameters(context, shape.get('parameters'), declared);
  declareLets(context, shape.get('let'), facts, declared);
  const scope: Scope = { names, facts, later: new Set(), used: declared.used, depth: 0 };
  const eligible = checkResult(context, scope, shape.get('eligible'), 'boolean');
  const amount = checkResult(context, scope, shape.get('amount'), 'money');
  const words = checkWords(report, scope, shape.get('words'));
  const because = checkBecause(report, scope, shape.get('because'), (text, at) =>
    cite(report, context.sources, text, at),
  );
  const { benefits, parameters, lets } = declared;
  const elsewhere = [...benefits.values()].flatMap(({ rule }) => [...rule.facts.keys()]);
  warnUnused(report, shape, new Set([...declared.used, ...elsewhere]));
  warnWordless(report, { lets: shape.get('let'), parameters: shape.get('parameters') }, words, parameters);
  if (subject === undefined || eligible === undefined || amount === undefined) return undefined;
  const allFacts = withFactsOf(benefits.values(), facts);
  return { subject, facts: allFacts, benefits, parameters, lets, eligible, amount, words, because };
}
