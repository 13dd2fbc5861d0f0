import type * as fc from 'fast-check';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import { agree, type Answer, type BackEnd, type Found, foundText, reference } from '../back-ends/back-end.ts';
import { inventedPack } from './invented-pack.ts';
import { type Population, personAt } from './population.ts';
import { type RandomRule, randomRules, ruleTexts, thresholdsOf } from './random-pack.ts';
import { randomPopulations } from './random-population.ts';

/** A random rule and a register on which it is tried. */
export interface Pair {
  readonly rule: RandomRule;
  readonly population: Population;
}

/** The pack of a random rule; undefined when the checker refuses it, which no random rule is, but a smaller one may be. */
export function packOf(rule: RandomRule): Pack | undefined {
  const texts = ruleTexts(rule);
  const read = inventedPack(texts.rule, rule.periodKind, texts.other);
  return read.kind === 'pack' ? read.pack : undefined;
}

/** Random rules with a register of which the values stand on the rule's own thresholds and beside them. */
export function randomPairs(size: { readonly least: number; readonly most: number }): fc.Arbitrary<Pair> {
  return randomRules.chain((rule) => {
    const texts = ruleTexts(rule);
    const read = inventedPack(texts.rule, rule.periodKind, texts.other);
    if (read.kind === 'refused') throw new Error(`A random rule is refused: ${read.findings}\n${pairText(rule)}`);
    const used = [...read.pack.rule.facts.keys()];
    return randomPopulations(thresholdsOf(texts), used, size).map((population) => ({ rule, population }));
  });
}

/** How one back end did on a pair. */
export interface Verdict {
  readonly backEnd: BackEnd;
  readonly agreed: number;
  /** Of those agreed or not, how many were left open and settled row by row. */
  readonly explained: number;
  /** Why it doesn't take the rule; nobody was determined then. */
  readonly refused?: string;
  readonly disagreements: readonly Disagreement[];
}

export interface Disagreement {
  readonly row: number;
  readonly expected: Found;
  readonly found: Found | undefined;
}

/** A back end that throws gives nobody's answer; why is kept, so that the pair can be made small. */
async function answerOf(
  backEnd: BackEnd,
  pack: Pack,
  { rule, population }: Pair,
  rows: readonly number[],
): Promise<Answer> {
  try {
    return await backEnd.determine(pack, rule.period, population, rows);
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'found', found: population.people.map(() => ({ kind: 'failed', why })) };
  }
}

async function verdictOf(
  backEnd: BackEnd,
  pack: Pack,
  pair: Pair,
  expected: ReadonlyMap<number, Found>,
): Promise<Verdict> {
  const answer = await answerOf(backEnd, pack, pair, [...expected.keys()]);
  if (answer.kind === 'refused') return { backEnd, agreed: 0, explained: 0, refused: answer.why, disagreements: [] };
  const disagreements: Disagreement[] = [];
  for (const [row, one] of expected) {
    const found = answer.found[row];
    if (found === undefined || !agree(one, found)) disagreements.push({ row, expected: one, found });
  }
  const { explained = 0 } = answer;
  return { backEnd, agreed: expected.size - disagreements.length, explained, disagreements };
}

/** Determines everybody, or the people of those rows, by explain and by each of the back ends. */
export async function verdicts(
  pair: Pair,
  backEnds: readonly BackEnd[],
  rows: readonly number[] = [...pair.population.people.keys()],
): Promise<readonly Verdict[]> {
  const pack = packOf(pair.rule);
  if (pack === undefined) throw new Error(`The rule is refused.\n${pairText(pair.rule)}`);
  const determined = reference(pack, pair.rule.period, pair.population, rows);
  const expected = new Map<number, Found>();
  rows.forEach((row, i) => {
    const found = determined[i];
    if (found !== undefined) expected.set(row, found);
  });
  return Promise.all(backEnds.map((backEnd) => verdictOf(backEnd, pack, pair, expected)));
}

function pairText(rule: RandomRule): string {
  const { rule: text, other } = ruleTexts(rule);
  const period = `# ${rule.periodKind} ${rule.period}\n`;
  return other === undefined ? `${period}${text}` : `${period}${text}\n# the other benefit\n${other}`;
}

const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));

/** Rule, people and both answers: enough to try it by hand. */
export function disagreementText(pair: Pair, backEnd: BackEnd, { row, expected, found }: Disagreement): string {
  const { on, people, households, links } = pair.population;
  return [
    pairText(pair.rule),
    `on ${on}`,
    ...people.map((person, i) => `${i} ${asJson(person)}`),
    `households ${asJson(households)}`,
    `links ${asJson(links)}`,
    `${personAt(pair.population, row).id}: explain ${foundText(expected)}, ${backEnd.name} ${foundText(found)}`,
  ].join('\n');
}
