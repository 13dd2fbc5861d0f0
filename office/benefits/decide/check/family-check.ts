import { words as catalogue } from '../../words/made/all.ts';
import { inEveryLanguage } from '../../../../values/language.ts';
import type { Pack } from '../../../../rules/explain/evaluate.ts';
import type { Facts } from '../../../../rules/facts.ts';
import type { Day } from '../../../../values/day.ts';
import type { CheckAnswer, CheckInput } from '../../contract/check.ts';
import type { AnswerFault } from '../answers.ts';
import type { Refusal } from '../../case/refusal.ts';
import { nextQuestion } from '../../../../rules/explain/missing/ask.ts';
import { explain } from '../../../../rules/explain/explain.ts';
import { withSuppositions } from '../../../../rules/explain/facts/suppose.ts';
import { readAnswers } from '../answers.ts';
import { determinationToWire } from '../facts-wire.ts';
import { questionToWire } from '../benefit-wire.ts';

export type CheckOutcome =
  | ({ readonly kind: 'checked' } & CheckAnswer)
  | { readonly kind: 'answer-faults'; readonly faults: readonly AnswerFault[] }
  | Extract<Refusal, { kind: 'not-in-the-policy' }>;

/**
 * What a policy says to answers alone, for anyone, without sign-in and without keeping anything. Without a period: for each that has begun,
 * the present one first. What the pack supposes of a family's check is not asked.
 */
export function check(pack: Pack, input: CheckInput, today: Day): CheckOutcome {
  const read = readAnswers(pack.info, input.answers);
  const faults = read.kind === 'faults' ? read.faults : futureFaults(pack, read.answers, today);
  if (read.kind === 'faults' || faults.length > 0) return { kind: 'answer-faults', faults };
  const { period } = input;
  if (period !== undefined && !pack.info.periods.includes(period))
    return { kind: 'not-in-the-policy', what: 'period', key: period };
  const subject = pack.info.subject.name;
  const facts: Facts = { on: today, people: [{ id: subject, ...read.answers }], subject };
  const periods = period === undefined ? begunPeriods(pack, today) : [period];
  const open = periods.map((one) => nextQuestion(pack, facts, one)).find((question) => question !== undefined);
  return {
    kind: 'checked',
    results: periods.map((one) => determinationToWire(explain(pack, withSuppositions(pack, facts), one))),
    next: open === undefined ? null : questionToWire(open),
  };
}

/** Periods that have begun, the present one first. */
export function begunPeriods({ info }: Pack, today: Day): readonly string[] {
  const present = info.periodKind === 'year' ? today.slice(0, 4) : today.slice(0, 7);
  return info.periods.filter((period) => period <= present).sort((a, b) => b.localeCompare(a));
}

/** Days that the vocabulary does not let lie ahead. */
function futureFaults(
  pack: Pack,
  answers: Readonly<Record<string, string | boolean>>,
  today: Day,
): readonly AnswerFault[] {
  return Object.entries(answers).flatMap(([fact, value]) => {
    const definition = pack.vocabulary.facts.get(fact);
    if (definition === undefined || !definition.notInFuture || typeof value !== 'string' || value <= today) return [];
    const words = inEveryLanguage(catalogue, (w, inOwn) =>
      w.familyCheck.inTheFuture({ words: inOwn(definition.words) }),
    );
    return [{ at: `answers/${fact}`, code: 'in-the-future', words }];
  });
}
