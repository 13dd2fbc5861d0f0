import { words } from '../words/made/all.ts';
import type { Determination } from '../../../rules/determination.ts';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { PackInfo, Question } from '../../../rules/pack/pack.ts';
import type { Day } from '../../../values/day.ts';
import type { PersonId } from '../../../values/id.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { Said } from '../case/case.ts';
import type { Family } from '../../families/case.ts';
import type { Answers } from '../contract/asked.ts';
import type { FactsWire } from './facts-wire.ts';
import { explain } from '../../../rules/explain/explain.ts';
import { readDay, readMonth } from '../../../values/day.ts';
import { factsOf } from '../../families/find/facts.ts';
import { factsToWire, withAnswers } from './facts-wire.ts';
import { kept, type KeptDetermination } from './kept-determination.ts';
import { keptFacts } from './kept-facts.ts';

/** What the family said of facts that the register does not hold, checked against the pack's questions. */
export type GivenAnswers = FactsWire['answers'];

/** A fault of an answer, at its place. */
export interface AnswerFault {
  readonly at: string;
  readonly code: string;
  readonly words: Localized;
}

/** Reads answers by the pack's questions, every fault at once. What no question asks for is not kept. */
export function readAnswers(
  pack: PackInfo,
  answers: Answers,
):
  | { readonly kind: 'answers'; readonly answers: GivenAnswers }
  | { readonly kind: 'faults'; readonly faults: readonly AnswerFault[] } {
  const prefix = `${pack.subject.name}.`;
  const kept: Record<string, string | boolean> = {};
  const faults: AnswerFault[] = [];
  for (const question of pack.questions) {
    const fact = question.fact.startsWith(prefix) ? question.fact.slice(prefix.length) : question.fact;
    const value = answers[fact];
    if (value === undefined || value === null || value === '') continue;
    const fault = faultOf(question, value);
    if (fault) faults.push({ at: `answers/${fact}`, ...fault });
    else kept[fact] = value;
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'answers', answers: kept };
}

function faultOf({ answer }: Question, value: string | boolean): Omit<AnswerFault, 'at'> | undefined {
  if (answer.kind === 'choice') {
    if (answer.options.some((option) => option.value === value)) return undefined;
    return {
      code: 'no-such-option',
      words: inEveryLanguage(words, (w) => w.determine.noSuchOption),
    };
  }
  const isDate = typeof value === 'string' && (readDay(value) ?? readMonth(value)) !== undefined;
  return isDate
    ? undefined
    : {
        code: 'no-such-day',
        words: inEveryLanguage(words, (w) => w.determine.noSuchDay),
      };
}

/** What the policy says of a subject on a day, from the register and, where that is silent, from the family's answers. */
export interface Determining {
  readonly determination: Said;
  /** What the case keeps of it. */
  readonly kept: KeptDetermination;
}

/** Determines a subject of a household. The pack covers the period (`decide.receive` refuses others first). */
export function determineFor(
  pack: Pack,
  family: Family,
  of: { readonly subject: PersonId; readonly period: string; readonly answers: GivenAnswers; readonly on: Day },
  engine: string,
): Determining & { readonly determination: Determination } {
  const facts = withAnswers(factsOf(family, of.subject, of.on), of.answers);
  const determination = explain(pack, facts, of.period);
  const used = factsToWire(keptFacts(facts, determination), of.answers);
  return { determination, kept: kept(determination, used, engine) };
}
