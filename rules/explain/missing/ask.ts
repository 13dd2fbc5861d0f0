import type { Facts } from '../../facts.ts';
import type { Question } from '../../pack/pack.ts';
import { evaluate, type Pack } from '../evaluate.ts';
import { familyOf } from '../facts/family.ts';
import { openFacts } from './relevance.ts';
import { withSuppositions } from '../facts/suppose.ts';

/**
 * The questions for the family that can still change the answer, in the pack's order; none when all is settled. What the pack
 * supposes of a family's check is not asked.
 */
export function openQuestions(pack: Pack, facts: Facts, period: string): readonly Question[] {
  const supposed = withSuppositions(pack, facts);
  const { gaps } = openFacts(pack, familyOf(supposed), period, evaluate(pack, supposed, period));
  const open = new Set(
    gaps.filter(({ person }) => person === facts.subject).map(({ fact }) => `${pack.rule.subject}.${fact}`),
  );
  return pack.info.questions.filter(({ fact }) => open.has(fact));
}

/** The next question for the family, or undefined when no answer can still change the result. */
export function nextQuestion(pack: Pack, facts: Facts, period: string): Question | undefined {
  return openQuestions(pack, facts, period)[0];
}
