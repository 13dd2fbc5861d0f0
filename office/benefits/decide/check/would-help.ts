import type { Pack } from '../../../../rules/explain/evaluate.ts';
import type { Localized } from '../../../../values/language.ts';
import type { Day } from '../../../../values/day.ts';
import { changeToTell } from '../../../../rules/change/change-to-tell.ts';
import { withSuppositions } from '../../../../rules/explain/facts/suppose.ts';
import type { AnswerTexts } from './answer-texts.ts';
import { knownAnswers } from './check-packs.ts';

/**
 * To a family that is not eligible: the one answer that would have to be otherwise for it to be, with those that were not asked for; if it
 * can be told.
 */
export function wouldHelp(pack: Pack, answers: AnswerTexts, period: string, today: Day): Localized | undefined {
  const subject = pack.info.subject.name;
  const facts = withSuppositions(pack, {
    on: today,
    people: [{ id: subject, ...knownAnswers(pack, answers) }],
    subject,
  });
  const change = changeToTell(pack, facts, period);
  return change?.outcome === 'eligible' ? change.words : undefined;
}
