import * as fc from 'fast-check';
import { namesIn, textOf, type Tree } from './expression-tree.ts';
import { factDeclarations, inventedPeriods, otherPolicy } from './invented-pack.ts';
import { expressions, type Place } from './random-expression.ts';
import { benefitName, benefitStep, datedParameterNames, days, letNames, parameterNames, texts } from './random-lets.ts';

type ParameterSort = keyof typeof parameterNames;

/** A value, the day from which it holds and, where it holds with effect from the past, the day on which it became law. */
interface Dated {
  readonly from: string;
  readonly value: string;
  readonly published?: string;
}

/** The parts of a rule; what the result doesn't use is left out of its text. */
export interface RuleParts {
  readonly parameters: Readonly<Record<ParameterSort, readonly Dated[]>>;
  readonly datedParameters: Readonly<Record<keyof typeof datedParameterNames, readonly Dated[]>>;
  readonly lets: Readonly<Record<string, Tree>>;
  readonly eligible: Tree;
  readonly amount: Tree;
}

/** A random rule with its parts apart, so that it can be made smaller; the benefit it may refer to; and a period. */
export interface RandomRule extends RuleParts {
  readonly periodKind: keyof typeof inventedPeriods;
  readonly period: string;
  readonly other: RuleParts;
}

const valuesOf: Readonly<Record<ParameterSort, fc.Arbitrary<string>>> = {
  int: fc.constantFrom('0', '3', '12', '90', '-2'),
  money: fc.constantFrom('300.00', '0.01', '100', '99.99', '1234.56'),
  ratio: fc.constantFrom('0.5', '0.35', '1', '0.125', '0.999'),
  date: fc.constantFrom(...days),
  month: fc.constantFrom('2022-12', '2025-01', '2026-02', '2026-12'),
  boolean: fc.constantFrom('true', 'false'),
  text: fc.constantFrom(...texts),
};

/** Earlier than anything that a rule asks for. */
const always = '1800-01-01';

/** One value for always, and others from later days on. */
function dated(sort: ParameterSort, changes: readonly string[]): fc.Arbitrary<readonly Dated[]> {
  const later = fc.subarray([...changes], { maxLength: 2 });
  return fc
    .tuple(valuesOf[sort], later, valuesOf[sort], valuesOf[sort])
    .map(([first, [one, two], second, third]): readonly Dated[] => [
      { from: always, value: first },
      ...(one === undefined ? [] : [{ from: one, value: second }]),
      ...(two === undefined ? [] : [{ from: two, value: third }]),
    ]);
}

/** A parameter that changes within a period, and perhaps once more with effect from the past. */
function changing(sort: ParameterSort): fc.Arbitrary<readonly Dated[]> {
  const fromThePast = fc.option(
    fc.record({
      from: fc.constantFrom('2025-07-01', '2026-01-01'),
      value: valuesOf[sort],
      published: fc.constantFrom('2026-06-01', '2026-06-02', '2027-03-01'),
    }),
    { nil: undefined },
  );
  return fc
    .tuple(dated(sort, ['2024-03-01', '2025-07-01', '2026-02-15', '2026-04-01']), fromThePast)
    .map(([values, past]) => (past === undefined ? values : [...values, past]));
}

const subject = 'e';
const letDepth = 2;
const resultDepth = 3;

function ruleParts(periodKind: RandomRule['periodKind'], benefits: boolean): fc.Arbitrary<RuleParts> {
  const changes = periodKind === 'year' ? ['2026-01-01', '2027-01-01'] : ['2026-01-01', '2026-03-01'];
  const place: Place = { level: 3, sure: false, people: [subject], values: [], benefits };
  const lets = Object.entries(letNames).map(([name, { sort, level, sure }]) => [
    name,
    expressions(sort, { ...place, level, sure }, letDepth),
  ]);
  return fc.record({
    parameters: fc.record({
      int: dated('int', changes),
      money: dated('money', changes),
      ratio: dated('ratio', changes),
      date: dated('date', changes),
      month: dated('month', changes),
      boolean: dated('boolean', changes),
      text: dated('text', changes),
    }),
    datedParameters: fc.record({ int: changing('int'), money: changing('money') }),
    lets: fc.record(Object.fromEntries(lets) as Record<string, fc.Arbitrary<Tree>>),
    eligible: expressions('boolean', place, resultDepth),
    amount: expressions('money', place, resultDepth),
  });
}

const kinds = fc.constantFrom<RandomRule['periodKind']>('year', 'year', 'month');

