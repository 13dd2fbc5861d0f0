import type { FactValue, Facts } from '../facts.ts';
import { evaluate, gapsIn, type Pack } from './evaluate.ts';
import type { Evaluation } from './step.ts';
import { type Gap, SomeDayOf } from './values.ts';
import { valueOnWire } from './words.ts';

/** Beyond this many ways the facts may be, they are not tried one by one: what may matter is then taken to matter. */
const mostWays = 64;

/** Stands for any text that the rule does not name. */
const anyOther = '\u0000';

/** What is left open, and the answer if none of it can change anything. */
export interface Open {
  /** Facts that are not known and can still change the result. */
  readonly gaps: readonly Gap[];
  /** An evaluation with the open facts filled in somehow, when every way of filling them gives the same result. */
  readonly settled: Evaluation | undefined;
}

function factOf(facts: Facts, gap: Gap): FactValue {
  return facts.people.find(({ id }) => id === gap.person)?.[gap.fact];
}

/** Every value that a fact may turn out to have, as far as the rule can tell them apart; undefined when they are too many. */
function waysOf(pack: Pack, facts: Facts, gap: Gap): readonly FactValue[] | undefined {
  const type = pack.rule.facts.get(gap.fact)?.type;
  const known = factOf(facts, gap);
  if (type === 'date' && typeof known === 'string') return new SomeDayOf(known, gap).days();
  if (type === 'boolean') return [true, false];
  if (type === 'enum') return [...(pack.vocabulary.facts.get(gap.fact)?.values?.keys() ?? [])];
  return type === 'text' ? [...new Set([...pack.program.texts, ...textsOf(pack, facts), anyOther])] : undefined;
}

/** Texts that the people's known facts hold, or unknown ones may: an unknown text may equal any of them. */
function textsOf(pack: Pack, facts: Facts): readonly FactValue[] {
  const texts = [...pack.rule.facts.values()].filter(({ type }) => type === 'text' || type === 'enum');
  const known = facts.people.flatMap((person) => texts.map(({ fact }) => person[fact]));
  const listed = texts.flatMap(({ values }) => [...(values?.keys() ?? [])]);
  return [...known, ...listed].filter((value) => value !== undefined);
}

function withFact(facts: Facts, gap: Gap, value: FactValue): Facts {
  const people = facts.people.map((person) => (person.id === gap.person ? { ...person, [gap.fact]: value } : person));
  return { ...facts, people };
}

interface Tried {
  readonly gap: Gap;
  readonly ways: readonly FactValue[];
}

/** The gaps that can be tried, as long as all their ways together stay few. */
function tryable(pack: Pack, facts: Facts, gaps: readonly Gap[]): readonly Tried[] {
  const tried: Tried[] = [];
  let together = 1;
  for (const gap of gaps) {
    const ways = waysOf(pack, facts, gap);
    // Two unknown texts may equal each other without equaling anything named: one at most is tried.
    const secondText = ways?.includes(anyOther) === true && tried.some((one) => one.ways.includes(anyOther));
    if (ways === undefined || secondText || together * ways.length > mostWays) continue;
    together *= ways.length;
    tried.push({ gap, ways });
  }
  return tried;
}

/** What an evaluation came to, so that two can be told apart. */
function resultOf(evaluation: Evaluation): string {
  const { eligible, amount } = evaluation;
  if (eligible.value === false) return 'no';
  const open = gapsIn(evaluation).map(({ person, fact }) => `${person}.${fact}`);
  return open.length > 0 ? `open ${open.join(' ')}` : `yes ${amount === undefined ? '' : valueOnWire(amount.value)}`;
}

interface Way {
  /** Which way of each tried fact. */
  readonly choice: readonly number[];
  readonly evaluation: Evaluation;
  readonly result: string;
}

function everyWay(pack: Pack, facts: Facts, period: string, tried: readonly Tried[]): readonly Way[] {
  let filled: readonly { choice: readonly number[]; facts: Facts }[] = [{ choice: [], facts }];
  for (const { gap, ways } of tried)
    filled = filled.flatMap((way) =>
      ways.map((value, i) => ({ choice: [...way.choice, i], facts: withFact(way.facts, gap, value) })),
    );
  return filled.map((way) => {
    const evaluation = evaluate(pack, way.facts, period);
    return { choice: way.choice, evaluation, result: resultOf(evaluation) };
  });
}

/** Whether the fact at that index changes the result in some way of the others. */
function changes(ways: readonly Way[], index: number): boolean {
  const results = new Map<string, string>();
  return ways.some(({ choice, result }) => {
    const others = choice.toSpliced(index, 1).join(',');
    const before = results.get(others);
    results.set(others, before ?? result);
    return before !== undefined && before !== result;
  });
}

/**
 * What of the unknown can still change the result. Three-valued logic alone would also name facts that cancel out, so those with few
 * possible values are tried in every combination.
 */
export function openFacts(pack: Pack, facts: Facts, period: string, evaluation: Evaluation): Open {
  const gaps = gapsIn(evaluation);
  const tried = tryable(pack, facts, gaps);
  if (tried.length === 0) return { gaps, settled: undefined };
  const ways = everyWay(pack, facts, period, tried);
  const stillOpen = new Set(
    ways.flatMap((way) => gapsIn(way.evaluation)).map(({ person, fact }) => `${person}\n${fact}`),
  );
  const relevant = gaps.filter((gap) => {
    const index = tried.findIndex((one) => one.gap === gap);
    return index === -1 ? stillOpen.has(`${gap.person}\n${gap.fact}`) : changes(ways, index);
  });
  return { gaps: relevant, settled: relevant.length === 0 ? ways[0]?.evaluation : undefined };
}
