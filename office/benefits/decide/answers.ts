import { words } from '../words/made/all.ts';
import type { PackInfo, Question } from '../../../rules/pack/pack.ts';
import { readDay, readMonth } from '../../../values/day.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { Answers } from '../contract/asked.ts';
import type { FactsWire } from './facts-wire.ts';

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
