import type { BenefitPage, DeterminationWire, QuestionWire } from '../../office/benefits/contract.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import type { Facts } from '../../rules/facts.ts';
import type { Day } from '../../values/day.ts';
import { determinationToWire } from '../../office/benefits/facts.ts';
import { describe, questionToWire } from '../../office/benefits/packs.ts';
import { openQuestions } from '../../rules/explain/ask.ts';
import { explain } from '../../rules/explain/explain.ts';
import { withSuppositions } from '../../rules/explain/suppose.ts';
import { type AnswerTexts, unsure } from './answers.ts';

/** What one pack says to the answers given so far. */
export interface Checked {
  readonly benefit: BenefitPage;
  /** The period the family is told of first. */
  readonly present: DeterminationWire;
  readonly others: readonly DeterminationWire[];
  /** Questions whose answers can still change one of these. */
  readonly open: readonly QuestionWire[];
}

/** Periods of a pack that have begun, the present one first, then back in time. */
export function begunPeriods(pack: Pack, today: Day): readonly string[] {
  const now = pack.info.periodKind === 'year' ? today.slice(0, 4) : today.slice(0, 7);
  return pack.info.periods.filter((period) => period <= now).sort((a, b) => b.localeCompare(a));
}

/** Determines one pack on nothing but the answers; nothing is stored. Undefined before its first period. */
export function checkPack(pack: Pack, answers: AnswerTexts, today: Day): Checked | undefined {
  const facts = factsOf(pack, answers, today);
  const [present, ...earlier] = begunPeriods(pack, today);
  if (present === undefined) return undefined;
  const determine = (period: string): DeterminationWire =>
    determinationToWire(explain(pack, withSuppositions(pack, facts), period));
  const open = openQuestions(pack, facts, present).map(questionToWire);
  return { benefit: describe(pack), present: determine(present), others: earlier.map(determine), open };
}

function factsOf(pack: Pack, answers: AnswerTexts, on: Day): Facts {
  const told = pack.info.questions.flatMap(({ fact, answer }) => {
    const text = answers.get(fact);
    if (text === undefined || text === unsure) return [];
    const value = answer.kind === 'choice' ? answer.options.find((option) => String(option.value) === text)?.value : text;
    return value === undefined ? [] : [[fact.slice(fact.indexOf('.') + 1), value] as const];
  });
  const subject = pack.info.subject.name;
  return { on, people: [{ id: subject, ...Object.fromEntries(told) }], subject };
}

/** Every question of every pack once, in the packs' order: packs that ask the same fact share the answer. */
export function allQuestions(packs: readonly Pack[]): readonly QuestionWire[] {
  const byFact = new Map<string, QuestionWire>();
  for (const pack of packs)
    for (const question of pack.info.questions)
      if (!byFact.has(question.fact)) byFact.set(question.fact, questionToWire(question));
  return [...byFact.values()];
}
