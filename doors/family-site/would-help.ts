import type { Pack } from '../../rules/explain/evaluate.ts';
import type { Bilingual } from '../../values/language.ts';
import type { Day } from '../../values/day.ts';
import { whatWouldChange } from '../../rules/change/what-would-change.ts';
import { withSuppositions } from '../../rules/explain/suppose.ts';
import type { AnswerTexts } from './answers.ts';
import { factName, knownAnswers } from './check-packs.ts';

/**
 * To a family that is not eligible: the one answer that would have to be otherwise for it to be, with those that were not asked for. Nothing where
 * it takes more, for a day that nobody can choose such as that of a birth, and never for what is taken for granted since asking would hurt.
 */
export function wouldHelp(pack: Pack, answers: AnswerTexts, period: string, today: Day): Bilingual | undefined {
  const subject = pack.info.subject.name;
  const facts = withSuppositions(pack, {
    on: today,
    people: [{ id: subject, ...knownAnswers(pack, answers) }],
    subject,
  });
  const found = whatWouldChange(pack, facts, period);
  if (found.kind !== 'change') return undefined;
  const { changes, outcome, words } = found.change;
  const otherwise = changes.filter(({ from }) => from !== undefined);
  const supposed = new Set(pack.info.supposed.map(({ fact }) => factName(fact)));
  const isDay = otherwise.some(({ fact }) => pack.vocabulary.facts.get(fact)?.type === 'date');
  const isSaid = otherwise.length === 1 && !isDay && !changes.some(({ fact }) => supposed.has(fact));
  return outcome === 'eligible' && isSaid ? words : undefined;
}
