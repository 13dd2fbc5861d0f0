import type { FactValue } from '../../facts.ts';
import { evaluateFamily, gapsIn, type Pack } from '../evaluate.ts';
import { type Family, withFilled } from '../facts/family.ts';
import type { Evaluation } from '../compile/step.ts';
import { type Gap, SomeDayOf } from '../compile/values.ts';
import { valueOnWire } from '../tell/value-words.ts';

/** Beyond this many ways the facts may be, they are not tried one by one: what may matter is then taken to matter. */
const mostWays = 64;

/** Each stands for a text that nothing names; two unknown texts may be the same one or two of them. */
const otherText = (n: number): string => `\u0000${n}`;

/** What is left open, and the answer if none of it can change anything. */
export interface Open {
  /** Facts that are not known and can still change the result. */
  readonly gaps: readonly Gap[];
  /** An evaluation with the open facts filled in somehow, when every way of filling them gives the same result. */
  readonly settled: Evaluation | undefined;
}

/**
 * Every value that a fact may turn out to have, as far as the rule can tell them apart, of texts those that are named; undefined when they
 * are too many.
 */
function namedWays(
  pack: Pack,
  family: Family,
  texts: () => readonly FactValue[],
  gap: Gap,
): readonly FactValue[] | undefined {
  const type = typeIn(pack, gap);
  const known = family.personOf(gap.person)?.[gap.fact];
  if (type === 'date' && typeof known === 'string') return new SomeDayOf(known, gap).days();
  if (type === 'boolean') return [true, false];
  if (type === 'enum') return [...(pack.vocabulary.facts.get(gap.fact)?.values?.keys() ?? [])];
  return type === 'text' ? [...new Set([...pack.program.texts, ...texts()])] : undefined;
}

const typeIn = ({ rule }: Pack, { fact }: Gap): string | undefined => rule.facts.get(fact)?.type;

/** Texts that known facts hold of whom the rule may see, or unknown ones may: an unknown text may equal any of them. */
function textsOf(pack: Pack, family: Family): readonly FactValue[] {
  const texts = [...pack.rule.facts.values()].filter(({ type }) => type === 'text' || type === 'enum');
  const known = [...family.seen(pack.program.reach)].flatMap((person) => texts.map(({ fact }) => person[fact]));
  const listed = texts.flatMap(({ values }) => [...(values?.keys() ?? [])]);
  return [...known, ...listed].filter((value) => value !== undefined);
}

interface Tried {
  readonly gap: Gap;
  readonly ways: readonly FactValue[];
}

/** As many others as there are unknown texts: they may all differ. */
function withOthers(pack: Pack, tried: readonly Tried[]): readonly Tried[] {
  const isText = ({ gap }: Tried): boolean => typeIn(pack, gap) === 'text';
  const others = tried.filter(isText).map((_, n) => otherText(n));
  return tried.map((one) => (isText(one) ? { ...one, ways: [...one.ways, ...others] } : one));
}

const together = (tried: readonly Tried[]): number => tried.reduce((product, { ways }) => product * ways.length, 1);

/**
 * The gaps that are tried: as many as stay few together, those of the subject first, then a fact of all others or of none of them. So it
 * makes no difference in which order people and their relatives are told.
 */
function tryable(pack: Pack, family: Family, gaps: readonly Gap[]): readonly Tried[] {
  let known: readonly FactValue[] | undefined;
  const texts = (): readonly FactValue[] => (known ??= [...new Set(textsOf(pack, family))]);
  const all = gaps.flatMap((gap): readonly Tried[] => {
    const ways = namedWays(pack, family, texts, gap);
    return ways === undefined ? [] : [{ gap, ways }];
  });
  const groups = Map.groupBy(all, ({ gap }) => `${gap.person === family.subject ? 'own' : "relatives'"} ${gap.fact}`);
  let tried: readonly Tried[] = [];
  for (const key of [...groups.keys()].toSorted()) {
    const more = [...tried, ...(groups.get(key) ?? [])];
    if (together(withOthers(pack, more)) <= mostWays) tried = more;
  }
  return withOthers(pack, tried);
}

/** What an evaluation came to, so that two can be told apart. */
function resultOf({ eligible, amount }: Evaluation, gaps: readonly Gap[]): string {
  if (eligible.value === false) return 'no';
  return gaps.length > 0
    ? `open ${textsFor(gaps).join(' ')}`
    : `yes ${amount === undefined ? '' : valueOnWire(amount.value)}`;
}

/** Lists of gaps are shared between the ways, and between the rows of a register. */
const textsOfGaps = new WeakMap<readonly Gap[], readonly string[]>();

function textsFor(gaps: readonly Gap[]): readonly string[] {
  const known = textsOfGaps.get(gaps);
  if (known !== undefined) return known;
  // Sorted: which facts are open counts, not in which order they were met.
  const texts = gaps.map(textOf).toSorted();
  textsOfGaps.set(gaps, texts);
  return texts;
}

const textOf = ({ person, fact }: Gap): string => `${person}\n${fact}`;

interface Way {
  /** Which way of each tried fact. */
  readonly choice: readonly number[];
  readonly evaluation: Evaluation;
  readonly gaps: readonly Gap[];
  readonly result: string;
}

function everyWay(pack: Pack, family: Family, period: string, tried: readonly Tried[]): readonly Way[] {
  let choices: readonly (readonly number[])[] = [[]];
  for (const { ways } of tried) choices = choices.flatMap((choice) => ways.map((_, i) => [...choice, i]));
  return choices.map((choice) => {
    const filled = tried.map(({ gap, ways }, n) => ({ gap, value: ways[choice[n] ?? 0] }));
    const evaluation = evaluateFamily(pack, withFilled(family, filled), period);
    const gaps = gapsIn(evaluation);
    return { choice, evaluation, gaps, result: resultOf(evaluation, gaps) };
  });
}

/** Whether the fact at that index changes the result in some way of the others. */
function changes(ways: readonly Way[], tried: readonly Tried[], index: number): boolean {
  const results = new Map<number, string>();
  // Ways stand in the order of their choices, the last fact's changing first.
  const apart = tried.slice(index + 1).reduce((product, one) => product * one.ways.length, 1);
  return ways.some(({ choice, result }, n) => {
    const others = n - (choice[index] ?? 0) * apart;
    const before = results.get(others);
    results.set(others, before ?? result);
    return before !== undefined && before !== result;
  });
}

/**
 * What of the unknown can still change the result. Three-valued logic alone would also name facts that cancel out, so those with few
 * possible values are tried in every combination.
 */
export function openFacts(pack: Pack, family: Family, period: string, evaluation: Evaluation): Open {
  const gaps = gapsIn(evaluation);
  const tried = tryable(pack, family, gaps);
  if (tried.length === 0) return { gaps, settled: undefined };
  const ways = everyWay(pack, family, period, tried);
  const stillOpen = new Set([...new Set(ways.map((way) => way.gaps))].flatMap(textsFor));
  const relevant = gaps.filter((gap) => {
    const index = tried.findIndex((one) => one.gap === gap);
    return index === -1 ? stillOpen.has(textOf(gap)) : changes(ways, tried, index);
  });
  return { gaps: relevant, settled: relevant.length === 0 ? ways[0]?.evaluation : undefined };
}