/** Rules of which every part is well typed. */
export const randomRules: fc.Arbitrary<RandomRule> = kinds.chain((periodKind) =>
  fc
    .tuple(ruleParts(periodKind, true), ruleParts(periodKind, false), fc.constantFrom(...inventedPeriods[periodKind]))
    .map(([parts, other, period]): RandomRule => ({ ...parts, other, periodKind, period })),
);

/** Names that the result needs, directly or by a let that it uses. */
function usedNames(rule: RuleParts, alsoUsed: readonly string[]): ReadonlySet<string> {
  const namesOf = (tree: Tree): ReadonlySet<string> =>
    // A step of the other benefit is no name of this rule.
    namesIn(textOf(tree).replaceAll(/\bother\.\w+/g, benefitName));
  const used = new Set([...namesOf(rule.eligible), ...namesOf(rule.amount), ...alsoUsed]);
  for (const [name, tree] of Object.entries(rule.lets).toReversed())
    if (used.has(name)) for (const other of namesOf(tree)) used.add(other);
  return used;
}

function parameterLine(name: string, sort: string, values: readonly Dated[]): string {
  const written = values.map(({ from, value, published }) => {
    const later = published === undefined ? '' : `, published: ${published}`;
    return `{ from: ${from}, value: ${JSON.stringify(value)}${later} }`;
  });
  // The plain form wherever it can be: both are read.
  const isPlain = values.every(({ published }) => published === undefined);
  const plain = values.map(({ from, value }) => `${from}: ${JSON.stringify(value)}`);
  const list = isPlain ? `{ ${plain.join(', ')} }` : `[${written.join(', ')}]`;
  return `  ${name}: { type: ${sort}, values: ${list}, source: order 一 }`;
}

function parameterLines({ parameters, datedParameters }: RuleParts, used: ReadonlySet<string>): readonly string[] {
  const lines = (names: Readonly<Record<string, string>>, all: Readonly<Record<string, readonly Dated[]>>): string[] =>
    Object.entries(names).flatMap(([sort, name]) =>
      used.has(name) ? [parameterLine(name, sort, all[sort] ?? [])] : [],
    );
  return [...lines(parameterNames, parameters), ...lines(datedParameterNames, datedParameters)];
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines];

function partsText(rule: RuleParts, alsoUsed: readonly string[]): string {
  const used = usedNames(rule, alsoUsed);
  const facts = Object.entries(factDeclarations).filter(([fact]) => used.has(fact));
  const lets = Object.entries(rule.lets).filter(([name]) => used.has(name));
  return [
    `for: person as ${subject}`,
    `facts: { ${facts.map(([fact, type]) => `${fact}: ${type}`).join(', ')} }`,
    ...section('benefits', used.has(benefitName) ? [`  ${benefitName}: ${otherPolicy}`] : []),
    ...section('parameters', parameterLines(rule, used)),
    ...section(
      'let',
      lets.map(([name, tree]) => `  ${name}: ${JSON.stringify(textOf(tree))}`),
    ),
    `eligible: ${JSON.stringify(textOf(rule.eligible))}`,
    `amount: ${JSON.stringify(textOf(rule.amount))}`,
    '',
  ].join('\n');
}

/** A rule as its pack writes it and, where it refers to another benefit, that one's. */
export interface RuleTexts {
  readonly rule: string;
  readonly other?: string;
}

export function ruleTexts(rule: RandomRule): RuleTexts {
  const text = partsText(rule, []);
  if (!usedNames(rule, []).has(benefitName)) return { rule: text };
  return { rule: text, other: partsText(rule.other, [benefitStep]) };
}

/** Whole numbers, money in fen, days, months and texts that the rule names: what people are put beside. */
export interface Thresholds {
  readonly numbers: readonly number[];
  readonly days: readonly string[];
  readonly texts: readonly string[];
}

export function thresholdsOf({ rule, other = '' }: RuleTexts): Thresholds {
  const text = `${rule}\n${other}`;
  const found = (pattern: RegExp): string[] => [...new Set(Array.from(text.matchAll(pattern), ([one]) => one))];
  const numbers = found(/(?<![\d.-])\d{1,9}(?:\.\d{1,2})?(?![\d.-])/g).map(Number);
  // Written beside money, a number is yuan.
  const asWritten = numbers.filter((number) => Number.isInteger(number));
  const inFen = numbers.map((number) => Math.round(number * 100));
  return {
    numbers: [...new Set([...asWritten, ...inFen])],
    days: found(/\b\d{4}-\d{2}-\d{2}\b/g).filter((day) => day !== always),
    texts: [...texts, 'other'],
  };
}
