import type { Facts } from '../facts.ts';
import type { Question } from '../pack/pack.ts';
import { evaluate, gapsIn, type Pack } from './evaluate.ts';
import { withSuppositions } from './suppose.ts';

/**
 * The questions for the family that can still change the answer, in the pack's order; none when all is settled. What the pack
 * supposes of a family's check is not asked.
 */
export function openQuestions(pack: Pack, facts: Facts, period: string): readonly Question[] {
  const gaps = gapsIn(evaluate(pack, withSuppositions(pack, facts), period));
  const open = new Set(gaps.filter(({ person }) => person === facts.subject).map(({ name }) => name));
  return pack.info.questions.filter(({ fact }) => open.has(fact));
}

/** The next question for the family, or undefined when no answer can still change the result. */
export function nextQuestion(pack: Pack, facts: Facts, period: string): Question | undefined {
  return openQuestions(pack, facts, period)[0];
}
