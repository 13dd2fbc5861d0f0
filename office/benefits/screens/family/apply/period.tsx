import type { Typed } from '../check/question.tsx';
import type { DeterminationWire } from '../../../contract/determination.ts';
import type { QuestionWire } from '../../../contract/asked.ts';
import type { ApplyFrame } from './form.tsx';
import { Button } from '../../../../../building/web-kit/shown/button.tsx';
import { Choice } from '../../../../../building/web-kit/typed/choice.tsx';
import { mistakeAt } from '../../../../../building/web-kit/typed/mistakes.tsx';
import { fenFromWire, shortYuanText } from '../../../../../values/fen.ts';
import { ApplyForm } from './form.tsx';
import { fieldOf, QuestionField, WhyWeAsk } from '../check/question.tsx';
import { wordsIn } from '../words/made/all.ts';
import { periodWords } from '../../../../../values/day-words.ts';

/** A fact that neither the register nor the family has told yet. */
export function FactPage(props: ApplyFrame & { question: QuestionWire; typed: Typed; unsure: string }) {
  const words = wordsIn(props.language);
  const mistake = mistakeAt(props.mistakes, fieldOf(props.question));
  return (
    <ApplyForm
      {...props}
      title={words.apply.facts.title}
      titleInForm
      after={
        <Button look="plainly" name="unsure" value="yes">
          {props.unsure}
        </Button>
      }
    >
      <input type="hidden" name="asked" value={fieldOf(props.question)} />
      <QuestionField
        question={props.question}
        typed={props.typed}
        mistake={mistake}
        language={props.language}
        heading
      />
      <WhyWeAsk question={props.question} language={props.language} />
    </ApplyForm>
  );
}

/** For which of the periods that have begun; one application is for one period. */
export function PeriodPage(props: ApplyFrame & { results: readonly DeterminationWire[]; chosen?: string | undefined }) {
  const words = wordsIn(props.language).apply.period;
  const hint = (found: DeterminationWire): string => {
    if (found.outcome === 'eligible' && found.amountFen !== null)
      return words.can({ yuan: shortYuanText(fenFromWire(found.amountFen)) });
    return found.outcome === 'not-eligible' ? words.cannot : words.unknown;
  };
  return (
    <ApplyForm {...props} title={words.title} titleInForm>
      <Choice
        id="period"
        legend={<h1>{words.title}</h1>}
        hint={words.lede}
        options={props.results.map((found) => ({
          value: found.period,
          words: periodWords(found.period, props.language),
          hint: hint(found),
        }))}
        chosen={props.chosen}
        mistake={mistakeAt(props.mistakes, 'period')}
      />
    </ApplyForm>
  );
}
