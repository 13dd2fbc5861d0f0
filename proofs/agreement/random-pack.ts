import * as fc from 'fast-check';
import { namesIn, textOf, type Tree } from './expression-tree.ts';
import { factDeclarations, inventedPeriods } from './invented-pack.ts';
import { days, expressions, letNames, parameterNames, texts } from './random-expression.ts';

type ParameterSort = keyof typeof parameterNames;
type DatedValues = readonly (readonly [from: string, value: string])[];

/** A rule with its parts apart, so that it can be made smaller. What is not used is left out of its text. */
export interface RandomRule {
  readonly periodKind: keyof typeof inventedPeriods;
  readonly period: string;
  readonly parameters: Readonly<Record<ParameterSort, DatedValues>>;
  readonly lets: Readonly<Record<string, Tree>>;
  readonly eligible: Tree;
  readonly amount: Tree;
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

/** One value for always, or another from a later period on. */
function dated(sort: ParameterSort, kind: RandomRule['periodKind']): fc.Arbitrary<DatedValues> {
  const changes = kind === 'year' ? ['2026-01-01', '2027-01-01'] : ['2026-01-01', '2026-03-01'];
  return fc
    .tuple(
      valuesOf[sort],
      fc
        .subarray(changes, { maxLength: 2 })
        .chain((from) => fc.tuple(...from.map((one) => fc.tuple(fc.constant(one), valuesOf[sort])))),
    )
    .map(([first, later]): DatedValues => [['2020-01-01', first], ...later]);
}

const subject = 'e';
const letDepth = 2;
const resultDepth = 3;

function letTrees(): fc.Arbitrary<Readonly<Record<string, Tree>>> {
  return fc.record(
    Object.fromEntries(
      Object.entries(letNames).map(([name, { sort, level, sure }]) => [
        name,
        expressions(sort, { level, sure, people: [subject], values: [] }, letDepth),
      ]),
    ),
  );
}

/** Rules of which every part is well typed. */
export function randomRules(): fc.Arbitrary<RandomRule> {
  const place = { level: 3, sure: false, people: [subject], values: [] };
  const kinds = fc.constantFrom<RandomRule['periodKind']>('year', 'year', 'month');
  return kinds.chain((periodKind) =>
    fc.record({
      periodKind: fc.constant(periodKind),
      period: fc.constantFrom(...inventedPeriods[periodKind]),
      parameters: fc.record({
        int: dated('int', periodKind),
        money: dated('money', periodKind),
        ratio: dated('ratio', periodKind),
        date: dated('date', periodKind),
        month: dated('month', periodKind),
        boolean: dated('boolean', periodKind),
        text: dated('text', periodKind),
      }),
      lets: letTrees(),
      eligible: expressions('boolean', place, resultDepth),
      amount: expressions('money', place, resultDepth),
    }),
  );
}

/** Names that the result needs, directly or by a let that it uses. */
function usedNames(rule: RandomRule): ReadonlySet<string> {
  const used = new Set([...namesIn(textOf(rule.eligible)), ...namesIn(textOf(rule.amount))]);
  for (const [name, tree] of Object.entries(rule.lets).toReversed())
    if (used.has(name)) for (const other of namesIn(textOf(tree))) used.add(other);
  return used;
}

const isParameterSort = (text: string): text is ParameterSort => text in parameterNames;

function parameterLines(rule: RandomRule, used: ReadonlySet<string>): readonly string[] {
  return Object.entries(parameterNames).flatMap(([sort, name]) => {
    if (!used.has(name) || !isParameterSort(sort)) return [];
    const values = rule.parameters[sort].map(([from, value]) => `${from}: ${JSON.stringify(value)}`).join(', ');
    return [`  ${name}: { type: ${sort}, values: { ${values} }, source: order 一 }`];
  });
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines];

/** The rule as a pack writes it. */
export function ruleText(rule: RandomRule): string {
  const used = usedNames(rule);
  const facts = Object.entries(factDeclarations).filter(([fact]) => used.has(fact));
  const lets = Object.entries(rule.lets).filter(([name]) => used.has(name));
  return [
    `for: person as ${subject}`,
    facts.length === 0 ? 'facts: {}' : `facts: { ${facts.map(([fact, type]) => `${fact}: ${type}`).join(', ')} }`,
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

/** Whole numbers, money in fen, days, months and texts that the rule names: what people are put beside. */
export interface Thresholds {
  readonly numbers: readonly number[];
  readonly days: readonly string[];
  readonly texts: readonly string[];
}

export function thresholdsOf(rule: string): Thresholds {
  const found = (pattern: RegExp): string[] => [...new Set(Array.from(rule.matchAll(pattern), ([text]) => text))];
  const written = found(/(?<![\d.-])\d{1,9}(?:\.\d{1,2})?(?![\d.-])/g).map(Number);
  return {
    numbers: [
      ...new Set(
        written.flatMap((number) => (Number.isInteger(number) ? [number, number * 100] : [Math.round(number * 100)])),
      ),
    ],
    days: found(/\b\d{4}-\d{2}-\d{2}\b/g),
    texts: [...texts, 'other'],
  };
}
