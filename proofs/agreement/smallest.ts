import type { Tree } from './expression-tree.ts';
import { sizeOf, smallerTrees } from './expression-tree.ts';
import type { PersonFacts } from '../../rules/facts.ts';
import { type Population, withinSteps, farthest } from './population.ts';
import type { Pair } from './pair.ts';
import { type RandomRule, type RuleParts, ruleTexts } from './random-pack.ts';

/** The population with only those people; households and links among them stay. */
function withOnly(population: Population, keep: readonly number[]): Population {
  const place = new Map(keep.map((row, i) => [row, i]));
  const at = (row: number): number => place.get(row) ?? -1;
  return {
    on: population.on,
    people: population.people.filter((_, row) => place.has(row)),
    households: population.households
      ?.map((home) => home.map(at).filter((row) => row >= 0))
      .filter((home) => home.length > 0),
    links: population.links
      ?.map(({ kind, from, to }) => ({ kind, from: at(from), to: at(to) }))
      .filter(({ from, to }) => from >= 0 && to >= 0),
  };
}

const without = <T>(items: readonly T[], index: number): readonly T[] => items.toSpliced(index, 1);

function withoutFact(person: PersonFacts, fact: string): PersonFacts {
  const kept = Object.entries(person).filter(([name]) => name !== fact && name !== 'id');
  return { ...Object.fromEntries(kept), id: person.id };
}

/** Fewer people first: whom one person sees, a half, all but one; then fewer links, homes and facts. */
function* smallerPopulations(population: Population): Generator<Population> {
  const rows = [...population.people.keys()];
  if (rows.length > 12)
    for (const row of rows)
      yield withOnly(
        population,
        [...withinSteps(population, [row], farthest)].toSorted((a, b) => a - b),
      );
  const half = Math.floor(rows.length / 2);
  if (half > 0) yield withOnly(population, rows.slice(half));
  if (half > 0) yield withOnly(population, rows.slice(0, half));
  for (const row of rows) yield withOnly(population, without(rows, row));
  const { links, households, people } = population;
  if (links !== undefined) for (const index of links.keys()) yield { ...population, links: without(links, index) };
  if (households !== undefined)
    for (const index of households.keys()) yield { ...population, households: without(households, index) };
  for (const [row, person] of people.entries())
    for (const fact of Object.keys(person))
      if (fact !== 'id') yield { ...population, people: people.with(row, withoutFact(person, fact)) };
}

function* smallerParts<Rule extends RuleParts>(rule: Rule): Generator<Rule> {
  for (const eligible of smallerTrees(rule.eligible)) yield { ...rule, eligible };
  for (const amount of [plainAmount, ...smallerTrees(rule.amount)])
    if (sizeOf(amount) < sizeOf(rule.amount) || amount !== plainAmount) yield { ...rule, amount };
  for (const [name, tree] of Object.entries(rule.lets)) {
    for (const smaller of smallerTrees(tree)) yield { ...rule, lets: { ...rule.lets, [name]: smaller } };
  }
}

/** The least that an amount can be. */
const plainAmount: Tree = { sort: 'money', parts: ['标准'] };

function* smallerRules(rule: RandomRule): Generator<RandomRule> {
  yield* smallerParts(rule);
  for (const other of smallerParts(rule.other)) yield { ...rule, other };
}

function* smallerPairs({ rule, population }: Pair): Generator<Pair> {
  for (const fewer of smallerPopulations(population)) yield { rule, population: fewer };
  for (const smaller of smallerRules(rule)) yield { rule: smaller, population };
}

/** A smaller part that the rule doesn't use makes no smaller pair. */
const isSame = (a: Pair, b: Pair): boolean =>
  a.population === b.population && JSON.stringify(ruleTexts(a.rule)) === JSON.stringify(ruleTexts(b.rule));

/**
 * The smallest pair, as far as it is found in so many tries, of which the same still holds. A smaller rule that the checker refuses is for
 * `holds` to say no to.
 */
export async function smallest(pair: Pair, holds: (pair: Pair) => Promise<boolean>, tries = 3000): Promise<Pair> {
  let [best, left] = [pair, tries];
  for (let found = true; found && left > 0;) {
    found = false;
    for (const smaller of smallerPairs(best)) {
      if (isSame(smaller, best)) continue;
      left -= 1;
      if (left <= 0) break;
      if (!(await holds(smaller))) continue;
      [best, found] = [smaller, true];
      break;
    }
  }
  return best;
}
