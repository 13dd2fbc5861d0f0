import type { Tree } from './invented/expression-tree.ts';
import { sizeOf, smallerTrees } from './invented/expression-tree.ts';
import type { PersonFacts } from '../../rules/facts.ts';
import { type Population, withinSteps, farthest } from './invented/population.ts';
import type { Pair } from './invented/pair.ts';
import { type RandomRule, type RuleParts, ruleTexts } from './invented/random-pack.ts';

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

/** Whom one person sees, a half, all but one. */
function* fewerIn(population: Population): Generator<Population> {
  const rows = [...population.people.keys()];
  const sightOf = (row: number): readonly number[] =>
    [...withinSteps(population, [row], farthest)].toSorted((a, b) => a - b);
  if (rows.length > 20) for (const row of rows) yield withOnly(population, sightOf(row));
  const half = Math.floor(rows.length / 2);
  if (half > 0) yield withOnly(population, rows.slice(half));
  if (half > 0) yield withOnly(population, rows.slice(0, half));
  for (const row of rows) yield withOnly(population, without(rows, row));
}

/** Without links, without households, without a fact; of everybody, then one by one. */
function* lessKnown(population: Population): Generator<Population> {
  const { links, households, people } = population;
  if (links !== undefined && links.length > 0) yield { ...population, links: [] };
  if (households !== undefined && households.length > 0) yield { ...population, households: [] };
  const facts = new Set(people.flatMap((person) => Object.keys(person)).filter((name) => name !== 'id'));
  for (const fact of facts) yield { ...population, people: people.map((person) => withoutFact(person, fact)) };
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

/** A smaller part that the rule doesn't use makes no smaller pair. */
const isSame = (a: Pair, b: Pair): boolean =>
  a.population === b.population && JSON.stringify(ruleTexts(a.rule)) === JSON.stringify(ruleTexts(b.rule));

/** What is tried in turn until none of it helps: fewer people, smaller rules, less of each person. */
const ways: readonly ((pair: Pair) => Generator<Pair>)[] = [
  function* fewerPeople({ rule, population }) {
    for (const fewer of fewerIn(population)) yield { rule, population: fewer };
  },
  function* lessOfRule({ rule, population }) {
    for (const smaller of smallerRules(rule)) yield { rule: smaller, population };
  },
  function* lessOfPeople({ rule, population }) {
    for (const less of lessKnown(population)) yield { rule, population: less };
  },
];

/**
 * The smallest pair, as far as it is found in so many tries, of which the same still holds. A smaller rule that the checker refuses is for
 * `holds` to say no to.
 */
export async function smallest(pair: Pair, holds: (pair: Pair) => Promise<boolean>, tries = 4000): Promise<Pair> {
  let [best, left] = [pair, tries];
  const improved = async (way: (pair: Pair) => Generator<Pair>): Promise<boolean> => {
    for (const smaller of way(best)) {
      if (isSame(smaller, best)) continue;
      left -= 1;
      if (left <= 0) return false;
      if (!(await holds(smaller))) continue;
      best = smaller;
      return true;
    }
    return false;
  };
  for (let again = true; again;) {
    again = false;
    for (const way of ways) while (await improved(way)) again = true;
  }
  return best;
}
