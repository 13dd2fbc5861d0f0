import { factName } from '../../../../rules/facts.ts';
import type { BenefitPage } from '../../contract/benefit.ts';
import type { DeterminationWire } from '../../contract/determination.ts';
import type { QuestionWire } from '../../contract/asked.ts';
import type { Pack } from '../../../../rules/explain/evaluate.ts';
import type { Day } from '../../../../values/day.ts';
import { begunPeriods, check } from './family-check.ts';
import { describe, questionToWire } from '../benefit-wire.ts';
import { openQuestions } from '../../../../rules/explain/missing/ask.ts';
import { type AnswerTexts, unsure } from './answer-texts.ts';

/** What one pack says to the answers given so far. */
export interface Checked {
  readonly pack: Pack;
  readonly benefit: BenefitPage;
  /** The period the family is told of first. */
  readonly present: DeterminationWire;
  readonly others: readonly DeterminationWire[];
  /** Questions whose answers can still change one of these. */
  readonly open: readonly QuestionWire[];
}

/** Answers as the benefits desk takes them: those that are known, in the type that the question gives them. */
export function knownAnswers(pack: Pack, answers: AnswerTexts): Readonly<Record<string, string | boolean>> {
  const told = pack.info.questions.flatMap(({ fact, answer }) => {
    const text = answers.get(fact);
    if (text === undefined || text === unsure) return [];
    const value =
      answer.kind === 'choice' ? answer.options.find((option) => String(option.value) === text)?.value : text;
    return value === undefined ? [] : [[factName(fact), value] as const];
  });
  return Object.fromEntries(told);
}

/**
 * Determines one pack on nothing but the answers; nothing is stored. Undefined before its first period, and for answers that no question
 * takes.
 */
export function checkPack(pack: Pack, answers: AnswerTexts, today: Day): Checked | undefined {
  const known = knownAnswers(pack, answers);
  const outcome = check(pack, { answers: known }, today);
  if (outcome.kind !== 'checked') return undefined;
  const [present, ...others] = outcome.results;
  if (present === undefined) return undefined;
  const subject = pack.info.subject.name;
  const facts = { on: today, people: [{ id: subject, ...known }], subject };
  const open = new Map(
    begunPeriods(pack, today)
      .flatMap((period) => openQuestions(pack, facts, period))
      .map((question) => [question.fact, questionToWire(question)]),
  );
  return { pack, benefit: describe(pack), present, others, open: [...open.values()] };
}

/** Every question of every pack once, in the packs' order: packs that ask the same fact share the answer. */
export function allQuestions(packs: readonly Pack[]): readonly QuestionWire[] {
  const byFact = new Map<string, QuestionWire>();
  for (const pack of packs)
    for (const question of pack.info.questions)
      if (!byFact.has(question.fact)) byFact.set(question.fact, questionToWire(question));
  return [...byFact.values()];
}
