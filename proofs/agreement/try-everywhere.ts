import { day } from '../../values/day.ts';
import type { PersonFacts } from '../../rules/facts.ts';
import type { FactValue } from '../../rules/facts.ts';
import { type BackEnd, foundText, reference } from './back-ends/back-end.ts';
import { backEnds } from './back-ends/all.ts';
import { factDeclarations, inventedPeriods, soundPack } from './invented/invented-pack.ts';
import type { PlacedLink, Population } from './invented/population.ts';

/** `explain` itself among the others, so that an expected value is checked in all of them alike. */
const explain: BackEnd = {
  name: 'explain',
  determine: async (pack, period, population) => ({ kind: 'found', found: reference(pack, period, population) }),
};
export const everyBackEnd: readonly BackEnd[] = [explain, ...backEnds];

/** A rule of a test: its result, and what it needs beside. */
export interface WrittenRule {
  readonly eligible?: string;
  /** 100 yuan where the test doesn't say. */
  readonly amount?: string;
  readonly let?: Readonly<Record<string, string>>;
  /** Lines of the rule's parameters, as a pack writes them. */
  readonly parameters?: readonly string[];
  /** The rule of the other benefit. */
  readonly other?: WrittenRule;
  readonly period?: string;
}

function textOf({
  eligible = 'true',
  amount = 'hundred',
  let: steps = {},
  parameters = [],
  other,
}: WrittenRule): string {
  return [
    'for: person as e',
    `facts: { ${Object.entries(factDeclarations)
      .map(([fact, type]) => `${fact}: ${type}`)
      .join(', ')} }`,
    ...(other === undefined ? [] : ['benefits:', '  other: test/other']),
    'parameters:',
    '  hundred: { type: money, values: { 2000-01-01: 100.00 }, source: order 一 }',
    ...parameters.map((line) => `  ${line}`),
    ...(Object.keys(steps).length === 0 ? [] : ['let:']),
    ...Object.entries(steps).map(([name, text]) => `  ${name}: ${JSON.stringify(text)}`),
    `eligible: ${JSON.stringify(eligible)}`,
    `amount: ${JSON.stringify(amount)}`,
    '',
  ].join('\n');
}

export interface People {
  readonly on?: string;
  readonly people: readonly Readonly<Record<string, FactValue>>[];
  /** Absent: everybody lives alone. */
  readonly households?: readonly (readonly number[])[] | 'not known';
  readonly links?: readonly (readonly [PlacedLink['kind'], from: number, to: number])[] | 'not known';
}

function populationOf({ on = '2026-06-01', people, households = [], links = [] }: People): Population {
  return {
    on: day(on),
    people: people.map((facts, row): PersonFacts => ({ ...facts, id: `p${row}` })),
    households: households === 'not known' ? undefined : households,
    links: links === 'not known' ? undefined : links.map(([kind, from, to]) => ({ kind, from, to })),
  };
}

/** What a back end makes of everybody or of those rows, as text: `eligible 10000`, `undetermined {birth}`; or why it takes nobody. */
export async function answersOf(
  backEnd: BackEnd,
  rule: WrittenRule,
  people: People,
  rows: readonly number[] = [...people.people.keys()],
): Promise<readonly string[]> {
  const { period = '2026', other } = rule;
  const kind = period.includes('-') ? 'month' : 'year';
  if (!(inventedPeriods[kind] as readonly string[]).includes(period))
    throw new Error(`No invented pack covers ${period}`);
  const pack = soundPack(textOf(rule), kind, other && textOf(other));
  const population = populationOf(people);
  if (backEnd === explain) return reference(pack, period, population, rows).map(foundText);
  const answer = await backEnd.determine(pack, period, population, rows);
  if (answer.kind === 'refused') return [`refused: ${answer.why}`];
  return rows.map((row) => foundText(answer.found[row]));
}

export const yes = 'eligible 10000';
export const no = 'not-eligible';
export const open = (...facts: readonly string[]): string => `undetermined {${facts.join(', ')}}`;
export const fen = (amount: number | bigint): string => `eligible ${amount}`;
export const hundreds = (count: number): string => fen(count * 10_000);
